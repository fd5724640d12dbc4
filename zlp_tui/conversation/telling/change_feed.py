"""What others added or changed since who speaks looked last, as introduced quotes by topic (L63, M17)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.history_queries import NewLine, NewSince
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.change_feed_text import beside, intro_of, quoted, things, topic_of
from zlp_tui.conversation.telling.relative_days import day_of
from zlp_tui.conversation.telling.statement_quotes import introduction
from zlp_tui.conversation.telling.topic_titles import topic_title
from zlp_tui.plan.queries.recorded_changes import RecordedChange, Touched
from zlp_tui.plan.view import Statement
from zlp_tui.script.roles import Role

WORDS: Final = {
    "choice": ("question", Role.CHOICES), "goal": ("text", Role.GOALS), "agreement": ("want", Role.AGREEMENTS),
}
"""The column that holds the words of what can be taken back altogether, by table, and the role of its topic."""

History = Callable[[str], tuple[RecordedChange, ...]]
"""The Changes of a line, oldest first."""

Lines = Iterator[tuple[str, NewLine]]
"""Lines with the topic they belong to: its id, or a name where the script has no such topic."""


def new_since(context: StepContext, at: str, touched: Mapping[str, Touched], history: History) -> NewSince:
    """What is new for who speaks; all that others ever said when they look for the first time.

    `at` is when they looked last, `touched` what others did since, and `history` tells the Changes of a line: all as
    far as the readers may see it.
    """
    parts: dict[str, list[NewLine]] = {}
    taken_back = _taken_back(context, touched, history)
    for lines in (_statements(context, touched), _things(context, touched), taken_back):
        for topic, line in lines:
            parts.setdefault(topic, []).append(line)
    order = sorted(parts, key=context.script.number_of)
    return NewSince(_since(context, at), tuple((topic_title(context, topic), tuple(parts[topic])) for topic in order))


def _since(context: StepContext, at: str) -> str:
    return day_of(context, datetime.fromisoformat(at).astimezone().date().isoformat()) if at else ""


def _statements(context: StepContext, touched: Mapping[str, Touched]) -> Lines:
    live = {statement.id for statement in context.view.live_statements}
    for said in context.view.statements:
        touch = touched.get(said.id)
        over = said.withdrawn_at is not None or said.ended_on is not None
        if touch is None or (over and touch.added) or not (over or said.id in live):
            continue  # it came and went since, or was said anew: the new words tell it
        topic = context.script.find_topic(said.topic)
        asked = introduction(replace(context, topic=topic), said) if topic else said.prompt
        who = context.name(said.voice.id if touch.added else touch.by)
        intro = _said(context, said, touch, asked.rstrip(" :"), who)
        yield said.topic, NewLine(_introduced(context.quote(said), intro, who), _day(context, touch))


def _said(context: StepContext, said: Statement, touch: Touched, asked: str, who: str) -> str:
    """How words are introduced: what they are about, and who did what when; nobody is named twice."""
    say, day, named = context.say, _day(context, touch), asked.startswith(f"{who} ")
    if said.withdrawn_at is not None:
        return say("{asked} · taken back by {who}, {day}:", asked=asked, who=who, day=day)
    if said.ended_on is not None:
        return say("{asked} · no longer so, told by {who}, {day}:", asked=asked, who=who, day=day)
    if named and touch.added:
        if said.replaces is not None:
            return say("{asked} · said anew, {day}:", asked=asked, day=day)
        return say("{asked}, {day}:", asked=asked, day=day)
    if touch.added and said.replaces is not None:
        return say("{asked} · said anew by {who}, {day}:", asked=asked, who=who, day=day)
    if touch.added:
        return say("{asked} · said by {who}, {day}:", asked=asked, who=who, day=day)
    return say("{asked} · changed by {who}, {day}:", asked=asked, who=who, day=day)


def _things(context: StepContext, touched: Mapping[str, Touched]) -> Lines:
    """Everything but statements, with what became of it."""
    for thing in things(context):
        touch = touched.get(thing.ref)
        quote = quoted(context, thing) if touch else None
        if touch is not None and quote is not None:
            who, day = context.name(touch.by), _day(context, touch)
            intro = intro_of(context.say, thing, added=touch.added, who=who, day=day)
            yield thing.topic, NewLine(replace(_introduced(quote, intro, who), note=beside(context, thing)), day)


def _taken_back(context: StepContext, touched: Mapping[str, Touched], history: History) -> Lines:
    """Choices, goals and agreements that were there when one looked last, and were taken back since."""
    view = context.view
    there = {line.id for lines in (view.choices, view.goals, view.agreements) for line in lines}
    for ref, touch in touched.items():
        if not touch.added and ref not in there and touch.of in WORDS:
            column, role = WORDS[touch.of]
            who, day = context.name(touch.by), _day(context, touch)
            words = str(history(ref)[0].after[column])
            intro = context.say("Taken back by {who}, {day}:", who=who, day=day)
            yield topic_of(context, role), NewLine(Quote(ref, words, intro=intro), day)


def _introduced(quote: Quote, intro: str, who: str) -> Quote:
    """A quote with its introduction; where that names who said it, the name does not stand behind the words again."""
    return replace(quote, intro=intro, by="" if quote.by == who else quote.by)


def _day(context: StepContext, touch: Touched) -> str:
    return day_of(context, touch.on)
