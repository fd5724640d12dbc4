"""The page of the difference between two editions, by topic."""

from __future__ import annotations

from zlp_tui.conversation.ports.history_queries import Pair, ThenAndNow
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.pages.text_page import TextPage


def then_and_now_page(both: ThenAndNow | None, tr: Catalogue, *, only_changed: bool = False) -> TextPage:
    """Old and new text by topic, numbered, each with its outcome in words; what changed first, or nothing else."""
    page = TextPage(tr)
    if both is None:
        page.text(tr("No version of the plan was agreed on yet."))
        return page
    page.text(tr("Then: {edition}", edition=both.then))
    page.text(tr("Now: {edition}", edition=both.now))
    parts = both.only_changed if only_changed else both.changed_first
    for part in parts:
        page.gap()
        page.text(part.title)
        for pair in part.pairs:
            _pair(page, pair)
    if not parts:
        page.text(tr("Nothing changed."))
    return page


def _pair(page: TextPage, pair: Pair) -> None:
    page.quotes_of(pair.told, whole=True)
    page.text(pair.says, "     ")
