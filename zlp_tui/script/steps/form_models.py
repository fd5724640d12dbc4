"""The step that asks small facts, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from zlp_tui.script.blank_question import BlankQuestion, blank_field
from zlp_tui.script.question_models import FormField, Id, PickOption
from zlp_tui.script.step_model import RepeatedStep


class Form(RepeatedStep):
    """Small facts, one question at a time (V101-V104). No field is required."""

    asks_alone: ClassVar[bool] = True
    kind: Literal["form"]
    fields: dict[Id, FormField] = Field(min_length=1)
    keeps: Literal["detail", "agreement"] = "detail"
    each: Literal["agreements"] | None = None
    each_sitting: bool = False
    """Whether it is asked at the end of each sitting, until its one field is filled in; a day, until it is to come."""

    @property
    def frames_sitting(self) -> bool:
        """Whether it is asked once in each sitting of a route."""
        return self.each_sitting

    @property
    def ends_sitting(self) -> bool:
        """Whether it is asked at the end of a sitting."""
        return self.each_sitting

    @property
    def form_fields(self) -> Mapping[str, FormField]:
        """The fields, by id."""
        return self.fields

    @property
    def agreement_parts(self) -> Mapping[str, str | None]:
        """Its days, each by its field."""
        return {field: field for field in self.fields} if self.keeps == "agreement" else {}

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """The options of a field, by its id."""
        return self.fields[answer].options if answer in self.fields else ()

    @property
    def on_paper(self) -> tuple[BlankQuestion, ...]:
        """As it stands in the blank booklet."""
        return tuple(blank_field(name, field) for name, field in self.fields.items())
