"""Any act that can be done to a plan as it stands, drawn by Hypothesis: what the laws of the plan are tried on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.tools.book import Book
from zlp_tui.errors import Refused
from zlp_tui.plan.tables import withdrawal
from zlp_tui.plan.tables.agreed import agreements, choices, goals, origins, progress_notes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import domains, grants, people, plans
from zlp_tui.plan.tables.looking_back import editions, evaluations, outcomes
from zlp_tui.plan.tables.said import details, disagreements, read_backs, remarks, statements, wishes_not_met
from zlp_tui.plan.tables.sittings import conversations, notices, talk_experiences
from zlp_tui.plan.view import BSN, DOMAINS, EVERYTHING, REPRESENTATIVE, WORK, PlanView

Deed = Callable[[Act], object]

WORDS = st.sampled_from(("Koffie.", "[/] ja", "Zij luistert.\nEcht.", "مرحبا", "👩‍👩‍👧 thuis"))
NAMES = st.sampled_from(("tot de zomer", "na Pasen"))
DATES = st.sampled_from(("2026-03-03", "2027-01-31"))
ENDED = date(2026, 3, 1)
"""A day before any that a test begins on."""
DOMAIN = st.sampled_from(DOMAINS)


def deeds(book: Book, *, agreeing: bool = True) -> st.SearchStrategy[Deed]:
    """Something that may be done now, whatever is in the plan; with or without agreeing on an edition."""
    view = book.view
    every = (
        *_always(view), *_with_statements(view), *_with_choices(view), *_with_goals(view), *_with_agreements(view),
        *_looking_back(view), *_who_may(view), *(_agreeing(view) if agreeing else ()),
    )
    return st.one_of(*every)


def _deed(writer: Callable[..., object], *args: object, **drawn: st.SearchStrategy[Any]) -> st.SearchStrategy[Deed]:
    """A writer with fixed arguments first and drawn ones by name."""
    return st.fixed_dictionaries(drawn).map(lambda given: lambda act: writer(act, *args, **given))


def _agree_anyway(act: Act, client: str) -> None:
    """Agree on the plan as it is; where nothing changed since, that is refused, and nothing happens."""
    with suppress(Refused):
        editions.agree(act, [client])


def _talk(act: Act, face: str) -> None:
    """A conversation from its beginning to its end, and how it was for who speaks."""
    talk = conversations.begin(act, [act.by])
    conversations.resume_at(act, talk, "future", "dreams", None)
    talk_experiences.say(replace(act, conversation=talk), face)
    conversations.end(act, talk)


def _one(ids: Iterable[str]) -> st.SearchStrategy[str]:
    return st.sampled_from(tuple(ids))


def _always(view: PlanView) -> Iterable[st.SearchStrategy[Deed]]:
    someone = _one(person.id for person in view.people)
    where = {"topic": st.sampled_from(("future", "likes")), "step": st.just("step"), "prompt": WORDS}
    yield _deed(statements.add_statement, **where, text=WORDS, domain=st.none() | DOMAIN)
    yield _deed(people.add, name=WORDS, kind=st.sampled_from(("family", "carer")))
    yield _deed(domains.change, DOMAINS[3], relevance=st.sampled_from(("now", "never-ask", None)))
    yield _deed(domains.change, DOMAINS[3], discuss_with=st.lists(someone), goal_wanted=st.none() | st.booleans())
    yield _deed(domains.order, ids=st.lists(DOMAIN, unique=True))
    yield _deed(choices.ask, question=WORDS, always=st.none() | WORDS)
    yield _deed(goals.add, text=WORDS, domain=st.none() | DOMAIN)
    yield _deed(agreements.add, want=WORDS, domain=st.none() | DOMAIN)
    yield _deed(progress_notes.note, on=DATES, text=WORDS)
    yield _deed(_talk, face=st.sampled_from(("good", "so-so", "not-good")))
    yield _deed(read_backs.keep, "support", confirmed=st.booleans(), correction=st.none() | WORDS)
    yield _deed(notices.shown, "complaints")
    yield _deed(details.fill, "personal-details", field=st.sampled_from(("law", "phone")), value=st.none() | WORDS)
    yield _deed(details.fill, "personal-details", BSN, value=st.sampled_from(("111222333", None)))
    yield _deed(plans.set_address, address=st.sampled_from(("u", "je")))
    yield _deed(plans.set_deciding, role=st.sampled_from(("self", "other")), deciders=st.lists(someone, max_size=3))
    yield _deed(plans.end, on=st.just(ENDED), because=st.none() | WORDS)
    yield _deed(plans.take_up_again)
    yield _deed(plans.set_drawn_up_with, person_ids=st.lists(someone))
    for person in view.people[1:]:
        yield _deed(people.change, person.id, name=WORDS, contact=st.none() | WORDS)
        yield _deed(people.change, person.id, relation=st.none() | WORDS, informed=WORDS, for_what=st.none() | WORDS)
        yield _deed(people.change, person.id, acts_as=st.sampled_from(("mentor", None)), acts_until=st.none() | DATES)
        yield _deed(withdrawal.withdraw, person.id)


def _with_statements(view: PlanView) -> Iterable[st.SearchStrategy[Deed]]:
    for said in view.live_statements:
        yield _deed(statements.say_anew, said.id, text=WORDS)
        yield _deed(statements.say_beside, said, text=WORDS)
        yield _deed(statements.tag, said.id, domain=st.none() | DOMAIN)
        yield _deed(withdrawal.withdraw, said.id)


def _with_choices(view: PlanView) -> Iterable[st.SearchStrategy[Deed]]:
    for choice in view.open_choices():
        yield _deed(choices.ask, question=WORDS, replaces=st.just(choice.id))
        yield _deed(choices.add_option, choice.id, title=WORDS)
        yield _deed(choices.open_question, choice.id, text=WORDS)
        yield _deed(choices.set_deciders, choice.id, deciders=st.lists(_one(p.id for p in view.people), max_size=3))
        yield _deed(choices.change, choice.id, role=st.sampled_from(("self", None)), thinking_until=st.none() | DATES)
        yield _deed(withdrawal.withdraw, choice.id)
        for option in choice.options:
            yield _deed(choices.change, choice.id, chosen=st.just(option.id) | st.none())
            yield _deed(choices.say_reason, choice.id, text=WORDS)
            yield _deed(choices.say_source, option.id, text=WORDS)
            yield _deed(choices.consider, option.id, "for", "long", text=WORDS)
            yield _deed(withdrawal.withdraw, option.id)
            for reason in option.considerations:
                yield _deed(choices.say_term, reason.id, term=st.sampled_from(("short", "long", None)))
        for question in choice.open_questions:
            yield _deed(choices.answer_question, question.id, text=WORDS)
            if question.answer is not None:
                yield _deed(_if_theirs, choices.heard_from, question.id, text=WORDS)
        yield _deed(choices.change, choice.id, domain=st.none() | DOMAIN, revisit_on=st.none() | DATES)


def _with_goals(view: PlanView) -> Iterable[st.SearchStrategy[Deed]]:
    sources = [s.id for s in view.statements] + [c.id for c in view.choices]
    for goal in view.active_goals():
        yield _deed(goals.add, text=WORDS, replaces=st.just(goal.id))
        yield _deed(goals.change, goal.id, kind=st.sampled_from(("keep", None)), domain=DOMAIN)
        yield _deed(goals.change, goal.id, status=st.sampled_from(("reached", "stopped", "active")))
        yield _deed(goals.change, goal.id, until_on=st.none() | DATES, until_words=st.none() | NAMES)
        yield _deed(goals.change, goal.id, status=st.just("stopped"), ended_because=WORDS)
        yield _deed(goals.reword, goal.id, text=WORDS)
        yield _deed(goals.order, [goal.id])
        yield _deed(withdrawal.withdraw, goal.id)
        if sources:
            yield _deed(origins.follow, goal.id, from_ids=st.lists(_one(sources)))


def _with_agreements(view: PlanView) -> Iterable[st.SearchStrategy[Deed]]:
    aims = [goal.id for goal in view.goals]
    someone = _one(person.id for person in view.people)
    for agreed in view.active_agreements():
        yield _deed(agreements.add, want=WORDS, replaces=st.just(agreed.id))
        yield _deed(agreements.change, agreed.id, from_=st.none() | DATES, until=DATES)
        yield _deed(agreements.change, agreed.id, evaluate_on=DATES, domain=st.none() | DOMAIN)
        yield _deed(agreements.change, agreed.id, ended_on=DATES, ended_because=st.none() | WORDS)
        yield _deed(agreements.change, agreed.id, goal=st.sampled_from((None, *aims)))
        yield _deed(agreements.add_step, agreed.id, what=WORDS)
        yield _deed(agreements.task, agreed.id, person=someone, does=st.none() | WORDS)
        yield _deed(agreements.end_task, agreed.id, person=someone)
        yield _deed(progress_notes.note, about=st.just(agreed.id), on=DATES, done=st.sampled_from(("yes", "no")))
        yield _deed(withdrawal.withdraw, agreed.id)
        for step in agreed.steps:
            days = st.lists(st.integers(1, 7))
            parts, weeks = st.lists(st.sampled_from(("morning", "evening"))), st.none() | st.integers(2, 4)
            moments = {"weekdays": days, "parts_of_day": parts, "every_weeks": weeks}
            yield _deed(agreements.step_when, step.id, words=st.none() | WORDS, **moments)


def _looking_back(view: PlanView) -> Iterable[st.SearchStrategy[Deed]]:
    someone = tuple(person.id for person in view.people)
    yield _deed(remarks.leave, text=WORDS, kind=st.sampled_from(("remark", "nice-moment")))
    yield _deed(evaluations.open_or_create, present=st.lists(_one(someone)))
    for ref in (*(said.id for said in view.live_statements), *(goal.id for goal in view.active_goals())):
        yield _deed(disagreements.disagree, ref, text=WORDS)
        yield _deed(wishes_not_met.say_not_met, ref, ground=st.sampled_from(("law", "good-care", "others")), text=WORDS)
    for not_met in view.wishes_not_met:
        yield _deed(wishes_not_met.change, not_met.id, consulted=st.none() | WORDS, ask_again_on=st.none() | DATES)
        yield _deed(withdrawal.withdraw, not_met.id)
    for remark in view.remarks:
        yield _deed(withdrawal.withdraw, remark.id)
        if remark.kind == "remark":
            yield _deed(remarks.change, remark.id, done_with=st.none() | WORDS, told_back_on=st.none() | DATES)
    for disagreement in view.disagreements:
        route = st.sampled_from(("carer", "complaints", None))
        yield _deed(disagreements.change, disagreement.id, route=route, ended_how=st.none() | WORDS)
    if (evaluation := view.open_evaluation) is not None:
        yield from _in_evaluation(view, evaluation.id)


def _in_evaluation(view: PlanView, evaluation: str) -> Iterable[st.SearchStrategy[Deed]]:
    yield _deed(evaluations.close, evaluation)
    yield _deed(evaluations.set_quality, evaluation, quality=st.sampled_from(("yes", "no", None)))
    yield _deed(outcomes.mark, evaluation, domain=DOMAIN, mark=st.integers(0, 10), face=st.booleans())
    yield _deed(
        outcomes.experience, evaluation, view.client, face=st.sampled_from(("good", "so-so", "not-good"))
    )
    for statement in view.statements:
        says = st.sampled_from(("still", "changed", "no-longer"))
        yield _deed(outcomes.look_back, evaluation, statement.id, says=says)
    for back in (back for looked in view.evaluations if looked.id == evaluation for back in looked.look_backs):
        said = st.lists(_one(statement.id for statement in view.statements), max_size=2, unique=True)
        yield _deed(outcomes.beside, evaluation, back.statement, said=said)
    for goal in view.goals:
        decision = st.sampled_from(("go-on", "reached", "stop", "adjust", None))
        yield _deed(outcomes.of_goal, evaluation, goal.id, outcome=WORDS, decision=decision)
    for goal in view.active_goals():
        yield _deed(outcomes.replace_goal, evaluation, goal.id, text=WORDS)


def _who_may(view: PlanView) -> Iterable[st.SearchStrategy[Deed]]:
    for person in view.people[1:]:
        scope = st.sampled_from((EVERYTHING, WORK, REPRESENTATIVE, "topic:future", f"domain:{DOMAINS[3]}"))
        said = {"write": st.none() | st.booleans(), "until": st.none() | DATES}
        yield _deed(_if_theirs, grants.give, person.id, scope=scope, see=st.booleans(), **said)
    for grant in view.grants:
        yield _deed(_if_theirs, grants.take_back, grant.id)
    goals_and_said = [said.id for said in view.live_statements] + [goal.id for goal in view.active_goals()]
    for ref in (*goals_and_said, *(agreed.id for agreed in view.active_agreements())):
        yield _deed(_if_theirs, grants.close, ref)
        yield _deed(_if_theirs, grants.open_again, ref)


def _if_theirs(act: Act, writer: Callable[..., object], *args: object, **given: object) -> None:
    """What only some may do: of others it is refused, and nothing happens."""
    with suppress(Refused):
        writer(act, *args, **given)


def _agreeing(view: PlanView) -> Iterable[st.SearchStrategy[Deed]]:
    says = st.sampled_from(("agrees", "does-not", "not-asked"))
    yield _deed(editions.consent, view.client, says=says, words=st.none() | WORDS)
    yield _deed(_agree_anyway, view.client)
