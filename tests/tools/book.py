"""One plan in a real file, a clock that stands where it is put, and ids that are counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from tests.tools.copies import lay_empty_store
from tests.tools.readers import READERS
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import people, plans
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import PlanView
from zlp_tui.store.store import Store, open_store

P = ParamSpec("P")
Made = TypeVar("Made")


@dataclass
class Clock:
    """A clock that only moves when it is told to."""

    now: datetime = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def on(self, **step: float) -> None:
        self.now += timedelta(**step)


@dataclass
class Book:
    """One plan in one store, with the least that a sitting does: acts one after another."""

    store: Store
    path: Path
    clock: Clock
    plan: str = ""
    client: str = ""
    by: str = ""
    conversation: str | None = None
    acts: list[str] = field(default_factory=list)
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def new_id(self) -> str:
        return str(UUID(int=next(self.ids)))

    def start(self, name: str = "Annie de Vries") -> str:
        with self.store.writing() as session:
            self.plan = plans.start(
                session, name=name, at=self.clock(), today=self.clock().date(), new_id=self.new_id
            )
        self.client = self.by = self.view.client
        return self.plan

    @property
    def view(self) -> PlanView:
        with self.store.reading() as session:
            return load_view(session, self.plan, READERS)

    def act(self, session: Transaction) -> Act:
        act_id = self.new_id()
        self.acts.append(act_id)
        today = self.clock().date()
        return Act(session, self.plan, self.by, self.conversation, self.clock(), today, self.new_id, act_id, "ours 1")

    def do(self, writer: Callable[Concatenate[Act, P], Made], *args: P.args, **kwargs: P.kwargs) -> Made:
        """One act in a transaction of its own."""
        self.clock.on(seconds=1)
        with self.store.writing() as session:
            return writer(self.act(session), *args, **kwargs)

    def somebody(self, name: str, kind: str = "family") -> str:
        return self.do(people.add, name, kind)

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        """What the file itself says."""
        with self.store.reading() as session:
            return session.run(sql, ())


@contextmanager
def new_book(folder: Path) -> Iterator[Book]:
    """A book in a folder, closed afterwards."""
    path = folder / "plans.db"
    clock = Clock()
    lay_empty_store(folder)
    book = Book(open_store(path, clock=clock, durable=False), path, clock)
    book.start()
    try:
        yield book
    finally:
        book.store.close()
