"""The items of a help page: its Markdown as lines of one list, which is there at once. Textual's widget for Markdown
makes a widget of every block, and took half a second."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from screens.parts.line_layout import LineItem

BULLET: Final = "•"


def help_items(markdown: str) -> tuple[LineItem, ...]:
    """The page, with an empty line between its blocks; the items of a list stand together."""
    items: list[LineItem] = []
    for block in _blocks(markdown):
        follows_item = bool(items) and items[-1].sign == BULLET and block.sign == BULLET
        items += [block] if not items or follows_item else [LineItem(""), block]
    return tuple(items)


def _blocks(markdown: str) -> Iterator[LineItem]:
    """Each heading, paragraph and item of a list in one text, however many lines it was written on."""
    within: list[Token] = []
    for token in MarkdownIt("commonmark").parse(markdown):
        if token.nesting > 0:
            within.append(token)
        elif token.nesting < 0:
            within.pop()
        elif token.type == "inline":
            yield _block(_words(token.children or ()), {(block.type, block.tag) for block in within})


def _block(text: str, within: set[tuple[str, str]]) -> LineItem:
    if ("heading_open", "h1") in within:
        return LineItem(text, look="here")
    if any(kind == "heading_open" for kind, _ in within):
        return LineItem(text, look="strong")
    return LineItem(text, sign=BULLET) if ("list_item_open", "li") in within else LineItem(text)


def _words(pieces: Sequence[Token]) -> str:
    """What is read, without emphasis; where a line was broken stands a space."""
    return "".join(" " if piece.type in ("softbreak", "hardbreak") else piece.content for piece in pieces)
