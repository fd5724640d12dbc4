"""Changes by others since the reader looked last, as introduced quotes by topic (L63, M17)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from zlp_tui.conversation.ports.history_queries import NewLine, NewSince
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.history.agreement_changes import what_changed
from zlp_tui.conversation.telling.history.change_feed_text import beside, intro_of, quoted, things, topic_of
from zlp_tui.conversation.telling.introductions import introduction
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import day_of
from zlp_tui.conversation.telling.topic_titles import topic_title
from zlp_tui.plan.recorded_change import RecordedChange, Touched
from zlp_tui.plan.view import PlanView, Statement
from zlp_tui.script.roles import Role

WORDS: Final = {
    "choice": ("question", Role.CHOICES), "goal": ("text", Role.GOALS), "agreement": ("want", Role.AGREEMENTS),
}
"""The column that holds the words of what can be taken back altogether, by table, and the role of its topic."""

Lines = Iterator[tuple[str, NewLine]]
"""Lines with the topic they belong to: its id, or a name where the script has no such topic."""


def new_since(
    context: PlanContext, at: str, touched: Mapping[str, Touched], taken_back: Mapping[str, RecordedChange]
) -> NewSince:
    """What is new. `at` is when the reader looked last, empty for never; `touched` what others did since, by line.

    `taken_back` holds the first change of each of the `taken_back_lines`.
    """
    parts: dict[str, list[NewLine]] = {}
    for lines in (_statements(context, touched), _things(context, touched), _taken_back(context, touched, taken_back)):
        for topic, line in lines:
            parts.setdefault(topic, []).append(line)
    order = sorted(parts, key=context.script.number_of)
    return NewSince(_since(context, at), tuple((topic_title(context, topic), tuple(parts[topic])) for topic in order))


def _since(context: PlanContext, at: str) -> str:
    return day_of(context, datetime.fromisoformat(at).astimezone().date().isoformat()) if at else ""


def _statements(context: PlanContext, touched: Mapping[str, Touched]) -> Lines:
    live = {statement.id for statement in context.view.live_statements}
    for said in context.view.statements:
        touch = touched.get(said.id)
        over = said.withdrawn_at is not None or said.ended_on is not None
        if touch is None or (over and touch.added) or not (over or said.id in live):
            continue  # it came and went since, or was said anew: the new words tell it
        topic = context.script.find_topic(said.topic)
        asked = introduction(context, topic, said) if topic else said.prompt
        who = context.name(said.voice.id if touch.added else touch.by)
        intro = _said(context, said, touch, asked.rstrip(" :"), who)
        yield said.topic, NewLine(_introduced(context.quote(said), intro, who), _day(context, touch))


def _said(context: PlanContext, said: Statement, touch: Touched, asked: str, who: str) -> str:
    """How words are introduced: what they are about, and who did what when; nobody is named twice."""
    tr, day, named = context.tr, _day(context, touch), asked.startswith(f"{who} ")
    if said.withdrawn_at is not None:
        return tr("{asked} · taken back by {who}, {day}:", asked=asked, who=who, day=day)
    if said.ended_on is not None:
        return tr("{asked} · no longer so, told by {who}, {day}:", asked=asked, who=who, day=day)
    if named and touch.added:
        if said.replaces is not None:
            return tr("{asked} · said anew, {day}:", asked=asked, day=day)
        return tr("{asked}, {day}:", asked=asked, day=day)
    if touch.added and said.replaces is not None:
        return tr("{asked} · said anew by {who}, {day}:", asked=asked, who=who, day=day)
    if touch.added:
        return tr("{asked} · said by {who}, {day}:", asked=asked, who=who, day=day)
    return tr("{asked} · changed by {who}, {day}:", asked=asked, who=who, day=day)


def _things(context: PlanContext, touched: Mapping[str, Touched]) -> Lines:
    """Everything but statements, with what became of it."""
    for thing in things(context):
        touch = touched.get(thing.ref)
        quote = quoted(context, thing) if touch else None
        if touch is not None and quote is not None:
            who, day = context.name(touch.by), _day(context, touch)
            intro = intro_of(context.tr, thing, added=touch.added, who=who, day=day)
            note = beside(context, thing) or ("" if touch.added else what_changed(context, touch.changes))
            yield thing.topic, NewLine(replace(_introduced(quote, intro, who), note=note), day)


def taken_back_lines(view: PlanView, touched: Mapping[str, Touched]) -> tuple[str, ...]:
    """Choices, goals and agreements that the reader saw and that were taken back since."""
    there = {line.id for lines in (view.choices, view.goals, view.agreements) for line in lines}
    return tuple(
        ref for ref, touch in touched.items() if not touch.added and ref not in there and touch.of in WORDS
    )


def _taken_back(
    context: PlanContext, touched: Mapping[str, Touched], taken_back: Mapping[str, RecordedChange]
) -> Lines:
    for ref, first in taken_back.items():
        (column, role), touch = WORDS[first.of], touched[ref]
        day = _day(context, touch)
        intro = context.tr("Taken back by {who}, {day}:", who=context.name(touch.by), day=day)
        yield topic_of(context, role), NewLine(Quote(ref, str(first.after[column]), intro=intro), day)


def _introduced(quote: Quote, intro: str, who: str) -> Quote:
    """A quote with its introduction; where that names who said it, the name does not stand behind the words again."""
    return replace(quote, intro=intro, by="" if quote.by == who else quote.by)


def _day(context: PlanContext, touch: Touched) -> str:
    return day_of(context, touch.on)
