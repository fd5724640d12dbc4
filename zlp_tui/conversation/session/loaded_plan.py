"""The plan on the table as it stands now: read from the store, in the surroundings of its script and its people.

Reading a plan needs nothing more than this; it imports none of the writers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.plan_pages import Card, ChapterLine, LetterPart, TraceStep
from zlp_tui.conversation.ports.turn import Grid, Selectable
from zlp_tui.conversation.session.seats import Seats
from zlp_tui.conversation.telling import letter, plan_map
from zlp_tui.conversation.telling.agreement_cards import cards
from zlp_tui.conversation.telling.trace import trace
from zlp_tui.conversation.telling.weighing_grids import choice_grids
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.access import May, Readers, everybody_may
from zlp_tui.plan.difference import changed_lines
from zlp_tui.plan.queries.load import client_of, load_edition, load_view
from zlp_tui.plan.queries.recorded_changes import history
from zlp_tui.plan.view import PlanView
from zlp_tui.script.script import Script
from zlp_tui.store.store import Store


class LoadedPlan:
    """One plan, read. `look` reads it again after something was written."""

    def __init__(
        self,
        *,
        store: Store,
        script: Script,
        say: Catalogue,
        plan_id: str,
        clock: Callable[[], datetime],
        may: May = everybody_may,
    ) -> None:
        self.script = script
        self._store = store
        self._say = say
        self._plan_id = plan_id
        self._clock = clock
        self._compared: tuple[PlanView, Mapping[str, frozenset[str]]] | None = None
        self._editions: Mapping[tuple[int, Readers], PlanView] = {}
        with store.reading() as session:
            self.seats = Seats(client_of(session, plan_id))
        """Who sits at the table."""
        self.may = may
        """What each person may see and write."""
        self.view = self._load()
        """The plan as it stands, with whoever joined the table and said nothing yet among its people."""

    @property
    def readers(self) -> Readers:
        """Who reads: everybody who is present."""
        return Readers(frozenset(self.seats.present), self.may)

    def look(self) -> PlanView:
        """Read the plan again."""
        self.view = self.seats.among(self._load())
        return self.view

    def base(self) -> StepContext:
        """Surroundings without a place of their own."""
        topic = self.script.topics[0]
        return StepContext(
            script=self.script,
            view=self.view,
            say=self._say,
            today=today(self._clock),
            topic=topic,
            step=topic.steps[0],
            voice=self.view.person(self.seats.voice),
            present=self.seats.present,
            changed_since_agreed=self.changed_since_agreed,
        )

    def changed_since_agreed(self) -> Mapping[str, frozenset[str]]:
        """The lines that changed since the last edition, by kind; reckoned once for each time the plan was read."""
        agreed = self.view.agreed_editions
        if not agreed:
            return {}
        if self._compared is None or self._compared[0] is not self.view:
            self._compared = (self.view, changed_lines(self.edition(agreed[-1].number), self.view))
        return self._compared[1]

    def edition(self, number: int) -> PlanView:
        """The plan as it was agreed on, for who reads now; `NotFound` for a number that it does not have."""
        key = (number, self.readers)
        if key not in self._editions:
            with self._store.reading() as session:
                self._editions = {**self._editions, key: load_edition(session, self._plan_id, number, self.readers)}
        return self._editions[key]

    def domains(self) -> tuple[Selectable, ...]:
        """The life domains, with their titles."""
        base = self.base()
        return tuple(Selectable(d.id, base.words(d.title), base.words(d.about)) for d in self.script.domains)

    def map(self, at_topic: str) -> tuple[ChapterLine, ...]:
        """The chapters and topics, each with what was said last; `at_topic` is where we are."""
        return plan_map.map_of(self.base(), at_topic)

    def letter(self) -> tuple[LetterPart, ...]:
        """The plan as a letter in the client's words."""
        return letter.letter(self.base())

    def trace(self, ref: str) -> tuple[TraceStep, ...]:
        """From a line back to the words it came from; `NotFound` for an unknown ref."""
        with self._store.reading() as session:
            return trace(self.base(), ref, lambda r: history(session, self.view, self.readers, r))

    def cards(self) -> tuple[Card, ...]:
        """Goals and agreements as cards."""
        return cards(self.base())

    def choice_grids(self) -> tuple[tuple[str, str, Grid], ...]:
        """Choices on the table: id, question, grid."""
        return choice_grids(self.base())

    def _load(self) -> PlanView:
        with self._store.reading() as session:
            return load_view(session, self._plan_id, self.readers)


def today(clock: Callable[[], datetime]) -> date:
    """The day of a clock, here."""
    return clock().astimezone().date()
