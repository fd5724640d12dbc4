"""One open plan and its screens: where each door leads. The screens know the doors, not this."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.screen import Screen

from screens._textual import PlainApp
from screens.doors import Doors
from screens.opening import OpeningScreen, others_sat_here
from screens.parts.base_screen import BaseScreen
from screens.talk import TalkScreen
from zlp_tui.conversation.desk import Desk
from zlp_tui.errors import ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Person, Place


class Room:
    """Screens are put on top of each other; one that is open already comes back instead of being opened twice."""

    def __init__(
        self, app: PlainApp, desk: Desk, say: Catalogue, help_folder: Path, *, leave: Callable[[], None],
        turn_colours: Callable[[], None],
    ) -> None:
        self._app = app
        self._desk = desk
        self._say = say
        self._help_folder = help_folder
        self._floor = len(app.screen_stack)
        self._leave = leave
        self.doors = Doors(
            open_talk=self._open_talk, open_topic=self._open_topic, open_map=self._open_map,
            open_table=self._open_table, open_letter=self._open_letter, open_choices=self._open_choices,
            open_agreements=self._open_agreements, open_trace=self._open_trace, open_statement=self._open_statement,
            open_results=self._open_results, open_then_and_now=self._open_then_and_now,
            open_history=self._open_history, open_editions=self._open_editions,
            open_note=self._open_note, open_remarks=self._open_remarks, open_disagree=self._open_disagree,
            open_new_since=self._open_new_since, open_due=self._open_due,
            open_help=self._open_help, back=self._back, leave=self.close, turn_colours=turn_colours,
        )
        self.talk = TalkScreen(desk, say, self.doors)

    def enter(self, joined: tuple[Person, bool] | None = None) -> None:
        """Sit down: the question where we stopped, or the first one. Were there more people, then who is here now.

        `joined` is who speaks from the start, as `Desk.join` gave them: then all is known, and nothing is asked.
        """
        self._app.install_screen(self.talk, "talk")
        if joined is None and not self._desk.read_only and others_sat_here(self._desk.view):
            self._app.show_screen(OpeningScreen(self._desk, self._say, self.doors, self._all_sit))
            return
        self._app.show_screen(self.talk)
        if not self._desk.read_only:
            self.talk.offer_waiting()
        if joined is not None and joined[1]:
            self.talk.notice.show(self._say("New at the table: {name}", name=joined[0].name))

    def _all_sit(self) -> None:
        """To the conversation; who was typing when it stopped speaks, so that these words stay under the right name."""
        at_table = {person.id for person in self._desk.present}
        here = (draft.voice for draft in self._desk.drafts() if draft.place == self._desk.place and not draft.anew)
        typing = next(here, None)
        if typing in at_table:
            self._desk.speak_as(typing)
        self._app.show_screen(self.talk, instead=True)

    def keep_all(self) -> None:
        """Write what is typed and not yet written."""
        for screen in self._app.screen_stack[self._floor:]:
            if isinstance(screen, BaseScreen):
                screen.keep_all()
        if self.talk.is_running:  # before that nothing can be typed in it, and its fields do not stand there yet
            self.talk.keep_all()

    def end(self) -> None:
        """Keep everything and end the sitting; raises what the store has to say about it."""
        self.keep_all()
        self._desk.leave()

    def close(self) -> None:
        """Stop and keep: end the sitting, and go back to the list of plans."""
        try:
            self.end()
        except ZlpError as error:
            self.talk.notice.refuse(self._say(error.message, **error.values))
            return
        while len(self._app.screen_stack) > self._floor:
            self._app.pop_screen()
        self._app.uninstall_screen("talk")
        self.talk.remove()
        self._leave()

    def _bring(self, kind: type[Screen[None]], make: Callable[[], Screen[None]]) -> None:
        """Come back to the open screen of a kind, or open one."""
        stack = self._app.screen_stack[self._floor:]
        if any(type(screen) is kind for screen in stack):
            while type(self._app.screen) is not kind:
                self._app.pop_screen()
        else:
            self._app.show_screen(make())

    def _bring_talk(self) -> None:
        self._bring(TalkScreen, lambda: self.talk)

    def _open_talk(self, place: Place | None) -> None:
        if place is not None:
            self.talk.go(place)
        self._bring_talk()

    def _open_topic(self, topic: str) -> None:
        self.talk.go_topic(topic)
        self._bring_talk()

    def _open_map(self) -> None:
        from screens.map import MapScreen

        if self._app.screen_stack[self._floor:] == [self.talk]:
            self._app.show_screen(MapScreen(self._desk, self._say, self.doors), instead=True)
        else:
            self._bring(MapScreen, lambda: MapScreen(self._desk, self._say, self.doors))

    def _open_table(self) -> None:
        from screens.table import TableScreen

        self._bring(TableScreen, lambda: TableScreen(self._desk, self._say, self.doors))

    def _open_letter(self) -> None:
        from screens.letter import LetterScreen

        self._bring(LetterScreen, lambda: LetterScreen(self._desk, self._say, self.doors))

    def _open_choices(self) -> None:
        from screens.choices import ChoicesScreen

        self._bring(ChoicesScreen, lambda: ChoicesScreen(self._desk, self._say, self.doors))

    def _open_agreements(self) -> None:
        from screens.agreements import AgreementsScreen

        self._bring(AgreementsScreen, lambda: AgreementsScreen(self._desk, self._say, self.doors))

    def _open_trace(self, ref: str) -> None:
        from screens.trace import TraceScreen

        self._app.show_screen(TraceScreen(self._desk, self._say, self.doors, ref))

    def _open_statement(self, ref: str, changed: Callable[[], None]) -> None:
        from screens.statement import StatementScreen

        self._app.show_screen(StatementScreen(self._desk, self._say, self.doors, ref, changed))

    def _open_results(self) -> None:
        from screens.results import ResultsScreen

        self._bring(ResultsScreen, lambda: ResultsScreen(self._desk, self._say, self.doors))

    def _open_then_and_now(self, then: int | None, now: int | None) -> None:
        from screens.then_and_now import ThenAndNowScreen

        for screen in self._app.screen_stack[self._floor:]:
            if isinstance(screen, ThenAndNowScreen):
                screen.choose(then, now)
        self._bring(ThenAndNowScreen, lambda: ThenAndNowScreen(self._desk, self._say, self.doors, then, now))

    def _open_history(self, ref: str) -> None:
        from screens.history import HistoryScreen

        self._app.show_screen(HistoryScreen(self._desk, self._say, self.doors, ref))

    def _open_editions(self) -> None:
        from screens.editions import EditionsScreen

        self._bring(EditionsScreen, lambda: EditionsScreen(self._desk, self._say, self.doors))

    def _open_note(self, ref: str | None) -> None:
        from screens.note import NoteScreen

        self._app.show_screen(NoteScreen(self._desk, self._say, self.doors, ref))

    def _open_remarks(self, about: str | None) -> None:
        from screens.remarks import RemarksScreen

        self._app.show_screen(RemarksScreen(self._desk, self._say, self.doors, about))

    def _open_disagree(self, about: str | None) -> None:
        from screens.disagree import DisagreeScreen

        self._app.show_screen(DisagreeScreen(self._desk, self._say, self.doors, about))

    def _open_new_since(self) -> None:
        from screens.new_since import NewSinceScreen

        self._bring(NewSinceScreen, lambda: NewSinceScreen(self._desk, self._say, self.doors))

    def _open_due(self) -> None:
        from screens.due import DueScreen

        self._bring(DueScreen, lambda: DueScreen(self._desk, self._say, self.doors))

    def _open_help(self, page: str) -> None:
        from screens.help import HelpScreen

        self._app.show_screen(
            HelpScreen(self._help_folder, page, self._say, self._desk.words, self._back, self._desk)
        )

    def _back(self) -> None:
        """Close the screen on top; under the last one lies the map."""
        if len(self._app.screen_stack) > self._floor + 1:
            self._app.pop_screen()
        else:
            self._open_map()
