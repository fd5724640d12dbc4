"""How long it takes to read a plan together: then one knows whether it fits in this talk, or a shorter form does (V54,
L65)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from zlp_tui.conversation.ports.plan_pages import LetterLine, LetterPart
from zlp_tui.i18n import Catalogue

WORDS: Final = 130
"""Words that one reads aloud to somebody in a minute, calmly."""
WORTH_TELLING: Final = 2
"""From this many minutes on it is told."""


def with_reading_time(tr: Catalogue, parts: tuple[LetterPart, ...]) -> tuple[LetterPart, ...]:
    """The parts, the first of which begins with about how many minutes it takes to read all of them aloud."""
    minutes = -(-sum(len(text.split()) for part in parts for text in _texts(part)) // WORDS)
    if minutes < WORTH_TELLING:
        return parts
    told = tr("Reading this aloud takes about {count} minutes.", count=minutes)
    first = parts[0]
    return replace(first, lines=(LetterLine(told, ()), *first.lines)), *parts[1:]


def _texts(part: LetterPart) -> Iterator[str]:
    yield part.title
    for line in part.lines:
        yield line.intro
        for quote in line.quotes:
            yield from (quote.intro, quote.text, quote.by, quote.note)
