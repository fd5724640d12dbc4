"""What questions of a script are made of: ids, words, options and days.

Ids never change meaning, because answers hang on them. Texts carry the client's form of address inline (`{u|je}`, see
`wording.py`).
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from zlp_tui.said_day import ANY_DAY, DayRange, Direction, End

ID: Final = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
"""How an id is written, in the script and as the name of a file."""

Id = Annotated[str, Field(pattern=ID, max_length=60)]

Sentence = Annotated[str, Field(min_length=1, max_length=600)]

PlaceId = Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$", max_length=121)]
"""A step, as `topic/step`."""

TopicOrPlace = Annotated[str, Field(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)?$", max_length=121)]
"""A topic, or a step of it."""


class Model(BaseModel):
    """Everything in a script is frozen, and an unknown key is an error with its file and line."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Question(Model):
    """One question and the other ways into it (inventory V23, V98, L58, L105)."""

    ask: Sentence
    hint: str = ""
    differently: tuple[Sentence, ...] = ()
    ask_another: tuple[Sentence, ...] = ()
    """The same question put to somebody else about the client; shown first when they are the one who speaks."""
    asked_by_client: tuple[Sentence, ...] = ()
    """The same as `ask_another`, in the I-form: what the client asks. In its place where the client is at the table."""
    examples: tuple[Sentence, ...] = ()
    starter: str = ""
    """The beginning of a sentence that the speaker may finish (V108)."""


class Days(Model):
    """Which days answer a question that asks for one (`DayRange`)."""

    direction: Direction
    reach: Annotated[int, Field(ge=1, le=200)]
    """So many years away is far; a day that lies further away is asked about once."""
    strict: bool = False
    """A day on the other side of today is never taken, and no year is guessed: a day of birth."""
    reckons: End | None = None
    """Which day of a month or a year reckons when no more was said; the last of what is to come, else the first."""


class TitledQuestion(Question):
    """A question that is one part of a step: a side, a moment, a field."""

    title: Sentence
    pictogram: str = ""
    meets: tuple[Id, ...] = ()
    """What a law wants to be talked about that is asked here (`subjects` in `data/rules/`)."""


class PickOption(Model):
    """One fixed answer to pick."""

    id: Id
    title: Sentence
    hint: str = ""
    pause_after: Annotated[int, Field(ge=5, le=240)] | None = None
    """Where the client says when they like a pause: after how many minutes it is proposed."""
    lock_after: Annotated[int, Field(ge=1, le=15)] | None = None
    """Where the client says when the screen is locked: after how many minutes in which nobody types."""
    among: tuple[PickOption, ...] = ()
    """For a kind of person: the kinds to choose from next, so that the first list stays short."""


class PickQuestion(Question):
    """A follow-up question with fixed answers, asked inside a pick."""

    options: tuple[PickOption, ...] = Field(min_length=2)


class OnlyIf(Model):
    """A field that makes sense only after a certain answer to an earlier field of the same form."""

    field: Id
    is_: Id = Field(alias="is")


class FormField(TitledQuestion):
    """One small question of a form. `people` picks several people of the plan; `bsn` is the kind of the field of that
    name, whose answer is told by its last digits."""

    kind: Literal["text", "date", "email", "phone", "bsn", "pick", "people"] = "text"
    options: tuple[PickOption, ...] = ()
    only_if: OnlyIf | None = None
    days: Days | None = None
    """For `kind: date`: which days answer the question."""


def range_of(days: Days | None) -> DayRange:
    """Which days answer a question; any day, where the script does not say."""
    return DayRange(days.direction, days.reach, days.strict, days.reckons) if days is not None else ANY_DAY
