"""Where a question is asked: the step, what it is about, who speaks, and how they are addressed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import PROFESSIONAL_KINDS, Address, Person, Place, PlanView, Statement
from zlp_tui.script.schema import Step, Topic
from zlp_tui.script.script import Script
from zlp_tui.script.wording import worded


def address_of(person: Person) -> Address:
    """How a question is put to somebody other than the client: professionals `u`, own people `je`."""
    return "u" if person.kind in PROFESSIONAL_KINDS else "je"


@dataclass(frozen=True, slots=True)
class StepContext:
    """One place of the script in one plan, with everything needed to ask and to answer there.

    `about` is the id of what a repeated step is about (or a domain's id), `part` the side, moment, field or other
    piece of the step.
    """

    script: Script
    view: PlanView
    say: Catalogue
    today: date
    topic: Topic
    step: Step
    voice: Person
    present: tuple[str, ...] = ()
    about: str | None = None
    part: str | None = None
    changed_since_agreed: Callable[[], Mapping[str, frozenset[str]]] = dict
    """The lines that changed since the last edition, by kind; none without one."""

    @property
    def place(self) -> Place:
        """Our place by ids."""
        item = "/".join(piece for piece in (self.about, self.part) if piece) or None
        return Place(self.topic.id, self.step.id, item)

    def at(self, part: str | None) -> StepContext:
        """The same step at another part."""
        return replace(self, part=part)

    def place_of(self, part: str | None) -> Place:
        """The place of another part of the same step."""
        return self.at(part).place

    @property
    def others(self) -> tuple[Person, ...]:
        """Everybody in the plan but the client."""
        return tuple(p for p in self.view.people if p.id != self.view.client)

    @property
    def client_speaks(self) -> bool:
        """Whether the client is the one who speaks now."""
        return self.voice.id == self.view.client

    def words(self, text: str, **names: str) -> str:
        """A text of the script as it is said here and now."""
        known: Mapping[str, str] = {"client": self.view.client_person.called, **names}
        return worded(text, client=self.view.address, other=self._other(), names=known)

    def name(self, person_id: str) -> str:
        """What somebody is called, by id."""
        return self.view.person(person_id).called

    def quote(self, statement: Statement, intro: str = "") -> Quote:
        """A statement as it is shown, with its speaker and its life domain."""
        domain = self.script.domain(statement.domain).title if statement.domain else ""
        return Quote(
            ref=statement.id,
            text=statement.text,
            by=self.name(statement.voice.id),
            intro=intro,
            note=self.words(domain),
            statement=True,
        )

    def _other(self) -> Address:
        if not self.client_speaks:
            return address_of(self.voice)
        others = [self.view.person(p) for p in self.present if p != self.view.client]
        return address_of(others[0]) if others else "je"
