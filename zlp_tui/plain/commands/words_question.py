"""Commands that save words, such as `/remark`: given as argument, or asked for in one question."""

from __future__ import annotations

from collections.abc import Callable

from zlp_tui.conversation.ports.turn import Kept
from zlp_tui.plain.commands.keyboard_command import once_known
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.drafts.draft_offer import offer_draft
from zlp_tui.plain.drafts.input_drafts import CommandDraft
from zlp_tui.plain.pages.text_page import quoted
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.text import clean, sentence, shortened


class WordsQuestion:
    """Asks for words of who writes; an empty line cancels. `keep` saves them, `then` runs after that."""

    writes = True

    def __init__(
        self,
        talk: PlainTalk,
        question: str,
        draft: CommandDraft,
        keep: Callable[[str], Kept],
        *,
        about: str = "",
        then: Callable[[], None] | None = None,
    ) -> None:
        self._talk = talk
        self._question = question
        self._draft = draft
        self._keep = keep
        self._about = about
        self._then = then

    @property
    def draft(self) -> CommandDraft:
        """The draft of the words."""
        return self._draft

    def ask(self) -> None:
        """Print the question, and the draft if there is one."""
        out, tr = self._talk.out, self._talk.tr
        if self._about:
            out.print(tr("This is about: {words}", words=quoted(shortened(self._about))))
        out.print(self._question)
        print_who_writes(self._talk)
        out.print(tr("Empty line: leave it."))
        offer_draft(self._talk.out, self._talk.tr, self._draft)

    def receive(self, typed: str) -> bool:
        """Save what was typed, if anything."""
        if not clean(typed).text:
            self._talk.out.print(self._talk.tr("Nothing was kept."))
            return True
        keep_words(self._talk, self._draft, self._keep, typed)
        if self._then is not None:
            self._then()
        return True

    def help(self) -> tuple[str, ...]:
        """What can be typed now."""
        tr = self._talk.tr
        return (self._question, tr("Type the words, and press Enter. Empty line: leave it."))

    def leave(self) -> None:
        """Nothing to save: the only question has no answer yet."""


QuestionFactory = Callable[[PlainTalk, str], tuple[WordsQuestion, str]]
"""Makes the question of a command from its argument, with the words that the argument holds."""


def words_command(word: str, takes: str, about: str, asks: QuestionFactory) -> SlashCommand:
    """A command that saves the words of its argument, or asks for them."""

    def run(talk: PlainTalk, rest: str) -> None:
        asked, typed = asks(talk, rest)

        def go_on() -> None:
            if typed:
                asked.receive(typed)
            else:
                talk.ask(asked)

        once_known(talk, go_on, (asked.draft, typed))

    def draft(talk: PlainTalk, rest: str) -> tuple[CommandDraft, str]:
        asked, typed = asks(talk, rest)
        return asked.draft, typed

    return SlashCommand(word, takes, about, run, draft=draft)


def keep_words(talk: PlainTalk, draft: CommandDraft, keep: Callable[[str], Kept], typed: str) -> None:
    """Save words and print that they are, and whose, where that is not who speaks. A draft with other words is kept."""
    before, voice = draft.text, talk.desk.follow_up.voice
    kept = keep(typed)
    draft.after(before, clean(typed).text)
    talk.print_kept(kept)
    if kept.written and voice is not None and voice != talk.desk.voice:
        talk.out.print(talk.tr("{name} says this.", name=voice.called))


def print_who_writes(talk: PlainTalk) -> None:
    """Print whose words it will be, and how to change that."""
    voice = talk.desk.follow_up.voice
    if voice is not None:
        told = talk.tr("{name} says this. Somebody else? Type /who and their name.", name=voice.called)
        talk.out.print(sentence(told))
