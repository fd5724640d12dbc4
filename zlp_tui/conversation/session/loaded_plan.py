"""One plan as it is loaded in one conversation: what is read from the store, who is at the table, and the day.

Reading a plan needs nothing more than this. It imports none of the tables, so it imports no SQLModel.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from zlp_tui.conversation.asking.step_context import StepContext, address_beside_client
from zlp_tui.conversation.session.seats import Seats
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.view import Person, PlanView
from zlp_tui.script.script import Script
from zlp_tui.store.store import Store


class LoadedPlan:
    """The state that all parts of a session share: the view, the seats and the conversation, on one store."""

    def __init__(
        self, *, store: Store, script: Script, say: Catalogue, plan_id: str, clock: Callable[[], datetime]
    ) -> None:
        self.store = store
        self.script = script
        self.say = say
        self.id = plan_id
        self.clock = clock
        self.conversation: str | None = None
        """The id of the conversation in the store; None until something was said."""
        self.view = self._load()
        """The plan as it stands, with whoever joined the table and said nothing yet among its people."""
        self.seats = Seats(self.view.client)
        """Who sits at the table."""

    @property
    def voice(self) -> Person:
        """Who speaks now."""
        return self.view.person(self.seats.voice)

    def reload(self) -> None:
        """Read the plan again, after something was written."""
        self.view = self.seats.among(self._load())

    def plan_context(self) -> PlanContext:
        """What is needed to tell anything of the plan."""
        other = address_beside_client(self.view, self.voice, self.seats.present)
        return PlanContext(self.script, self.view, self.say, today(self.clock), other)

    def step_context(self, at: StepContext | None = None) -> StepContext:
        """The context of a question, on the plan as it stands; without `at`, of the first question of the script."""
        topic, voice = at.topic if at else self.script.topics[0], self.voice
        return StepContext(
            self.script,
            self.view,
            self.say,
            today(self.clock),
            address_beside_client(self.view, voice, self.seats.present),
            topic=topic,
            step=at.step if at else topic.steps[0],
            voice=voice,
            present=self.seats.present,
            about=at.about if at else None,
            part=at.part if at else None,
            conversation=self.conversation,
        )

    def _load(self) -> PlanView:
        with self.store.reading() as session:
            return load_view(session, self.id)


def today(clock: Callable[[], datetime]) -> date:
    """The local date of a clock."""
    return clock().astimezone().date()
