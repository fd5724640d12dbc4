"""The plans of the home list, read without the rest of the program: light enough for before the first picture."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from zlp_tui.conversation.desk import PlanLine
from zlp_tui.store.home import home_rows


def plan_lines(
    store_file: Path, topic_titles: Mapping[str, str] | None = None, *, search: str = "", limit: int = 200
) -> tuple[PlanLine, ...]:
    """The plans in a store, last talked about first; none when there is no store yet."""
    titles = topic_titles or {}
    return tuple(
        PlanLine(row.id, row.name, row.last_talk, row.next, row.topic, titles.get(row.topic or ""))
        for row in home_rows(store_file, search=search, limit=limit)
    )
