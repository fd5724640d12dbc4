"""What stands in a file, in words, before it is written: read from the file itself, so it tells nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from zlp_tui.exports.forms import ExportForm

_LINES: Final = 12
"""So many lines are told of it."""
_PAGES: Final = 2
"""The pages of a paper of which words are read: a cover may hold few."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The first lines of a file, and how many pages it has; None for what has none."""

    lines: tuple[str, ...]
    pages: int | None = None


def preview_of(form: ExportForm, content: bytes) -> Preview:
    """The first words of a file that was made in this form; nothing where it is for other programs only."""
    if form.media_type == "application/pdf":
        return _of_paper(content)
    if form.media_type == "text/html":
        return Preview(_first(_of_page(content)))
    if form.media_type.startswith("text/"):
        return Preview(_first(content.decode("utf-8-sig").splitlines()))
    return Preview(())


def _of_paper(content: bytes) -> Preview:
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(content)).pages
    words = (line for page in pages[:_PAGES] for line in page.extract_text().splitlines())
    return Preview(_first(words), len(pages))


def _of_page(content: bytes) -> Iterator[str]:
    from lxml import html

    body = html.document_fromstring(content).find("body")
    for element in body.iter() if body is not None else ():
        if isinstance(element.tag, str):
            yield element.text or ""
        yield element.tail or ""


def _first(lines: Iterable[str]) -> tuple[str, ...]:
    told = (" ".join(line.split()) for line in lines)
    return tuple(line for line, _ in zip((line for line in told if line), range(_LINES), strict=False))
