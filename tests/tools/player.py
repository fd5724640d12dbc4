"""Whoever answers on the screens with the keyboard, looking at what is asked, and typing what a story tells."""

from __future__ import annotations

from textual import events
from textual.pilot import Pilot

from screens.app import ZlpApp
from screens.steps.offered_lines import MORE
from screens.steps.question_view import SOMEBODY
from screens.talk.participants_screen import ParticipantsScreen
from screens.talk.talk_screen import TalkScreen
from tests.tools.keys import press, settled
from tests.tools.story import Saying, Story, last_word
from zlp_tui.conversation.ports.turn import Ordered, Pick, Picked, Spoken


class Player:
    """Answers on the screens with the keyboard, looking at what is asked."""

    def __init__(self, app: ZlpApp, pilot: Pilot[None], story: Story) -> None:
        self._app = app
        self._pilot = pilot
        self.story = story

    @property
    def talk(self) -> TalkScreen:
        assert self._app.navigator is not None
        return self._app.navigator.talk

    async def play(self, story: Story | None = None) -> None:
        """From the first question to the last; with a story of its own, until that is told."""
        if story is not None:
            self.story = story
        while isinstance(self._app.screen, TalkScreen) and (story is None or story.left):
            await self.answer()

    async def answer(self) -> None:
        """All that is said at the question that is asked now, and on to the next one."""
        turn = self.talk.turn
        for saying in last_word(list(self.story.at(self.talk.desk, turn)), turn.input):
            await self._speak_as(saying.by)
            await self._say(saying)
            if self.talk.turn.place != turn.place and isinstance(turn.input, Pick) and turn.input.can_add:
                await self._press("pageup")
        if self.talk.turn.place == turn.place:
            more = self.story.wishes_more and self.talk.turn.more
            await self._press("f11" if more else "pagedown")
            if more and self.talk.turn.place == turn.place:
                await self._press("pagedown")

    async def _press(self, *keys: str) -> None:
        await press(self._pilot, *keys)

    async def _speak_as(self, name: str) -> None:
        person = next(p for p in self.talk.desk.view.people if p.name == name)
        if person.id in (self.talk.desk.voice.id, self.talk.turn.answers):
            return
        await self._choose_voice(person.id if person in self.talk.desk.present else SOMEBODY)
        if self.talk.desk.voice.id != person.id:
            await self._sit_down(person.id)
        assert self.talk.desk.voice.id == person.id

    async def _choose_voice(self, chip: str) -> None:
        self.talk.voices.focus()
        for _ in range(20):
            await self._press("right")
            if self.talk.voices.marked == chip:
                break
        await self._press("enter")

    async def _sit_down(self, person: str) -> None:
        """On the screen of participants: who was not here yet sits down and speaks."""
        page = self._app.screen
        assert isinstance(page, ParticipantsScreen)
        await self._press("home")
        for _ in range(40):
            if page.list.marked == person:
                break
            await self._press("down")
        await self._press("space", "p", "escape")

    async def _say(self, saying: Saying) -> None:
        match saying.reply:
            case Spoken(text=text, domain=domain):
                if domain:
                    await self._belongs_to(domain)
                await self._type(text)
                await self._press("enter")
                if self.talk.entry.typed == text:  # somebody of this name is there already, and nobody else is meant
                    self.talk.entry.field.select_all()
                    await self._press("delete")
            case Picked(ids=ids, added=added):
                await self._pick(ids, added)
            case Ordered(ids=ids):
                await self._order(ids)

    async def _type(self, text: str) -> None:
        self.talk.entry.field.focus()
        await settled(self._pilot)
        self.talk.entry.field.select_all()
        self._app.post_message(events.Paste(text))
        await settled(self._pilot)

    async def _belongs_to(self, domain: str) -> None:
        self.talk.domains.focus()
        for _ in range(20):
            await self._press("right")
            if self.talk.domains.marked == domain:
                break
        await self._press("enter")

    async def _pick(self, ids: tuple[str, ...], added: str | None) -> None:
        pick = self.talk.entry.pick
        if added is not None:
            await self._type(added)
            await self._press("enter")
            return
        pick.focus()
        asked = self.talk.turn.input
        many = isinstance(asked, Pick) and asked.many
        for wanted in ids:
            if wanted not in pick.numbered() and MORE in pick.numbered():
                await self._mark(pick, MORE)
                await self._press("enter")
            await self._mark(pick, wanted)
            await self._press("space" if many else "enter")

    async def _mark(self, lines: object, wanted: str) -> None:
        await self._press("home")
        for _ in range(200):
            if getattr(lines, "marked") == wanted:  # noqa: B009 - PickList and OrderList both have it
                return
            await self._press("down")
        raise AssertionError(f"{wanted} cannot be reached")

    async def _order(self, ids: tuple[str, ...]) -> None:
        order = self.talk.entry.order
        order.focus()
        for place, wanted in enumerate(ids):
            await self._mark(order, wanted)
            at = order.ids.index(wanted)
            if at != place:
                await self._press("enter", *["up"] * (at - place), "enter")
                order.focus()
