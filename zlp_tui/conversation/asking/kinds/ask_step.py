"""One open question. What an answer becomes is said by the step's `keeps` (`answer_handlers.py`)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.answers.answer_handlers import answer_handler_of
from zlp_tui.conversation.asking.kinds.selectables import domains_to_tag
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepQuestion, cleaned, spoken
from zlp_tui.conversation.asking.statement_target import said_here
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Board, Group, Reply, Words
from zlp_tui.conversation.telling.answered_before import is_for_client
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.offered_words import offered_words
from zlp_tui.conversation.telling.statement_quotes import groups_beside
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.view import Person
from zlp_tui.script.steps.word_models import Ask


@dataclass(frozen=True, slots=True)
class AskStepHandler:
    """An `ask` step."""

    step: Ask

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """The parts that the step's answer handler asks for; none where it is not for this client and not answered."""
        handler = answer_handler_of(self.step)
        if not self._is_asked(context) and not handler.current(context):
            return ()
        return (*handler.parts(context), *context.asked_in_turn)

    def _is_asked(self, context: StepContext) -> bool:
        """Whether it is for this client and for so few people, and what it is about was said."""
        if self.step.needs_company and len(context.present) < 2:
            return False
        said = (context.view.said(*place.split("/")) for place in self.step.once_said)
        return is_for_client(context.view, self.step) and all(said)

    def ask(self, context: StepContext) -> StepQuestion:
        """The question at this part, with the answers that stand already."""
        handler = answer_handler_of(self.step)
        stands = handler.current(context)
        beside = (
            *groups_beside(context, self.step.beside), *self._offered(context), *handler.beside(context),
            *self._reminder(context),
        )
        person = context.whose_turn
        if self.step.round is not None and person is not None:
            board = Board((Group("", stands, here=True), *beside), side_by_side=bool(beside))
            return StepQuestion(self.step.round, Words(), board, heading=person.called, answers=person.id)
        value = None if handler.many else handler.own(context)
        domains = domains_to_tag(context) if self.step.with_domain else ()
        domain = handler.domain_text(context)
        gentle = self.step.gentle if handler.is_gentle(context) else None
        return StepQuestion(
            handler.question(context) or self.step,
            Words(many=handler.many, value=value, format=handler.format, starter=self.step.starter, domains=domains),
            Board((Group("", stands, here=True), *beside), side_by_side=bool(beside)),
            heading=handler.heading(context),
            hint=domain.about if domain else "",
            pictogram=domain.pictogram if domain else "",
            gentle=gentle or "",
            names=handler.names(context),
            answers=handler.answers(context),
        )

    def _reminder(self, context: StepContext) -> tuple[Group, ...]:
        """The ten life domains, so that nothing is forgotten."""
        if not self.step.remind_domains:
            return ()
        brief = {domain.id: context.words(domain.brief) for domain in context.script.domains}
        told = tuple(fact(domain.title, note=brief[domain.id]) for domain in domains_to_tag(context))
        return (Group(context.tr("The ten parts of life, to think of"), told, reminds=True),)

    def answer(self, context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
        """Save the words by the step's answer handler; empty words save nothing."""
        words = cleaned(reply)
        if not words:
            return AnswerOutcome()
        handler = answer_handler_of(self.step)
        told, taken = handler.understood(context, words), spoken(reply).taken
        refs = handler.save(context, words, spoken(reply).domain, act)
        if refs and taken and any(quote.ref == taken for group in self._offered(context) for quote in group.quotes):
            handler.took(context, refs[0], taken, act)
        return AnswerOutcome(refs, cut=words.was_cut, goes_on=not handler.many, told=told)

    def settled(self, context: StepContext) -> bool:
        """Whether the one value is there; never where each answer adds one."""
        handler = answer_handler_of(self.step)
        if context.whose_turn is not None:
            return self._has_said(context, context.whose_turn)
        return handler.waits(context) or (not handler.many and bool(handler.current(context)))

    def has_answer(self, context: StepContext) -> bool:
        """Whether something stands here; never where something new begins, for there may be more of it."""
        if context.whose_turn is not None:
            return self._has_said(context, context.whose_turn)
        return not self.step.begins_something and bool(answer_handler_of(self.step).current(context))

    def _has_said(self, context: StepContext, person: Person) -> bool:
        return any(statement.voice.id == person.id for statement in said_here(context, self.step.into))

    def _offered(self, context: StepContext) -> tuple[Group, ...]:
        """What was said before and can be taken as the answer."""
        if not self.step.offers:
            return ()
        quotes = offered_words(context, self.step.offers, context.about, goals=self.step.keeps == "agreement")
        title = context.tr("Said before. Take one of these, or say it yourself.")
        return (Group(title, quotes, offered=True),) if quotes else ()
