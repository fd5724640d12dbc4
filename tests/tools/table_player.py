"""Plays what people do at a table on the real screens, with keys; it looks for people and lines by their ids."""

from __future__ import annotations

from textual import events

from screens.bases.base_list_screen import BaseListScreen
from screens.follow_up.base_entry_screen import BaseEntryScreen
from screens.follow_up.note_screen import NoteScreen
from screens.follow_up.remarks_screen import RemarksScreen
from screens.follow_up.statement_screen import StatementScreen
from screens.navigation.routes import DISAGREE, NOTE, PARTICIPANTS, REMARKS, STATEMENT
from screens.parts.chips import Chips
from screens.parts.line_list import LineList
from screens.steps.answer_field import AnswerField
from screens.talk.keyboard_user_screen import KeyboardUserScreen
from screens.talk.participants_screen import ParticipantsScreen
from screens.talk.talk_screen import TalkScreen
from tests.tools.table_acts import (
    Act,
    At,
    Choose,
    Correct,
    Disagree,
    FindDraft,
    GiveTo,
    HalfType,
    Note,
    Redo,
    Remark,
    Say,
    SayDraft,
    Seat,
    Swap,
    TakeBack,
    Undo,
    ref_of,
)
from tests.tools.window import Window
from zlp_tui.conversation.ports.likely_keyboard_users import likely_keyboard_users
from zlp_tui.conversation.ports.turn import Pick


