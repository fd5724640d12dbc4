"""What was said or filled in, and what the client or others say of it, as the view has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zlp_tui.plan.lines.closed_lists import DisagreementRoute, Ground, ReadBackWay, RemarkKind, Source
from zlp_tui.plan.lines.person_lines import Voice


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said, character for character, by whoever said it.

    `about` names the choice, goal, agreement or evaluation it was said about; `replaces` the statement it corrects.
    `ended_on` is the day on which somebody said that it is no longer so; the words stay.
    """

    id: str
    seq: int
    topic: str
    step: str
    prompt: str
    side: str | None
    moment: str | None
    text: str
    voice: Voice
    domain: str | None
    source: Source
    conversation: str | None
    said_on: str
    replaces: str | None
    withdrawn_at: str | None
    about: str | None = None
    ended_on: str | None = None


@dataclass(frozen=True, slots=True)
class Detail:
    """What was filled in last at one field of a topic (V101-V105). A field belongs to its topic: two topics may have
    fields of one name."""

    id: str
    topic: str
    field: str
    value: str
    words: str | None = None
    """How a day was said that is not known exactly ("mei 2027"); `value` is then the day that reckons."""
    voice: Voice | None = None
    """Who filled it in; None in an edition that did not keep it yet."""


@dataclass(frozen=True, slots=True)
class ReadBack:
    """The client's word on what was read back to them at the end of a chapter (L90)."""

    id: str
    chapter: str
    conversation: str | None
    confirmed: bool
    correction: str | None
    said_on: str
    about: str | None = None
    """The statement that is not right, where one was pointed out."""
    way: ReadBackWay | None = None
    """What is done about that; `said` once it was."""
    voice: Voice | None = None
    """Who said it: the client. None in an edition that did not keep it."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something somebody at the table wants to be heard, or a nice moment (L56, L107).

    `done_with` is what became of it, `told_back_on` when that was told to who made it. `about` is a line of the plan.
    """

    id: str
    seq: int
    kind: RemarkKind
    text: str
    voice: Voice
    said_on: str
    about: str | None = None
    done_with: str | None = None
    told_back_on: str | None = None
    done_by: str | None = None
    """Who said what became of it, by person id; None where that was not kept."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Somebody does not agree with a line of the plan, where they took it, and how it ended (L38)."""

    id: str
    seq: int
    about: str
    voice: Voice
    text: str
    said_on: str
    route: DisagreementRoute | None = None
    ended_how: str | None = None
    ended_on: str | None = None
    taken_on: str | None = None
    """The day on which it was taken there: from then on terms count."""
    person: str | None = None
    """Whom it is about, where it is about somebody."""
    ended_by: str | None = None
    """Who said how it ended, by person id; None where that was not kept."""


@dataclass(frozen=True, slots=True)
class WishNotMet:
    """A wish that is not met: on which ground, why in own words, who was consulted, and when it is asked again.

    The line that it is `about` keeps its place.
    """

    id: str
    seq: int
    about: str
    voice: Voice
    ground: Ground
    text: str
    said_on: str
    consulted: str | None = None
    ask_again_on: str | None = None


def standing(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Statements that stand: not withdrawn, still so, and not replaced by one that is not withdrawn."""
    everything = tuple(statements)
    replaced = {s.replaces for s in everything if s.replaces and s.withdrawn_at is None}
    return tuple(
        s for s in everything if s.withdrawn_at is None and s.ended_on is None and s.id not in replaced
    )
