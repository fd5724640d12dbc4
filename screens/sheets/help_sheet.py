"""The items of a help page: its Markdown as lines of a list, which shows at once what a widget per block takes a while
to. Known are headings, paragraphs, lists and emphasis; a test holds our pages against a whole Markdown parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from screens.parts.line_layout import LineItem

BULLET: Final = "•"
_LIST: Final = "- "
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


def help_items(markdown: str) -> tuple[LineItem, ...]:
    """The page, with an empty line between its blocks; the items of a list stand together."""
    items: list[LineItem] = []
    for block in _blocks(markdown):
        follows_item = bool(items) and items[-1].sign == BULLET and block.sign == BULLET
        items += [block] if not items or follows_item else [LineItem(""), block]
    return tuple(items)


def _blocks(markdown: str) -> Iterator[LineItem]:
    """Each heading, paragraph and item of a list in one text, however many lines it was written on."""
    lines: list[str] = []
    for line in (*markdown.splitlines(), ""):
        begins = line.startswith(("#", _LIST))
        if lines and (begins or not line.strip() or lines[0].startswith("#")):
            yield _block(lines)
            lines = []
        if line.strip():
            lines.append(line)


def _block(lines: list[str]) -> LineItem:
    text = " ".join(map(str.strip, lines))
    if text.startswith("#"):
        level, _, title = text.partition(" ")
        return LineItem(_plain(title), look="here" if level == "#" else "strong")
    if text.startswith(_LIST):
        return LineItem(_plain(text.removeprefix(_LIST)), sign=BULLET)
    return LineItem(_plain(text))


def _plain(text: str) -> str:
    """Without the marks of emphasis, and with each escaped character as itself."""
    return _ESCAPED.sub(r"\1", re.sub(r"(?<!\\)\*\*", "", text))
