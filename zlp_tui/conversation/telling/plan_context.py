"""What is needed to tell anything of a plan: its script, its view, the words of the program, and the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import PROFESSIONAL_KINDS, Address, Person, PlanView, Statement, Voice
from zlp_tui.script.script import Script
from zlp_tui.script.wording import worded


@dataclass(frozen=True)
class PlanContext:
    """One plan, as it is told today. `other` is the form of address of whoever is addressed beside the client."""

    script: Script
    view: PlanView
    tr: Catalogue
    today: date
    other: Address = "je"
    first_person: bool = False
    """Whether the client is the one who tells it, as in the letter: 'Waar ik van houd', not 'Waar u van houdt'."""
    private: frozenset[str] = frozenset()
    """The life domains that are not named in the company to which it is told."""

    @property
    def others(self) -> tuple[Person, ...]:
        """Everybody in the plan but the client."""
        return tuple(p for p in self.view.people if p.id != self.view.client)

    def words(self, text: str, **names: str) -> str:
        """A text of the script, addressed to the client or told by them, with names filled in."""
        known: Mapping[str, str] = {"client": self.view.client_person.called, **names}
        return worded(
            text, client=self.view.address, other=self.other, names=known, first_person=self.first_person
        )

    def name(self, person_id: str) -> str:
        """What somebody is called, by id."""
        return self.view.anyone(person_id).called

    def name_of(self, voice: Voice) -> str:
        """What somebody is called who said or did something; their name where the plan no longer knows them."""
        known = (*self.view.people, *self.view.former_people)
        return next((person.called for person in known if person.id == voice.id), voice.name)

    def name_behind(self, voice: Voice | None) -> str:
        """The name that stands behind an answer of somebody other than the client; empty for the client's own, and
        where it was not kept who gave it."""
        return self.name_of(voice) if voice is not None and voice.id != self.view.client else ""

    def name_beside(self, person: str | None, *, several: bool) -> str:
        """The name beside what one person picked, by id: of everybody where several did, else of who is not the
        client; empty where it was not kept who picked it."""
        return self.name(person) if person and (several or person != self.view.client) else ""

    def name_answered(self, person: str | None) -> str:
        """The name behind what one person answered for all, by id: of who is not the client; empty where that was not
        kept."""
        return self.name_beside(person, several=False)

    def names_domain(self, domain: str) -> bool:
        """Whether a life domain is named where things are told: a sensitive one only after leave was given, and in
        company that fits it (V96)."""
        known = next((known for known in self.view.domains if known.id == domain), None)
        leave = not self.script.domain(domain).sensitive or (known is not None and known.relevance == "now")
        return leave and domain not in self.private

    def domain_title(self, domain: str | None) -> str:
        """The title of a life domain; empty for None, and for one that is not named."""
        return self.words(self.script.domain(domain).title) if domain and self.names_domain(domain) else ""

    def quote(self, statement: Statement, intro: str = "", *, with_domain: bool = True) -> Quote:
        """A statement as it is shown, with its speaker and, unless that stands above it, its life domain."""
        domain = self.domain_title(statement.domain) if with_domain else ""
        said_anew = self.tr("said anew") if statement.replaces else ""
        return Quote(
            ref=statement.id,
            text=statement.text,
            by=self.name(statement.voice.id),
            intro=intro,
            note=" · ".join(filter(None, (domain, said_anew, written_beforehand(self, statement)))),
            statement=True,
        )


def written_beforehand(context: PlanContext, statement: Statement) -> str:
    """Says of words that they were written down before the talk; empty for what was said in it."""
    return context.tr("written down beforehand") if statement.source == "paper" else ""


def address_of(person: Person) -> Address:
    """How a question is put to somebody other than the client: professionals `u`, own people `je`."""
    return "u" if person.kind in PROFESSIONAL_KINDS else "je"
