"""Small facts, one question at a time (V101-V105). No field is required."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.form_fields import OF_THE_CLIENT, current, keep_field, parsed
from zlp_tui.conversation.asking.kinds.open_evaluation import is_evaluation_topic
from zlp_tui.conversation.asking.kinds.selectables import fixed, persons, picked
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned, intro_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Board, Group, Input, Pick, Quote, Reply, Words
from zlp_tui.dates import join_names, long_date
from zlp_tui.plan.tables.act import Act
from zlp_tui.script.schema import Form, FormField
from zlp_tui.text import LIMIT, NAME_LIMIT


@dataclass(frozen=True, slots=True)
class FormStepHandler:
    """A `form` step; its parts are the fields that make sense now."""

    step: Form

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        return tuple(name for name, field in self.step.fields.items() if self._makes_sense(context, field))

    def ask(self, context: StepContext) -> StepQuestion:
        name = context.part or next(iter(self.step.fields))
        field = self.step.fields[name]
        value = self._stands(context, name)
        return StepQuestion(
            field,
            self._input(context, field, value),
            Board((Group("", self._filled(context)),)),
            heading=context.words(field.title),
            pictogram=field.pictogram,
        )

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        name = context.part or next(iter(self.step.fields))
        field = self.step.fields[name]
        if field.kind == "people":
            keep_field(context, self.step, name, picked(reply, persons(context.view.people), many=True), act)
            return AnswerOutcome(goes_on=True)
        if field.kind == "pick":
            keep_field(context, self.step, name, picked(reply, fixed(context, field.options)), act)
            return AnswerOutcome(goes_on=True)
        limit = NAME_LIMIT if name in OF_THE_CLIENT else LIMIT
        words = cleaned(reply, limit)
        if not words.text:
            return AnswerOutcome()
        keep_field(context, self.step, name, (parsed(context, field.kind, words.text),), act)
        return AnswerOutcome(cut=words.was_cut, goes_on=True, limit=limit)

    def settled(self, context: StepContext) -> bool:
        return context.part is not None and bool(current(context, self.step, context.part))

    def lines(self, context: StepContext) -> tuple[LetterLine, ...]:
        """What was filled in; a name and a salutation alone are known before anybody talks, and say nothing yet."""
        if self.step.keeps == "agreement":
            return ()
        told = [
            name for name in self.parts(context) if name not in OF_THE_CLIENT and self._asked_here(context, name or "")
        ]
        return (LetterLine(intro_of(context), self._filled(context)),) if told else ()

    def _stands(self, context: StepContext, name: str) -> tuple[str, ...]:
        """What stands in a field as an answer to its question now. When one looks back, a day that was planned the
        last time and has come says nothing of the next."""
        value = current(context, self.step, name)
        planned = is_evaluation_topic(context) and self.step.fields[name].kind == "date"
        return () if planned and value <= (context.today.isoformat(),) else value

    def _asked_here(self, context: StepContext, name: str) -> bool:
        """Whether a field has a value that was said here: the first plan and an evaluation may have the same field."""
        asked_at = context.view.detail_topics.get(name, context.topic.id)
        return asked_at == context.topic.id and bool(current(context, self.step, name))

    def _makes_sense(self, context: StepContext, field: FormField) -> bool:
        return field.only_if is None or current(context, self.step, field.only_if.field) == (field.only_if.is_,)

    def _input(self, context: StepContext, field: FormField, value: tuple[str, ...]) -> Input:
        if field.kind == "people":
            return Pick(persons(context.view.people), value, many=True)
        if field.kind == "pick":
            return Pick(fixed(context, field.options), value)
        shown = _shown(context, field, value)
        return Words(many=False, value=shown or None, format=field.kind, starter=field.starter)

    def _filled(self, context: StepContext) -> tuple[Quote, ...]:
        """The fields that have a value from here, as facts under their titles."""
        lines = []
        for name in self.parts(context):
            field = self.step.fields[name or ""]
            if self._asked_here(context, name or ""):
                value = current(context, self.step, name or "")
                ref = context.view.client if name in OF_THE_CLIENT[:1] else ""
                lines.append(
                    Quote(ref, _shown(context, field, value), intro=context.words(field.title), own_words=False)
                )
        return tuple(lines)


def _shown(context: StepContext, field: FormField, value: tuple[str, ...]) -> str:
    if not value:
        return ""
    match field.kind:
        case "date":
            return long_date(value[0], context.script.locale)
        case "people":
            return join_names([context.name(person) for person in value], context.script.locale)
        case "pick":
            titles = {o.id: context.words(o.title) for o in field.options}
            return ", ".join(titles.get(v, v) for v in value)
        case _:
            return value[0]
