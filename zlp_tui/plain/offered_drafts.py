"""Offers words that were typed at a question and not said: of who speaks, of others, and of corrections."""

from __future__ import annotations

from collections.abc import Mapping

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.line_writer import LineWriter
from zlp_tui.plain.text_page import FEW, quoted
from zlp_tui.plain.text_width import unbroken
from zlp_tui.text import shortened


def offer_drafts(desk: Desk, out: LineWriter, tr: Catalogue, numbered: Mapping[int, Quote]) -> None:
    """Print the drafts at our place, each with what to type. `numbered` are the lines that stand there."""
    draft = desk.draft()
    if draft:
        out.print(tr("This was typed and not said yet: {words}", words=quoted(shortened(draft))))
        out.print(tr("Say it: /say-it. Throw it away: /drop-it."))
    for name, words in desk.drafts_of_others()[:FEW]:
        out.print(tr("{name} was typing this and did not say it: {words}", name=name, words=quoted(shortened(words))))
        out.print(tr(
            "{name} typed this. To say it: {command}, then /say-it. To say it yourself: /take-over",
            name=name, command=unbroken(f"{tr('/who')} {name}"),
        ))
    corrected = {offered.anew for offered in desk.drafts() if offered.anew}
    for number, quote in numbered.items():
        anew = desk.draft(quote.ref) if quote.ref in corrected else ""
        if anew:
            words = quoted(shortened(anew))
            out.print(tr("Typed to correct line {number}: {words}", number=number, words=words))
            out.print(tr("Say it: {command}", command=unbroken(f"{tr('/correct')} {number}")))
