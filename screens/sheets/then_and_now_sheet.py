"""`ThenAndNowSheet`: a comparison of two moments, side by side if there is room, else under each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from screens.parts.joined_cells import joined, side_by_side
from screens.parts.line_layout import Cell, LineItem, height_of, stacked
from screens.steps.board_sheet import quote_line
from zlp_tui.conversation.living import Pair, PairPart
from zlp_tui.conversation.turn import Quote

BESIDE_FROM: Final = 94
"""From this width on both sides stand side by side; a window of a hundred columns has it."""
SIGNS: Final = {"still": "=", "changed": "↻", "added": "+", "ended": "–"}
"""Signs of the outcomes; a text always accompanies them."""
REACHED: Final = "✓"
_GAP: Final = 4
_INDENT: Final = 2


@dataclass(frozen=True, slots=True)
class ThenAndNowSheet:
    """The pairs by topic; `then` and `now` are the titles of the two sides.

    `reached` are the refs of the goals that were reached: they have a sign of their own.
    """

    parts: Sequence[PairPart]
    then: str
    now: str
    reached: frozenset[str] = frozenset()

    def cells(self, width: int) -> list[Cell]:
        """One cell per pair, which can be chosen."""
        beside = width >= BESIDE_FROM
        titles = [LineItem(title, look="heading") for title in (self.then, self.now)]
        cells = [side_by_side(titles[:1], titles[1:], 0, width, _GAP, None)] if beside else [
            joined(titles, 0, width, None)
        ]
        for part in self.parts:
            title = " ".join(word for word in (part.pictogram, part.title) if word)
            cells += stacked([LineItem(title, look="here")], 0, height_of(cells) + 1, width)
            cells += self._pairs(part, width, height_of(cells), beside)
        return cells

    def _pairs(self, part: PairPart, width: int, y: int, beside: bool) -> Iterator[Cell]:
        """The pairs of a topic; an introduction that several have in common is shown once, above them."""
        said = ""
        high = 0
        for pair in part.pairs:
            intro = (pair.then or pair.now or Quote("", "")).intro
            anew = bool(intro) and intro != said
            y += 1 if high and (anew or high > 1) else 0
            if anew:
                introduced = stacked([LineItem(intro, look="intro")], 0, y, width)
                yield from introduced
                y = height_of(introduced)
            said = intro
            cell = self._beside(pair, y, width) if beside else joined(self._under(pair), y, width, pair.ref or None)
            yield cell
            high = cell.bottom - y
            y = cell.bottom

    def _beside(self, pair: Pair, y: int, width: int) -> Cell:
        then = [_bare(pair.then, indent=_INDENT)] if pair.then is not None else [LineItem("")]
        return side_by_side(then, self._became(pair), y, width, _GAP, pair.ref or None)

    def _under(self, pair: Pair) -> Iterator[LineItem]:
        """The text of then, and under it the outcome; on one line if that fits."""
        became = self._became(pair)
        if pair.then is not None and len(became) == 1:
            glad = f"{REACHED} " if became[0].sign == REACHED else ""
            yield _bare(pair.then, indent=_INDENT)._replace(note=f"{glad}{became[0].text}", beside=True)
            return
        if pair.then is not None:
            yield _bare(pair.then, indent=_INDENT)
        yield from (line._replace(indent=line.indent + _INDENT) for line in became)

    def _became(self, pair: Pair) -> list[LineItem]:
        """The outcome of a line, with the text of now if that is another one."""
        sign = REACHED if pair.kind == "ended" and pair.ref in self.reached else SIGNS[pair.kind]
        if pair.now is None or pair.kind == "still":
            return [LineItem(pair.says, sign=sign, look="quiet")]
        if pair.then is None:
            return [_bare(pair.now)._replace(sign=sign, note=pair.says, beside=True)]
        by = "" if pair.now.by == pair.then.by else pair.now.by
        return [LineItem(pair.says, sign=sign, look="quiet"), _bare(pair.now, indent=_INDENT)._replace(by=by)]


def _bare(quote: Quote, indent: int = 0) -> LineItem:
    """A quote without its introduction, which is shown above it and names the speaker."""
    by = "" if quote.intro else quote.by
    return quote_line(quote)._replace(intro="", by=by, ref=None, indent=indent)
