"""`Walking`: from question to question. What is typed stays where it was typed, as a draft."""

from __future__ import annotations

from collections.abc import Callable

from screens.steps.draft_controller import DraftController
from zlp_tui.conversation.desk import Desk
from zlp_tui.conversation.turn import Turn
from zlp_tui.plan.view import Place

Move = Callable[[], Turn | None]


class NavigationController:
    """`show` turns the page; `attempt` does what may be refused and says so; `over` is where one is after the end."""

    def __init__(
        self, desk: Desk, draft: DraftController, *, show: Callable[[Turn], None],
        attempt: Callable[[Callable[[], None]], bool], over: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._draft = draft
        self._show = show
        self._attempt = attempt
        self._over = over

    def to(self, place: Place) -> None:
        """To a place."""
        self._go(lambda: self._desk.go(place))

    def to_topic(self, topic: str) -> None:
        """To a topic's first question."""
        self._go(lambda: self._desk.go_topic(topic))

    def _go(self, move: Move) -> bool:
        """Turn the page; False when there is no page there or it could not be done."""
        self._draft.save_pending()
        found: list[Turn | None] = []
        if not self._attempt(lambda: found.append(move())) or found[0] is None:
            return False
        self._show(found[0])
        return True

    def next(self) -> bool:
        """The next question; after the last one it is over, and False."""
        return self._advance(self._desk.forward)

    def _advance(self, move: Move) -> bool:
        turned = self._go(move)
        if not turned:
            self._over()
        return turned

    def skip(self) -> None:
        """The next question, saying nothing: what is typed stays as a draft, marks are as they were."""
        self._draft.unmark()
        self.next()

    def next_topic(self) -> None:
        """The next topic, saying nothing; after the last one it is over."""
        self._draft.unmark()
        self._advance(self._desk.next_topic)

    def back(self) -> None:
        """The question before."""
        if not self._go(self._desk.back):
            self._over()
