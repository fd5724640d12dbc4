"""`Seating`: who comes to the table, speaks and types in one conversation. `Seats` is how they sit there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.conversation.session.doubted_answer import DoubtedAnswer
from zlp_tui.conversation.session.last_keyboard_user import last_keyboard_user
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.session.unit_of_work import UnitOfWork
from zlp_tui.errors import Refused
from zlp_tui.plan.view import Person, Place


class Seating:
    """Changes who sits at the table; it is kept in the store once the conversation has begun there."""

    def __init__(
        self, plan: LoadedPlan, unit_of_work: UnitOfWork, doubt: DoubtedAnswer, new_id: Callable[[], str]
    ) -> None:
        self._plan = plan
        self._unit_of_work = unit_of_work
        self._doubt = doubt
        self._new_id = new_id

    @property
    def present(self) -> tuple[Person, ...]:
        """Who sits at the table, the client first."""
        return self._plan.seats.around(self._plan.view)

    @property
    def keyboard_user(self) -> Person | None:
        """Who types in this sitting; None until somebody says so."""
        return next((person for person in self._plan.view.people if person.id == self._plan.seats.types), None)

    @property
    def last_keyboard_user(self) -> Person | None:
        """Who typed last on this computer, or else in this plan, where the plan knows them."""
        return last_keyboard_user(self._plan)

    def speak_as(self, person: str) -> None:
        """From now on this person speaks; who joined by name sits down. `Refused` for who is not here."""
        self._plan.view.person(person)
        self.sit_down(person)
        self._plan.seats.voice = person

    def sit_down(self, person: str) -> None:
        """Seat who was brought here by name; `Refused` for who is not here."""
        if not self._plan.seats.may_sit_down(person):
            raise Refused("{name} is not at the table.", name=self._plan.view.anyone(person).called)
        self._unit_of_work.sit_down(person)

    def join(self, name: str, at: Place) -> tuple[Person, bool]:
        """Somebody at the table by name, typed at a place: known, or added; True when new.

        `Refused` for what is no name. `Doubtful` for what may be none; the same again is taken as it is.
        """
        asked, locale, plan = Spoken(name), self._plan.script.locale, self._plan
        said, confirmed = self._doubt.resolved(at, asked, locale)
        typed = said.text if isinstance(said, Spoken) else name
        with self._doubt.remembered(at, asked):
            person, new = plan.seats.join(plan.view, typed, self._new_id, confirmed=confirmed, locale=locale)
        if new:
            plan.view = plan.told_apart(replace(plan.view, people=(*plan.view.people, person)))
        return plan.view.person(person.id), new

    def sit_at_keyboard(self, person: str) -> None:
        """This person types from now on, and so is here; it is remembered for the next sitting."""
        self._plan.view.person(person)
        self._unit_of_work.sit_down(person)
        self._plan.seats.sit_at_keyboard(person)

    def seat(self, people: Sequence[str]) -> None:
        """Who sits at the table now, by person id; the client may be absent."""
        plan = self._plan
        for person in people:
            plan.view.person(person)
        with plan.seats.unchanged_on_error():
            plan.seats.sit(people, plan.view.client)
            self._unit_of_work.save_seats()
        plan.reload()
        plan.readings.read_by(plan.seats.certain)
