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
    def at(self) -> str: ...

    @property
    def by(self) -> Voice: ...

    @property
    def kind(self) -> str: ...

    @property
    def after(self) -> ColumnValues: ...

    @property
    def of(self) -> str: ...

    @property
    def row(self) -> str: ...

    @property
    def on(self) -> str: ...


class LineTouch(Protocol):
    """What others did to a line: in which table, who did so last, on which day, and whether they added it."""

    @property
    def of(self) -> str: ...

    @property
    def by(self) -> str: ...

    @property
    def on(self) -> str: ...

    @property
    def added(self) -> bool: ...
