"""Offers what somebody else typed and did not say: only who speaks takes it over, and on purpose."""

from __future__ import annotations

from collections.abc import Callable

from screens.parts.message_line import MessageLine, quoted
from zlp_tui.i18n import Catalogue


def offer_words_of_others(
    notice: MessageLine, tr: Catalogue, others: tuple[tuple[str, str], ...], take: Callable[[str], None]
) -> None:
    """Show the newest of them with the name of who typed it; `take` is called with the words."""
    if not others:
        return
    name, words = others[0]
    told = (
        tr("{name} was typing this and did not say it: {words}", name=name, words=quoted(words)) if name
        else tr("This was being typed, and nobody said by whom: {words}", words=quoted(words))
    )
    notice.show(told, tr("Say it myself"), lambda: take(words))
