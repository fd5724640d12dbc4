"""Offers words that were typed at a question and not said: of who speaks, of others, and of corrections."""

from __future__ import annotations

from collections.abc import Mapping

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import InOrder, Pick, Quote, Selectable
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.drafts.draft_offer import offer_draft
from zlp_tui.plain.drafts.input_drafts import QuestionDraft
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.pages.outcome_text import titles_joined
from zlp_tui.plain.pages.text_page import quoted
from zlp_tui.plain.pages.text_width import unbroken
from zlp_tui.text import shortened


def _offer_marks(desk: Desk, out: LineWriter, tr: Catalogue) -> None:
    """Print what who speaks ticked, marked or put in order here and did not keep. What others did stands at each line.
    """
    marks, asked = desk.marks(), desk.turn().input
    if marks is None or not isinstance(asked, Pick | InOrder):
        return
    lines: tuple[Selectable, ...] = asked.options if isinstance(asked, Pick) else asked.items
    titles = {line.id: line.title for line in lines}
    told = titles_joined([titles[ref] for ref in marks if ref in titles], tr)
    out.print(tr("Chosen here and not kept yet: {titles}", titles=told or tr("nothing")))
    out.print(tr("Say it: /say-it. Throw it away: /drop-it."))


def offer_drafts(desk: Desk, out: LineWriter, tr: Catalogue, numbered: Mapping[int, Quote]) -> None:
    """Print the drafts at our place, each with what to type. `numbered` are the lines that stand there."""
    offer_draft(out, tr, QuestionDraft(desk))
    _offer_marks(desk, out, tr)
    corrected = {offered.anew for offered in desk.drafts() if offered.anew}
    for number, quote in numbered.items():
        anew = desk.draft(quote.ref) if quote.ref in corrected else ""
        if anew:
            words = quoted(shortened(anew))
            out.print(tr("Typed to correct line {number}: {words}", number=number, words=words))
            out.print(tr("Say it: {command}", command=unbroken(f"{tr('/correct')} {number}")))
