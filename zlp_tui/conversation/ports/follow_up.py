"""Port for keeping track of a plan after it was made: notes, remarks and disagreements (L25, L38, L41, L56, L107).

All texts are final: addressed, with names and dates in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from zlp_tui.conversation.ports.turn import Kept, Quote, Selectable
from zlp_tui.plan.view import Because, DisagreementRoute, Done, Person, RemarkKind

DraftSlot = Literal[
    "note", "remark", "beside", "done-with", "disagree", "ended", "plan-ended", "not-met", "consulted", "ask-again",
    "answer", "heard-from", "no-longer",
]
"""For what words are typed, so that they are still there after a power cut."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A note is on disk. `look_at` is an agreement that did not happen three times for one reason: it is proposed, and
    never decided, to look at it together (L63, M16)."""

    kept: Kept
    look_at: str | None = None


@dataclass(frozen=True, slots=True)
class ToLookAt:
    """An agreement that was not done three times for one reason: `because` tells how often and why, in words. The
    client is asked to look at it together, until they said yes or no (M16)."""

    ref: str
    quote: Quote
    because: str


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
    done_by: str = ""
    """Who told what was done with it, by name."""


@dataclass(frozen=True, slots=True)
class DisagreementLine:
    """Somebody does not agree with a line of the plan; `route_title` is where they took it, in words."""

    ref: str
    quote: Quote
    on: str
    about: Quote | None = None
    route: DisagreementRoute | None = None
    route_title: str = ""
    ended_how: str | None = None
    ended_on: str | None = None
    terms: tuple[str, ...] = ()
    """By when there is an answer, in sentences, while a complaint goes on."""
    person: str = ""
    """Whom it is about, by name, where it is about somebody."""
    reached_at: str = ""
    """By whom and at which number it is reached where it was taken, while it goes on."""
    ended_by: str = ""
    """Who told how it ended, by name."""


@dataclass(frozen=True, slots=True)
class NotMetLine:
    """A wish that cannot be met, `about` a line of the plan: why in own words, the `ground` in words, who was consulted
    and on which day it is asked again, as far as said."""

    ref: str
    quote: Quote
    on: str
    ground: str
    about: Quote | None = None
    consulted: str | None = None
    ask_again: str | None = None
    wanting: str = ""
    """What the law asks for on this ground and was not said yet, in words: a colleague who was consulted."""


@dataclass(frozen=True, slots=True)
class AsideDraft:
    """Words that were typed for a slot, about a line or about nothing, and not kept; `by` is who typed them, by name.

    `own`: they are of who writes now.
    """

    slot: DraftSlot
    about: str | None
    text: str
    by: str
    own: bool


class FollowUp(Protocol):
    """Keeping track. Every method that keeps is on disk when it returns, or raises a `ZlpError`.

    What is kept here are words of who writes (`voice`), which need not be who speaks in the conversation.
    """

    @property
    def voice(self) -> Person | None:
        """Whose words is what is kept next: the keyboard user's, unless another was chosen. None: nobody said who
        types, and until then nothing can be kept here (`Refused`)."""

    def write_as(self, person: str | None) -> None:
        """What is kept from now on are words of this person; None: of the keyboard user again.

        Who joined by name sits down. `Refused` for who is not here.
        """

    def hand_over(self, person: str, slot: DraftSlot, about: str | None = None) -> None:
        """`write_as`, and what is typed here becomes theirs; where they typed something here themselves, each keeps
        their own words."""

    def things(self) -> tuple[Selectable, ...]:
        """The agreements and goals that a note can be about, the client's order first; `hint` tells which it is."""

    def signals(self) -> tuple[Selectable, ...]:
        """What was said of bad days, of which it can be noted that it was so today; `hint` tells who noted that already
        (M09)."""

    def it_was_so(self, signal: str) -> Kept:
        """Note that today was a bad day as these words tell of it; once a day by each. `NotFound` for other lines."""

    def reasons(self) -> tuple[Selectable, ...]:
        """Why something did not happen, as the script words it (L63)."""

    def note(
        self, about: str | None, *, done: Done | None = None, because: Because | None = None, text: str = "",
        part: str | None = None,
    ) -> Noted:
        """Note how it went today, at a `part` of the day where that is given; `about` None is a loose note."""

    def to_look_at(self) -> tuple[ToLookAt, ...]:
        """What the client is asked to look at together, and did not answer yet."""

    def answer_to_look_at(self, agreement: str, *, yes: bool) -> Kept:
        """What the client says of looking at an agreement together; `Refused` while they are not here, `NotFound` for
        one of which that is not asked."""

    def leave(self, kind: RemarkKind, text: str, about: str | None = None) -> Kept:
        """Leave a remark or a nice moment, about a line of the plan or about nothing in particular."""

    def beside(self, about: str, text: str) -> Kept:
        """Say something beside what somebody said, in answer to the same question; their words stay (B2).

        `Refused` for a line that is no such words.
        """

    def done_with(self, remark: str, text: str) -> Kept:
        """Say what was done with a remark."""

    def told_back(self, remark: str) -> Kept:
        """What was done with it was told today to who made it; `Refused` while nobody said what was done, or why
        nothing is (M11)."""

    def routes(self) -> tuple[Selectable, ...]:
        """Where one can go with a disagreement: the carer, the supporter, the complaints officer (L38, M08)."""

    def disagree(self, about: str, text: str) -> Kept:
        """Say that one does not agree with a line; it is kept beside it, and the line stays."""

    def take_to(self, disagreement: str, route: DisagreementRoute) -> Kept:
        """Where the disagreement was taken."""

    def is_about(self, disagreement: str, person: str | None) -> Kept:
        """Whom the disagreement is about, by id; None: nobody in particular."""

    def ended(self, disagreement: str, text: str) -> Kept:
        """How the disagreement ended, today."""

    def why_no_longer(self) -> tuple[str, ...]:
        """Reasons to end a goal or an agreement that can be tapped, in words."""

    def no_longer(self, about: str, text: str) -> Kept:
        """End a goal or an agreement today, with why; the words stay. By who said it, or by the client: `Refused` for
        anybody else, and for a line that is neither or has ended."""

    def grounds(self) -> tuple[Selectable, ...]:
        """Why a wish may not be met, as the law names it."""

    def not_met(self, about: str, ground: str, text: str) -> Kept:
        """Say that a wish cannot be met, on one of `grounds`, and why; the line keeps its place."""

    def consulted(self, not_met: str, text: str) -> Kept:
        """Who was consulted about it."""

    def ask_again(self, not_met: str, typed: str) -> Kept:
        """On which day the wish is asked again; `Refused` for what is no day, or one that is over."""

    def answer_question(self, question: str, text: str) -> Kept:
        """Tell what was found out about an open question of a choice; `Refused` where somebody else told it."""

    def heard_from(self, question: str, text: str) -> Kept:
        """From whom, or where, that answer came; `Refused` for anybody but who told it."""

    def looked(self) -> None:
        """The keyboard user has seen the plan as it is now."""

    def draft(self, slot: DraftSlot, about: str | None = None) -> str:
        """Words that who writes typed here and did not keep yet."""

    def drafts_of_others(self, slot: DraftSlot, about: str | None = None) -> tuple[tuple[str, str], ...]:
        """What others than who writes typed here and did not keep, each with their name, newest first.

        The name is empty where nobody said who typed.
        """

    def drafts(self) -> tuple[AsideDraft, ...]:
        """All that was typed here and not kept, newest first."""

    def keep_draft(self, slot: DraftSlot, about: str | None, text: str) -> None:
        """Keep what is typed here; an empty text forgets it. The face throttles."""