class TablePlayer:
    """One window on a plan, in which acts are done one by one."""

    def __init__(self, window: Window) -> None:
        self.window = window

    async def sit_down(self, names: tuple[str, ...]) -> None:
        """From the opening screen, if there is one, to the question that is asked."""
        if isinstance(self.window.page, ParticipantsScreen):
            await self._seat(names)
            await self.window.press("pagedown")
        await self.act(Seat(by="", names=names))

    async def act(self, act: Act) -> None:
        """Do one act."""
        match act:
            case Say(by=by, at=at, words=words):
                await self._say(by, at, words)
            case Choose(by=by, at=at, option=option):
                await self._choose(by, at, option)
            case Swap(by=by, at=at):
                await self._go(by, at)
                self._talk.entry.order.focus()
                await self.window.press("home", "enter", "down", "enter")
            case Correct(by=by, old=old, words=words):
                if await self._begin(by, old, "anew", refused=act.refused):
                    await self._type(words, "enter")
            case GiveTo(by=by, words=words, to=to):
                await self._begin(by, words, "voice", refused=act.refused)
                await self._mark(self._page().list, f"voice/{self._ref(to)}", "enter")
            case TakeBack(by=by, words=words):
                await self._begin(by, words, "withdraw", refused=act.refused)
            case Undo(by=by, at=at):
                await self._go(by, at)
                await self.window.press("ctrl+z")
            case Redo(by=by, at=at):
                await self._go(by, at)
                await self.window.press("ctrl+y")
            case _:
                await self._aside(act)

    async def _aside(self, act: Act) -> None:
        """What is done beside the questions of the script."""
        match act:
            case Disagree(by=by, about=about, words=words):
                await self._disagree(by, about, words)
            case Remark(by=by, words=words, kind=kind):
                await self._remark(by, kind, words)
            case Note():
                await self._note(act)
            case HalfType(by=by, at=at, words=words):
                await self._go(by, at)
                await self.window.type(words)
            case FindDraft(by=by, at=at, words=words, typed_by=typed_by):
                await self._go(by, at)
                assert self._talk.entry.typed == ""
                assert typed_by in self.window.words() and words in self.window.words()
            case SayDraft(by=by, at=at, words=words):
                await self._go(by, at)
                assert self._talk.entry.typed == words
                await self.window.press("enter")
            case Seat(names=names):
                await self._show_participants()
                await self._seat(names)
                await self.window.press("escape")

    # the conversation

    @property
    def _talk(self) -> TalkScreen:
        assert self.window.app.navigator is not None
        return self.window.app.navigator.talk

    def _ref(self, words: str) -> str:
        return ref_of(self.window.desk.view, words)

    async def _go(self, by: str, at: At) -> None:
        """To a question, as it is put to who speaks there."""
        navigator = self.window.app.navigator
        assert navigator is not None
        navigator.show_talk(at.place(self.window.desk.view))
        await self.window.settled()
        await self._speaks(by, self._talk.voices)

    async def _speaks(self, by: str, chips: Chips) -> None:
        person = self._ref(by)
        if person not in (self.window.desk.voice.id, self._talk.turn.answers):
            await self._choose_chip(person, chips)
            assert self.window.desk.voice.id == person

    async def _writes(self, by: str) -> None:
        """Whose words are kept on a page beside the talk; where it is asked who types, they do."""
        person, page = self._ref(by), self.window.page
        if isinstance(page, KeyboardUserScreen):
            number = 1 + [known.id for known in likely_keyboard_users(self.window.desk)].index(person)
            await self.window.press(str(number))
            page = self.window.page
        assert isinstance(page, BaseEntryScreen)
        writes = self.window.desk.follow_up.voice
        if writes is None or writes.id != person:
            await self._choose_chip(person, page.voices)

    async def _choose_chip(self, person: str, chips: Chips) -> None:
        if chips.display:
            chips.focus()
            for _ in self.window.desk.present:
                await self.window.press("right")
                if chips.marked == person:
                    break
            await self.window.press("enter")

    async def _say(self, by: str, at: At, words: str) -> None:
        await self._go(by, at)
        self._talk.entry.field.focus()
        await self._type(words, "enter")

    async def _choose(self, by: str, at: At, option: str) -> None:
        await self._go(by, at)
        asked, pick = self._talk.turn.input, self._talk.entry.pick
        assert isinstance(asked, Pick)
        pick.focus()
        number = 1 + [each.id for each in asked.options].index(self._ref(option))
        await self.window.press(str(number), *(("enter",) if asked.many else ()))

    async def _type(self, words: str, *keys: str) -> None:
        """Instead of what stands in the field."""
        await self.window.settled()
        field = self.window.app.focused
        assert isinstance(field, AnswerField)
        field.select_all()
        self.window.app.post_message(events.Paste(words))
        await self.window.press(*keys)

    # a line of the plan

    async def _begin(self, by: str, words: str, what: str, *, refused: bool) -> bool:
        """Begin to change a line; False where that is not for who speaks, and then nothing was offered."""
        navigator = self.window.app.navigator
        assert navigator is not None
        await self._speak_at_table(by)
        navigator.navigate(STATEMENT, self._ref(words), self._talk.show_again)
        await self.window.settled()
        page = self._page()
        assert isinstance(page, StatementScreen)
        if not refused:
            await self._mark(page.list, what, "enter")
        elif page.line.is_changeable:  # its speaker is here, and is asked whether they say so themselves
            await self._mark(page.list, what, "enter")
            await self._mark(page.list, "own/", "enter")
        else:
            assert not await self._reaches(page.list, what)
        return not refused

    async def _speak_at_table(self, by: str) -> None:
        if self.window.desk.voice.name != by:
            await self._show_participants()
            await self._mark(self._page().list, self._ref(by), "p", "escape")

    # aside from the questions

    async def _disagree(self, by: str, about: str, words: str) -> None:
        navigator = self.window.app.navigator
        assert navigator is not None
        navigator.navigate(DISAGREE, self._ref(about))
        await self.window.settled()
        await self._write(by, words)

    async def _remark(self, by: str, kind: str, words: str) -> None:
        navigator = self.window.app.navigator
        assert navigator is not None
        navigator.navigate(REMARKS, None)
        await self.window.settled()
        assert isinstance(self.window.page, RemarksScreen)
        await self.window.press(*self._keys_of("new-nice-moment" if kind == "nice-moment" else "new-remark"))
        await self._write(by, words)

    async def _note(self, act: Note) -> None:
        navigator = self.window.app.navigator
        assert navigator is not None
        navigator.navigate(NOTE, self._ref(act.about))
        await self.window.settled()
        await self._writes(act.by)
        page = self._page()
        assert isinstance(page, NoteScreen)
        await self._mark(page.list, act.done, "enter")
        if page.mode == "because":
            await self._mark(page.list, act.because or "other", "enter")
        await self._write(act.by, act.words)

    async def _write(self, by: str, words: str) -> None:
        """In the field of a page that asks who says it."""
        await self._writes(by)
        page = self.window.page
        assert isinstance(page, BaseEntryScreen)
        voice = self.window.desk.follow_up.voice
        assert voice is not None and voice.id == self._ref(by)
        page.field.focus()
        await self._type(words, "enter")

    # who sits here

    async def _show_participants(self) -> None:
        navigator = self.window.app.navigator
        assert navigator is not None
        navigator.navigate(PARTICIPANTS)
        await self.window.settled()

    async def _seat(self, names: tuple[str, ...]) -> None:
        """These and nobody else, on the page of participants."""
        page = self.window.page
        assert isinstance(page, ParticipantsScreen)
        desk = self.window.desk if self.window.app.navigator is not None else page.desk
        for name in names:
            if name not in {person.name for person in desk.view.people}:
                page.name_field.focus()
                await self._type(name, "enter")
        for person in desk.view.people:
            if (person.name in names) != (person in desk.present):
                page.list.focus()
                await self._mark(page.list, person.id, "space")
        assert {person.name for person in desk.present} == set(names)
        page.list.focus()

    # lists

    def _page(self) -> BaseListScreen:
        page = self.window.page
        assert isinstance(page, BaseListScreen)
        return page

    def _keys_of(self, action: str) -> tuple[str, ...]:
        page = self.window.page
        return page.keys_of(next(each for each in page.ACTIONS if each.id == action))[:1]

    async def _reaches(self, lines: LineList, ref: str) -> bool:
        await self.window.press("home")
        for _ in range(20):
            if lines.marked == ref:
                return True
            await self.window.press("down")
        return False

    async def _mark(self, lines: LineList, ref: str, *keys: str) -> None:
        """Mark a line of a list, and press keys there."""
        assert await self._reaches(lines, ref), f"{ref} cannot be reached on {self.window.on_top}"
        await self.window.press(*keys)
