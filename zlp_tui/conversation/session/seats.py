"""Who sits at the table and who speaks. Whoever joined by name is kept in memory until something is said."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from zlp_tui.conversation.asking.accepted_names import new_name, person_called, require_meant
from zlp_tui.plan.view import Person, PlanView
from zlp_tui.text import clean_name


class Seats:
    """The people at the table in one conversation: the client alone, when it begins."""

    def __init__(self, client: str) -> None:
        self.voice = client
        """Who speaks now, by person id."""
        self.present: tuple[str, ...] = (client,)
        """Who sits here, by person id, in the order in which they sat down."""
        self.newcomers: Mapping[str, Person] = {}
        """Who joined by name and is not in the plan yet."""
        self._came: frozenset[str] = frozenset()
        """Who was brought to the table by name; they sit down when they speak."""

    @property
    def voice_in_plan(self) -> str | None:
        """Who speaks, by person id; None for somebody who joined and said nothing yet."""
        return None if self.voice in self.newcomers else self.voice

    def among(self, view: PlanView) -> PlanView:
        """The plan with those who joined and said nothing yet among its people."""
        return replace(view, people=(*view.people, *self.newcomers.values())) if self.newcomers else view

    def around(self, view: PlanView) -> tuple[Person, ...]:
        """Who sits here, the client first."""
        return tuple(sorted((view.person(p) for p in self.present), key=lambda p: p.id != view.client))

    def join(
        self, view: PlanView, name: str, new_id: Callable[[], str], *, confirmed: bool, locale: str
    ) -> tuple[Person, bool]:
        """Who goes by this name, and whether somebody new; `Refused` and `Doubtful` as for `new_name`."""
        cleaned = clean_name(name)
        known = person_called(view, cleaned) if cleaned else None
        if known is not None:
            require_meant(view, known, confirmed=confirmed, locale=locale)
            self._came |= {known.id}
            return known, False
        wanted = new_name(view, name, confirmed=confirmed, locale=locale)
        newcomer = Person(id=new_id(), name=wanted, kind="other")
        self.newcomers = {**self.newcomers, newcomer.id: newcomer}
        self._came |= {newcomer.id}
        return newcomer, True

    def may_sit_down(self, person: str) -> bool:
        """Whether somebody sits here, or was brought here by name."""
        return person in self.present or person in self._came

    def sit(self, people: Sequence[str], client: str) -> None:
        """Who sits here from now on; who spoke and left speaks no longer."""
        self.present = tuple(dict.fromkeys(people))
        self._came -= frozenset(person for person in self._came if person not in self.present)
        self._speaks_from(client)

    def _speaks_from(self, client: str) -> None:
        """Let somebody present speak: the client before others, where who spoke has left."""
        if self.present and self.voice not in self.present:
            self.voice = client if client in self.present else self.present[0]

    def answered(self, people: Sequence[str]) -> None:
        """Who sits here, as the question about it was answered; when who spoke has left, the first of them speaks."""
        self.present = tuple(people)
        if self.present and self.voice not in self.present:
            self.voice = self.present[0]

    def follow(self, view: PlanView, conversation: str | None) -> None:
        """Follow the plan after something was undone: who spoke, or sat here, may be gone from it."""
        known = {person.id for person in view.people}
        sitting = next((c for c in view.conversations if c.id == conversation), None)
        seated = (a.person for a in sitting.present if a.until is None) if sitting else self.present
        self.present = tuple(person for person in seated if person in known)
        self._speaks_from(view.client)
