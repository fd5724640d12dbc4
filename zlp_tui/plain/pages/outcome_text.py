"""What an answer came to, as one line: saved, cut, unchanged, or what is picked now."""

from __future__ import annotations

from collections.abc import Sequence

from zlp_tui.conversation.ports.answer_words import answer_words
from zlp_tui.conversation.ports.turn import InOrder, Ordered, Pick, Picked, Spoken, Turn
from zlp_tui.dates import join_names
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.pages.text_page import FEW, LONG
from zlp_tui.plain.typed.answer_parser import ParsedChoice
from zlp_tui.text import shortened


def picked_words(turn: Turn, said: Spoken | ParsedChoice) -> str:
    """What the numbers stand for that were typed; nothing for words, which were just typed."""
    if isinstance(said, Spoken) or not (said.ids or said.names):
        return ""
    if isinstance(turn.input, InOrder):
        return shortened(answer_words(turn, Ordered(said.ids)))
    return shortened(answer_words(turn, Picked(said.ids, ", ".join(said.names) or None)))


def chosen_text(asked: Pick, tr: Catalogue) -> str:
    """What is picked now, where several may be; of much the first few."""
    titles = [option.title for option in asked.options if option.id in asked.chosen]
    few = titles[:FEW] if len(titles) > LONG else titles
    rest = [tr.plural("{count} more", "{count} more", len(titles) - FEW)] if few != titles else []
    chosen = titles_joined([*few, *rest], tr)
    return tr("Chosen: {titles}", titles=chosen) if titles else tr("Nothing is chosen now.")


def titles_joined(titles: Sequence[str], tr: Catalogue) -> str:
    """Titles in one sentence: a line that somebody said ends within it without its full stop."""
    return join_names([shortened(title).removesuffix(".") for title in titles], tr.locale)
