"""Grants that are really given: lines of a plan in its store, as the client said them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from itertools import count
from pathlib import Path
from uuid import NAMESPACE_OID, uuid5

from tests.tools.book import Book, Clock
from zlp_tui.plan.kinds import top_kinds
from zlp_tui.plan.readable import scope_of
from zlp_tui.plan.tables.client import grants
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.view import DOMAINS
from zlp_tui.store.store import open_store


class _Later(Book):
    """A book that goes on with a plan that is there, with ids of its own."""

    def new_id(self) -> str:
        return str(uuid5(NAMESPACE_OID, f"later {next(self.ids)}"))


@contextmanager
def later(home: Path, clock: Clock, client: str) -> Iterator[Book]:
    """The one plan of a store, in which its client goes on."""
    book = _Later(open_store(home / "plans.db", clock=clock, durable=False), home / "plans.db", clock)
    ((plan, granted),) = book.rows('SELECT plan_id, (SELECT count(*) FROM "grant") FROM plan')
    book.ids = count(1 + 1000 * int(str(granted)))
    book.plan, book.client, book.by = str(plan), client, client
    yield book
    book.store.close()


def given(home: Path, clock: Clock, client: str, *what: tuple[str, str, bool]) -> None:
    """Give grants in the one plan of a store: a person, a scope, and whether they may see it."""
    with later(home, clock, client) as book:
        for person, scope, see in what:
            book.do(grants.give, person, scope, see=see)


def closed(home: Path, clock: Clock, client: str, *topics: str) -> int:
    """Close every line of these topics to all but the client and who said it, in the one plan of a store; how many."""
    with later(home, clock, client) as book:
        view = book.view
        lines = [
            line.id for kind in top_kinds() if "voice" in {field.name for field in fields(kind.view_type())}
            for line in getattr(view, kind.place) if scope_of(kind, line).topic in topics
        ]
        for line in lines:
            book.do(grants.close, line)
    return len(lines)


def scopes_of(*names: str) -> tuple[str, ...]:
    """Topics and life domains, as grants name them."""
    return tuple(f"domain:{name}" if name in DOMAINS else f"topic:{name}" for name in names)


def said(home: Path, clock: Clock, client: str, text: str, domain: str) -> None:
    """Say something about a life domain in the one plan of a store."""
    with later(home, clock, client) as book:
        book.do(
            statements.add_statement, topic="important-to", step="important-to", prompt="Wat?", text=text, domain=domain
        )
