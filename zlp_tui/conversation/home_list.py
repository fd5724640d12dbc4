"""The plans of the home list, read without the rest of the program: light enough for before the first picture."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from zlp_tui.conversation.plan_line import PlanLine
from zlp_tui.errors import Ambiguous, NotFound
from zlp_tui.store.home import HomeRow, home_rows
from zlp_tui.text import folded

EVERYBODY: Final = 1_000_000


def plan_lines(
    store_file: Path, topic_titles: Mapping[str, str] | None = None, *, search: str = "", limit: int = 200
) -> tuple[PlanLine, ...]:
    """The plans in a store, last talked about first; none when there is no store yet."""
    titles = topic_titles or {}
    return tuple(
        PlanLine(row.id, row.name, row.last_talk, row.next, row.topic, titles.get(row.topic or ""))
        for row in home_rows(store_file, search=search, limit=limit)
    )


def find_plan(store_file: Path, plan: str) -> HomeRow:
    """The one plan that this id or name fits. `NotFound`, or `Ambiguous` with the ids."""
    rows = home_rows(store_file, limit=EVERYBODY)
    wanted = folded(plan)
    fitting = [row for row in rows if row.id == plan] or [row for row in rows if folded(row.name) == wanted]
    if not fitting:
        raise NotFound("No plan has this name.")
    if len(fitting) > 1:
        raise Ambiguous("More than one plan has this name. Choose one by its id:", ids=tuple(row.id for row in fitting))
    return fitting[0]
