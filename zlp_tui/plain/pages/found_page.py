"""What a search found, as a page of text."""

from __future__ import annotations

from collections.abc import Sequence

from zlp_tui.conversation.ports.plan_pages import FoundWords
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.pages.text_page import TextPage


def found_page(found: Sequence[FoundWords], tr: Catalogue, *, numbers: bool = True) -> TextPage:
    """Each line with what it is about, when it was said and by whom; those of one edition under its number."""
    page = TextPage(tr, numbers=numbers)

    def tell(line: FoundWords) -> None:
        if line.edition is not None and line.quote.ref:
            page.text(tr("In plan {number}:", number=line.edition), "  ")
        page.quote(line.quote, whole=True)

    page.listed(found, tell, newest="first")
    if not found:
        page.text(tr("Nothing was found."))
    return page
