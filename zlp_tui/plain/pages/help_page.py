"""The page of the help about a topic, as text to read line by line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from zlp_tui.i18n import Catalogue
from zlp_tui.plain.pages.text_page import TextPage

SCREENS: Final = "<!-- screens -->"
"""In a page: what follows is about the screens and their keys."""


def help_page(folder: Path, name: str, words: Callable[[str], str], tr: Catalogue) -> TextPage:
    """The page with this name, addressed by `words` as the client wishes; a sentence where there is none."""
    page = TextPage(tr)
    try:
        text = (folder / f"{name}.md").read_text(encoding="utf-8") if name else ""
    except FileNotFoundError:
        text = ""
    for paragraph in words(text.partition(SCREENS)[0]).split("\n\n"):
        page.gap()
        page.text(" ".join(paragraph.lstrip("# ").split()))
    return page if text else no_page(tr)


def no_page(tr: Catalogue) -> TextPage:
    """What is told where the help has no page."""
    page = TextPage(tr)
    page.text(tr("There is no page about this topic."))
    return page
