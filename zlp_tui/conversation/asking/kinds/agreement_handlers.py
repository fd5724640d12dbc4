"""Agreements, and how they go (V127-V131, V67)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.answer_handler import AnswerHandler
from zlp_tui.conversation.asking.kinds.context_lookup import agreement_of
from zlp_tui.conversation.asking.kinds.step_base import intro_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Group, Quote
from zlp_tui.conversation.telling.agreement_cards import NoteWords, noted, notes
from zlp_tui.conversation.telling.statement_quotes import said_in_domain
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.writers import agreements, progress_notes
from zlp_tui.plan.view import DOMAINS
from zlp_tui.text import one_line


@dataclass(frozen=True, slots=True)
class AgreementHandler(AnswerHandler):
    """Each answer is an agreement; asked per life domain that matters now, and once for anything else (V131)."""

    many: bool = True

    def heading(self, context: StepContext) -> str:
        if context.about not in DOMAINS:
            return context.say("Something else") if any(d.relevance == "now" for d in context.view.domains) else ""
        return context.words(context.script.domain(context.about).title)

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        return said_in_domain(context, context.about)

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        domain = context.about if context.about in DOMAINS else None
        return tuple(
            Quote(a.id, a.want, context.name(a.voice.id))
            for a in context.view.active_agreements()
            if a.domain == domain
        )

    def keep(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        return (agreements.add(act, text, domain=context.about if context.about in DOMAINS else domain),)

    def lines(self, context: StepContext) -> tuple[LetterLine, ...]:
        found = tuple(Quote(a.id, a.want, context.name(a.voice.id)) for a in context.view.active_agreements())
        return (LetterLine(intro_of(context), found),) if found else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteHandler(AnswerHandler):
    """What an agreement brought, or how it must change; each answer is a note of progress, and the last one stands."""

    what: NoteWords
    many: bool = True

    def current(self, context: StepContext) -> tuple[Quote, ...]:
        return notes(context, context.about, self.what)

    def keep(self, context: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        about, on = agreement_of(context).id, context.today.isoformat()
        if self.what == "adjust":
            return (progress_notes.note(act, about=about, on=on, adjust=text),)
        return (progress_notes.note(act, about=about, on=on, text=text),)

    def lines(self, context: StepContext) -> tuple[LetterLine, ...]:
        return tuple(
            LetterLine(
                how_it_went(context, p.about), (Quote(p.id, words, context.name(p.voice.id), intro=intro_of(context)),)
            )
            for p in context.view.progress
            if (words := noted(p, self.what))
        )


def how_it_went(context: StepContext, about: str | None) -> str:
    """How all that is told of one agreement is introduced: by what was agreed, so that it reads as one."""
    want = next((a.want for a in context.view.agreements if a.id == about), None)
    return context.say("Agreed: “{words}”", words=one_line(want)) if want else context.words(context.topic.intro)
