"""Help is there at once, and tells what a whole Markdown parser reads in our pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from screens.help_screen import KEY, offered_text
from screens.sheets.help_sheet import BULLET, help_items
from zlp_tui import places
from zlp_tui.script.wording import worded

PAGES = sorted((places.content() / "nl" / "help").glob("*.md"))
KEYS = "- g, \\?: Noteren \\(kort\\)\n- Ctrl\\+P: Alles\n"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_tells_what_markdown_says(page: Path) -> None:
    text = worded(offered_text(page.read_text("utf-8")), client="u").replace("<!-- keys -->", KEYS)
    text = KEY.sub("F8", text)
    inline = [token for token in MarkdownIt().parse(text) if token.type == "inline"]
    read = [
        "".join(" " if child.type == "softbreak" else child.content for child in token.children or ())
        for token in inline
    ]
    assert [item.text for item in help_items(text) if item.text] == read


def test_headings_and_lists_are_told_apart_and_blocks_by_white() -> None:
    items = help_items("# Kop\nTekst\ndie doorgaat.\n\n- Een\n  is lang.\n- **Twee**\n\n## Onder\n")
    assert [(item.text, item.look, item.sign) for item in items] == [
        ("Kop", "here", ""), ("", "text", ""), ("Tekst die doorgaat.", "text", ""), ("", "text", ""),
        ("Een is lang.", "text", BULLET), ("Twee", "text", BULLET), ("", "text", ""), ("Onder", "strong", ""),
    ]
