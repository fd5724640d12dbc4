"""Goals and agreements as cards: the seven questions of the model plan, readable for a person (V127-V131)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from zlp_tui.conversation.ports.plan_pages import Card
from zlp_tui.conversation.ports.turn import Group, Quote
from zlp_tui.conversation.telling.agreements.conflicts import of_agreement
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.option_titles import option_title
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.when_text import moments_told, part_told
from zlp_tui.dates import told_day
from zlp_tui.person_words import name_and_role
from zlp_tui.plan.view import Agreement, Because, PlanView, Progress, SmallStep, Tally, Task
from zlp_tui.text import folded

CardRows = tuple[tuple[str, tuple[Quote, ...]], ...]
NoteWords = Literal["text", "adjust"]


def card_of(context: PlanContext, agreement: Agreement) -> Card:
    """One agreement as a card."""
    goal = next((g for g in context.view.goals if g.id == agreement.goal), None)
    return Card(
        ref=agreement.id,
        title=agreement.want,
        by=context.name(agreement.voice.id),
        goal=goal.text if goal else "",
        domain=context.domain_title(agreement.domain),
        rows=_rows(context, agreement),
    )


def card_groups(context: PlanContext, agreement: Agreement) -> tuple[Group, ...]:
    """What an agreement holds so far, shown beside the next question about it."""
    return tuple(Group(label, quotes) for label, quotes in _rows(context, agreement) if quotes)


def cards(context: PlanContext) -> tuple[Card, ...]:
    """All agreements in force as cards, in order."""
    return tuple(card_of(context, agreement) for agreement in agreements_in_order(context))


def agreements_in_order(context: PlanContext) -> tuple[Agreement, ...]:
    """The agreements in force, by life domain in the client's order; those without a domain come last."""
    rank = {d.id: (d.order is None, d.order or 0) for d in context.view.domains}
    place = {text.id: n for n, text in enumerate(context.script.domains)}

    def key(agreement: Agreement) -> tuple[bool, tuple[bool, int], int, int]:
        domain = agreement.domain
        return (domain is None, rank.get(domain or "", (True, 0)), place.get(domain or "", 99), agreement.seq)

    return tuple(sorted(context.view.active_agreements(), key=key))


def _rows(context: PlanContext, agreement: Agreement) -> CardRows:
    tr = context.tr
    before, doubts = agreed_before(context, agreement), of_agreement(context, agreement)
    return (
        (tr("What do we do?"), tuple(Quote(s.id, s.what) for s in small_steps(agreement))),
        (tr("When and how often?"), (*_when(context, agreement), *period(context, agreement))),
        (tr("Who does what?"), who_does_what(context, agreement)),
        (tr("Was it done?"), _done(context, agreement)),
        (tr("What did it bring?"), notes(context, agreement.id, "text")),
        (tr("Must it change?"), notes(context, agreement.id, "adjust")),
        *(((tr("Before that"), before),) if before else ()),
        *(((tr("Does this fit together?"), doubts),) if doubts else ()),
    )


def agreed_before(context: PlanContext, agreement: Agreement) -> tuple[Quote, ...]:
    """What was agreed before in the place of an agreement, the newest first, each with how often that was done."""
    return tuple(
        fact(f"“{old.want}”", agreement.id, note=", ".join(counted(context, tally_of(context, old.id))))
        for old in earlier(context.view, agreement)
    )


def earlier(view: PlanView, agreement: Agreement) -> tuple[Agreement, ...]:
    """What was agreed before in the place of an agreement, the newest first."""
    known, found = {agreed.id: agreed for agreed in view.agreements}, list[Agreement]()
    older = known.get(agreement.replaces or "")
    while older is not None:
        found.append(older)
        older = known.get(older.replaces or "")
    return tuple(found)


def as_a_whole(agreement: Agreement) -> SmallStep | None:
    """The step that says when the agreement as a whole is kept."""
    return next((step for step in agreement.steps if step.whole), None)


def small_steps(agreement: Agreement) -> tuple[SmallStep, ...]:
    """The small steps of an agreement, without the one that is all of it."""
    whole = as_a_whole(agreement)
    return tuple(step for step in agreement.steps if step is not whole)


def _when(context: PlanContext, agreement: Agreement) -> tuple[Quote, ...]:
    """The words, and beside them what was understood of days and parts of the day, where that says it otherwise."""
    kept = tuple((step.id, step.when, moments_told(context.tr, step.when)) for step in agreement.steps if step.when)
    return tuple(
        Quote(ref, when.words, note="" if folded(told) == folded(when.words) else told) for ref, when, told in kept
    )


