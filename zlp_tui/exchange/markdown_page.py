"""A page as Markdown (CommonMark), in which no word of anybody means anything but itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zlp_tui.conversation.ports.plan_pages import LetterPart
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.exchange.page_content import PageContent, beside, intro_of, plan_page, words_of
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.text import one_line, visible

_MEANS_SOMETHING: Final = re.compile(r"([\\`*_\[\]{}<>#|~&$])")
_BEGINS: Final = re.compile(r"^(\d{1,9})?([-+=.):])")
"""What a line may not begin with: a list, a rule, a heading by what is under it."""


def plan_markdown(source: ExportSource) -> bytes:
    """The whole plan."""
    return markdown(plan_page(source))


def markdown(page: PageContent) -> bytes:
    """A page, in UTF-8."""
    return "\n".join((*_lines(page), "")).encode()


def _lines(page: PageContent) -> Iterator[str]:
    yield f"# {_text(page.title)}"
    for line in page.about:
        yield from ("", _text(line))
    for part in page.parts:
        yield from ("", f"{'#' * (part.level + 1)} {_text(part.title)}")
        yield from _of(part)


def _of(part: LetterPart) -> Iterator[str]:
    for line in part.lines:
        yield ""
        if line.intro:
            yield from (f"**{_text(line.intro)}**", "")
        for quote in line.quotes:
            yield f"- {_quote(quote)}"


def _quote(quote: Quote) -> str:
    intro, words, about = _text(intro_of(quote)), _several(words_of(quote)), _text(beside(quote))
    told = f"{intro} {words}" if intro else words
    return f"{told} — {about}" if about else told


def _several(text: str) -> str:
    """Words of more than one line, within an item of a list: each line stays a line."""
    told = (_text(line) for line in visible(text).split("\n"))
    return "\\\n  ".join(line for line in told if line)


def _text(text: str) -> str:
    """A text on one line, literally."""
    escaped = _MEANS_SOMETHING.sub(r"\\\1", one_line(text))
    return _BEGINS.sub(lambda begins: f"{begins[1] or ''}\\{begins[2]}", escaped)
