"""Port for the list of today over all plans: what is agreed, what is due and what is new, and notes of it (L07, L109).

All texts are final: with names and dates in words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from zlp_tui.conversation.ports.turn import Selectable
from zlp_tui.plan.view import Because, Done, Person, PlanView


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """Something that is agreed for a part of today in one plan, by id, whose client is called `name`.

    `ref` tells it from all others of the list, `agreement` is what a note of it is about. `who` does it and `noted`,
    whether it was `done`, are in words, and empty for nobody and nothing. `own`: who looks takes part. `private`:
    `what` stands for words that are not told in a list, so nothing is noted of it there. `part` is the part of the day
    that a note of it is about, where the agreement stands at more than one.
    """

    ref: str
    plan: str
    name: str
    agreement: str
    what: str
    who: str = ""
    noted: str = ""
    done: Done | None = None
    own: bool = False
    private: bool = False
    part: str | None = None


@dataclass(frozen=True, slots=True)
class AgreedPart:
    """What is agreed for a part of the day, under its title: what is not noted yet first, and of that what who looks
    does."""

    title: str
    lines: tuple[AgreedLine, ...]


@dataclass(frozen=True, slots=True)
class PlanDue:
    """What is due in one plan: the weightiest date that has come, in words, and how many others there are."""

    plan: str
    name: str
    title: str
    when: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class PlanNews:
    """How many lines are new in one plan for who looks; `since` is when they looked last, in words."""

    plan: str
    name: str
    count: int
    since: str


@dataclass(frozen=True, slots=True)
class TodayInPlans:
    """The list of today. `unread` are the names of plans in which something cannot be read."""

    parts: tuple[AgreedPart, ...]
    due: tuple[PlanDue, ...]
    news: tuple[PlanNews, ...]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotedToday:
    """A note is on disk. `joined`: who wrote it is new in that plan. `look_at`: it did not go three times for one
    reason, so it is proposed to look at the agreement together. `was_cut`: only the first of the words fitted."""

    joined: bool = False
    look_at: bool = False
    was_cut: bool = False


class NotesOfToday(Protocol):
    """The list of today over all plans, and notes of it by one person, who is asked for once in a run of the
    program."""

    @property
    def writer(self) -> str:
        """The name of who looks and notes; empty until that is said."""

    def known_writers(self) -> tuple[Selectable, ...]:
        """Who may be meant, by name: who typed last first, then who does something today."""

    def write_as(self, name: str) -> None:
        """From now on this person looks and notes.

        `Refused` for what is no name; `Doubtful` for what may be none: the same again is taken as it is.
        """

    def telling(self) -> Callable[[], None] | None:
        """What tells in the logs of the plans that their words stand in this list, for a thread: where each has a file
        of its own it takes long. None where `today` does so at once, or it was done today. Errors of the store."""

    def today(self) -> TodayInPlans:
        """What is agreed for today in all plans that go on, what is due, and what is new for who looks. What was not
        told in the logs yet is told first."""

    def reasons(self) -> tuple[Selectable, ...]:
        """Why something did not happen, as the script words it (L63)."""

    def require_known(self, line: AgreedLine) -> None:
        """`Doubtful`, once in a plan, where who notes is not known there, or would be the client: nobody comes into a
        plan, or speaks for its client, by a note in passing. `note` asks it too."""

    def note(
        self, line: AgreedLine, *, done: Done | None = None, because: Because | None = None, text: str = ""
    ) -> NotedToday:
        """Note how it went today, in the name of the writer; no conversation begins. It works while another window has
        the plan."""

    def bad_days(self, line: AgreedLine) -> tuple[Selectable, ...]:
        """What was said of bad days in the plan of a line, of which it can be noted that it was so today (M09); `hint`
        tells who noted that already. What is private is not among them."""

    def note_bad_day(self, line: AgreedLine, signal: str) -> bool:
        """Note in the name of the writer that it was such a day; False where they noted that today already."""

    def left_today(self) -> int:
        """How many lines of the list are not noted yet, among the plans as they were listed last."""

    def known_in(self, plan: PlanView) -> Person | None:
        """Who looks, where this plan knows them; None where it does not, and where it knows more of that name."""

    def typed(self, line: AgreedLine) -> str:
        """Words that who writes typed about a line and did not keep, over any end; nobody else's."""

    def keep_typed(self, line: AgreedLine, text: str) -> None:
        """Keep what is typed about a line; an empty text forgets it. The face throttles."""

    def undo(self) -> str | None:
        """Undo the last note of this list: its words; None when there is none."""

    def let_go(self) -> None:
        """Nothing that was noted so far is undone from here any more: a plan is opened, or the list is left."""
