"""Agreements, and how they go (V127-V131, V67)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.cards import NoteWords, noted, notes
from zlp_tui.conversation.desk import LetterLine
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.about import agreement_of
from zlp_tui.conversation.kinds.base import intro_of
from zlp_tui.conversation.kinds.keeps_base import Keep
from zlp_tui.conversation.said import said_in_domain
from zlp_tui.conversation.turn import Group, Quote
from zlp_tui.plan.act import Act
from zlp_tui.plan.view import DOMAINS
from zlp_tui.plan.writers import agreements, progress
from zlp_tui.text import one_line


@dataclass(frozen=True, slots=True)
class AgreementKeep(Keep):
    """Each answer is an agreement; asked per life domain that matters now, and once for anything else (V131)."""

    many: bool = True

    def heading(self, here: Here) -> str:
        if here.about not in DOMAINS:
            return here.say("Something else") if any(d.relevance == "now" for d in here.view.domains) else ""
        return here.words(here.script.domain(here.about).title)

    def beside(self, here: Here) -> tuple[Group, ...]:
        return said_in_domain(here, here.about)

    def stands(self, here: Here) -> tuple[Quote, ...]:
        domain = here.about if here.about in DOMAINS else None
        return tuple(
            Quote(a.id, a.want, here.name(a.voice.id)) for a in here.view.active_agreements() if a.domain == domain
        )

    def keep(self, here: Here, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        return (agreements.add(act, text, domain=here.about if here.about in DOMAINS else domain),)

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        found = tuple(Quote(a.id, a.want, here.name(a.voice.id)) for a in here.view.active_agreements())
        return (LetterLine(intro_of(here), found),) if found else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteKeep(Keep):
    """What an agreement brought, or how it must change; each answer is a note of progress, and the last one stands."""

    what: NoteWords
    many: bool = True

    def stands(self, here: Here) -> tuple[Quote, ...]:
        return notes(here, here.about, self.what)

    def keep(self, here: Here, text: str, domain: str | None, act: Act) -> tuple[str, ...]:
        about, on = agreement_of(here).id, here.today.isoformat()
        if self.what == "adjust":
            return (progress.note(act, about=about, on=on, adjust=text),)
        return (progress.note(act, about=about, on=on, text=text),)

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        return tuple(
            LetterLine(how_it_went(here, p.about), (Quote(p.id, words, here.name(p.voice.id), intro=intro_of(here)),))
            for p in here.view.progress
            if (words := noted(p, self.what))
        )


def how_it_went(here: Here, about: str | None) -> str:
    """How all that is told of one agreement is introduced: by what was agreed, so that it reads as one."""
    want = next((a.want for a in here.view.agreements if a.id == about), None)
    return here.say("Agreed: “{words}”", words=one_line(want)) if want else here.words(here.topic.intro)
