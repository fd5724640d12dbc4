"""The plans of the home list, read without the rest of the program: light enough for before the first picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from zlp_tui.conversation.plan_line import PlanLine
from zlp_tui.errors import Ambiguous, NotFound
from zlp_tui.store.outside import inspect
from zlp_tui.text import folded

if TYPE_CHECKING:
    from zlp_tui.store.home import HomeRow

EVERYBODY: Final = 1_000_000


def plan_lines(
    store_file: Path, topic_titles: Mapping[str, str] | None = None, *, search: str = "", limit: int = 200
) -> tuple[PlanLine, ...]:
    """The plans in a store, last talked about first; none when there is no store yet."""
    if not inspect(store_file):
        return ()  # the very first start: that needs no driver

    from zlp_tui.store.home import home_rows

    return as_lines(home_rows(store_file, search=search, limit=limit), topic_titles or {})


def as_lines(rows: Iterable[HomeRow], topic_titles: Mapping[str, str]) -> tuple[PlanLine, ...]:
    """Rows of the store, with the titles of topics."""
    return tuple(
        PlanLine(row.id, row.name, row.last_talk, row.next, row.topic, topic_titles.get(row.topic or ""))
        for row in rows
    )


def find_plan(store_file: Path, plan: str) -> HomeRow:
    """The one plan that this id or name fits. `NotFound`, or `Ambiguous` with the ids."""
    from zlp_tui.store.home import home_rows

    rows = home_rows(store_file, limit=EVERYBODY)
    wanted = folded(plan)
    fitting = [row for row in rows if row.id == plan] or [row for row in rows if folded(row.name) == wanted]
    if not fitting:
        raise NotFound("No plan has this name.")
    if len(fitting) > 1:
        raise Ambiguous("More than one plan has this name. Choose one by its id:", ids=tuple(row.id for row in fitting))
    return fitting[0]
