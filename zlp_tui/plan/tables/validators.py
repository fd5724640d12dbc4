"""Plain models that check a value before it becomes a row, because tables do not (SQLModel).

Texts are cleaned here (`text.py`) unless the desk did so already, so that nothing that could move a cursor is ever
kept, by whichever way it came.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from zlp_tui.errors import Refused
from zlp_tui.plan.timestamps import day
from zlp_tui.plan.transaction import ColumnValue
from zlp_tui.plan.view import DOMAINS
from zlp_tui.text import clean, clean_name


def _spoken(value: object) -> object:
    """Before pydantic makes a plain `str` of it, so that what the desk cleaned is not cleaned again."""
    if not isinstance(value, str):
        return value
    text = clean(value)
    if not text:
        raise Refused("There are no words in this yet.")
    return text


def _named(value: str) -> str:
    name = clean_name(value)
    if not name:
        raise Refused("There are no words in this yet.")
    return str(name)


def _dated(value: object) -> object:
    if value is None:
        return None
    try:
        return day(value if isinstance(value, date) else date.fromisoformat(str(value)))
    except ValueError:
        raise Refused("This is not a date.") from None


def _domain(value: str) -> str:
    if value not in DOMAINS:
        raise Refused("This is not one of the ten life domains.")
    return value


SpokenText = Annotated[str, BeforeValidator(_spoken)]
"""Words of any length up to the limit, cleaned, at least one character."""

Name = Annotated[str, AfterValidator(_named)]
"""Words on one line, cleaned, at most `NAME_LIMIT` characters."""

Dated = Annotated[str, BeforeValidator(_dated)]
"""A date, given as one or as ISO text; kept as ISO text."""

Domain = Annotated[str, AfterValidator(_domain)]
"""One of the ten life domains."""

Weekday = Annotated[int, Field(ge=1, le=7)]
"""A weekday as ISO counts them: 1 is Monday."""

MarkNumber = Annotated[int, Field(ge=0, le=10)]
"""How it goes, from 0 to 10."""

ScriptId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""An id of the script."""


class Validated(BaseModel):
    """The base of all checks: unknown names are mistakes, and what was not given stays not given."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    def given(self) -> dict[str, ColumnValue]:
        """The checked values that were given, by name, in the order of the fields: the same in every process."""
        return {name: getattr(self, name) for name in type(self).model_fields if name in self.model_fields_set}


Check = TypeVar("Check", bound=Validated)


def validated(model: type[Check], /, **values: object) -> Check:
    """The values as they may be kept; `Refused`, with one plain sentence, when they may not."""
    try:
        return model.model_validate(values)
    except ValidationError:
        raise Refused("This does not fit here, so it was not kept.") from None
