"""The command `/i-am`, and the question who types: asked once in a sitting, before words are kept beside the talk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from zlp_tui.conversation.ports.likely_keyboard_users import likely_keyboard_users
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.drafts.input_drafts import CommandDraft
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plain.typed.answer_parser import parse_number
from zlp_tui.plan.view import Person
from zlp_tui.text import clean


def keyboard_command(tr: Catalogue) -> SlashCommand:
    """The command, translated."""
    return SlashCommand(tr("/i-am"), tr("NAME"), tr("this person types; notes and remarks are theirs"), _i_am)


class KeyboardQuestion:
    """Asks who types. `then` goes on with what was begun; `unsaid` are words that wait for it, and their draft."""

    writes = False
    draft = None

    def __init__(
        self, talk: PlainTalk, then: Callable[[], None], unsaid: tuple[CommandDraft, str] | None = None
    ) -> None:
        self._talk = talk
        self._then = then
        self._unsaid = unsaid
        self._people = likely_keyboard_users(talk.desk)

    def ask(self) -> None:
        """Print the question and the people, who typed last first."""
        out, tr, last = self._talk.out, self._talk.tr, self._talk.desk.last_keyboard_user
        out.print(tr("Who is at the keyboard?"))
        for number, person in enumerate(self._people, start=1):
            typed_last = f"({tr('typed the last time too')})" if person == last else ""
            out.print(f"{person.called} {typed_last}".rstrip(), f"  {number}. ")
        out.print(tr("Type a number or a name."))

    def receive(self, typed: str) -> bool:
        """Take who it is, and go on; an empty line leaves what was begun, and its words as a draft."""
        name = clean(typed).text
        if not name:
            self.leave()
            self._talk.out.print(self._talk.tr("Nothing was kept."))
            return True
        number = parse_number(name)
        person, new = self._talk.join(name) if number is None else (self._at(number), False)
        types(self._talk, person, new=new)
        self._then()
        return True

    def help(self) -> tuple[str, ...]:
        """What can be typed now."""
        return (self._talk.tr("Who is at the keyboard?"), self._talk.tr("Type a number or a name."))

    def leave(self) -> None:
        """Keep the words that wait as a draft of nobody: it was not said who typed them."""
        if self._unsaid is not None and self._unsaid[1]:
            draft, words = self._unsaid
            draft.keep(words)

    def _at(self, number: int) -> Person:
        if not 1 <= number <= len(self._people):
            raise Refused("Type a number from 1 to {count}. This was not kept.", count=len(self._people))
        return self._people[number - 1]


def once_known(talk: PlainTalk, then: Callable[[], None], unsaid: tuple[CommandDraft, str] | None = None) -> None:
    """Do something that keeps words; first it is asked who types, unless that was said in this sitting."""
    if talk.desk.keyboard_user is not None:
        talk.desk.follow_up.write_as(None)
    if talk.desk.follow_up.voice is not None:
        then()
    else:
        talk.ask(KeyboardQuestion(talk, then, unsaid))


def types(talk: PlainTalk, person: Person, *, new: bool = False) -> None:
    """Make a person the keyboard user, and print that."""
    talk.desk.sit_at_keyboard(person.id)
    if new:
        talk.out.print(talk.tr("New at the table: {name}", name=person.called))
    talk.out.print(talk.tr("Types now: {name}", name=person.called))


def _i_am(talk: PlainTalk, rest: str) -> None:
    if not rest:
        talk.ask(KeyboardQuestion(talk, partial(_nothing_more)))
        return
    person, new = talk.join(rest)
    types(talk, person, new=new)


def _nothing_more() -> None:
    """Nothing was begun before it was asked who types."""
