"""Where a question is asked: the step, what it is about, who speaks, and who is at the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from zlp_tui.conversation.asking.way import Way
from zlp_tui.conversation.telling.plan_context import PlanContext, address_of
from zlp_tui.plan.view import PROFESSIONAL_KINDS, Address, Person, Place, PlanView
from zlp_tui.script.schema import Step, Topic
from zlp_tui.script.wording import addresses_client


@dataclass(frozen=True, kw_only=True)
class StepContext(PlanContext):
    """One place of the script in one plan, with everything needed to ask and to answer there.

    `about` is the id of what a repeated step is about (or a domain's id), `part` the side, moment, field or other
    piece of the step. `conversation` is the one that is going on; None until something was said in it.
    """

    topic: Topic
    step: Step
    voice: Person
    way: Way
    """Along which route one walks."""
    present: tuple[str, ...] = ()
    about: str | None = None
    part: str | None = None
    conversation: str | None = None
    new_here: frozenset[str] = frozenset()
    """The lines that were added in the conversation that is going on, by id."""
    answered_here: frozenset[Place] = frozenset()
    """The places at which something was answered in it."""
    confirmed: bool = False
    """Whether the same was answered again after it was asked about: then it is meant."""
    changed_since_agreed: Callable[[], Mapping[str, frozenset[str]]] = dict
    """The lines that changed since the last edition, by kind; none without one."""

    @property
    def place(self) -> Place:
        """The place by ids."""
        item = "/".join(piece for piece in (self.about, self.part) if piece) or None
        return Place(self.topic.id, self.step.id, item)

    def at(self, part: str | None) -> StepContext:
        """The same step at another part."""
        return self if part == self.part else self._moved(part=part)

    def at_step(self, topic: Topic, step: Step, about: str | None = None) -> StepContext:
        """The first part of a step, about this thing of those over which it is repeated."""
        return self._moved(topic=topic, step=step, about=about, part=None)

    def _moved(self, **changed: Topic | Step | str | None) -> StepContext:
        """As `dataclasses.replace`, in a fifth of the time: it is done for each question of a route, at each turn."""
        moved = object.__new__(type(self))
        vars(moved).update(vars(self), **changed)
        return moved

    def place_of(self, part: str | None) -> Place:
        """The place of another part of the same step."""
        return self.at(part).place

    @property
    def client_speaks(self) -> bool:
        """Whether the client is the one who speaks now."""
        return self.voice.id == self.view.client

    @property
    def client_is_here(self) -> bool:
        """Whether the client sits at the table."""
        return self.view.client in self.present

    def hint(self, text: str, **names: str) -> str:
        """What is told beside a question, in words; none where it speaks to a client who is not here (B1)."""
        unheard = bool(self.present) and not self.client_is_here and addresses_client(text)
        return "" if unheard else self.words(text, **names)

    @property
    def asked_first(self) -> tuple[str, ...]:
        """Who is here and fits a question that is put to somebody else, by id; who is known to fit comes first."""
        return self._who_fit(self.step.addressee) if self.step.asks_another else ()

    @property
    def asked_in_turn(self) -> tuple[str, ...]:
        """Who else at the table is asked here once, by id, after the client or whoever is asked first; only where the
        client is the one who asks."""
        wanted = self.step.asked_in_turn
        return self._who_fit(wanted)[len(self.asked_first[:1]):] if wanted and self.client_is_here else ()

    @property
    def whose_turn(self) -> Person | None:
        """Who of the others is asked now, where each is asked in turn; None for who is asked first."""
        return next((p for p in self.others if p.id == self.part), None) if self.step.asked_in_turn else None

    def _who_fit(self, addressee: str) -> tuple[str, ...]:
        people = {person.id: person for person in self.others}
        here = [people[person] for person in self.present if person in people]
        known = [person.id for person in here if _fits(person, addressee)]
        return (*known, *(person.id for person in here if person.kind == "other" and person.id not in known))

    @property
    def shown_notices(self) -> tuple[str, ...]:
        """The notices that are shown by asking this; before a sitting those that it tells too."""
        begins = self.step.frames_sitting and not self.step.ends_sitting
        sittings = self.way.route.sittings if begins else ()
        told = (notice for sitting in sittings if sitting.id == self.part for notice in sitting.also_tells)
        return (*self.step.shown_notices, *told)

    @property
    def waits_for_client(self) -> bool:
        """Whether only the client can answer here, and is not at the table."""
        return self.step.for_client_only and not self.client_is_here


def _fits(person: Person, addressee: str) -> bool:
    """Whether somebody other than the client is known to be whom a question is for."""
    match addressee:
        case "own-people":
            return person.kind != "other" and person.kind not in PROFESSIONAL_KINDS
        case "professionals":
            return person.kind in PROFESSIONAL_KINDS
        case _:
            return True


def address_beside_client(view: PlanView, voice: Person, present: Sequence[str]) -> Address:
    """The form of address of whoever is addressed beside the client: who speaks, or the first other person here."""
    if voice.id != view.client:
        return address_of(voice)
    other = next((person for person in present if person != view.client), None)
    return address_of(view.person(other)) if other is not None else "je"
