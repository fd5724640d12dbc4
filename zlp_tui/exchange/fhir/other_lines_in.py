"""Goals, agreements and answers in a bundle of another program, as lines of a plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from zlp_tui.exchange.fhir.bundle_parser import Entry
from zlp_tui.exchange.fhir.json_parts import each, part, words
from zlp_tui.exchange.fhir.other_people import IdOf
from zlp_tui.exchange.fhir.values import Json
from zlp_tui.plan.view import Agreement, Goal, GoalStatus, Progress, SmallStep, Statement, Task, Voice, When
from zlp_tui.text import LIMIT, clean

CAME_ALONG: Final = "taken-in"
"""The topic of what has no place in the script."""

_STATUS: Final[Mapping[str, GoalStatus]] = {
    "on-hold": "waits", "completed": "reached", "cancelled": "stopped", "rejected": "stopped",
}
_ENDED: Final = ("completed", "cancelled", "stopped", "revoked")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_NO_ID: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class LineMaker:
    """Makes lines of resources. `voice_at` gives who has an address, and the file itself for anybody unknown;
    `place_of` the topic and step of the script that an item is; `told` puts yes and no in words."""

    id_of: IdOf
    voice_at: Callable[[str | None], Voice]
    place_of: Callable[[str], tuple[str, str] | None]
    told: Mapping[bool, str]
    today: str
    seqs: Iterator[int]

    def goal(self, entry: Entry) -> Iterator[Goal | Progress]:
        """One goal, and the notes about it. Nothing where it has no words."""
        said = _said(words(entry.resource, "description", "text") or _display(entry.resource, "description"))
        if said is None:
            return
        status = _STATUS.get(str(entry.resource.get("lifecycleStatus")), "active")
        ended = day_in(words(entry.resource, "statusDate")) or self.today
        voice = self.voice_at(words(entry.resource, "expressedBy", "reference"))
        ref = self.id_of(entry.address)
        until = day_in(words(entry.resource, "target", 0, "dueDate"))
        yield Goal(
            ref, next(self.seqs), said, voice, status=status, until=until,
            ended_on=ended if status in ("reached", "stopped") else None,
        )
        yield from self._notes(entry.resource, "note", ref)

    def agreements(self, entry: Entry, goals: Mapping[str, str], people: Mapping[str, str]) -> Iterator[
        Agreement | Progress
    ]:
        """The agreements of a CarePlan; `goals` and `people` are ids by address."""
        for number, activity in enumerate(each(entry.resource, "activity")):
            detail = part(activity, "detail")
            want = _said(words(detail, "description") or words(detail, "code", "text") or _display(detail, "code"))
            if want is None or words(detail, "status") == "entered-in-error":
                continue
            ref = self.id_of(f"{entry.address}/{number}")
            when = _said(words(detail, "scheduledString") or words(detail, "scheduledTiming", "code", "text"))
            until = day_in(words(detail, "scheduledPeriod", "end"))
            goal = next((goals[at] for at in _references(detail, "goal") if at in goals), None)
            step = SmallStep(self.id_of(f"{ref}/when"), want, When(when), whole=True) if when else None
            who = dict.fromkeys(people[at] for at in _references(detail, "performer") if at in people)
            yield Agreement(
                ref, next(self.seqs), want, self.voice_at(words(entry.resource, "author", "reference")), goal=goal,
                steps=(step,) if step else (), who=tuple(Task(person, None) for person in who),
                from_=day_in(words(detail, "scheduledPeriod", "start")), until=until,
                ended_on=self.today if words(detail, "status") in _ENDED else None,
            )
            yield from self._notes(activity, "progress", ref)

    def statements(self, entry: Entry) -> Iterator[Statement]:
        """The answers of a response, each in the voice of who gave it."""
        source = words(entry.resource, "source", "reference") or words(entry.resource, "author", "reference")
        said_on = day_in(words(entry.resource, "authored")) or self.today
        for link, asked, answer in _answers(entry.resource):
            for text in _pieces(self._answered(answer)):
                topic, step = self.place_of(link) or (CAME_ALONG, _script_id(link))
                number, prompt = next(self.seqs), _said(asked) or step
                yield Statement(
                    self.id_of(f"{entry.address}/{number}"), number, topic, step, prompt, None, None, text,
                    self.voice_at(source), None, "import", None, said_on, None, None,
                )

    def _answered(self, answer: Mapping[str, Json]) -> str:
        """An answer in words; empty where it has none."""
        for name, value in answer.items():
            if name.startswith("value"):
                if isinstance(value, bool):
                    return self.told[value]
                if isinstance(value, Mapping):
                    told = words(value, "display") or words(value, "code") or words(value, "text")
                    amount = " ".join(str(value[key]) for key in ("value", "unit") if key in value)
                    return told or amount
                return words(answer, name) or str(value)
        return ""

    def _notes(self, holder: Mapping[str, Json], name: str, about: str) -> Iterator[Progress]:
        for number, note in enumerate(each(holder, name)):
            said = _said(words(note, "text"))
            if said is not None:
                yield Progress(
                    self.id_of(f"{about}/{name}/{number}"), next(self.seqs), day_in(words(note, "time")) or self.today,
                    self.voice_at(words(note, "authorReference", "reference")), about, text=said,
                )


def day_in(text: str | None) -> str | None:
    """The day that a date or an instant begins with; None where it is less exact."""
    found = _DAY.match(text or "")
    return found.group() if found else None


def _said(text: str | None) -> str | None:
    return str(clean(text)) or None if text else None


def _pieces(text: str) -> Iterator[str]:
    """A text in pieces that each can be kept."""
    while text:
        if piece := str(clean(text[:LIMIT])):
            yield piece
        text = text[LIMIT:]


def _display(holder: Json, name: str) -> str | None:
    return words(holder, name, "coding", 0, "display")


def _references(holder: Json, name: str) -> list[str]:
    return list(filter(None, (words(reference, "reference") for reference in each(holder, name))))


def _answers(holder: Mapping[str, Json]) -> Iterator[tuple[str, str | None, Mapping[str, Json]]]:
    """All answers within items, however deep, each with its item's id and question."""
    for item in each(holder, "item"):
        link, asked = words(item, "linkId") or "", words(item, "text")
        for answer in each(item, "answer"):
            yield link, asked, answer
            yield from _answers(answer)
        yield from _answers(item)


def _script_id(link: str) -> str:
    """The id of an item of another program, as a step can be called."""
    return _NO_ID.sub("-", link.lower()).strip("-")[:60].strip("-") or "item"
