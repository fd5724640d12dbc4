"""What differs between a plan and another file of it, in a few sentences by topic: before one takes its place."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from zlp_tui.conversation.ports.history_queries import Pair
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.history.then_and_now import changed_parts
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.i18n import Catalogue, message
from zlp_tui.plan.view import PlanView
from zlp_tui.text import first_words

OtherFile = Literal["copy", "taken-in"]
"""A copy that one goes back to, or a file that was taken in: both stay until somebody chooses."""


class _Wording(NamedTuple):
    """Messages for what stands in the plan that is here, in the other file, and in both otherwise."""

    only_here_msgid: str
    only_there_msgid: str
    differs_msgid: str


_WORDINGS: Final[dict[OtherFile, _Wording]] = {
    "copy": _Wording(
        message("{about}: {words} goes away."), message("{about}: {words} comes back."),
        message("{about}: {here} becomes {there} again."),
    ),
    "taken-in": _Wording(
        message("{about}: only here {words}."), message("{about}: only in the file {words}."),
        message("{about}: here {here}, in the file {there}."),
    ),
}
MOST: Final = 7
"""So many sentences are told, and of the others how many there are."""
_LENGTH: Final = 30
"""Characters of what was said: enough to know it again."""


def what_differs(context: PlanContext, there: PlanView, other: OtherFile) -> tuple[str, ...]:
    """In the order of the script. `context` is that of the plan that is here, `there` the other file as the same
    readers may see it. Empty where only notes, remarks or talks differ: these are counted elsewhere."""
    wording, tr = _WORDINGS[other], context.tr
    told = [
        _told(tr, wording, pair, " · ".join(filter(None, (part.title, pair.what))))
        for part in changed_parts(context, there, context.view) for pair in part.pairs
    ]
    more = len(told) - MOST
    return (*told[:MOST], tr("And {count} more.", count=more)) if more > 0 else tuple(told)


def _told(tr: Catalogue, wording: _Wording, pair: Pair, about: str) -> str:
    here, there = _words(pair.now), _words(pair.then)
    match pair.kind:
        case "added":
            return tr(wording.only_here_msgid, about=about, words=here)
        case "ended":
            return tr(wording.only_there_msgid, about=about, words=there)
    return tr(wording.differs_msgid, about=about, here=here, there=there)


def _words(quote: Quote | None) -> str:
    if quote is None:
        return ""
    words = first_words(quote.text, _LENGTH).rstrip(".")
    return f"“{words}”" if quote.own_words else words
