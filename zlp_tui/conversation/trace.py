"""From a line of the plan back to the words it came from: agreement, goal, wish, who said it (M31, L25, L97)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from zlp_tui.conversation.desk import TraceStep
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.route import stops_of
from zlp_tui.dates import long_date
from zlp_tui.errors import NotFound
from zlp_tui.plan.history import ChangeLine
from zlp_tui.plan.view import Place, Statement, Voice

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
            return goal.follows_from
    for choice in view.choices:
        if any(o.id == ref or any(c.id == ref for c in o.considerations) for o in choice.options):
            return (choice.id,)
    return tuple(note.about for note in view.progress if note.id == ref and note.about)


def _own_step(here: Here, ref: str, history: History) -> Iterator[TraceStep]:
    view, say = here.view, here.say
    things: tuple[tuple[str, str, Voice], ...] = (
        *((say("Agreement"), a.want, a.voice) for a in view.agreements if a.id == ref),
        *((say("Goal"), g.text, g.voice) for g in view.goals if g.id == ref),
        *((say("Choice"), c.question, c.voice) for c in view.choices if c.id == ref),
        *((say("How it went"), p.text or p.adjust or "", p.voice) for p in view.progress if p.id == ref),
        *((say("Small step"), s.what, a.voice) for a in view.agreements for s in a.steps if s.id == ref),
        *_of_options(here, ref),
        *((p.relation or say("Person"), p.name, Voice("", "")) for p in view.people if p.id == ref),
    )
    yield from (_said(here, statement) for statement in view.statements if statement.id == ref)
    for what, text, voice in things:
        lines = history(ref)
        day = long_date(lines[0].at[:10], here.script.locale) if lines else ""
        by = here.name(voice.id) if voice.id else ""
        yield TraceStep(what, text, by, day, history=tuple(_older_names(here, lines)), ref=ref, place=_round(here, ref))


def _older_names(here: Here, lines: tuple[ChangeLine, ...]) -> Iterator[str]:
    """The names that somebody had before, newest first, with who gave them and when."""
    named = [line for line in lines if "name" in line.after]
    for line in reversed(named[:-1]):
        day = long_date(line.at[:10], here.script.locale)
        yield here.say("{day}, {who}: “{words}”", day=day, who=here.name(line.by.id), words=line.after["name"] or "")


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


def _said(here: Here, statement: Statement) -> TraceStep:
    topic = next((t for t in here.script.topics if t.id == statement.topic), None)
    part = statement.side or statement.moment or statement.about
    return TraceStep(
        what=here.words(topic.title) if topic else statement.prompt,
        text=statement.text,
        by=here.name(statement.voice.id),
        on=long_date(statement.said_on, here.script.locale),
        asked=statement.prompt,
        history=tuple(_older(here, statement)),
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
