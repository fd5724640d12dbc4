"""What all kinds of steps have in common: what others must know of a step without knowing its kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final, Literal

from pydantic import Field

from zlp_tui.script.blank_question import BlankQuestion
from zlp_tui.script.question_models import FormField, Id, Model, PickOption

Each = Literal[
    "choices", "goals", "agreements", "domains", "goals-now", "waiting-goals", "agreements-now", "loose-agreements",
    "people-here",
]
"""What a step is repeated over: choices on the table, active goals, agreements in force, domains that matter now.

In an evaluation: the goals that were worked on when it began, those that waited, the agreements that were in force,
those of them whose goal ended in it, and who is here.
"""

TO_ANOTHER: Final = ("other", "own-people", "professionals")
"""What `voice` says of a question that the client puts to somebody else."""


class StepBase(Model):
    """What all steps share, and what code that handles any kind of step may ask of one. Kinds override the defaults."""

    id: Id
    meets: tuple[Id, ...] = ()
    """What a law wants to be talked about that is asked here (`subjects` in `data/rules/`)."""
    on_request: bool | tuple[Id, ...] = False
    """Asked only of who wishes to say more about what the step is about: the whole step, or these parts of it."""

    is_asked: ClassVar[bool] = True
    """Whether there is something to answer."""
    repeats_follow_up: ClassVar[bool] = False
    """Whether the follow-up questions about an item come again, answered or not, for whoever returns to that item."""
    reads_back: ClassVar[bool] = False
    """Whether it reads the chapter back."""
    for_client_only: ClassVar[bool] = False
    """Whether nobody but the client can answer it, so that it is passed over where the client is not."""
    first_part: ClassVar[str] = ""
    """What a route calls the first question of a step whose other questions follow from its answer."""
    asks_alone: ClassVar[bool] = False
    """Whether nothing stands on its page but the question, unless it says so."""
    can_go_on_at: ClassVar[bool] = True
    """Whether a later conversation may go on at it."""

    def is_on_request(self, part: str | None) -> bool:
        """Whether a part of it is asked only on request."""
        if isinstance(self.on_request, bool):
            return self.on_request
        return any(piece in self.on_request for piece in (part or self.first_part).split("/"))

    @property
    def frames_sitting(self) -> bool:
        """Whether it begins or ends a sitting of a route, so that it is asked once in each."""
        return False

    @property
    def ends_sitting(self) -> bool:
        """Whether it is among the last pages of a sitting: after it the next one begins."""
        return False

    @property
    def on_request_once_known(self) -> bool:
        """Whether it is asked on request once its answer is known from elsewhere."""
        return False

    def on_request_but_for(self, part: str | None) -> tuple[str, ...]:
        """The kinds of people of whom a part is asked, where it is asked of others on request; none: of everybody."""
        return ()

    @property
    def on_request_until_said(self) -> tuple[str, ...]:
        """The steps of which one must have words about a life domain, or it is asked of that domain on request."""
        return ()

    @property
    def asks_another(self) -> bool:
        """Whether the question is put to somebody other than the client."""
        return False

    @property
    def addressee(self) -> str:
        """Whom the question is for, as the `voice` of an open question says it."""
        return "anyone"

    @property
    def asked_in_turn(self) -> str | None:
        """Which of the others at the table are asked once each too, as `voice` says it; None for none."""
        return None

    @property
    def repeated_over(self) -> Each | None:
        """What the step is repeated over."""
        return None

    @property
    def skips_settled(self) -> bool:
        """Whether walking forward passes over its questions that have their answer, because they go along a list."""
        return self.repeated_over is not None

    @property
    def proposed_pause(self) -> str | None:
        """The words in which a pause is proposed, after so many minutes as the answer says; None for none."""
        return None

    @property
    def to_think_about(self) -> bool:
        """Whether it is a question for the client that one can think about before the talk."""
        return False

    @property
    def begins_something(self) -> bool:
        """Whether an answer begins something new, a choice, a goal or an agreement, of which there may be more."""
        return False

    @property
    def asks_beyond_domains(self) -> bool:
        """Where it is repeated over domains: whether it is asked once more for what belongs to none of them."""
        return self.begins_something

    @property
    def shown_notices(self) -> tuple[str, ...]:
        """The notices that are shown by asking it."""
        return ()

    @property
    def part_titles(self) -> Mapping[str, str]:
        """The titles of the parts of which a statement may be said here, by the side or moment that is kept with it."""
        return {}

    @property
    def parts_meeting(self) -> Mapping[str, tuple[str, ...]]:
        """What a law wants to be talked about, by the side or moment at which that is asked."""
        return {}

    @property
    def form_fields(self) -> Mapping[str, FormField]:
        """The fields of a form, by id."""
        return {}

    @property
    def weighing_titles(self) -> tuple[str, ...]:
        """The titles of what is weighed: what is fine about it, and what is not. Empty where nothing is."""
        return ()

    @property
    def told_only_if(self) -> Answered | None:
        """Whom it is for, by what they answered before; None for everybody."""
        return None

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """Its questions as they stand in the blank booklet, in order; each kind of step says which."""
        raise NotImplementedError

    @property
    def kept_as(self) -> str | None:
        """What its answer becomes, where the script says so; None where that follows from its kind."""
        return None

    @property
    def agreement_parts(self) -> Mapping[str, str | None]:
        """What of an agreement is asked here, and at which part: who, when, steps, or one of its days."""
        return {}

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """The fixed options of a kind of answer: what the step keeps, a field, or the kind of the step."""
        return ()


class RepeatedStep(StepBase):
    """A step that may be asked once for each of several things."""

    each: Each | None = None

    @property
    def repeated_over(self) -> Each | None:
        """What the step is repeated over."""
        return self.each


class Answered(Model):
    """One of these options was picked at a field of a form, in whichever topic."""

    field: Id
    is_: tuple[Id, ...] = Field(alias="is", min_length=1)
