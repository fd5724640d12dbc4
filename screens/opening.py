"""A plan that lies open again: who sits at the table this time? Asked before the conversation goes on."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.widgets import Static

from screens.navigator import Navigator
from screens.parts.actions import Action
from screens.parts.line_list import LineList
from screens.plan_page import called
from screens.table import AROUND, TableScreen
from screens.waiting import Waiting, waiting
from zlp_tui.conversation.desk import Desk
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import PlanView


def others_sat_here(view: PlanView) -> bool:
    """Whether somebody sat here with the client the last time."""
    return any(person.id != view.client for person in view.sat_last_time())


def sat_to_the_end(view: PlanView) -> tuple[str, ...]:
    """Who sat at the table when the last conversation stopped, by id; the client always."""
    talk = view.conversations[-1]
    stayed = {seat.person for seat in talk.present if seat.until is None or seat.until == talk.ended}
    return tuple(person.id for person in view.people if person.id in stayed or person.id == view.client)


class Seats(LineList):
    """The people of the plan. Enter goes on; a click lets somebody sit down or leave, as it does on other lists."""

    def __init__(self, *, go_on: Callable[[], None], seat: Callable[[], None]) -> None:
        super().__init__(id="list")
        self._go_on = go_on
        self._seat = seat

    def action_choose(self) -> None:
        """Enter: everybody sits."""
        self._go_on()

    def choose_by_click(self) -> None:
        """A click: this one sits down, or leaves."""
        self._seat()


class OpeningScreen(TableScreen):
    """Who sat here the last time is ticked already. `go_on` leads to the question where the conversation stopped.

    Nothing is kept by it: a sitting begins with the first words. So Esc simply goes back to the list of plans.
    """

    help_page = "opening"

    def __init__(self, desk: Desk, say: Catalogue, navigator: Navigator, go_on: Callable[[], None]) -> None:
        desk.seat(sat_to_the_end(desk.view))
        self.waiting: tuple[Waiting, ...] = ()
        super().__init__(desk, say, navigator)
        self._go_on = go_on
        self.list = Seats(go_on=self.go_on, seat=self.seat_marked)

    def heading(self) -> str:
        return self.say("My life · {name}", name=called(self.desk, self.desk.view.client))

    def at_table(self) -> tuple[str, ...]:
        """The list tells it."""
        return ()

    def asked(self) -> Content:
        last = self.say("It was like this the last time. Is it the same now?")
        told = [part for one in self.waiting for part in ("\n", Content.styled(one.words, "bold"))]
        return Content.assemble(super().asked(), "\n", Content.styled(last, "$text-muted"), *told)

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.list.styles.max_height = max(4, event.size.height - AROUND - len(self.waiting))

    def on_screen_resume(self) -> None:
        """What waited may have been looked at, even when nothing was said."""
        self._shown_view = None

    def show_all(self, select: str | None = None) -> None:
        self.attempt(self._look_what_waits)
        for ask in self.query("#ask").results(Static):
            ask.update(self.asked())
        super().show_all(select)

    def _look_what_waits(self) -> None:
        self.waiting = waiting(self.desk, self.say)

    def word_of(self, person: str, *, here: bool) -> str:
        """Nobody speaks yet."""
        return self.say("at the table") if here else self.say("not here")

    def first_people(self) -> frozenset[str]:
        """Also those who left halfway the last time."""
        return super().first_people() | frozenset(person.id for person in self.desk.view.sat_last_time())

    def go_on(self) -> None:
        """Everybody sits: to the conversation. A name that is typed sits down first."""
        if not self.is_active:  # pressed twice in one go: the first did it
            return
        if self.name_field.text.strip() and not self.attempt(self.join):
            return
        if not self.desk.present:
            self.desk.seat((self.desk.view.client,))
        self._go_on()

    def leave(self) -> None:
        """From the name to the list; from the list home."""
        if self.name_field.has_focus:
            self.list.focus()
        else:
            self.navigator.leave_plan()

    def commands(self) -> tuple[Action, ...]:
        """What is on the row: the rest of the plan opens once everybody sits."""
        return self.actions()

    def _waiting_action(self, one: Waiting) -> Action:
        label, key = (self.say("Remarks"), "o") if one.what == "remarks" else (self.say("What is new?"), "i")
        return Action(one.what, label, lambda: one.open(self.navigator), (key,), key)

    def actions(self) -> tuple[Action, ...]:
        say = self.say
        return (
            Action("seat", say("Here or not here"), self.seat_marked, ("space",), say("Space")),
            Action("name", say("Somebody else"), self.to_name, ("n",), "n"),
            *map(self._waiting_action, self.waiting),
            self.help_action(),
            Action("back", say("Back"), self.leave, ("escape",), "Esc"),
            Action("next", say("Next"), self.go_on, ("pagedown",), "Enter", main=True),
        )
