"""A page of text. The quotes that a command can refer to are numbered; of long lists a few lines are told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, Literal, TypeVar

from zlp_tui.conversation.ports.talk_places import TalkPlace
from zlp_tui.conversation.ports.turn import Group, Quote
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.pages.text_width import COLUMNS, wrapped
from zlp_tui.text import shortened

LONG: Final = 8
"""The longest list that is told whole."""
FEW: Final = 5
"""How much is told of a longer one. Whoever listens hears all of it before they can answer."""

UNDER: Final = "     "
"""Indent of a line with details of the numbered line above it."""

Told = Literal["always", "whole", "short"]
"""When a paragraph is told: always, only where lists are told whole, or only where they are cut short."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text that is wrapped when it is written: `first` stands before its first line, `rest` before the others."""

    text: str = ""
    first: str = ""
    rest: str | None = None
    when: Told = "always"


@dataclass
class TextPage:
    """Collects paragraphs, and the quotes among them by number. `last` is the highest number so far."""

    tr: Catalogue
    numbers: bool = True
    """Whether quotes get a number; not in output that nobody answers."""
    last: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    quotes: dict[int, Quote] = field(default_factory=dict)
    """Also those that are told only where lists are whole: a number that was heard once goes on working."""
    places: dict[int, TalkPlace] = field(default_factory=dict)
    """Where one talks about what has this number, when that does not follow from its quote."""
    _when: Told = "always"

    def told(self, *, whole: bool = False) -> Iterator[Paragraph]:
        """The paragraphs with lists whole or cut short; never two gaps together, nor one at the beginning."""
        unwanted = "short" if whole else "whole"
        after_gap = True
        for paragraph in self.paragraphs:
            if paragraph.when != unwanted and (paragraph.text or not after_gap):
                yield paragraph
                after_gap = not paragraph.text

    def lines(self, columns: int = COLUMNS, *, whole: bool = False) -> list[str]:
        """The page as lines of at most so many columns."""
        told = self.told(whole=whole)
        return [line for part in told for line in wrapped(part.text, part.first, part.rest, columns)]

    @contextmanager
    def only(self, when: Told) -> Iterator[None]:
        """What is added meanwhile is told only then."""
        before, self._when = self._when, when
        try:
            yield
        finally:
            self._when = before

    def text(self, text: str, first: str = "", rest: str | None = None) -> None:
        """Add a text; nothing when it is empty."""
        if text:
            self.paragraphs.append(Paragraph(text, first, rest, self._when))

    def gap(self) -> None:
        """Add one empty line."""
        self.paragraphs.append(Paragraph(when=self._when))

    def quote(self, quote: Quote, indent: str = "  ", *, whole: bool = False) -> None:
        """Add a quote: number, introduction, words, speaker and note. A long one is shortened unless `whole`."""
        first = indent
        if quote.ref and self.numbers:
            self.last += 1
            self.quotes[self.last] = quote
            first = f"{indent}{self.last}. "
        self.text(told_quote(quote, whole=whole), first)

    def about(self, text: str, quote: Quote, place: TalkPlace | None, indent: str = "  ") -> None:
        """Add a text with a number that leads to a quote, and to where one talks about it."""
        self.last += 1
        self.quotes[self.last] = quote
        if place is not None:
            self.places[self.last] = place
        self.text(text, f"{indent}{self.last}. ")

    def quote_again(self, quote: Quote, indent: str = "  ") -> None:
        """Add a quote that has its number already."""
        number = next((f"{number}. " for number, known in self.quotes.items() if known is quote), "")
        self.text(told_quote(quote), f"{indent}{number}")

    def quotes_of(self, quotes: Iterable[Quote], indent: str = "  ", *, whole: bool = False) -> None:
        """Add quotes, one under the other, all of them."""
        for quote in quotes:
            self.quote(quote, indent, whole=whole)

    def listed(
        self, items: Sequence[T], tell: Callable[[T], None], *, newest: Literal["first", "last"],
        long: int = LONG, also: Collection[int] = (),
    ) -> None:
        """Tell items one by one; of more than `long` only the newest few are told always, and those at `also`."""
        if len(items) <= long or self._when != "always":
            for item in items:
                tell(item)
            return
        few = range(FEW) if newest == "first" else range(len(items) - FEW, len(items))
        kept = {*few, *also}
        if newest == "last":
            self.more(len(items) - len(kept))
        for at, item in enumerate(items):
            with self.only("always" if at in kept else "whole"):
                tell(item)
        if newest == "first":
            self.more(len(items) - len(kept))

    def more(self, count: int) -> None:
        """Say, where lists are cut short, how much more there is and how to hear it."""
        if count > 0:
            with self.only("short"):
                self.text(self.tr.plural(
                    "{count} more line stands here. Hear all of it: /all.",
                    "{count} more lines stand here. Hear all of it: /all.",
                    count,
                ), "  ")

    def group(self, group: Group) -> None:
        """Add a group under its heading, marked when it is asked about now; nothing without quotes."""
        if group.quotes:
            self.text(self.heading(group.title, here=group.here))
            self.quotes_of(group.quotes)

    def heading(self, title: str, *, here: bool) -> str:
        """A title, marked when it is asked about now."""
        return self.tr("{title} (this is asked now)", title=title) if title and here else title


def told_quote(quote: Quote, *, whole: bool = False) -> str:
    """A quote in one text: introduction, words, speaker and note."""
    words = quote.text if whole else shortened(quote.text)
    said = quoted(words) if quote.own_words else words
    intro = f"{quote.intro}:" if quote.intro[-1:].isalnum() else quote.intro
    parts = (intro, said, in_brackets(quote.by), f"[{quote.note}]" if quote.note else "")
    return " ".join(part for part in parts if part)


def in_brackets(name: str) -> str:
    """A name in brackets; empty for none. What stands behind it in brackets of its own follows a comma there."""
    return f"({name[:-1].replace(' (', ', ', 1)})" if name.endswith(")") else f"({name})" if name else ""


def quoted(words: str) -> str:
    """Words between quotation marks."""
    return f"“{words}”"
