"""Port for read-only queries over time: due dates, changes since the last visit, history, differences between editions.

All texts are final: addressed, with names and dates in words (V67-V69, L63, L97).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from zlp_tui.conversation.ports.evaluation_pages import EvaluationLine, Results
from zlp_tui.conversation.ports.follow_up import DisagreementLine, NotMetLine, RemarkLine
from zlp_tui.conversation.ports.plan_pages import FoundWords, LetterPart, PlanLength, TraceStep
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.plan.view import Consents


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
class TodayLine:
    """Something agreed for today: `ref` is the agreement. `who` and `noted` (whether it was done) are in words, and
    empty for nobody and nothing. `private`: `what` stands for words that are not told in this company. `part` is the
    part of the day that a note of it is about, where the agreement stands at more than one."""

    ref: str
    what: str
    who: str = ""
    noted: str = ""
    private: bool = False
    part: str | None = None


@dataclass(frozen=True, slots=True)
class TodayPart:
    """What is agreed for a part of the day, under its title; what is not noted yet comes first."""

    title: str
    lines: tuple[TodayLine, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """What is agreed for today, by part of the day, and what is due today or late, the earliest first."""

    parts: tuple[TodayPart, ...]
    due: tuple[DueLine, ...]


@dataclass(frozen=True, slots=True)
class WeekLine:
    """Something agreed for a day of the week: `ref` is the agreement. `at` is the part of the day, `who` does it, and
    `note` is whether it was done, or of what names no day the words that say when; in words, and empty for none.
    `private`: `what` stands for words that are not told in this company."""

    ref: str
    what: str
    at: str = ""
    who: str = ""
    note: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class WeekPart:
    """What is agreed for one day, for each day, or for none in particular, under its title."""

    title: str
    lines: tuple[WeekLine, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """What is agreed for one week, in order (L106). `nothing_else` names the days of which no part tells."""

    title: str
    parts: tuple[WeekPart, ...]
    nothing_else: str = ""


@dataclass(frozen=True, slots=True)
class NewLine:
    """What somebody else added or changed: an introduction that tells who and when, and the words."""

    quote: Quote
    on: str


@dataclass(frozen=True, slots=True)
class NewSince:
    """What is new for the keyboard user, by topic. `since` is when they looked last, or did something here last, in
    words; empty the first time, and then it is only of the last few days."""

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
class LookedDay:
    """What the log tells of one day, in sentences. `code`: five words that stand for the log up to the end of it; they
    never change once the day is over."""

    title: str
    lines: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True)
class WhoLooked:
    """Who looked into the plan and what they did there, the newest day first. `locked`: the plan has a lock, so nobody
    without its key can change this. `sound`: it is as it was written, and tells of every change."""

    days: tuple[LookedDay, ...]
    locked: bool
    sound: bool


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """What one person says of an edition, in words, and their own words on it; `consent` is which answer that is."""

    name: str
    says: str
    words: str | None = None
    consent: Consents = "not-asked"


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One edition of the plan: `title` is its number and its date in words."""

    number: int
    title: str
    present: str
    consents: tuple[ConsentLine, ...] = ()


Asked = Literal["confirmed", "not-asked", "otherwise"]
"""What is known of a line, then beside now: somebody was asked and said that it is still so, nobody was asked again,
or it is otherwise now: changed, ended or new."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One line then beside now. `says` tells in words what became of it: “Dat is bevestigd.”"""

    topic: str
    """The topic's id in the script."""
    kind: Literal["added", "changed", "ended", "still"]
    then: Quote | None
    now: Quote | None
    says: str
    voice: str = ""
    """Whose words these are, by person id; empty for a fact."""
    what: str = ""
    """What differs, in words, where it is a part or a field of a line and not its own words."""
    asked: Asked = "otherwise"
    """Of a line that is still as it was, whether somebody was asked and said so; `otherwise` for all others."""

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

    @property
    def changed_first(self) -> tuple[PairPart, ...]:
        """All of it, topics in which something changed first."""
        return tuple(sorted(self.parts, key=lambda part: all(pair.kind == "still" for pair in part.pairs)))

    @property
    def only_changed(self) -> tuple[PairPart, ...]:
        """Only what is not as it was."""
        left = (replace(part, pairs=tuple(pair for pair in part.pairs if pair.kind != "still")) for part in self.parts)
        return tuple(part for part in left if part.pairs)


class HistoryQueries(Protocol):
    """Looking back and ahead; nothing here writes."""

    def day_of(self, on: str) -> str:
        """When something was said or done, an ISO date, as it is told today: `3 maart`, or that nobody knows."""

    def due(self) -> tuple[DueLine, ...]:
        """What has a date, late or still to come, the earliest first."""

    def today(self) -> Today:
        """What is agreed for today, by part of the day, and what is due. Words that belong to a sensitive life domain
        are told only in company in which that may be asked about."""

    def week(self) -> Week:
        """What is agreed for this week, by day and part of the day; words of a sensitive life domain as in `today`."""

    def remarks(self) -> tuple[RemarkLine, ...]:
        """Remarks and nice moments: open ones first, then the newest first."""

    def disagreements(self, about: str | None = None) -> tuple[DisagreementLine, ...]:
        """Who does not agree, with one line or with any; those that go on first."""

    def notes_beside(self) -> Mapping[str, str]:
        """By line as it stands now, what is said beside it, in words: that it cannot be done now, and who does not
        agree with it, since when and why."""

    def not_met(self, about: str | None = None) -> tuple[NotMetLine, ...]:
        """The wishes that cannot be met now, the newest first; of one line all that was said of it."""

    def new_since(self) -> NewSince:
        """What others added or changed since the keyboard user looked last (L63, M17); before anybody said who types,
        since who typed last did. Nothing where neither is known."""

    def who_looked(self) -> WhoLooked:
        """Who looked into the plan and what they did there, by day; of what is hidden here nothing is told."""

    def history(self, ref: str) -> tuple[HistoryLine, ...]:
        """All changes of a line, the oldest first; `NotFound` for an unknown ref."""

    def came_of(self, ref: str) -> tuple[TraceStep, ...]:
        """What came of a line, the oldest first: goals, agreements, how it went, what was said of it (M31)."""

    def way(self, ref: str) -> tuple[TraceStep, ...]:
        """The way of the wish that a line came from, over the talks, the oldest first; the line is in it (M32)."""

    def editions(self) -> tuple[EditionLine, ...]:
        """The editions that were agreed on, the newest first."""

    def read_edition(self, number: int, length: PlanLength = "whole") -> tuple[LetterPart, ...]:
        """The plan as it was agreed on, to read, as it was told that day; `NotFound` for a number that it has not."""

    def then_and_now(self, then: int | None = None, now: int | None = None) -> ThenAndNow | None:
        """An edition beside a later one, or beside the plan as it is. Without `then`: the last edition before it.

        Without either, when nothing changed since the last edition: the one before that.

        None when the plan has no edition yet; `NotFound` for a number it does not have.
        """

    def search(self, typed: str) -> tuple[FoundWords, ...]:
        """All words in the plan, and in its editions, that hold what is typed; the newest first (L48).

        What belongs to a sensitive life domain is found only in company in which that may be asked about.
        """

    def evaluations(self) -> tuple[EvaluationLine, ...]:
        """All evaluations, the newest first."""

    def results(self, evaluation: str | None = None) -> Results | None:
        """What an evaluation came to, the last one by default, beside the one before; None when there was none."""
