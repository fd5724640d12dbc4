"""All writers of a plan, by name. Whoever names them here imports SQLModel only when one of them writes.

A kind of step both tells what was said and keeps what is said. The letter, the map and the trace need the first alone,
and SQLModel takes longer to import than all they do. Where much will be written, `load` has it done beforehand.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Final

NAMES: Final = (
    "agreements", "choices", "conversations", "details", "disagreements", "domains", "editions", "evaluations", "goals",
    "origins", "outcomes", "people", "plans", "progress_notes", "read_backs", "read_markers", "remarks", "statements",
    "withdrawal",
)


def load() -> None:
    """Import them all. Undoing knows only the tables of writers that were imported."""
    for name in NAMES:
        import_module(f"zlp_tui.plan.tables.{name}")


class _Later(ModuleType):
    """A module that is imported when something of it is asked for."""

    def __getattr__(self, name: str) -> object:
        return getattr(import_module(self.__name__), name)


if TYPE_CHECKING:
    from zlp_tui.plan.tables import agreements as agreements
    from zlp_tui.plan.tables import choices as choices
    from zlp_tui.plan.tables import conversations as conversations
    from zlp_tui.plan.tables import details as details
    from zlp_tui.plan.tables import disagreements as disagreements
    from zlp_tui.plan.tables import domains as domains
    from zlp_tui.plan.tables import editions as editions
    from zlp_tui.plan.tables import evaluations as evaluations
    from zlp_tui.plan.tables import goals as goals
    from zlp_tui.plan.tables import origins as origins
    from zlp_tui.plan.tables import outcomes as outcomes
    from zlp_tui.plan.tables import people as people
    from zlp_tui.plan.tables import plans as plans
    from zlp_tui.plan.tables import progress_notes as progress_notes
    from zlp_tui.plan.tables import read_backs as read_backs
    from zlp_tui.plan.tables import read_markers as read_markers
    from zlp_tui.plan.tables import remarks as remarks
    from zlp_tui.plan.tables import statements as statements
    from zlp_tui.plan.tables import withdrawal as withdrawal
else:

    def __getattr__(name: str) -> ModuleType:
        if name in NAMES:
            return _Later(f"zlp_tui.plan.tables.{name}")
        raise AttributeError(name)
