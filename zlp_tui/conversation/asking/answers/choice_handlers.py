"""Pieces of a choice: shared decision making, steps 2 and 3 (V75-V83)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from zlp_tui.conversation.asking.answers.answer_handler import AnswerHandler
from zlp_tui.conversation.asking.answers.date_answers import DateAnswer, KeptDays, date_answer
from zlp_tui.conversation.asking.answers.said_of_deciding import decider_of, said_before
from zlp_tui.conversation.asking.context_lookup import choice_of, option_of
from zlp_tui.conversation.asking.kinds.step_base import WHOLE
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.asking.weighed_enough import weigh_again
from zlp_tui.conversation.ports.turn import Format, Group, Quote
from zlp_tui.conversation.telling.deciders import other_decides
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.overviews.weighing_grids import in_order
from zlp_tui.conversation.telling.tellers.answer_tellers import (
    choice_quote,
    question_quotes,
    reason_quote,
    source_quote,
)
from zlp_tui.conversation.telling.tellers.form_teller import some_day
from zlp_tui.dates import told_day
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.agreed import choices
from zlp_tui.plan.view import Choice, OptionSource, Reason
from zlp_tui.script.question_models import Question, range_of
from zlp_tui.script.steps.word_models import Ask


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
        """The options of the choice, the client's own first."""
        return tuple(
            Quote(o.id, o.title, context.name(o.voice.id) if o.voice else "", own_words=o.voice is not None)
            for o in in_order(context, choice_of(context))
        )

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        """Who decides, where that follows from what was said of choosing as such."""
        return said_before(context)

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Add an option to the choice: there is something to weigh again."""
        weigh_again(context, act)
        return (choices.add_option(act, choice_of(context).id, text),)


@dataclass(frozen=True, slots=True)
class OwnWordsHandler(AnswerHandler):
    """Each person has words of their own here, which nobody else's answer replaces."""

    @abstractmethod
    def said(self, context: StepContext) -> Sequence[OptionSource | Reason]:
        """What everybody said here."""

    def own(self, context: StepContext) -> str | None:
        """What whoever is asked said here before."""
        whose = self.answers(context) or context.voice.id
        return next((said.text for said in self.said(context) if said.voice and said.voice.id == whose), None)


@dataclass(frozen=True, slots=True)
class OptionSourceHandler(OwnWordsHandler):
    """Where an option was found (V81); asked for each but changing nothing, which nobody had to find."""

    def said(self, context: StepContext) -> Sequence[OptionSource]:
        """What everybody said of it."""
        return option_of(context).sources

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The options of the choice, but for the one that is always there."""
        return tuple(o.id for o in in_order(context, choice_of(context)) if o.voice is not None)

    def heading(self, context: StepContext) -> str:
        """The title of the option."""
        return option_of(context).title

    def names(self, context: StepContext) -> tuple[tuple[str, str], ...]:
        """The title of the option, as `item`."""
        return (("item", option_of(context).title),)

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """Where the option was found, as each person says it."""
        return tuple(source_quote(context, found) for found in self.said(context)) if context.part else ()

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Say where the option was found, beside what others say."""
        return (choices.say_source(act, option_of(context).id, text),)


@dataclass(frozen=True, slots=True)
class OpenQuestionHandler(AnswerHandler):
    """Each answer writes down a question that is still open (V79)."""

    many: bool = True

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """One part; none where somebody else decides and nothing was asked."""
        choice = choice_of(context)
        return () if other_decides(context.view, choice) and not choice.open_questions else WHOLE

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The questions about the choice, with the answers that were found."""
        return tuple(q for question in choice_of(context).open_questions for q in question_quotes(context, question))

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
    """Time to think, until a date (V80); not asked once something was chosen."""

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """One part, while nothing was chosen or a day stands."""
        return WHOLE if not choice_of(context).chosen or self.current(context) else ()

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The date until which there is time to think."""
        return _date_stands(context, choice_of(context).thinking_words or choice_of(context).thinking_until)

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Set the date until which there is time to think."""
        choice, answer = choice_of(context), self._answer(context, text)
        choices.change(act, choice.id, thinking_until=answer.day, thinking_words=answer.words)
        return (choice.id,)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonHandler(OwnWordsHandler):
    """Why this was chosen (V82); not asked while nothing is. Who decided for the client is asked it."""

    step: Ask

    def said(self, context: StepContext) -> Sequence[Reason]:
        """The reasons that everybody gave."""
        return choice_of(context).reasons

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """One part, once something was chosen or a reason was given."""
        choice = choice_of(context)
        return WHOLE if choice.chosen or choice.reasons else ()

    def question(self, context: StepContext) -> Question | None:
        """How it is asked of somebody else who decides."""
        return self.step.for_decider if self.answers(context) else None

    def answers(self, context: StepContext) -> str | None:
        """Who decides in the place of the client, if they are here."""
        decider = decider_of(context)
        return decider.id if decider is not None and decider.id in context.present else None

    def names(self, context: StepContext) -> tuple[tuple[str, str], ...]:
        """Who decides, as `decider`."""
        decider = decider_of(context)
        return (("decider", decider.called),) if decider is not None else ()

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The reasons, with who gave each of them."""
        return tuple(reason_quote(context, reason) for reason in self.said(context))

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Say why, beside what others say."""
        return (choices.say_reason(act, choice_of(context).id, text),)


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisitHandler(DayOfChoiceHandler):
    """When to look at the choice again; not asked while nothing was chosen."""

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """One part, once something was chosen or a day stands."""
        return WHOLE if choice_of(context).chosen or self.current(context) else ()

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
