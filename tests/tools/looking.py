"""A plan in a book as the conversation sees it: the shipped script, the plan as it stands, and one who speaks."""

from __future__ import annotations

from functools import cache

from tests.tools.book import Book
from tests.tools.table import dutch
from zlp_tui import places
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.plan.tables import editions
from zlp_tui.script.loading import load_script
from zlp_tui.script.script import Script


@cache
def shipped() -> Script:
    """The script as it ships, read once."""
    return load_script(places.content() / "nl", ())


def here_of(book: Book) -> StepContext:
    """The plan as it stands, with the client speaking."""
    view, script = book.view, shipped()
    topic = script.topics[0]
    return StepContext(
        script, view, dutch(), book.clock().date(), topic, topic.steps[0], view.client_person, (view.client,)
    )


def agree(book: Book, evaluation: str | None = None) -> int:
    """Agree on the plan as it is; the edition's number."""
    return book.do(editions.agree, [book.client], evaluation)
