"""Who sits at the table, who speaks and who types. Whoever joined by name is kept in memory until something is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from zlp_tui.conversation.asking.accepted_names import new_name, person_called, require_meant
from zlp_tui.plan.view import Person, PlanView
from zlp_tui.text import clean_name


class Seats:
    """The people at the table in one conversation: the client alone, when it begins."""

    def __init__(self, client: str) -> None:
        self.client = client
        """Whose plan it is, by person id."""
        self.voice = client
        """Who speaks now, by person id."""
        self.present: tuple[str, ...] = (client,)
        """Who sits here, by person id, in the order in which they sat down."""
        self.newcomers: Mapping[str, Person] = {}
        """Who joined by name and is not in the plan yet."""
        self._came: frozenset[str] = frozenset()
        """Who was brought to the table by name; they sit down when they speak."""
        self._assumed: frozenset[str] = frozenset((client,))
        """Who sits here because it is usual, and of whom nobody said so yet."""
        self._by_key = False
        """Whether the client gave their own passphrase here, and did not leave since."""
        self._types: str | None = None
        self._writes: str | None = None

    @property
    def voice_in_plan(self) -> str | None:
        """Who speaks, by person id; None for somebody who joined and said nothing yet."""
        return None if self.voice in self.newcomers else self.voice

    @property
    def certain(self) -> tuple[str, ...]:
        """Who sits here because somebody said so, or because they said something."""
        return tuple(person for person in self.present if person not in self._assumed)

    @property
    def types(self) -> str | None:
        """The keyboard user, by person id; None until somebody says who types, and when they have left."""
        return self._types if self._types in self.present else None

    @property
    def writes(self) -> str | None:
        """Whose words is what is kept beside the talk; the keyboard user's, unless another was chosen for it."""
        return self._writes if self._writes in self.present else self.types

    @property
    def acts(self) -> str:
        """Who does what is nobody's words, as an undo: who speaks; where it is not certain that they are here, who
        types, or somebody who is certainly here."""
        certain = self.certain
        return next((person for person in (self.voice, self.types, *certain) if person in certain), self.voice)

    def typist(self, answers: str | None) -> str | None:
        """Whose words are typed at a question: of whom an answer of their own is asked, else who speaks; None for
        nobody."""
        return answers or (self.voice if self.voice in self.present else None)

    def sit_at_keyboard(self, person: str) -> None:
        """From now on this person types, and so is here."""
        self.sit_down(person)
        self._types, self._writes = person, None

    def write_as(self, person: str | None) -> None:
        """Whose words is what is kept beside the talk from now on; None for the keyboard user's."""
        self._writes = person

    @contextmanager
    def speaking(self, person: str) -> Iterator[None]:
        """Let another person speak for a while. Nobody else gets the word back than who had it."""
        spoke, self.voice = self.voice, person
        try:
            yield
        finally:
            if self.voice == person:
                self.voice = spoke

    def confirm(self, *people: str) -> bool:
        """These are really here; everybody, when none is named. Whether that was not certain yet."""
        unsure = self._assumed & frozenset(people or self.present)
        self._assumed -= unsure
        return bool(unsure)

    @property
    def client_confirmed(self) -> bool:
        """Whether the client sits here and showed so with their own passphrase; else they were named."""
        return self._by_key and self.client in self.present

    @property
    def by_key(self) -> tuple[str, ...]:
        """Who showed by their own passphrase that they sit here."""
        return (self.client,) if self.client_confirmed else ()

    def confirm_client(self) -> None:
        """The client gave their own passphrase here, and so is here."""
        self.sit_down(self.client)
        self._by_key = True

    def forget_confirmation(self) -> None:
        """The client showed nothing here any more: this table was left, or somebody else may sit at it."""
        self._by_key = False

    def sit_down(self, person: str) -> None:
        """One person more sits here, or is certainly here."""
        self.confirm(person)
        self.present = tuple(dict.fromkeys((*self.present, person)))
        self._came -= {person}
        if self.voice not in self.present:
            self.voice = person

    @contextmanager
    def unchanged_on_error(self) -> Iterator[None]:
        """Be as it was, when what is tried here is refused. Every value of the seats is immutable."""
        before = dict(vars(self))
        try:
            yield
        except BaseException:
            vars(self).update(before)
            raise

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
        self.present, self._assumed = tuple(dict.fromkeys(people)), frozenset()
        self._came -= frozenset(person for person in self._came if person not in self.present)
        self._by_key = self.client_confirmed
        self._speaks_from(client)

    def _speaks_from(self, client: str) -> None:
        """Let somebody present speak: the client before others, where who spoke has left."""
        if self.present and self.voice not in self.present:
            self.voice = client if client in self.present else self.present[0]

    def answered(self, people: Sequence[str]) -> None:
        """Who sits here, as the question about it was answered; when who spoke has left, the first of them speaks."""
        self.present, self._assumed = tuple(people), frozenset()
        self._by_key = self.client_confirmed
        if self.present and self.voice not in self.present:
            self.voice = self.present[0]

    def follow(self, view: PlanView, conversation: str | None) -> None:
        """Follow the plan after something was undone: who spoke, or sat here, may be gone from it.

        Of who sits here because it is usual the plan knows nothing: they stay.
        """
        known = {person.id for person in view.people}
        sitting = next((c for c in view.conversations if c.id == conversation), None)
        usual = tuple(person for person in self.present if person in self._assumed)
        seated = (*usual, *(a.person for a in sitting.present if a.until is None)) if sitting else self.present
        self.present = tuple(person for person in dict.fromkeys(seated) if person in known)
        self._by_key = self.client_confirmed
        self._speaks_from(view.client)
