"""`DoubtedAnswer`: the answer that was asked about last, so that the same answer again is kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from zlp_tui.conversation.ports.turn import Picked, Reply, Spoken
from zlp_tui.dates import says_yes
from zlp_tui.errors import Doubtful
from zlp_tui.plan.view import Place
from zlp_tui.text import same_name


class DoubtedAnswer:
    """Words are asked about once, at one place; another answer or another place begins anew."""

    def __init__(self) -> None:
        self._place: Place | None = None
        self._reply: Reply = Spoken("")

    @contextmanager
    def remembered(self, place: Place, reply: Reply) -> Iterator[None]:
        """These words are asked about, when `Doubtful` is raised in the block."""
        try:
            yield
        except Doubtful:
            self._place, self._reply = place, reply
            raise

    def resolved(self, place: Place, reply: Reply, locale: str) -> tuple[Reply, bool]:
        """The answer, and whether it says again what was asked about; after the question, “yes” says so too."""
        asked, self._place = self._place == place, None
        text = _typed(reply)
        if not asked or not text:
            return reply, False
        if says_yes(text, locale):
            return self._reply, True
        return reply, same_name(text, _typed(self._reply))


def _typed(reply: Reply) -> str:
    """The words of an answer, or the name that was added to what is picked."""
    if isinstance(reply, Spoken):
        return reply.text
    return (reply.added or "") if isinstance(reply, Picked) else ""
