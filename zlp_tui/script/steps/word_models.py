"""Steps that are answered in words, or only read: something to tell, who is here, open questions, two sides, a day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from zlp_tui.script.blank_question import BlankQuestion, blank
from zlp_tui.script.question_models import Days, Id, PlaceId, Question, Sentence, TitledQuestion, TopicOrPlace
from zlp_tui.script.step_model import TO_ANOTHER, Answered, RepeatedStep, StepBase


class Tell(StepBase):
    """Something to read together. With `notice` or `notices`, the day on which it was shown is kept (V34, L10, L37); so
    is that of the notices that it `also_tells`, after its text, in the words that the script has for them."""

    kind: Literal["tell"]
    text: tuple[Sentence, ...] = Field(min_length=1)
    notice: Id | None = None
    notices: tuple[Id, ...] = ()
    also_tells: tuple[Id, ...] = ()
    only_if: Answered | None = None
    """For whom it is told; everybody, where this is left out."""
    shows: Literal["open-matters"] | None = None
    """What of the plan is read after the first paragraph: who does not agree, and remarks that wait. It is passed over
    where nothing is."""

    is_asked: ClassVar[bool] = False

    @property
    def shown_notices(self) -> tuple[str, ...]:
        """The ids of the notices that it shows; none for a text that is none."""
        return (*((self.notice,) if self.notice else ()), *self.notices, *self.also_tells)

    @property
    def told_only_if(self) -> Answered | None:
        """As `only_if` says it."""
        return self.only_if

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return (BlankQuestion(read=self.text, room=False),)


class Round(Question):
    """What the client asks each other person at the table once, after their own answer, in the I-form."""

    to: Literal["other", "own-people", "professionals"] = "other"
    """Which of them; who is not known to be from care may be either."""


class Table(StepBase, Question):
    """Who sits at the table now (V21)."""

    kind: Literal["table"]

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return (blank(self),)


class Ask(RepeatedStep, Question):
    """One open question; each answer adds something, or (for keeps with one value) says it anew."""

    asks_alone: ClassVar[bool] = True
    kind: Literal["ask"]
    keeps: Literal[
        "statement", "choice", "option", "option-source", "open-question", "thinking-until", "reason", "revisit-on",
        "goal", "goal-until", "agreement", "result", "adjust", "goal-outcome", "goal-why", "goal-successor",
        "agreement-successor", "must-know",
    ] = "statement"
    into: PlaceId | None = None
    """For `keeps: statement`: the `topic/step` to which the words belong, when that is another one."""
    source: Literal["spoken", "paper"] = "spoken"
    """For `keeps: statement`: `paper` for words that somebody wrote down beforehand."""
    only_if: Answered | None = None
    """Who is asked this; everybody, where this is left out."""
    needs_company: bool = False
    """Whether it is asked only where somebody sits there beside the client, as it is about what both think."""
    voice: Literal["anyone", "client", "other", "own-people", "professionals"] = "anyone"
    """Who is asked first: `other` proposes somebody else at the table, the last two such a person, if there is one."""
    with_domain: bool = False
    """Offers to say which life domain the answer belongs to (V84, V118)."""
    beside: tuple[TopicOrPlace, ...] = ()
    """Topics, or steps, whose quotes stand beside the question."""
    offers: tuple[Id, ...] = ()
    """For `keeps: goal` and `agreement`: topics whose quotes are offered as the answer, the likeliest first."""
    always: Sentence | None = None
    """For `keeps: choice`: the option that is always there, doing nothing (V76)."""
    days: Days | None = None
    """For `keeps` a day: which days answer the question."""
    for_decider: Question | None = None
    """For `keeps: reason`: how it is asked of somebody else who decides (`{decider}`)."""
    round: Round | None = None
    """For `keeps: statement`: what is asked of others at the table too, each in their own words."""
    once_said: tuple[PlaceId, ...] = ()
    """The steps at each of which something must have been said before this is asked."""
    domain_said: tuple[PlaceId, ...] = ()
    """For `each: domains`: the steps at one of which something must have been said of a domain, or a goal for it, or
    else it is asked of that domain on request only."""
    remind_domains: bool = False
    """Names the ten domains beside the question, each with what belongs to it (V118)."""
    gentle: Sentence | None = None
    """For `keeps: goal`: a friendly word before there are more than three (V126). For `keeps: goal-why`: when the goal
    was reached.
    """

    first_part: ClassVar[str] = "first"

    @property
    def asks_another(self) -> bool:
        """Whether somebody else than the client is asked first."""
        return self.voice in TO_ANOTHER

    @property
    def asked_in_turn(self) -> str | None:
        """Which of the others at the table are asked once each."""
        return self.round.to if self.round is not None else None

    @property
    def skips_settled(self) -> bool:
        """Whoever said something here already is not asked in turn; a list of questions is gone along as elsewhere."""
        return self.round is not None or self.repeated_over is not None

    @property
    def on_request_until_said(self) -> tuple[str, ...]:
        """As `domain_said` says it."""
        return self.domain_said

    @property
    def addressee(self) -> str:
        """Whom the question is for, as `voice` says it."""
        return self.voice

    @property
    def kept_as(self) -> str | None:
        """What the answer becomes."""
        return self.keeps

    @property
    def to_think_about(self) -> bool:
        """Not what is asked of somebody else, nor what is asked of each of the things that were said."""
        once = self.each in (None, "domains")
        return once and not self.asks_another and (self.keeps == "statement" or self.begins_something)

    @property
    def told_only_if(self) -> Answered | None:
        """As `only_if` says it."""
        return self.only_if

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return (blank(self),)

    @property
    def begins_something(self) -> bool:
        """Whether the answer becomes a choice, a goal or an agreement."""
        return self.keeps in ("choice", "goal", "agreement")


class TwoSides(StepBase):
    """Two questions that belong together, such as a good day and a bad day (V113, V120)."""

    asks_alone: ClassVar[bool] = True
    kind: Literal["two-sides"]
    sides: dict[
        Literal["good", "bad", "works", "does-not-work", "must-have", "must-not", "like", "dislike", "happy", "sad"],
        TitledQuestion,
    ] = Field(min_length=2, max_length=2)
    with_domain: bool = False
    into: PlaceId | None = None
    """The `topic/step` to which the words belong, when that is another one."""

    @property
    def to_think_about(self) -> bool:
        """Each of its sides is."""
        return True

    @property
    def part_titles(self) -> Mapping[str, str]:
        """The titles of the sides."""
        return {side: question.title for side, question in self.sides.items()}

    @property
    def parts_meeting(self) -> Mapping[str, tuple[str, ...]]:
        """What is asked of the law, by side."""
        return {side: question.meets for side, question in self.sides.items()}

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return tuple(blank(question, side, title=question.title) for side, question in self.sides.items())


class Day(StepBase):
    """An ordinary day from waking to bed, one moment at a time (V112)."""

    asks_alone: ClassVar[bool] = True
    kind: Literal["day"]
    moments: dict[Id, TitledQuestion] = Field(min_length=2)

    @property
    def to_think_about(self) -> bool:
        """Each of its moments is."""
        return True

    @property
    def part_titles(self) -> Mapping[str, str]:
        """The titles of the moments."""
        return {moment: question.title for moment, question in self.moments.items()}

    @property
    def parts_meeting(self) -> Mapping[str, tuple[str, ...]]:
        """What is asked of the law, by moment."""
        return {moment: question.meets for moment, question in self.moments.items()}

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return tuple(blank(question, moment, title=question.title) for moment, question in self.moments.items())