def period(context: PlanContext, agreement: Agreement) -> tuple[Quote, ...]:
    """From when and until when an agreement holds, and when one looks again."""
    labelled = (
        (context.tr("from"), agreement.from_words or agreement.from_),
        (context.tr("until"), agreement.until_words or agreement.until),
        (context.tr("look again on"), agreement.evaluate_words or agreement.evaluate_on),
    )
    over = over_since(context, agreement)
    told = tuple(
        fact(f"{label} {told_day(day, context.script.locale)}", ref=agreement.id) for label, day in labelled if day
    )
    return (fact(over, ref=agreement.id), *told) if over else told


def over_since(context: PlanContext, agreement: Agreement) -> str:
    """That the last day of an agreement is over, and which day that was; empty while it goes on."""
    if agreement.until is None or not agreement.is_over(context.today.isoformat()):
        return ""
    day = told_day(agreement.until_words or agreement.until, context.script.locale)
    return context.tr("This agreement is over; its last day was {day}", day=day)


def who_does_what(context: PlanContext, agreement: Agreement) -> tuple[Quote, ...]:
    """Who does what. The name is part of the words: behind words stands who said them."""
    return tuple(fact(line) for task in agreement.who for line in _does(context, task))


def _does(context: PlanContext, task: Task) -> Iterator[str]:
    name = name_and_role(context.tr, context.view.anyone(task.person))
    yield context.tr("{name} does: “{what}”", name=name, what=task.does) if task.does else name
    if any(person.id == task.person for person in context.view.former_people):
        yield context.tr("{name} is not in this plan any more. Nobody does this now.", name=name)


def _done(context: PlanContext, agreement: Agreement) -> tuple[Quote, ...]:
    return tuple(fact(words, ref=agreement.id) for words in how_often(context, agreement))


def how_often(context: PlanContext, agreement: Agreement) -> tuple[str, ...]:
    """How often an agreement was done, in words. One that took the place of another begins at nothing, which is said
    where the other one was counted."""
    words = counted(context, tally_of(context, agreement.id))
    if words or all(tally_of(context, old.id) == Tally() for old in earlier(context.view, agreement)):
        return words
    return (context.tr("Not noted yet since this was agreed."),)


def tally_of(context: PlanContext, about: str) -> Tally:
    """How often something was done, over all notes ever made of it."""
    return context.view.tallies.get(about, Tally())


def counted(context: PlanContext, tally: Tally) -> tuple[str, ...]:
    """How often something was done, partly done and not done, in words; what never was is left out. With the last of
    them stands how often each reason was given, in the words of the script (L63)."""
    tr = context.tr
    words = (
        tr.plural("{count} time yes", "{count} times yes", tally.yes) if tally.yes else "",
        tr.plural("{count} time partly", "{count} times partly", tally.partly) if tally.partly else "",
        tr.plural("{count} time not", "{count} times not", tally.no) if tally.no else "",
    )
    told = tuple(word for word in words if word)
    why = ", ".join(_reasons(context, tally))
    return (*told[:-1], tr("{count}: {reasons}", count=told[-1], reasons=why)) if told and why else told


def _reasons(context: PlanContext, tally: Tally) -> Iterator[str]:
    """How often each reason was given, the most often first."""
    for reason, count in sorted(tally.reasons, key=lambda given: -given[1]):
        if told := times_because(context, reason, count):
            yield told


def times_because(context: PlanContext, because: Because, count: int) -> str:
    """How often a reason was given, in the words of the script; empty where it does not have that reason."""
    words = option_title(context, "because", because)
    return context.tr.plural("{count} time “{words}”", "{count} times “{words}”", count, words=words) if words else ""


def notes(context: PlanContext, about: str | None, what: NoteWords) -> tuple[Quote, ...]:
    """All that was noted about an agreement of how it went: what it brought, or how it must change."""
    of = [p for p in context.view.progress if p.about == about]
    return tuple(
        Quote(p.id, words, context.name(p.voice.id), note=part_told(context.tr, p.part_of_day))
        for p in of if (words := noted(p, what))
    )


def noted(note: Progress, what: NoteWords) -> str | None:
    """The words of one note: what it brought, or how it must change."""
    return note.text if what == "text" else note.adjust
