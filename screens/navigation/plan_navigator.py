"""`PlanNavigator`: the stack of screens of one open plan."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final, ParamSpec

from textual.screen import Screen
from textual.timer import Timer

from screens.bases.base_list_screen import BaseListScreen
from screens.navigation.navigator import Route
from screens.navigation.routes import LOOK_BACK_OFFER, MAP
from screens.overviews.prepare_screen import PrepareScreen
from screens.parts.base_screen import BaseScreen
from screens.talk.opening_screen import OpeningScreen, others_took_part
from screens.talk.talk_screen import TalkScreen
from screens.textual_overrides._textual import PlainApp
from screens.whole_plans.wizard_screen import WizardScreen
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.talk_places import TalkPlace, go_to, look_back_is_due
from zlp_tui.conversation.ports.wizard import WizardDone, WizardStep
from zlp_tui.errors import ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Person, Place
from zlp_tui.script.roles import Role

P = ParamSpec("P")

LOOK_AGAIN: Final = 2.0
"""Seconds between two looks whether a plan that can only be read here can be written by now."""


class PlanNavigator:
    """A `Navigator` over the app's stack of screens, above the screen that was on top when the plan was opened.

    The conversation is one screen that lives as long as the plan is open. `closed` is called when the plan is closed.
    """

    def __init__(
        self, app: PlainApp, desk: Desk, tr: Catalogue, help_folder: Path, *, closed: Callable[[], None],
        toggle_theme: Callable[[], None], now: Callable[[], float],
    ) -> None:
        self._app = app
        self._desk = desk
        self._tr = tr
        self._help_folder = help_folder
        self._base = len(app.screen_stack)
        self._closed = closed
        self._toggle_theme = toggle_theme
        self._now = now
        self.talk = TalkScreen(desk, tr, self)
        self._may_wait: Callable[[], None] | None = None
        """What keeps that looking back may wait, where it is asked at the opening; None where it is not."""
        self._only_reads = desk.why_read_only
        """Why this plan could only be read here when it was opened; empty when it could be written."""
        self._looking: Timer | None = None
        self._looked_at = ""
        """The name of the page for which the plan was opened; empty where it was opened to talk."""

    def now(self) -> float:
        """The time of the app's clock."""
        return self._now()

    @property
    def lock_after(self) -> int | None:
        """After how many minutes without a key the client of the plan wants the screen to be locked."""
        return self._desk.lock_after

    @property
    def _stack(self) -> list[Screen[object]]:
        return self._app.screen_stack[self._base:]

    def start(
        self, joined: tuple[Person, bool] | None = None, *, may_wait: Callable[[], None] | None = None
    ) -> None:
        """Show the first screen: who is here, when more people took part the last time, or the current question; of a
        plan that has ended the map.

        `joined` is who speaks from the start, as `Desk.join` returned them: then nothing is asked. `may_wait` is called
        when a look back that is due is put off; without it that is not asked.
        """
        self._may_wait = may_wait if joined is None else None
        self._app.install_screen(self.talk, "talk")
        self._begin_talk(joined)

    def _begin_talk(self, joined: tuple[Person, bool] | None) -> None:
        self._watch_whether_it_can_be_written()
        if joined is None and self._desk.ending.since:
            self.navigate(MAP)
            return
        if joined is None and not self._desk.read_only and others_took_part(self._desk.view):
            self._app.show_screen(OpeningScreen(self._desk, self._tr, self, self._participants_known))
            return
        self._app.show_screen(self.talk)
        if not self._desk.read_only and not self._offer_look_back():
            self.talk.offer_waiting()
        if joined is not None and joined[1]:
            self.talk.notice.show(self._tr("New at the table: {name}", name=joined[0].called))

    def look_at(self, route: Route[P], *args: P.args, **kwargs: P.kwargs) -> None:
        """Show one page of the plan; whoever closes it goes back to where the plan was opened."""
        self._app.install_screen(self.talk, "talk")
        self._looked_at = route.name
        self.navigate(route, *args, **kwargs)

    def prepare(self, may_wait: Callable[[], None] | None = None) -> None:
        """Show the page for who prepares a talk, before anybody sits down; from there the talk begins, as `start`
        does."""
        self._may_wait = may_wait
        self._app.install_screen(self.talk, "talk")
        self._app.show_screen(PrepareScreen(self._desk, self._tr, self, self._begin))

    def _begin(self) -> None:
        self._app.pop_screen()
        self._begin_talk(None)

    def _participants_known(self, where: TalkPlace | None) -> None:
        """Show the conversation, at a place that was chosen or where it goes on; whoever has a draft at the question
        speaks, so that it stays under their name."""
        if where is not None:
            go_to(self._desk, where)
        at_table = {person.id for person in self._desk.present}
        here = (draft.voice for draft in self._desk.drafts() if draft.place == self._desk.place and not draft.anew)
        typing = next(here, None)
        if typing in at_table:
            self._desk.speak_as(typing)
        self._app.show_screen(self.talk, instead=True)
        if where is None:
            self._offer_look_back()

    def _offer_look_back(self) -> bool:
        """Ask whether to look back now, where that is due; False where it is not."""
        if self._may_wait is None or self._desk.read_only or not look_back_is_due(self._desk):
            return False
        self.navigate(LOOK_BACK_OFFER, self._may_wait, self.talk.question.take_letters)
        return True

    def _watch_whether_it_can_be_written(self) -> None:
        if self._only_reads:
            self._looking = self._app.set_interval(LOOK_AGAIN, self._look_again)

    def _look_again(self) -> None:
        """Another window may have let go of the plan: then what said so goes away, and what is typed is kept."""
        for screen in self._stack:
            if isinstance(screen, BaseScreen) and screen.is_running:
                screen.write_typed()  # at its own question: another may be asked after it
        with suppress(ZlpError):  # the next look, or the next answer, says what is wrong
            if self._desk.look_again() or not self._desk.read_only:
                self._stop_looking()
                self._app.call_next(self._show_written)

    def _stop_looking(self) -> None:
        if self._looking is not None:
            self._looking.stop()
            self._looking = None

    def _show_written(self) -> None:
        """Show the plan as the other window left it."""
        for screen in {self.talk, *self._stack}:
            if isinstance(screen, BaseScreen) and screen.notice.text == self._only_reads:
                screen.notice.clear()
        top = self._app.screen
        if isinstance(top, BaseListScreen | TalkScreen) and top.is_running:
            top.on_screen_resume()

    def flush_drafts(self) -> None:
        """Save what is typed on any screen and not yet saved."""
        for screen in self._stack:
            if isinstance(screen, BaseScreen):
                screen.flush_draft()
        if self.talk.is_running:  # before that nothing can be typed in it, and its fields are not mounted yet
            self.talk.flush_draft()

    def _flush_draft(self) -> None:
        top = self._app.screen
        if isinstance(top, BaseScreen) and top.is_running:
            top.flush_draft()

    def end_session(self) -> None:
        """Save all drafts and end the session; raises the errors of the store."""
        self.flush_drafts()
        self._desk.leave()

    def rest(self) -> None:
        """End the session and leave the screens as they are: the plan is locked next. What cannot be kept on disk stays
        in memory. Conversations about keys end: they hold keys."""
        self._stop_looking()
        with suppress(ZlpError):
            self.end_session()
        while any(isinstance(screen, WizardScreen) for screen in self._stack):
            self._app.pop_screen()

    def come_back(self) -> None:
        """Go on after `rest`, where one was. Errors of the store."""
        told = self._only_reads
        self._desk.come_back()
        self._only_reads = self._desk.why_read_only
        for screen in {self.talk, *self._stack}:
            if not isinstance(screen, BaseScreen) or not screen.is_running:
                continue
            if self._only_reads:
                screen.notice.refuse(self._only_reads)
            elif told and screen.notice.text == told:
                screen.notice.clear()
        self._watch_whether_it_can_be_written()

    def refuse(self, error: ZlpError) -> None:
        """Say what could not be done on the screen that is seen."""
        top = self._app.screen
        notice = top.notice if isinstance(top, BaseScreen) else self.talk.notice
        notice.refuse(self._tr(error.message, **error.values))

    def leave_plan(self, told: str = "") -> None:
        """Save, end the session and close the plan; on an error of the store everything stays, with the error shown."""
        try:
            self.end_session()
        except ZlpError as error:
            self.refuse(error)
            return
        self.close(told)

    def close(self, told: str = "") -> None:
        """Close the screens of the plan, whose session has ended, and say something on the one that is seen then."""
        self._stop_looking()
        while self._stack:
            self._app.pop_screen()
        self._app.uninstall_screen("talk")
        self.talk.remove()
        self._closed()
        top = self._app.screen
        if told and isinstance(top, BaseScreen):
            top.notice.show(told)

    def navigate(self, route: Route[P], *args: P.args, **kwargs: P.kwargs) -> None:
        """Open the screen of a route, or go back to it where it is open already and not `stacked`."""
        self._flush_draft()
        kind = route.load()
        opened = None if route.stacked else next((s for s in self._stack if type(s) is kind), None)
        if isinstance(opened, BaseListScreen):
            opened.reopened(*args, **kwargs)
            self._pop_to(opened)
            return
        only_talk = self._stack == [self.talk]
        screen = route.make(self._desk, self._tr, self, *args, **kwargs)
        self._app.show_screen(screen, instead=only_talk and route.name == MAP.name)

    def _pop_to(self, screen: Screen[None]) -> None:
        while self._app.screen is not screen:
            self._app.pop_screen()

    def show_talk(self, place: Place | None = None) -> None:
        """Show the conversation, at a place if one is given."""
        self._flush_draft()
        if place is not None:
            self.talk.go(place)
        self._show_talk()

    def show_topic(self, topic: str) -> None:
        """Show the conversation, at a topic's first question."""
        self._flush_draft()
        self.talk.go_topic(topic)
        self._show_talk()

    def take_route(self, route: str) -> None:
        """Show the conversation, along another way through the script, where that was left."""
        self._flush_draft()
        self.talk.take_route(route)
        self._show_talk()

    def ask_aside(self, place: Place) -> None:
        """Show the conversation at a question in between; after it one returns."""
        self._flush_draft()
        self.talk.ask_aside(place)
        self._show_talk()

    def begin(self, role: Role) -> None:
        """Show the conversation, where something new of the topic with this role is said."""
        self._flush_draft()
        self.talk.begin(role)
        self._show_talk()

    def _show_talk(self) -> None:
        if self.talk in self._stack:
            self._pop_to(self.talk)
        else:
            self._app.show_screen(self.talk)

    def show_help(self, page: str) -> None:
        """Open a help page, with the keys of the screen on top."""
        from screens.help_screen import HelpScreen

        self._flush_draft()
        top = self._app.screen
        keys = top.key_help() if isinstance(top, BaseScreen) else ()
        self._app.show_screen(
            HelpScreen(self._help_folder, page, self._tr, self._desk.words, self.back, self._now, self._desk, keys)
        )

    def run_wizard(self, step: WizardStep, done: Callable[[WizardDone], None]) -> None:
        """Show a conversation about keys on top of the screen that asks for it."""
        self._flush_draft()

        def ended(end: WizardDone) -> None:
            self.back()
            done(end)

        self._app.show_screen(
            WizardScreen(step, tr=self._tr, now=self._now, done=ended, left=self.back, open_help=self.show_help)
        )

    def back(self) -> None:
        """Close the screen on top; from the last one, go to the map."""
        self._flush_draft()
        if len(self._stack) > 1:
            self._app.pop_screen()
        elif self._looked_at and getattr(self._app.screen, "route", "") == self._looked_at:
            self.leave_plan()
        else:
            self.navigate(MAP)

    def toggle_theme(self) -> None:
        """Change between light and dark."""
        self._toggle_theme()
