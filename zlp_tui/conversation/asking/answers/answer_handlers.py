"""What an answer to an open question becomes: a statement, or a piece of a choice, a goal, an agreement, a note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from zlp_tui.conversation.asking.answers.agreement_handlers import (
    AgreementHandler,
    AgreementSuccessorHandler,
    NoteHandler,
)
from zlp_tui.conversation.asking.answers.answer_handler import AnswerHandler
from zlp_tui.conversation.asking.answers.choice_handlers import (
    ChoiceHandler,
    OpenQuestionHandler,
    OptionHandler,
    OptionSourceHandler,
    ReasonHandler,
    RevisitHandler,
    ThinkingTimeHandler,
)
from zlp_tui.conversation.asking.answers.evaluation_handlers import OutcomeHandler, SuccessorHandler, WhyHandler
from zlp_tui.conversation.asking.answers.goal_handlers import GoalHandler, GoalUntilHandler
from zlp_tui.conversation.asking.answers.said_of_deciding import decider_of
from zlp_tui.conversation.asking.context_lookup import choice_of, domain_about
from zlp_tui.conversation.asking.kinds.step_base import WHOLE, question_as_asked
from zlp_tui.conversation.asking.statement_target import said_here, subject_of, target_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Group, Quote
from zlp_tui.conversation.telling.deciders import other_decides
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.statement_quotes import said_in_domain
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.said import statements
from zlp_tui.script.outline import DomainText
from zlp_tui.script.question_models import Question
from zlp_tui.script.steps.word_models import Ask
from zlp_tui.text import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementHandler(AnswerHandler):
    """Each answer is a statement, in the words in which it was said."""

    step: Ask
    many: bool = True

    def domain_text(self, context: StepContext) -> DomainText | None:
        """The life domain that is asked about."""
        return domain_about(context)

    def heading(self, context: StepContext) -> str:
        """Its title."""
        domain = domain_about(context)
        return context.words(domain.title) if domain else ""

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        """What was said about it elsewhere."""
        domain, here = domain_about(context), {quote.ref for quote in self.current(context)}
        groups = said_in_domain(context, domain.id) if domain else ()
        told = (replace(group, quotes=tuple(q for q in group.quotes if q.ref not in here)) for group in groups)
        return tuple(group for group in told if group.quotes)

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The statements said at this step."""
        named = domain_about(context) is not None
        return tuple(context.quote(s, with_domain=not named) for s in said_here(context, self.step.into))

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Add a statement, with the question as it was put to who speaks."""
        topic, step = target_of(context, self.step.into)
        made = statements.add_statement(
            act,
            topic=topic,
            step=step,
            prompt=question_as_asked(context, self._question(context), **dict(self.names(context))),
            text=text,
            domain=context.about if domain_about(context) else domain,
            about=subject_of(context, self.step.into, act),
            source=self.step.source,
        )
        return (made,)

    def _question(self, context: StepContext) -> Question:
        """The question, or the one for somebody else who is asked in turn."""
        return self.step.round if self.step.round is not None and context.whose_turn is not None else self.step


@dataclass(frozen=True, slots=True, kw_only=True)
class MustKnowHandler(StatementHandler):
    """What somebody who decides for the client must know; asked only where somebody does."""

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """One part, where somebody else decides or something was said here."""
        said = context.view.said(context.topic.id, context.step.id)
        told = any(statement.about in (None, context.about) for statement in said)
        return WHOLE if told or other_decides(context.view, choice_of(context)) else ()

    def names(self, context: StepContext) -> tuple[tuple[str, str], ...]:
        """Who decides, as `decider`."""
        decider = decider_of(context)
        return (("decider", decider.called if decider else context.tr("somebody else")),)

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        """That who decides is not here."""
        decider = decider_of(context)
        if decider is None or decider.id in context.present:
            return ()
        told = context.tr("{name} is not here now, and is asked another time.", name=decider.called)
        return (Group("", (fact(sentence(told)),)),)


def answer_handler_of(step: Ask) -> AnswerHandler:
    """The handler of a step's answers."""
    match step.keeps:
        case "statement":
            return StatementHandler(step=step)
        case "choice":
            return ChoiceHandler(always=step.always)
        case "must-know":
            return MustKnowHandler(step=step)
        case "reason":
            return ReasonHandler(step=step)
        case "goal-until":
            return GoalUntilHandler(step=step)
        case "thinking-until":
            return ThinkingTimeHandler(step=step)
        case "revisit-on":
            return RevisitHandler(step=step)
        case _:
            return _WITHOUT_STEP[step.keeps]


_WITHOUT_STEP: Final[Mapping[str, AnswerHandler]] = {
    "option": OptionHandler(),
    "option-source": OptionSourceHandler(),
    "open-question": OpenQuestionHandler(),
    "goal": GoalHandler(),
    "agreement": AgreementHandler(),
    "result": NoteHandler(what="text"),
    "adjust": NoteHandler(what="adjust"),
    "goal-outcome": OutcomeHandler(),
    "goal-why": WhyHandler(),
    "goal-successor": SuccessorHandler(),
    "agreement-successor": AgreementSuccessorHandler(),
}
