"""`Walking`: from question to question. What is typed stays where it was typed, as a draft."""

from __future__ import annotations

from collections.abc import Callable

from screens.steps.unsaid import Unsaid
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Turn
from zlp_tui.plan.view import Place

Move = Callable[[], Turn | None]


class Walking:
    """`show` turns the page; `attempt` does what may be refused and says so; `over` is where one is after the end."""

    def __init__(
        self, desk: Desk, unsaid: Unsaid, *, show: Callable[[Turn], None],
        attempt: Callable[[Callable[[], None]], bool], over: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._unsaid = unsaid
        self._show = show
        self._attempt = attempt
        self._over = over

    def to(self, place: Place) -> None:
        """To a place."""
        self._turned(lambda: self._desk.go(place))

    def to_topic(self, topic: str) -> None:
        """To a topic's first question."""
        self._turned(lambda: self._desk.go_topic(topic))

    def _turned(self, move: Move) -> bool:
        """Turn the page; False when there is no page there or it could not be done."""
        self._unsaid.settle()
        found: list[Turn | None] = []
        if not self._attempt(lambda: found.append(move())) or found[0] is None:
            return False
        self._show(found[0])
        return True

    def on(self) -> bool:
        """The next question; after the last one it is over, and False."""
        return self._on(self._desk.forward)

    def _on(self, move: Move) -> bool:
        turned = self._turned(move)
        if not turned:
            self._over()
        return turned

    def skip(self) -> None:
        """The next question, saying nothing: what is typed stays as a draft, marks are as they were."""
        self._unsaid.unmark()
        self.on()

    def next_topic(self) -> None:
        """The next topic, saying nothing; after the last one it is over."""
        self._unsaid.unmark()
        self._on(self._desk.next_topic)

    def back(self) -> None:
        """The question before."""
        if not self._turned(self._desk.back):
            self._over()
