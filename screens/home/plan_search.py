"""`PlanSearch`: finds plans by a name while it is typed."""

from __future__ import annotations

from typing import Final, Protocol

from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.text import folded, search_words

LISTED: Final = 200
FOUND: Final = 60
"""How many plans are listed, and how many a search shows; whoever looks for more types one more letter."""


class FindPlans(Protocol):
    """Finds plans by a name: those that go on, or those that have ended (`FrontDoor.plans`)."""

    def __call__(self, search: str = "", limit: int = LISTED, *, ended: bool = False) -> tuple[PlanListItem, ...]:
        """No more than `limit`, what is due first and then the last talked about."""


class PlanSearch:
    """Searches in the store by `find`; before that is open, among the plans that are listed.

    `ended_too`: plans that have ended are found as well, after those that go on.
    """

    def __init__(self, *, ended_too: bool) -> None:
        self.find: FindPlans | None = None
        self._ended_too = ended_too
        self._known: dict[str, tuple[PlanListItem, ...]] = {}

    def forget(self) -> None:
        """Ask the store again: other plans may be there."""
        self._known = {}

    def found(self, wanted: str, listed: tuple[PlanListItem, ...]) -> tuple[PlanListItem, ...]:
        """Who has this name: asked of the store, unless it follows from what was found while typing."""
        if wanted not in self._known:
            shorter = next((wanted[:n] for n in range(len(wanted), 0, -1) if wanted[:n] in self._known), "")
            if shorter and len(self._known[shorter]) < FOUND:
                self._known[wanted] = matching_plans(self._known[shorter], wanted)
            elif self.find is not None:
                self._known[wanted] = self._named(self.find, wanted)
            else:
                return matching_plans(listed, wanted)
        return self._known[wanted]

    def _named(self, find: FindPlans, wanted: str) -> tuple[PlanListItem, ...]:
        """Who has this name, those whose plan goes on first."""
        first = find(wanted, FOUND)
        room = FOUND - len(first) if self._ended_too else 0
        return (*first, *find(wanted, room, ended=True)) if room else first


def matching_plans(plans: tuple[PlanListItem, ...], wanted: str) -> tuple[PlanListItem, ...]:
    """The plans whose client's name holds all words."""
    words = search_words(wanted)
    return tuple(plan for plan in plans if all(word in folded(plan.name) for word in words))
