"""From a line of the plan back to the words it came from: agreement, goal, wish, who said it (M31, L25, L97)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from zlp_tui.conversation.desk import TraceStep
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.line_quotes import done_in_words
from zlp_tui.conversation.route import stops_of
from zlp_tui.dates import long_date
from zlp_tui.errors import NotFound
from zlp_tui.plan.history import ChangeLine
from zlp_tui.plan.view import Place, Remark, Statement, Voice
from zlp_tui.script.schema import ReadBackStep

History = Callable[[str], tuple[ChangeLine, ...]]


def trace(here: Here, ref: str, history: History) -> tuple[TraceStep, ...]:
    """The way back from a line; the line itself comes first."""
    steps = tuple(_from(here, ref, history, seen=set()))
    if not steps:
        raise NotFound("This line is no longer in the plan.")
    return steps


def _from(here: Here, ref: str, history: History, seen: set[str]) -> Iterator[TraceStep]:
    if ref in seen:
        return
    seen.add(ref)
    yield from _own_step(here, ref, history)
    for origin in _origins(here, ref):
        yield from _from(here, origin, history, seen)


def _origins(here: Here, ref: str) -> tuple[str, ...]:
    """The ids of what a line follows from; a piece of something follows from the whole."""
    view = here.view
    for agreement in view.agreements:
        if agreement.id == ref:
            return (*((agreement.goal,) if agreement.goal else ()), *agreement.follows_from)
        if any(small.id == ref for small in agreement.steps):
            return (agreement.id,)
    for goal in view.goals:
        if goal.id == ref:
            return (*((goal.replaces,) if goal.replaces else ()), *goal.follows_from)
    for choice in view.choices:
        if any(o.id == ref or any(c.id == ref for c in o.considerations) for o in choice.options):
            return (choice.id,)
    kept_with = (
        *((outcome.id, outcome.goal) for evaluation in view.evaluations for outcome in evaluation.goals),
        *((note.id, note.about) for note in view.progress),
        *((remark.id, remark.about) for remark in view.remarks),
        *((one.id, one.about) for one in view.disagreements),
    )
    return tuple(about for line, about in kept_with if line == ref and about)


def _own_step(here: Here, ref: str, history: History) -> Iterator[TraceStep]:
    view, say = here.view, here.say
    things: tuple[tuple[str, str, Voice], ...] = (
        *((say("Agreement"), a.want, a.voice) for a in view.agreements if a.id == ref),
        *((say("Goal"), g.text, g.voice) for g in view.goals if g.id == ref),
        *((say("Choice"), c.question, c.voice) for c in view.choices if c.id == ref),
        *((say("How it went"), p.text or p.adjust or done_in_words(here, p.done), p.voice)
          for p in view.progress if p.id == ref),
        *((_remark_title(here, r), r.text, r.voice) for r in view.remarks if r.id == ref),
        *((say("Does not agree"), d.text, d.voice) for d in view.disagreements if d.id == ref),
        *((say("Small step"), s.what, a.voice) for a in view.agreements for s in a.steps if s.id == ref),
        *_of_options(here, ref),
        *_of_looking_back(here, ref),
        *_of_reading_back(here, ref),
        *((p.relation or say("Person"), p.name, Voice("", "")) for p in view.people if p.id == ref),
    )
    yield from (_said(here, statement) for statement in view.statements if statement.id == ref)
    for what, text, voice in things:
        lines = history(ref)
        day = long_date(lines[0].at[:10], here.script.locale) if lines else ""
        by = here.name(voice.id) if voice.id else ""
        beside = (*_older_names(here, lines), *_why_it_became(here, ref), *_not_agreed(here, ref))
        yield TraceStep(what, text, by, day, history=beside, ref=ref, place=_round(here, ref))


def _older_names(here: Here, lines: tuple[ChangeLine, ...]) -> Iterator[str]:
    """The names that somebody had before, newest first, with who gave them and when."""
    named = [line for line in lines if "name" in line.after]
    for line in reversed(named[:-1]):
        day = long_date(line.at[:10], here.script.locale)
        yield here.say("{day}, {who}: “{words}”", day=day, who=here.name(line.by.id), words=line.after["name"] or "")


def _remark_title(here: Here, remark: Remark) -> str:
    return here.say("Nice moment") if remark.kind == "nice-moment" else here.say("Remark")


def _why_it_became(here: Here, ref: str) -> Iterator[str]:
    """Why a goal was made another one, reached or stopped, as it was said when one looked back."""
    for evaluation in here.view.evaluations:
        outcome = evaluation.of_goal(ref)
        if outcome is not None and outcome.why:
            day = long_date(evaluation.held_on, here.script.locale)
            yield here.say("{day}, because: “{words}”", day=day, words=outcome.why)


def _not_agreed(here: Here, ref: str) -> Iterator[str]:
    """Who does not agree with a line: it is kept beside it, whatever became of it (L38)."""
    for one in here.view.disagreements:
        if one.about == ref:
            day = long_date(one.said_on, here.script.locale)
            who = here.name(one.voice.id)
            yield here.say("{day}, {who} does not agree: “{words}”", day=day, who=who, words=one.text)


def _round(here: Here, ref: str) -> Place | None:
    """Where the conversation about a choice, a goal or an agreement begins."""
    stops = (stop for topic in here.script.topics for stop in stops_of(topic, here))
    return next((stop.place for stop in stops if stop.here.about == ref), None)


def _of_options(here: Here, ref: str) -> Iterator[tuple[str, str, Voice]]:
    for choice in here.view.choices:
        for option in choice.options:
            if option.id == ref:
                yield here.say("Option"), option.title, choice.voice
            yield from ((option.title, c.text, c.voice) for c in option.considerations if c.id == ref)


def _of_looking_back(here: Here, ref: str) -> Iterator[tuple[str, str, Voice]]:
    """What came of a goal, and why it goes on as it does, in the words of who said it."""
    outcomes = (one for evaluation in here.view.evaluations for one in evaluation.goals if one.id == ref)
    for outcome in outcomes:
        if outcome.outcome:
            yield here.say("What came of the goal"), outcome.outcome, Voice(outcome.outcome_by or "", "")
        if outcome.why:
            yield here.say("Why it goes on like this"), outcome.why, Voice(outcome.why_by or "", "")


def _of_reading_back(here: Here, ref: str) -> Iterator[tuple[str, str, Voice]]:
    """What the client said of a chapter that was read back."""
    for read in (one for one in here.view.read_backs if one.id == ref):
        for topic in here.script.topics_of(read.chapter):
            for step in (step for step in topic.steps if isinstance(step, ReadBackStep)):
                words = here.words(step.yes if read.confirmed else step.no)
                yield here.words(topic.title), read.correction or words, Voice(here.view.client, "")


def _said(here: Here, statement: Statement) -> TraceStep:
    topic = here.script.find_topic(statement.topic)
    part = statement.side or statement.moment or statement.about
    return TraceStep(
        what=here.words(topic.title) if topic else statement.prompt,
        text=statement.text,
        by=here.name(statement.voice.id),
        on=long_date(statement.said_on, here.script.locale),
        asked=statement.prompt,
        history=(*_older(here, statement), *_not_agreed(here, statement.id)),
        ref=statement.id,
        place=Place(statement.topic, statement.step, part) if topic else None,
    )


def _older(here: Here, statement: Statement) -> Iterator[str]:
    """The words a statement replaces, newest first."""
    known = {s.id: s for s in here.view.statements}
    older = known.get(statement.replaces or "")
    while older is not None:
        day = long_date(older.said_on, here.script.locale)
        yield here.say("{day}, {who}: “{words}”", day=day, who=here.name(older.voice.id), words=older.text)
        older = known.get(older.replaces or "")
