"""A plan in a book as the conversation sees it: the shipped script, the plan as it stands, and one who speaks."""

from __future__ import annotations

from functools import cache

from tests.tools.book import Book
from tests.tools.prepared import dutch
from zlp_tui import places
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.tables.looking_back import editions
from zlp_tui.script.loading import load_script
from zlp_tui.script.script import Script


@cache
def shipped() -> Script:
    """The script as it ships, read once."""
    return load_script(places.content() / "nl", ())


def loaded(book: Book) -> LoadedPlan:
    """The plan as a session loads it, with the client speaking."""
    return LoadedPlan(store=book.store, script=shipped(), tr=dutch(), plan_id=book.plan, clock=book.clock)


def here_of(book: Book) -> PlanContext:
    """The plan as it stands, to be told."""
    return loaded(book).plan_context()


def agree(book: Book, evaluation: str | None = None) -> int:
    """Agree on the plan as it is; the edition's number."""
    return book.do(editions.agree, [book.client], evaluation)
