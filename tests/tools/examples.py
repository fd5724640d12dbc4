"""The example plans in a store, made at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.tools.bundles import MADE_AT
from zlp_tui.command.practice_script import made_script, practice_script
from zlp_tui.store.files.prepared_store import make_prepared
from zlp_tui.store.store import Store, open_store


@dataclass(frozen=True)
class ExampleStore:
    """The store, with the ids of its plans."""

    store: Store
    plans: tuple[str, ...]


@contextmanager
def example_store(folder: Path) -> Iterator[ExampleStore]:
    """All examples in a folder, closed afterwards."""
    path = folder / "plans.db"
    make_prepared(path, practice_script() or made_script(), MADE_AT.date())
    store = open_store(path, clock=lambda: MADE_AT, durable=False)
    with store.reading() as session:
        plans = tuple(str(plan) for (plan,) in session.run("SELECT plan_id FROM plan ORDER BY number", ()))
    yield ExampleStore(store, plans)
    store.close()
