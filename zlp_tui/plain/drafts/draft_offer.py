"""Prints what was typed at a question and not said, and how to use it."""

from __future__ import annotations

from zlp_tui.i18n import Catalogue
from zlp_tui.plain.drafts.input_drafts import InputDraft
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.pages.text_page import FEW, quoted
from zlp_tui.plain.pages.text_width import unbroken
from zlp_tui.text import shortened


def offer_draft(out: LineWriter, tr: Catalogue, draft: InputDraft) -> None:
    """Print what was typed by who speaks or writes, and by others with their names."""
    if draft.text:
        out.print(tr("This was typed and not said yet: {words}", words=quoted(shortened(draft.text))))
        out.print(tr("Say it: /say-it. Throw it away: /drop-it."))
    for name, theirs in draft.of_others()[:FEW]:
        words = quoted(shortened(theirs))
        if not name:
            out.print(tr("This was being typed, and nobody said by whom: {words}", words=words))
            out.print(tr("To say it yourself: /take-over"))
            continue
        out.print(tr("{name} was typing this and did not say it: {words}", name=name, words=words))
        out.print(tr(
            "{name} typed this. To say it: {command}, then /say-it. To say it yourself: /take-over",
            name=name, command=unbroken(f"{tr('/who')} {name}"),
        ))
