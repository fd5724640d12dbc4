"""`OpeningScreen`: asks who takes part, when an existing plan is opened in which others took part before."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.widgets import Static

from screens.bases.base_plan_screen import LOOK_BACK
from screens.navigation.navigator import Navigator
from screens.navigation.routes import DUE
from screens.parts.actions import BACK, HELP, HELP_TOO, Action, ScreenCommand
from screens.steps.participants import plan_title
from screens.talk.participants_screen import AROUND, SIT_DOWN, TYPES, ParticipantsScreen
from screens.talk.pending_items import PendingItem, pending_items
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.talk_places import TalkPlace, where_to_talk
from zlp_tui.i18n import Catalogue, message
from zlp_tui.plan.view import PlanView
from zlp_tui.script.roles import Role
from zlp_tui.text import sentence


def others_took_part(view: PlanView) -> bool:
    """Whether somebody sat here with the client the last time."""
    return any(person.id != view.client for person in view.sat_last_time())


def last_participants(view: PlanView) -> tuple[str, ...]:
    """Who sat at the table when the last talk stopped, by id."""
    talk = view.last_talk
    if talk is None:
        return ()
    stayed = {seat.person for seat in talk.present if seat.until is None or seat.until == talk.ended}
    return tuple(person.id for person in view.people if person.id in stayed)


def seat_as_last_time(desk: Desk) -> None:
    """Whoever sat at the table when the last talk stopped sits there again, and whoever typed then types."""
    desk.seat(last_participants(desk.view))
    typed, here = desk.last_keyboard_user, {person.id for person in desk.present}
    if typed is not None and typed.id in here:
        desk.sit_at_keyboard(typed.id)


class OpeningScreen(ParticipantsScreen):
    """Who took part and who typed the last time is proposed. `go_on` opens the conversation, where it goes on or at a
    place that was chosen, and with that it is so.

    Nothing is saved here: a session begins with the first words. So Esc goes back to the list of plans.
    """

    help_page = "opening"
    route = ""
    ACTIONS = (
        Action("seat", message("Here or not here"), "seat", "space"),
        TYPES,
        Action("new-person", message("Somebody else"), "name", "n"),
        LOOK_BACK,
        Action("remarks", message("Remarks"), "navigate('remarks')", "o"),
        Action("disagree", message("Not agreed"), "navigate('disagree')", "e"),
        Action("new-since", message("What is new?"), "navigate('new-since')", "i"),
        HELP, HELP_TOO, BACK, SIT_DOWN,
    )

    def __init__(
        self, desk: Desk, tr: Catalogue, navigator: Navigator, go_on: Callable[[TalkPlace | None], None]
    ) -> None:
        seat_as_last_time(desk)
        self.waiting: tuple[PendingItem, ...] = ()
        super().__init__(desk, tr, navigator)
        self._go_on = go_on

    def heading(self) -> str:
        return plan_title(self.desk, self.tr)

    def participants(self) -> tuple[str, ...]:
        """The list tells it."""
        return ()

    def asked(self) -> Content:
        talk = sentence(self.tr("go on with {talk}", talk=self.desk.talk_title))
        last = self.tr("It was like this the last time. Is it the same now?")
        told = [part for thing in self.waiting for part in ("\n", Content.styled(thing.words, "bold"))]
        return Content.assemble(talk, "\n", super().asked(), "\n", Content.styled(last, "$text-muted"), *told)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.list.styles.max_height = max(4, event.size.height - AROUND - 1 - len(self.waiting))

    def on_screen_resume(self) -> None:
        """What waited may have been looked at, even when nothing was said."""
        self._shown_view = None

    def show_all(self, select: str | None = None) -> None:
        self.attempt(self._look_what_waits)
        for ask in self.query("#ask").results(Static):
            ask.update(self.asked())
        super().show_all(select)

    def _look_what_waits(self) -> None:
        self.waiting = pending_items(self.desk, self.tr)

    def word_of(self, person: str, *, here: bool) -> str:
        """Nobody speaks yet."""
        return self.seat_of(person, here=here)

    def first_people(self) -> frozenset[str]:
        """Also those who left halfway the last time."""
        return super().first_people() | frozenset(person.id for person in self.desk.view.sat_last_time())

    def seated(self) -> None:
        """Everybody sits: to the conversation."""
        self._go_on(None)

    def action_back(self) -> None:
        """From the name to the list; from the list home."""
        if self.name_field.has_focus:
            self.list.focus()
        else:
            self.navigator.leave_plan()

    def commands(self) -> tuple[ScreenCommand, ...]:
        """What is on the row: the rest of the plan opens once everybody sits."""
        return self.actions()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "navigate":
            return any(thing.route.name in parameters for thing in self.waiting)
        if action == "show_role":
            return any(thing.route is DUE for thing in self.waiting)
        return super().check_action(action, parameters)

    def action_show_role(self, role: str) -> None:
        """Everybody sits, and the conversation begins where the topic with this role is talked about."""
        where = where_to_talk(self.desk, None, Role(role))
        if where is not None and self.somebody_sits():
            self._go_on(where)
