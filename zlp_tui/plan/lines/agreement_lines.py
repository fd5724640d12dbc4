"""Goals, agreements and how they go, as the view has them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from zlp_tui.plan.lines.closed_lists import Because, Done, GoalKind, GoalStatus
from zlp_tui.plan.lines.person_lines import Voice
from zlp_tui.plan.lines.printed_names import printed_as


@dataclass(frozen=True, slots=True)
class Goal:
    """What the client wants to reach, keep, slow or ease (V122). `follows_from` are ids of statements or choices."""

    id: str
    seq: int
    text: str
    voice: Voice
    kind: GoalKind | None = None
    domain: str | None = None
    priority: int | None = None
    status: GoalStatus = "active"
    follows_from: tuple[str, ...] = ()
    replaces: str | None = None
    ended_on: str | None = None
    ended_because: str | None = None
    """Why it ended, in the words of who ended it outside an evaluation."""
    ended_by: str | None = None
    """Who ended it, by person id; None where that was not kept."""
    until: str | None = None
    """Until when it is worked on (L20)."""
    until_words: str | None = None
    """How that was said, when it was no exact day."""


@dataclass(frozen=True, slots=True)
class When:
    """When and how often, in the speaker's words, and as far as they name that for certain: ISO weekdays (1 = Monday),
    one part of the day or several, and every how many weeks, counted from the week of an ISO date."""

    words: str
    weekdays: tuple[int, ...] = ()
    part_of_day: str | None = None
    parts_of_day: tuple[str, ...] = ()
    """The parts of the day where there are more than one; then `part_of_day` is None."""
    every_weeks: int | None = None
    """None: every week."""
    weeks_from: str | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        """All parts of the day that the words name."""
        return self.parts_of_day or ((self.part_of_day,) if self.part_of_day else ())


@dataclass(frozen=True, slots=True)
class SmallStep:
    """One small, concrete step of an agreement (V127), or the `whole` of it: then it says when all of it is kept."""

    id: str
    what: str
    when: When | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """What one person does in an agreement: self first, then own people, then professionals (V66)."""

    person: str
    does: str | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who does what when (V127-V131). `done`, `result` and `adjust` are read off the progress noted so far."""

    __pydantic_config__ = printed_as({"from_": "from"})

    id: str
    seq: int
    want: str
    voice: Voice
    goal: str | None = None
    domain: str | None = None
    steps: tuple[SmallStep, ...] = ()
    who: tuple[Task, ...] = ()
    from_: str | None = None
    until: str | None = None
    evaluate_on: str | None = None
    follows_from: tuple[str, ...] = ()
    replaces: str | None = None
    ended_on: str | None = None
    done: Done | None = None
    result: str | None = None
    adjust: str | None = None
    from_words: str | None = None
    """How the day was said, when it was not an exact one; `from_` is then the day that reckons."""
    until_words: str | None = None
    evaluate_words: str | None = None
    ended_because: str | None = None
    """Why it ended, in the words of who ended it outside an evaluation."""
    ended_by: str | None = None
    """Who ended it, by person id; None where that was not kept."""

    def is_over(self, on: str) -> bool:
        """Whether it is in force and its last day is over, seen from an ISO date."""
        return self.ended_on is None and self.until is not None and self.until < on


@dataclass(frozen=True, slots=True)
class Progress:
    """One note of how it went; append-only. `about` is the id of an agreement, of a goal or of what was said of
    a bad day (M09), or None for a loose note; `part_of_day` where it is about that part of the day alone."""

    id: str
    seq: int
    on: str
    voice: Voice
    about: str | None = None
    done: Done | None = None
    because: Because | None = None
    text: str | None = None
    adjust: str | None = None
    part_of_day: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something was noted as done, partly done and not done (L41), and how often for each reason it was not
    or only partly (L63), in the order of the list of reasons."""

    yes: int = 0
    partly: int = 0
    no: int = 0
    reasons: tuple[tuple[Because, int], ...] = ()

    @classmethod
    def counted(cls, yes: int, partly: int, no: int, *because: int) -> Tally:
        """A tally with how often each reason was given, in the order of the list of reasons."""
        given = zip(get_args(Because), because, strict=True)
        return cls(yes, partly, no, tuple((reason, count) for reason, count in given if count))

    @classmethod
    def of(cls, notes: Iterable[tuple[str | None, str | None]]) -> Tally:
        """A tally of notes, each by how it was done and for which reason."""
        told = tuple(notes)
        done, because = Counter(how for how, _ in told), Counter(why for _, why in told)
        return cls.counted(
            done["yes"], done["partly"], done["no"], *(because[reason] for reason in get_args(Because))
        )
