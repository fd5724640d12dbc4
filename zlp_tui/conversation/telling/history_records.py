"""What telling needs to know of recorded changes. Whoever reads them from a store hands them in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from zlp_tui.plan.view import Voice

ColumnValues = Mapping[str, str | int | None]
"""What stands in the columns of one line."""


class ChangeRecord(Protocol):
    """One change of one line: `add` or `alter`, by whom, when, in which table, and the columns it wrote."""

    @property
    def at(self) -> str:
        """When it was recorded, as a timestamp."""

    @property
    def by(self) -> Voice:
        """Who did it, as the plan knows them."""

    @property
    def kind(self) -> str:
        """The kind of change."""

    @property
    def after(self) -> ColumnValues:
        """The columns that were set, with their values."""

    @property
    def of(self) -> str:
        """The table."""

    @property
    def row(self) -> str:
        """The id of the row."""

    @property
    def on(self) -> str:
        """The day."""


class LineTouch(Protocol):
    """What others did to a line: in which table, who did so last, on which day, and whether they added it."""

    @property
    def of(self) -> str:
        """The table of the line."""

    @property
    def by(self) -> str:
        """The id of who did it."""

    @property
    def on(self) -> str:
        """The day."""

    @property
    def added(self) -> bool:
        """Whether the line itself was added."""
