"""Agreements, and how they go (V127-V131, V67)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.answer_handler import AnswerHandler
from zlp_tui.conversation.asking.kinds.context_lookup import agreement_of
from zlp_tui.conversation.asking.kinds.step_base import intro_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.desk import LetterLine
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

    def heading(self, here: StepContext) -> str:
        if here.about not in DOMAINS:
            return here.say("Something else") if any(d.relevance == "now" for d in here.view.domains) else ""
        return here.words(here.script.domain(here.about).title)

    def beside(self, here: StepContext) -> tuple[Group, ...]:
        return said_in_domain(here, here.about)

    def current(self, here: StepContext) -> tuple[Quote, ...]:
        domain = here.about if here.about in DOMAINS else None
        return tuple(
            Quote(a.id, a.want, here.name(a.voice.id)) for a in here.view.active_agreements() if a.domain == domain
        )

    def keep(self, here: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        return (agreements.add(act, text, domain=here.about if here.about in DOMAINS else domain),)

    def lines(self, here: StepContext) -> tuple[LetterLine, ...]:
        found = tuple(Quote(a.id, a.want, here.name(a.voice.id)) for a in here.view.active_agreements())
        return (LetterLine(intro_of(here), found),) if found else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteHandler(AnswerHandler):
    """What an agreement brought, or how it must change; each answer is a note of progress, and the last one stands."""

    what: NoteWords
    many: bool = True

    def current(self, here: StepContext) -> tuple[Quote, ...]:
        return notes(here, here.about, self.what)

    def keep(self, here: StepContext, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        about, on = agreement_of(here).id, here.today.isoformat()
        if self.what == "adjust":
            return (progress_notes.note(act, about=about, on=on, adjust=text),)
        return (progress_notes.note(act, about=about, on=on, text=text),)

    def lines(self, here: StepContext) -> tuple[LetterLine, ...]:
        return tuple(
            LetterLine(how_it_went(here, p.about), (Quote(p.id, words, here.name(p.voice.id), intro=intro_of(here)),))
            for p in here.view.progress
            if (words := noted(p, self.what))
        )


def how_it_went(here: StepContext, about: str | None) -> str:
    """How all that is told of one agreement is introduced: by what was agreed, so that it reads as one."""
    want = next((a.want for a in here.view.agreements if a.id == about), None)
    return here.say("Agreed: “{words}”", words=one_line(want)) if want else here.words(here.topic.intro)
