"""What differs between a plan and another file of it, in a few sentences by topic: before one takes its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from zlp_tui.conversation.ports.history_queries import Pair
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.history.then_and_now import changed_parts
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import PlanView
from zlp_tui.text import first_words

OtherFile = Literal["copy", "taken-in"]
"""A copy that one goes back to, or a file that was taken in: both stay until somebody chooses."""

MOST: Final = 7
"""So many sentences are told, and of the others how many there are."""
_LENGTH: Final = 30
"""Characters of what was said: enough to know it again."""


def what_differs(context: PlanContext, there: PlanView, other: OtherFile) -> tuple[str, ...]:
    """In the order of the script. `context` is that of the plan that is here, `there` the other file as the same
    readers may see it. Empty where only notes, remarks or talks differ: these are counted elsewhere."""
    tell, tr = _OF[other], context.tr
    told = [
        tell(tr, pair, " · ".join(filter(None, (part.title, pair.what))))
        for part in changed_parts(context, there, context.view) for pair in part.pairs
    ]
    more = len(told) - MOST
    return (*told[:MOST], tr("And {count} more.", count=more)) if more > 0 else tuple(told)


def _of_copy(tr: Catalogue, pair: Pair, about: str) -> str:
    here, there = _words(pair.now), _words(pair.then)
    match pair.kind:
        case "added":
            return tr("{about}: {words} goes away.", about=about, words=here)
        case "ended":
            return tr("{about}: {words} comes back.", about=about, words=there)
    return tr("{about}: {here} becomes {there} again.", about=about, here=here, there=there)


def _of_taken_in(tr: Catalogue, pair: Pair, about: str) -> str:
    here, there = _words(pair.now), _words(pair.then)
    match pair.kind:
        case "added":
            return tr("{about}: only here {words}.", about=about, words=here)
        case "ended":
            return tr("{about}: only in the file {words}.", about=about, words=there)
    return tr("{about}: here {here}, in the file {there}.", about=about, here=here, there=there)


_OF: Final[dict[OtherFile, Callable[[Catalogue, Pair, str], str]]] = {"copy": _of_copy, "taken-in": _of_taken_in}


def _words(quote: Quote | None) -> str:
    if quote is None:
        return ""
    words = first_words(quote.text, _LENGTH).rstrip(".")
    return f"“{words}”" if quote.own_words else words
