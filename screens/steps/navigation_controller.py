"""`NavigationController`: goes from question to question, and saves the draft of the one that is left."""

from __future__ import annotations

from collections.abc import Callable

from screens.steps.draft_controller import DraftController
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Turn
from zlp_tui.plan.view import Place
from zlp_tui.script.roles import Role

Move = Callable[[], Turn | None]


class NavigationController:
    """`show` shows a turn; `attempt` runs a command and shows its refusal; `over` is called after the last question,
    `before` before the first one, and `leaving` before the question that is shown is left."""

    def __init__(
        self, desk: Desk, draft: DraftController, *, show: Callable[[Turn], None],
        attempt: Callable[[Callable[[], None]], bool], over: Callable[[], None], before: Callable[[], None],
        leaving: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._draft = draft
        self._show = show
        self._attempt = attempt
        self._over = over
        self._before = before
        self._leaving = leaving

    def to(self, place: Place) -> None:
        """Go to a place."""
        self._go(lambda: self._desk.go(place))

    def to_topic(self, topic: str) -> None:
        """Go to a topic's first question."""
        self._go(lambda: self._desk.go_topic(topic))

    def take_route(self, route: str) -> None:
        """Go to where another way through the script was left."""
        self._go(lambda: self._desk.take_route(route))

    def ask_aside(self, place: Place) -> None:
        """Go to a question in between."""
        self._go(lambda: self._desk.ask_aside(place))

    def begin(self, role: Role) -> None:
        """Go to where something new of the topic with this role is said."""
        self._go(lambda: self._desk.begin(role))

    def enough(self) -> bool:
        """Go to the question after what is weighed; False where that is refused."""
        return self._go(self._desk.enough)

    def _go(self, move: Move) -> bool:
        """Save the draft and show the turn of `move`; False if there is none or it was refused."""
        self._draft.save_pending()
        self._leaving()
        found: list[Turn | None] = []
        if not self._attempt(lambda: found.append(move())) or found[0] is None:
            return False
        self._show(found[0])
        return True

    def next(self) -> bool:
        """Go to the next question; after the last one call `over` and return False."""
        return self._advance(self._desk.forward)

    def _advance(self, move: Move) -> bool:
        turned = self._go(move)
        if not turned:
            self._over()
        return turned

    def say_more(self) -> None:
        """Go to the first open question about what is asked about, and to what is asked on request after it."""
        self._go(self._desk.say_more)

    def skip(self) -> None:
        """Go to the next question without answering: typed text stays a draft, marks are reset."""
        self._draft.unmark()
        self.next()

    def next_topic(self) -> None:
        """Go to the next topic without answering."""
        self._draft.unmark()
        self._advance(self._desk.next_topic)

    def back(self) -> None:
        """Go to the previous question."""
        if not self._go(self._desk.back):
            self._before()
