"""An answer in words, to say what was kept or undone."""

from __future__ import annotations

from collections.abc import Sequence

from zlp_tui.conversation.ports.turn import InOrder, Pick, Picked, Reply, Spoken, Turn, Words


def answer_words(turn: Turn, reply: Reply) -> str:
    """The words of an answer to this question: what was typed, the titles of what was picked, or the first in order.

    The question itself where nothing was picked. Of a citizen service number it is the title of its field.
    """
    asked = turn.input
    if isinstance(reply, Spoken):
        return turn.heading if isinstance(asked, Words) and asked.format == "bsn" else reply.text
    if isinstance(reply, Picked):
        titles = {option.id: option.title for option in asked.options} if isinstance(asked, Pick) else {}
        before = frozenset(asked.chosen) if isinstance(asked, Pick) and asked.many else frozenset()
        changed = [titles[ref] for ref in reply.ids if ref in titles and ref not in before]
        names = [*changed, *filter(None, (reply.added,))]
        return _one_after_another(names or [titles[ref] for ref in reply.ids if ref in titles]) or turn.question
    titles = {item.id: item.title for item in asked.items} if isinstance(asked, InOrder) else {}
    return _one_after_another([titles[ref] for ref in reply.ids if ref in titles]) or turn.question


def _one_after_another(titles: Sequence[str]) -> str:
    """With a comma after each but the last; none after a sentence, which has an end of its own."""
    return "".join(
        title if number == len(titles) else f"{title} " if title.endswith((".", "!", "?", "…")) else f"{title}, "
        for number, title in enumerate(titles, 1)
    )
