"""Agreements, and how they go (V127-V131, V67)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.answers.answer_handler import AnswerHandler
from zlp_tui.conversation.asking.context_lookup import agreement_of, has_begun
from zlp_tui.conversation.asking.kinds.step_base import WHOLE
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Group, Quote
from zlp_tui.conversation.telling.agreements.agreement_cards import NoteWords, notes
from zlp_tui.conversation.telling.evaluation.goals_under_review import successor_of
from zlp_tui.conversation.telling.evaluation_lookup import open_evaluation
from zlp_tui.conversation.telling.statement_quotes import said_in_domain
from zlp_tui.conversation.telling.tellers.agreement_tellers import agreement_quote
from zlp_tui.conversation.telling.tellers.answer_tellers import agreement_quotes
from zlp_tui.conversation.telling.tellers.pick_tellers import OTHERWISE, goes_on
from zlp_tui.plan.line_lookup import line_domain
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.agreed import agreements, origins, progress_notes
from zlp_tui.plan.view import DOMAINS
from zlp_tui.script.steps.word_models import Ask


@dataclass(frozen=True, slots=True)
class AgreementHandler(AnswerHandler):
    """Each answer is an agreement; asked per life domain that matters now, and once for anything else (V131)."""

    many: bool = True

    def heading(self, context: StepContext) -> str:
        """The title of the life domain; “Something else” after the last of them."""
        if context.about not in DOMAINS:
            return context.tr("Something else") if any(d.relevance == "now" for d in context.view.domains) else ""
        return context.words(context.script.domain(context.about).title)

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        """The goals of this life domain, and what was said in it; nothing where that is offered as the answer."""
        offers = isinstance(context.step, Ask) and context.step.offers
        return () if offers else said_in_domain(context, context.about)

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The agreements in force in this life domain."""
        domain = context.about if context.about in DOMAINS else None
        return agreement_quotes(context, (a for a in context.view.active_agreements() if a.domain == domain))

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Add an agreement, in this life domain or in the one that was tagged."""
        return (agreements.add(act, text, domain=context.about if context.about in DOMAINS else domain),)

    def took(self, context: StepContext, made: str, taken: str, act: Act) -> None:
        """It serves the goal that was taken, or follows from those words, as the one goal may that does so too; it
        belongs to their life domain, unless it was said at another."""
        goals = context.view.active_goals()
        served = [goal for goal in goals if taken == goal.id or taken in goal.follows_from]
        domain = line_domain(context.view, taken) or (served[0].domain if len(served) == 1 else None)
        if taken not in {goal.id for goal in goals}:
            origins.follow(act, made, (taken,))
        if len(served) == 1:
            agreements.change(act, made, goal=served[0].id)
        if domain is not None and context.about not in DOMAINS:
            agreements.change(act, made, domain=domain)


@dataclass(frozen=True, slots=True)
class AgreementSuccessorHandler(AnswerHandler):
    """How it is agreed from now on; asked where it was said here that it must change, or goes on otherwise."""

    def parts(self, context: StepContext) -> tuple[str | None, ...]:
        """One part where it must change; none otherwise."""
        return WHOLE if self.current(context) or self._must_change(context) else ()

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        """The agreement as it is, and what was said here of how it must change."""
        agreed = agreement_of(context)
        said = tuple(quote for quote in notes(context, agreed.id, "adjust") if quote.ref in context.new_here)
        return (Group(context.tr("Agreed until now"), (agreement_quote(context, agreed), *said)),)

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """What is agreed in its place."""
        successor = successor_of(context, agreement_of(context))
        return (agreement_quote(context, successor),) if successor else ()

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Replace the agreement, or what took its place already; not where it is the same in so many words."""
        agreed = agreement_of(context)
        stands = successor_of(context, agreed) or agreed
        return (stands.id,) if stands.want == text else (agreements.add(act, text, replaces=stands.id),)

    def _must_change(self, context: StepContext) -> bool:
        agreed = agreement_of(context)
        if context.step.repeated_over == "agreements":
            said = (note.id for note in context.view.progress if note.about == agreed.id and note.adjust)
            return not context.new_here.isdisjoint(said)
        return goes_on(context, context.topic.id, agreed, open_evaluation(context)) == OTHERWISE


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteHandler(AnswerHandler):
    """What an agreement brought, or how it must change; each answer is a note of progress, and the last one stands."""

    what: NoteWords
    many: bool = True

    def waits(self, context: StepContext) -> bool:
        """Whether the agreement has not begun."""
        return not has_begun(context)

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        """The notes of this kind about the agreement."""
        return notes(context, context.about, self.what)

    def save(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        """Add a progress note about the agreement, dated today."""
        about, on = agreement_of(context).id, context.today.isoformat()
        if self.what == "adjust":
            return (progress_notes.note(act, about=about, on=on, adjust=text),)
        return (progress_notes.note(act, about=about, on=on, text=text),)
