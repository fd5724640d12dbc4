"""Small facts, one question at a time (V101-V105). No field is required."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zlp_tui.conversation.asking.kinds.form_fields import current, parsed, save_field
from zlp_tui.conversation.asking.kinds.selectables import fixed, persons, picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Group, Input, Pick, Reply, Selectable, Words
from zlp_tui.conversation.telling.evaluation_lookup import is_evaluation_topic
from zlp_tui.conversation.telling.tellers.form_teller import (
    NUMBER_SEEN_BY,
    OF_THE_CLIENT,
    FieldValues,
    fields_now,
    filled_in,
    name_behind_field,
    shown_value,
)
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.view import BSN
from zlp_tui.script.steps.form_models import Form
from zlp_tui.text import LIMIT, NAME_LIMIT, same_name


@dataclass(frozen=True, slots=True)
class FormStepHandler:
    """A `form` step; its parts are the fields that make sense now, or the sittings that each ask its one field."""

    step: Form

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The fields that make sense after the answers so far; the sittings, where it is asked in each of them."""
        if self.step.each_sitting:
            return tuple(sitting.id for sitting in context.way.route.sittings)
        values = self._values(context)
        if BSN in self.step.fields and replace(context.place, item=BSN) in context.answered_here:
            values = {**values, BSN: ("",)}  # not all who sit here may see it, and who heard it asks on
        return fields_now(self.step, values)

    def ask(self, context: StepContext) -> StepQuestion:
        """The question of the field, with all that is filled in."""
        name = self._name(context)
        field = self.step.fields[name]
        value = self._current(context, name)
        filled = filled_in(context, context.topic, self.step, self._values(context))
        return StepQuestion(
            field,
            self._input(context, name, value),
            Board((Group("", tuple(filled.values())),)),
            heading=context.words(field.title),
            pictogram=field.pictogram,
            answers=context.view.client if name == NUMBER_SEEN_BY else None,
        )

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save the field; `Refused` when the text is not what the field holds, such as a date that is none."""
        name = self._name(context)
        field = self.step.fields[name]
        if field.kind == "people":
            save_field(context, self.step, name, picked(reply, self._people(context, name), many=True), act)
            return AnswerOutcome(goes_on=True)
        if field.kind == "pick":
            save_field(context, self.step, name, picked(reply, fixed(context, field.options)), act)
            return AnswerOutcome(goes_on=True)
        limit = NAME_LIMIT if name in OF_THE_CLIENT else LIMIT
        words = cleaned(reply, limit)
        if not words:
            return AnswerOutcome()
        if field.kind == "bsn" and same_name(words.text, shown_value(context, field, self._current(context, name))):
            return AnswerOutcome(goes_on=True)  # what stands there cannot be read as a number
        value, told = parsed(context, self.step, name, words)
        save_field(context, self.step, name, value, act)
        return AnswerOutcome(cut=words.was_cut, goes_on=True, limit=limit, told=told)

    def settled(self, context: StepContext) -> bool:
        """Whether the field is filled in."""
        return context.part is not None and bool(current(context, self.step, self._name(context)))

    def has_answer(self, context: StepContext) -> bool:
        """Whether the field is filled in; a day that was to come and has passed says nothing any more."""
        name = self._name(context)
        if self.step.each_sitting:
            return bool(self._current(context, name)) or self._left_open_before(context, name)
        days = self.step.fields[name].days
        coming = days is not None and days.direction == "coming"
        passed = coming and current(context, self.step, name)[:1] < (context.today.isoformat(),)
        return self.settled(context) and not passed

    def _left_open_before(self, context: StepContext, name: str) -> bool:
        """Whether nobody answered in the first sitting of the route: then later ones do not ask once more."""
        is_first = context.part == context.way.route.sittings[0].id
        return not is_first and not current(context, self.step, name)

    def _name(self, context: StepContext) -> str:
        """The field that is asked."""
        part = context.part
        return part if part is not None and part in self.step.fields else next(iter(self.step.fields))

    def _current(self, context: StepContext, name: str) -> tuple[str, ...]:
        """The value of a field as an answer to its question now. In an evaluation, and at the end of a sitting, a day
        that was planned the last time and has come says nothing of the next."""
        value = current(context, self.step, name)
        asked_anew = is_evaluation_topic(context.topic) or self.step.each_sitting
        planned = asked_anew and self.step.fields[name].kind == "date"
        return () if planned and value[:1] <= (context.today.isoformat(),) else value

    def _values(self, context: StepContext) -> FieldValues:
        read = self._current if self.step.each_sitting else self._kept
        return {name: read(context, name) for name in self.step.fields}

    def _kept(self, context: StepContext, name: str) -> tuple[str, ...]:
        return current(context, self.step, name)

    def _people(self, context: StepContext, name: str) -> tuple[Selectable, ...]:
        """Whom a field with people asks about."""
        return persons(context, context.others if name == NUMBER_SEEN_BY else context.view.people)

    def _input(self, context: StepContext, name: str, value: tuple[str, ...]) -> Input:
        field, said_by = self.step.fields[name], name_behind_field(context, self.step, name) if value else ""
        if field.kind == "people":
            return Pick(self._people(context, name), value, many=True, said_by=said_by)
        if field.kind == "pick":
            return Pick(fixed(context, field.options), value, said_by=said_by)
        shown = shown_value(context, field, value)
        return Words(many=False, value=shown or None, format=field.kind, starter=field.starter, said_by=said_by)
