"""Asks at the opening of a plan whose look back is due whether to look back now or later (C1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from zlp_tui.conversation.ports.talk_places import where_to_talk
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plain.typed.answer_parser import parse_number
from zlp_tui.script.roles import Role
from zlp_tui.text import clean, folded

NOW: Final = 1
LATER: Final = 2


class LookBackOffer:
    """Now or later. Any other line is an answer to the question that the conversation goes on with: nothing is lost.

    `go_on` prints that question.
    """

    writes = False
    draft = None

    def __init__(self, talk: PlainTalk, go_on: Callable[[], None]) -> None:
        self._talk = talk
        self._go_on = go_on

    def ask(self) -> None:
        """Print the question."""
        out, tr = self._talk.out, self._talk.tr
        out.print()
        out.print(tr("It is time to look back together."))
        out.print(tr("Shall we do that now?"))
        out.print(tr("Yes, look back now"), f"  {NOW}. ")
        out.print(tr("Later"), f"  {LATER}. ")

    def receive(self, typed: str) -> bool:
        """Go to the look back, or on with the conversation, with the words as an answer where they are no choice."""
        talk, tr, words = self._talk, self._talk.tr, clean(typed).text
        number = parse_number(words)
        talk.question = None
        where = where_to_talk(talk.desk, None, Role.LOOK_BACK)
        if where is not None and (number == NOW or folded(words) in (folded(tr("now")), folded(tr("yes")))):
            talk.go_to(where)
            return True
        self._go_on()
        if words and number != LATER and folded(words) not in (folded(tr("Later")), folded(tr("no"))):
            talk.answer(typed)
        return True

    def help(self) -> tuple[str, ...]:
        """What can be typed now."""
        tr = self._talk.tr
        return (tr("Shall we do that now?"), tr("Type {now} for now or {later} for later.", now=NOW, later=LATER))

    def leave(self) -> None:
        """Something else comes first: on with the conversation."""
        self._talk.question = None
        self._go_on()
