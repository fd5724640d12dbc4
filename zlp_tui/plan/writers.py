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
    "outcomes", "people", "plans", "progress", "read_backs", "remarks", "seen", "statements", "taking_back", "traces",
)


def load() -> None:
    """Import them all. Undoing knows only the tables of writers that were imported."""
    for name in NAMES:
        import_module(f"zlp_tui.plan.{name}")


class _Later(ModuleType):
    """A module that is imported when something of it is asked for."""

    def __getattr__(self, name: str) -> object:
        return getattr(import_module(self.__name__), name)


if TYPE_CHECKING:
    from zlp_tui.plan import agreements as agreements
    from zlp_tui.plan import choices as choices
    from zlp_tui.plan import conversations as conversations
    from zlp_tui.plan import details as details
    from zlp_tui.plan import disagreements as disagreements
    from zlp_tui.plan import domains as domains
    from zlp_tui.plan import editions as editions
    from zlp_tui.plan import evaluations as evaluations
    from zlp_tui.plan import goals as goals
    from zlp_tui.plan import outcomes as outcomes
    from zlp_tui.plan import people as people
    from zlp_tui.plan import plans as plans
    from zlp_tui.plan import progress as progress
    from zlp_tui.plan import read_backs as read_backs
    from zlp_tui.plan import remarks as remarks
    from zlp_tui.plan import seen as seen
    from zlp_tui.plan import statements as statements
    from zlp_tui.plan import taking_back as taking_back
    from zlp_tui.plan import traces as traces
else:

    def __getattr__(name: str) -> ModuleType:
        if name in NAMES:
            return _Later(f"zlp_tui.plan.{name}")
        raise AttributeError(name)
