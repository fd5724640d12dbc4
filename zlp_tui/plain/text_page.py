"""A page of text lines in which the quotes that a command can refer to are numbered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from zlp_tui.conversation.ports.turn import Group, Quote
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.text_width import wrapped
from zlp_tui.text import shortened


@dataclass
class TextPage:
    """Collects wrapped lines, and the quotes among them by number. `last` is the highest number so far."""

    tr: Catalogue
    numbers: bool = True
    """Whether quotes get a number; not in output that nobody answers."""
    last: int = 0
    lines: list[str] = field(default_factory=list)
    quotes: dict[int, Quote] = field(default_factory=dict)

    def text(self, text: str, first: str = "", rest: str | None = None) -> None:
        """Add a text; nothing when it is empty."""
        if text:
            self.lines += wrapped(text, first, rest)

    def gap(self) -> None:
        """Add one empty line, unless there is one or the page has only begun."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def quote(self, quote: Quote, indent: str = "  ", *, whole: bool = False) -> None:
        """Add a quote: number, introduction, words, speaker and note. A long one is shortened unless `whole`."""
        first = indent
        if quote.ref and self.numbers:
            self.last += 1
            self.quotes[self.last] = quote
            first = f"{indent}{self.last}. "
        words = quote.text if whole else shortened(quote.text)
        said = quoted(words) if quote.own_words else words
        intro = f"{quote.intro}:" if quote.intro[-1:].isalnum() else quote.intro
        parts = (intro, said, in_brackets(quote.by), f"[{quote.note}]" if quote.note else "")
        self.text(" ".join(part for part in parts if part), first)

    def quotes_of(self, quotes: Iterable[Quote], indent: str = "  ", *, whole: bool = False) -> None:
        """Add quotes, one under the other."""
        for quote in quotes:
            self.quote(quote, indent, whole=whole)

    def group(self, group: Group) -> None:
        """Add a group under its heading, marked when it is asked about now; nothing without quotes."""
        if not group.quotes:
            return
        if group.title:
            self.text(self.tr("{title} (this is asked now)", title=group.title) if group.here else group.title)
        self.quotes_of(group.quotes)


def in_brackets(name: str) -> str:
    """A name in brackets; empty for none. What stands behind it in brackets of its own follows a comma there."""
    return f"({name[:-1].replace(' (', ', ', 1)})" if name.endswith(")") else f"({name})" if name else ""


def quoted(words: str) -> str:
    """Words between quotation marks."""
    return f"“{words}”"
