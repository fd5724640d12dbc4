"""`ProgressPresenter`: keeps the progress of the chapters at the top of the conversation up to date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from textual.timer import Timer

from screens.parts.chapter_progress import ChapterProgress, Stage
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Turn
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import PlanView

SOON: Final = 0.3


class ProgressPresenter:
    """Shows the progress in `progress`. After an answer it is recomputed with a delay: it takes longer than a frame.

    `later` starts a timer (a widget's `set_timer`).
    """

    def __init__(
        self, desk: Desk, tr: Catalogue, progress: ChapterProgress, later: Callable[[float, Callable[[], None]], Timer]
    ) -> None:
        self._desk = desk
        self._tr = tr
        self._progress = progress
        self._later = later
        self._stages: tuple[Stage, ...] = ()
        self._computed: tuple[PlanView, str] | None = None
        """The plan, and the topic in it, that the progress was computed for last."""
        self._due: Timer | None = None
        self._turn: Turn = desk.turn()

    def refresh(self) -> None:
        """Show the progress, recomputed if the plan or our topic is another one."""
        view, topic = self._desk.view, self._desk.place.topic
        if self._computed is None or self._computed[0] is not view or self._computed[1] != topic:
            self._stages = tuple(Stage(c.title, c.state, here=False) for c in self._desk.chapters())
            self._computed = view, topic
        self._due = None
        self.show(self._turn)

    def refresh_soon(self) -> None:
        """Recompute the progress in a moment."""
        if self._due is None:
            self._due = self._later(SOON, self.refresh)

    def show(self, turn: Turn) -> None:
        """Show the place of this turn, with the progress as it was computed last."""
        self._turn = turn
        number, count = (turn.number, turn.count) if turn.sitting else (turn.topic_number, turn.topic_count)
        self._progress.put(
            [replace(stage, here=stage.title == turn.chapter_title) for stage in self._stages],
            self._tr("{number} of {count}", number=number, count=count),
        )
