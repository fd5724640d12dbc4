"""The living plan: what both faces may ask and keep of a plan after it was made (V67-V69, L25, L41, L97).

`FollowUp` writes: how it went, remarks, “I do not agree”. `OverTime` reads: what is due, what is new, then beside now,
what stood here before. All texts are final: addressed, with names and dates in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from zlp_tui.conversation.ports.turn import Kept, Quote, Selectable
from zlp_tui.plan.view import Because, Done, RemarkKind, Route

Slot = Literal["note", "remark", "done-with", "disagree", "ended"]
"""For what words are typed, so that they are still there after a power cut."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A note is on disk. `look_at` is an agreement that did not happen three times for one reason: it is proposed, and
    never decided, to look at it together (L63, M16)."""

    kept: Kept
    look_at: str | None = None


@dataclass(frozen=True, slots=True)
class DueLine:
    """Something with a date. `title` says what, `when` its date in words, `because` why then; `ref` the line of the
    plan that it is about, whose words are `quote`."""

    what: str
    on: str
    late: bool
    title: str
    when: str
    because: str
    ref: str | None = None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class RemarkLine:
    """A remark or a nice moment. `open`: nobody told yet what was done with it."""

    ref: str
    kind: RemarkKind
    quote: Quote
    on: str
    about: Quote | None = None
    done_with: str | None = None
    told_back_on: str | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class DisagreementLine:
    """Somebody does not agree with a line of the plan; `route_title` is where they took it, in words."""

    ref: str
    quote: Quote
    on: str
    about: Quote | None = None
    route: Route | None = None
    route_title: str = ""
    ended_how: str | None = None
    ended_on: str | None = None


@dataclass(frozen=True, slots=True)
class NewLine:
    """What somebody else added or changed: an introduction that tells who and when, and the words."""

    quote: Quote
    on: str


@dataclass(frozen=True, slots=True)
class NewSince:
    """What is new for who speaks, by topic. `since` is when they looked last, in words; empty the first time."""

    since: str
    parts: tuple[tuple[str, tuple[NewLine, ...]], ...]

    @property
    def count(self) -> int:
        """How many lines are new."""
        return sum(len(lines) for _, lines in self.parts)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change of a line: who, when, and what it said before and after, in words (L97).

    `own_words`: both are what somebody said, and not a date, a name or an answer that was picked.
    """

    on: str
    by: str
    what: str
    before: str | None = None
    after: str | None = None
    own_words: bool = False


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """What one person says of an edition, and their own words on it."""

    name: str
    says: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One edition of the plan: `title` is its number and its date in words."""

    number: int
    title: str
    present: str
    consents: tuple[ConsentLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """One line then beside now. `says` tells in words what became of it: “Dat is nog zo.”"""

    topic: str
    """The topic's id in the script."""
    kind: Literal["added", "changed", "ended", "still"]
    then: Quote | None
    now: Quote | None
    says: str
    voice: str = ""
    """Whose words these are, by person id; empty for a fact."""

    @property
    def ref(self) -> str:
        """The line of now, or of then when it ended."""
        return (self.now or self.then or Quote("", "")).ref

    @property
    def told(self) -> tuple[Quote, ...]:
        """What is told before `says`: then and now, or only then where nothing changed."""
        return tuple(side for side in (self.then, self.now if self.kind != "still" else None) if side)


