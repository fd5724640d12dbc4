"""The agreements as a table for a spreadsheet: for Dutch Excel (`;`, a byte order mark), and no formula in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.agreements.agreement_cards import agreements_in_order, card_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.exchange.page_content import beside
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.plan.view import Agreement
from zlp_tui.text import visible

_FORMULAS: Final = frozenset("=+-@\t\r\0＝＋－＠'")
"""What a cell may not begin with. An apostrophe is one of them, so that taking off one gives back what stood there."""
_QUESTIONS: Final = 6
"""How many questions of a card have a column: what stands on it beside those is about other agreements."""


def agreements_csv(source: ExportSource) -> bytes:
    """Those in force first, in the client's order, then those that are over; empty but for its heading without any."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    context = source.context
    in_force = agreements_in_order(context)
    over = tuple(line for line in context.view.agreements if line.ended_on is not None)
    writer.writerow(_safe(_heading(context)))
    for agreement in (*in_force, *over):
        writer.writerow(_safe(_row(context, agreement)))
    return written.getvalue().encode("utf-8-sig")


def _heading(context: PlanContext) -> Iterator[str]:
    tr = context.tr
    yield from (tr("Agreement"), tr("Goal"), tr("Part of life"))
    yield from (
        tr("What do we do?"), tr("When and how often?"), tr("Who does what?"), tr("Was it done?"),
        tr("What did it bring?"), tr("Must it change?"),
    )
    yield from (tr("From"), tr("Up to"), tr("Look again on"), tr("Over since"), tr("Said by"), tr("Number (id)"))


def _row(context: PlanContext, agreement: Agreement) -> Iterator[str]:
    card = card_of(context, agreement)
    yield from (card.title, card.goal, card.domain)
    for _, quotes in card.rows[:_QUESTIONS]:
        yield "\n".join(map(_told, quotes))
    yield from (agreement.from_ or "", agreement.until or "", agreement.evaluate_on or "")
    over = agreement.until if agreement.is_over(context.today.isoformat()) else agreement.ended_on
    yield from (over or "", card.by, agreement.id)


def _told(quote: Quote) -> str:
    about = beside(quote)
    return f"{quote.text} ({about})" if about else quote.text


def _safe(cells: Iterable[str]) -> list[str]:
    return [shielded(visible(cell)) for cell in cells]


def shielded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what could be one. `cell.removeprefix("'")`
    gives back what was said."""
    begins = cell.lstrip(" \n\u00a0\u3000")[:1]
    return f"'{cell}" if begins in _FORMULAS and begins else cell
