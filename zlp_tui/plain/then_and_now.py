"""Two editions beside each other, as lines: by topic, what was said then and what is said now."""

from __future__ import annotations

from zlp_tui.conversation.ports.history_queries import Pair, ThenAndNow
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.page import Page


def then_page(both: ThenAndNow | None, say: Catalogue) -> Page:
    """Then and now by topic, each line numbered, with what became of it in words."""
    page = Page(say)
    if both is None:
        page.text(say("No version of the plan was agreed on yet."))
        return page
    page.text(say("Then: {edition}", edition=both.then))
    page.text(say("Now: {edition}", edition=both.now))
    for part in both.parts:
        page.gap()
        page.text(part.title)
        for pair in part.pairs:
            _pair(page, pair)
    if not both.parts:
        page.text(say("Nothing changed."))
    return page


def _pair(page: Page, pair: Pair) -> None:
    page.quotes_of(pair.told, whole=True)
    page.text(pair.says, "     ")