@dataclass(frozen=True, slots=True)
class PairPart:
    """The pairs of one topic, under its title."""

    title: str
    pairs: tuple[Pair, ...]
    pictogram: str = ""


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """Two editions beside each other. `then` and `now` are their titles; a number is None for the plan as it is."""

    then: str
    now: str
    then_number: int | None
    now_number: int | None
    parts: tuple[PairPart, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """How it goes in a life domain, by one person, 0 to 10; `words` say the same: “7” or the face in words."""

    by: str
    mark: int
    words: str


@dataclass(frozen=True, slots=True)
class DomainResult:
    """One life domain then and now, a mark per person; never averaged."""

    id: str
    title: str
    pictogram: str
    then: tuple[Mark, ...]
    now: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class GoalResult:
    """What an evaluation came to for one goal. `step` is how close, 0 (far less than hoped) to 4 (far more).

    `discussed` is False for a goal of which nothing was said: it stays in sight (L27).
    """

    goal: Quote
    discussed: bool
    step: int | None = None
    how_close: str = ""
    decision: str = ""
    outcome: Quote | None = None
    why: Quote | None = None
    successor: Quote | None = None
    tally: str = ""
    """How often its agreements were done, in words."""


@dataclass(frozen=True, slots=True)
class EvaluationLine:
    """One look back: when, and who was there."""

    ref: str
    on: str
    present: str
    open: bool


@dataclass(frozen=True, slots=True)
class Results:
    """What one evaluation came to; `before` is the one it is compared with, None the first time."""

    evaluation: EvaluationLine
    before: EvaluationLine | None
    domains: tuple[DomainResult, ...]
    goals: tuple[GoalResult, ...]
    quality: str = ""
    experience: tuple[tuple[str, str], ...] = ()
    """(name, face in words)"""


class FollowUp(Protocol):
    """Keeping track. Every method that keeps is on disk when it returns, or raises a `ZlpError`."""

    def things(self) -> tuple[Selectable, ...]:
        """The agreements and goals that a note can be about, the client's order first; `hint` tells which it is."""

    def reasons(self) -> tuple[Selectable, ...]:
        """Why something did not happen, as the script words it (L63)."""

    def note(
        self, about: str | None, *, done: Done | None = None, because: Because | None = None, text: str = ""
    ) -> Noted:
        """Note how it went today; `about` None is a loose note."""

    def leave(self, kind: RemarkKind, text: str, about: str | None = None) -> Kept:
        """Leave a remark or a nice moment, about a line of the plan or about nothing in particular."""

    def done_with(self, remark: str, text: str) -> Kept:
        """Say what was done with a remark."""

    def told_back(self, remark: str) -> None:
        """What was done with it was told today to who made it."""

    def routes(self) -> tuple[Selectable, ...]:
        """Where one can go with a disagreement: the carer, the supporter, the complaints officer (L38, M08)."""

    def disagree(self, about: str, text: str) -> Kept:
        """Say that one does not agree with a line; it is kept beside it, and the line stays."""

    def take_to(self, disagreement: str, route: Route) -> None:
        """Where the disagreement was taken."""

    def ended(self, disagreement: str, text: str) -> Kept:
        """How the disagreement ended, today."""

    def looked(self) -> None:
        """Who speaks has seen the plan as it is now."""

    def draft(self, slot: Slot, about: str | None = None) -> str:
        """Words typed here and not kept yet."""

    def keep_draft(self, slot: Slot, about: str | None, text: str) -> None:
        """Keep what is typed here; an empty text forgets it. The face throttles."""


class HistoryQueries(Protocol):
    """Looking back and ahead; nothing here writes."""

    def due(self) -> tuple[DueLine, ...]:
        """What has a date, late or still to come, the earliest first."""

    def remarks(self) -> tuple[RemarkLine, ...]:
        """Remarks and nice moments: open ones first, then the newest first."""

    def disagreements(self, about: str | None = None) -> tuple[DisagreementLine, ...]:
        """Who does not agree, with one line or with any; those that go on first."""

    def new_since(self) -> NewSince:
        """What others added or changed since who speaks looked last (L63, M17)."""

    def history(self, ref: str) -> tuple[HistoryLine, ...]:
        """All changes of a line, the oldest first; `NotFound` for an unknown ref."""

    def editions(self) -> tuple[EditionLine, ...]:
        """The editions that were agreed on, the newest first."""

    def then_and_now(self, then: int | None = None, now: int | None = None) -> ThenAndNow | None:
        """An edition beside a later one, or beside the plan as it is. Without `then`: the last edition before it.

        Without either, when nothing changed since the last edition: the one before that.

        None when the plan has no edition yet; `NotFound` for a number it does not have.
        """

    def evaluations(self) -> tuple[EvaluationLine, ...]:
        """All looks back, the newest first."""

    def results(self, evaluation: str | None = None) -> Results | None:
        """What an evaluation came to, the last one by default, beside the one before; None when there was none."""
