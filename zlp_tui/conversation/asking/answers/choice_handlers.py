"""Pieces of a choice: shared decision making, steps 2 and 3 (V75-V83)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.answers.answer_handler import AnswerHandler
from zlp_tui.conversation.asking.answers.date_answers import DateAnswer, KeptDays, date_answer
from zlp_tui.conversation.asking.context_lookup import choice_of, option_of
from zlp_tui.conversation.asking.kinds.step_base import WHOLE
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Format, Quote
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.tellers.answer_tellers import choice_quote
from zlp_tui.conversation.telling.tellers.form_teller import some_day
from zlp_tui.dates import told_day
from zlp_tui.plan.tables import choices
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.view import Choice
from zlp_tui.script.schema import Ask, range_of


@dataclass(frozen=True, slots=True)
class ChoiceHandler(AnswerHandler):
    """Each answer puts a choice on the table, with the option of changing nothing (V76)."""

    always: str | None = None
    many: bool = True

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The choices that are open."""
        return tuple(choice_quote(context, choice) for choice in context.view.open_choices())

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Add a choice, and its option of changing nothing where the step names one."""
        always = context.words(self.always) if self.always else None
        return (choices.ask(act, text, always=always, domain=domain),)


@dataclass(frozen=True, slots=True)
class OptionHandler(AnswerHandler):
    """Each answer adds a way to go."""

    many: bool = True

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The options of the choice."""
        return tuple(Quote(o.id, o.title, note=o.source or "") for o in choice_of(context).options)

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Add an option to the choice."""
        return (choices.add_option(act, choice_of(context).id, text),)


@dataclass(frozen=True, slots=True)
class OptionSourceHandler(AnswerHandler):
    """Where an option was found (V81); asked for each but changing nothing, which nobody had to find."""

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The options of the choice, but for those that the script itself adds."""
        always = {context.words(step.always) for step in context.topic.steps if isinstance(step, Ask) and step.always}
        return tuple(o.id for o in choice_of(context).options if o.title not in always)

    def heading(self, context: StepContext) -> str:
        """The title of the option."""
        return option_of(context).title

    def names(self, context: StepContext) -> tuple[tuple[str, str], ...]:
        """The title of the option, as `item`."""
        return (("item", option_of(context).title),)

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """Where the option was found."""
        option = option_of(context)
        return (Quote(option.id, option.source),) if option.source else ()

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Set where the option was found."""
        option = option_of(context)
        choices.change_option(act, option.id, source=text)
        return (option.id,)


@dataclass(frozen=True, slots=True)
class OpenQuestionHandler(AnswerHandler):
    """Each answer writes down a question that is still open (V79)."""

    many: bool = True

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The open questions of the choice."""
        return tuple(Quote("", question) for question in choice_of(context).open_questions)

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Add an open question to the choice."""
        return (choices.open_question(act, choice_of(context).id, text),)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfChoiceHandler(AnswerHandler):
    """A day that belongs to a choice."""

    step: Ask
    format: Format = "date"

    def understood(self, context: StepContext, text: str) -> str:
        """The day in full."""
        return self._answer(context, text).told

    def _answer(self, context: StepContext, text: str) -> DateAnswer:
        return date_answer(
            context, self.step, text, range_of(self.step.days), name=self.step.keeps, kept=_days(choice_of(context))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ThinkingTimeHandler(DayOfChoiceHandler):
    """Time to think, until a date (V80)."""

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The date until which there is time to think."""
        return _date_stands(context, choice_of(context).thinking_words or choice_of(context).thinking_until)

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Set the date until which there is time to think."""
        choice, answer = choice_of(context), self._answer(context, text)
        choices.change(act, choice.id, thinking_until=answer.day, thinking_words=answer.words)
        return (choice.id,)


@dataclass(frozen=True, slots=True)
class ReasonHandler(AnswerHandler):
    """Why this was chosen (V82); not asked while nothing is."""

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """One part, once something was chosen or a reason was given."""
        choice = choice_of(context)
        return WHOLE if choice.chosen or choice.reason else ()

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The reason of the choice, with who put the choice."""
        choice = choice_of(context)
        return (Quote(choice.id, choice.reason, context.name(choice.voice.id)),) if choice.reason else ()

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Set the reason of the choice."""
        choice = choice_of(context)
        choices.change(act, choice.id, reason=text)
        return (choice.id,)


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisitHandler(DayOfChoiceHandler):
    """When to look at the choice again."""

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The date on which to look at the choice again."""
        return _date_stands(context, choice_of(context).revisit_words or choice_of(context).revisit_on)

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Set the date on which to look at the choice again."""
        choice, answer = choice_of(context), self._answer(context, text)
        choices.change(act, choice.id, revisit_on=answer.day, revisit_words=answer.words)
        return (choice.id,)


def _date_stands(context: StepContext, day: str | None) -> tuple[Quote, ...]:
    return (fact(told_day(day, context.script.locale)),) if day else ()


def _days(choice: Choice) -> KeptDays:
    """The days of a choice, by what they are kept as."""
    return {
        "thinking-until": some_day(choice.thinking_until, choice.thinking_words),
        "revisit-on": some_day(choice.revisit_on, choice.revisit_words),
    }
