"""What others added or changed since who speaks looked last, as introduced quotes by topic (L63, M17)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from zlp_tui.conversation.days import day_of
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.living import NewLine, NewSince
from zlp_tui.conversation.new_told import beside, intro_of, quoted, things, topic_of
from zlp_tui.conversation.said import introduction
from zlp_tui.conversation.turn import Quote
from zlp_tui.plan.access import May, may
from zlp_tui.plan.history import history
from zlp_tui.plan.session import Session
from zlp_tui.plan.view import Statement
from zlp_tui.plan.writers import seen
from zlp_tui.script.roles import Role

if TYPE_CHECKING:
    from zlp_tui.plan.seen import Touched

WORDS: Final = {
    "choice": ("question", Role.CHOICES), "goal": ("text", Role.GOALS), "agreement": ("want", Role.AGREEMENTS),
}
"""The column that holds the words of what can be taken back altogether, by table, and the role of its topic."""

Lines = Iterator[tuple[str, NewLine]]
"""Lines with the topic they belong to: its id, or a name where the script has no such topic."""


def new_since(here: Here, session: Session, allowed: May = may) -> NewSince:
    """What is new for who speaks; all that others ever said when they look for the first time.

    The view holds what they may see; of what is no longer in it, `allowed` tells whether they might.
    """
    at, touched = seen.touched_since(session, here.view.id, here.voice.id)
    parts: dict[str, list[NewLine]] = {}
    taken_back = _taken_back(here, session, touched, allowed)
    for lines in (_statements(here, touched), _things(here, touched), taken_back):
        for topic, line in lines:
            parts.setdefault(topic, []).append(line)
    order = sorted(parts, key=here.script.number_of)
    return NewSince(_since(here, at), tuple((_title(here, topic), tuple(parts[topic])) for topic in order))


def _since(here: Here, at: str) -> str:
    return day_of(here, datetime.fromisoformat(at).astimezone().date().isoformat()) if at else ""


def _title(here: Here, topic: str) -> str:
    found = here.script.find_topic(topic)
    if found is not None:
        return here.words(found.title)
    known = {
        "remarks": here.say("Remarks and nice moments"), "disagreements": here.say("Who does not agree"),
        Role.GOAL_OUTCOMES: here.say("What came of the goals"), Role.FOLLOW_UP: here.say("How it went"),
    }
    return known.get(topic) or here.say("Said before, at questions that are no longer asked")


def _statements(here: Here, touched: Mapping[str, Touched]) -> Lines:
    live = {statement.id for statement in here.view.live_statements}
    for said in here.view.statements:
        touch = touched.get(said.id)
        over = said.withdrawn_at is not None or said.ended_on is not None
        if touch is None or (over and touch.added) or not (over or said.id in live):
            continue  # it came and went since, or was said anew: the new words tell it
        topic = here.script.find_topic(said.topic)
        asked = introduction(replace(here, topic=topic), said) if topic else said.prompt
        who = here.name(said.voice.id if touch.added else touch.by)
        intro = _said(here, said, touch, asked.rstrip(" :"), who)
        yield said.topic, NewLine(_introduced(here.quote(said), intro, who), _day(here, touch))


def _said(here: Here, said: Statement, touch: Touched, asked: str, who: str) -> str:
    """How words are introduced: what they are about, and who did what when; nobody is named twice."""
    say, day, named = here.say, _day(here, touch), asked.startswith(f"{who} ")
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


def _things(here: Here, touched: Mapping[str, Touched]) -> Lines:
    """Everything but statements, with what became of it."""
    for thing in things(here):
        touch = touched.get(thing.ref)
        quote = quoted(here, thing) if touch else None
        if touch is not None and quote is not None:
            who, day = here.name(touch.by), _day(here, touch)
            intro = intro_of(here.say, thing, added=touch.added, who=who, day=day)
            yield thing.topic, NewLine(replace(_introduced(quote, intro, who), note=beside(here, thing)), day)


def _taken_back(here: Here, session: Session, touched: Mapping[str, Touched], allowed: May) -> Lines:
    """Choices, goals and agreements that were there when one looked last, and were taken back since."""
    view = here.view
    there = {line.id for lines in (view.choices, view.goals, view.agreements) for line in lines}
    for ref, touch in touched.items():
        if not touch.added and ref not in there and touch.of in WORDS:
            column, role = WORDS[touch.of]
            if not allowed(here.voice.id, "see", role):
                continue
            who, day = here.name(touch.by), _day(here, touch)
            words = str(history(session, view.id, ref)[0].after[column])
            intro = here.say("Taken back by {who}, {day}:", who=who, day=day)
            yield topic_of(here, role), NewLine(Quote(ref, words, intro=intro), day)


def _introduced(quote: Quote, intro: str, who: str) -> Quote:
    """A quote with its introduction; where that names who said it, the name does not stand behind the words again."""
    return replace(quote, intro=intro, by="" if quote.by == who else quote.by)


def _day(here: Here, touch: Touched) -> str:
    return day_of(here, touch.on)
