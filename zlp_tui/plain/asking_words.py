"""Commands that keep words, such as a remark: on their own line, or asked for in one small question."""

from __future__ import annotations

from collections.abc import Callable

from zlp_tui.conversation.ports.turn import Kept
from zlp_tui.plain.asking import Unsaid
from zlp_tui.plain.command import Command
from zlp_tui.plain.page import quoted
from zlp_tui.plain.walk import Walk
from zlp_tui.text import clean, shortened


class WordsAsked:
    """Asks for words, about something or not; an empty line leaves it. `keep` puts them on disk, `then` tells more."""

    def __init__(
        self,
        walk: Walk,
        question: str,
        unsaid: Unsaid,
        keep: Callable[[str], Kept],
        *,
        about: str = "",
        then: Callable[[], None] | None = None,
    ) -> None:
        self._walk = walk
        self._question = question
        self._unsaid = unsaid
        self._keep = keep
        self._about = about
        self._then = then

    @property
    def unsaid(self) -> Unsaid:
        """Where the words wait."""
        return self._unsaid

    def ask(self) -> None:
        """Write the question, and the words that were typed here before."""
        out, say = self._walk.out, self._walk.say
        if self._about:
            out.say(say("This is about: {words}", words=quoted(shortened(self._about))))
        out.say(self._question)
        out.say(say("Empty line: leave it."))
        offer_unsaid(self._walk, self._unsaid)

    def hear(self, typed: str) -> bool:
        """Keep what was typed; nothing when it is empty."""
        if not clean(typed).text:
            self._walk.out.say(self._walk.say("Nothing was kept."))
            return True
        keep_words(self._walk, self._unsaid, self._keep, typed)
        if self._then is not None:
            self._then()
        return True

    def leave(self) -> None:
        """There is only one question, and it has no answer yet."""


Asks = Callable[[Walk, str], tuple[WordsAsked, str]]
"""From what stands after a command to its question, and the words that were typed at once."""


def worded(word: str, takes: str, about: str, asks: Asks) -> Command:
    """A command that keeps words: those on its line, or those it asks for."""

    def run(walk: Walk, rest: str) -> None:
        asked, typed = asks(walk, rest)
        if typed:
            asked.hear(typed)
        else:
            walk.begin(asked)

    def unsaid(walk: Walk, rest: str) -> tuple[Unsaid, str]:
        asked, typed = asks(walk, rest)
        return asked.unsaid, typed

    return Command(word, takes, about, run, unsaid=unsaid)


def keep_words(walk: Walk, unsaid: Unsaid, keep: Callable[[str], Kept], typed: str) -> None:
    """Put words on disk and say so. Other words that waited here stay."""
    before = unsaid.text
    kept = keep(typed)
    unsaid.after(before, clean(typed).text)
    walk.tell_kept(kept)


def offer_unsaid(walk: Walk, unsaid: Unsaid) -> None:
    """Tell which words were typed here and not kept."""
    words = unsaid.text
    if words:
        walk.out.say(walk.say("This was typed and not said yet: {words}", words=quoted(shortened(words))))
        walk.out.say(walk.say("Say it: /say-it. Throw it away: /drop-it."))
