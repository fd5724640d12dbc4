"""`ParticipantsScreen`: who takes part, and who speaks now."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from screens.bases.base_list_screen import BaseListScreen
from screens.navigation.navigator import Navigator
from screens.navigation.routes import STATEMENT
from screens.parts.actions import BACK, ENTER, HELP, HELP_TOO, Action
from screens.parts.column import Column
from screens.parts.early_keys import EarlyKeys
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.line_list import LineList
from screens.steps.answer_field import AnswerField
from screens.steps.participants import seat_to_speak
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.wizard import WizardDone
from zlp_tui.i18n import Catalogue, message
from zlp_tui.person_words import known_as
from zlp_tui.plan.view import Person
from zlp_tui.text import NAME_LIMIT, clean_name

TYPES: Final = Action(
    "types", message("Types now"), "types", "y", help_msgid=message("This person types: “that is me”")
)
SIT_DOWN: Final = Action("sit-down", message("Next"), "sit_down", "pagedown", shown=ENTER, main=True)
AROUND: Final = 14
"""How many lines stand above and below the list at most."""


class ParticipantList(LineList):
    """The list of people. Enter goes on; a click adds or removes a participant."""

    PAGES = False

    def __init__(self, early: EarlyKeys, *, go_on: Callable[[], None], seat: Callable[[], None]) -> None:
        super().__init__(early, id="list")
        self._go_on = go_on
        self._seat = seat

    def choose(self) -> None:
        """Enter: everybody sits."""
        self._go_on()

    def choose_by_click(self) -> None:
        """A click: this one sits down, or leaves."""
        self._seat()


class ParticipantsScreen(BaseListScreen):
    """The people of the plan as a list: Space lets somebody sit down or leave, Enter goes on when all is right."""

    DEFAULT_CSS = """
    ParticipantsScreen {
        & #ask { padding: 1 2 0 2; height: auto; }
        & #list { height: auto; }
        & #ask-name { padding: 1 2 0 2; height: auto; }
    }
    """
    help_page = "table"
    route = "participants"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("seat", message("Here or not here"), "seat", "space"),
        Action("speak", message("Speaks now"), "speak", "p"),
        TYPES,
        Action("new-person", message("Somebody else"), "name", "n"),
        Action("confirm-client", message("Certainly here"), "confirm_client", "f7"),
        Action("rename", message("Change the name"), "rename", "c"),
        HELP, HELP_TOO, BACK,
        SIT_DOWN,
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.name_field = AnswerField(
            self.early, said=self.add, typed=self._typed, too_much=self.notice.clear, enter=self.enter_in_field,
            id="name",
        )
        self._first = self.first_people()
        self.list = ParticipantList(self.early, go_on=self.action_sit_down, seat=self.seat_marked)

    def body(self) -> ComposeResult:
        with Column():
            yield Static(self.asked(), id="ask", markup=False)
            yield self.list
            yield Static(Content(self.tr("Is somebody else here? Type the name.")), id="ask-name", markup=False)
            yield self.name_field
            yield self.notice

    def on_resize(self, event: events.Resize) -> None:
        """The name that is typed and what is said about it never leave the screen; the list scrolls."""
        self.name_field.limit_lines(2)
        self.list.styles.max_height = max(4, event.size.height - AROUND)

    def asked(self) -> Content:
        """The question above the list."""
        return Content.styled(self.tr("Who sits at the table?"), "bold")

    def heading(self) -> str:
        return self.tr("Who is here")

    def first_people(self) -> frozenset[str]:
        """Who stand at the top of the list for as long as the screen is open, by id."""
        return frozenset(person.id for person in self.desk.present)

    def people(self) -> list[Person]:
        """The client first, then who sat here when the screen opened, then everybody else as they were added."""
        client = self.desk.view.client
        return sorted(self.desk.view.people, key=lambda p: (p.id != client, p.id not in self._first))

    def sheet(self) -> Sheet:
        present = {person.id for person in self.desk.present}
        return RowsSheet(tuple(self._line(person, here=person.id in present) for person in self.people()))

    def _line(self, person: Person, *, here: bool) -> LineItem:
        return LineItem(
            text=person.called,
            ref=person.id,
            by=", ".join(filter(None, (self.word_of(person.id, here=here), self._certain(person.id)))),
            note=" · ".join(filter(None, (known_as(self.tr, person), self.desk.asked_along().get(person.id)))),
            sign="[x]" if here else "[ ]",
            look="strong" if here else "text",
        )

    def _certain(self, person: str) -> str:
        """That the client showed to be here by their own password; empty for others."""
        confirmed = person == self.desk.view.client and self.desk.client_at_table.is_confirmed
        return self.tr("certainly here") if confirmed else ""

    def word_of(self, person: str, *, here: bool) -> str:
        """What stands behind a name."""
        speaks, types = person == self.desk.voice.id, self.types(person)
        if here and speaks:
            return self.tr("speaks now, types") if types else self.tr("speaks now")
        return self.seat_of(person, here=here)

    def seat_of(self, person: str, *, here: bool) -> str:
        """Whether somebody is here, and types."""
        if not here:
            return self.tr("not here")
        return self.tr("at the table, types") if self.types(person) else self.tr("at the table")

    def types(self, person: str) -> bool:
        """Whether this is the keyboard user."""
        return self.desk.keyboard_user is not None and self.desk.keyboard_user.id == person

    def action_seat(self) -> None:
        """Space: the marked person sits down, or leaves, unless the key comes too soon."""
        if not self.early.is_early("space"):
            self.seat_marked()

    def seat_marked(self) -> None:
        """The marked person sits down, or leaves."""
        if self.list.marked is not None:
            self.chosen(self.list.marked)

    def chosen(self, ref: str) -> None:
        """Sit down, or leave the table."""
        present = [person.id for person in self.desk.present]
        now = [p for p in present if p != ref] if ref in present else [*present, ref]
        if self.attempt(lambda: self._seat(now)):
            self.show_all(select=ref)

    def _seat(self, people: list[str]) -> None:
        self.desk.seat(people)

    def action_speak(self) -> None:
        """The marked person speaks from now on."""
        ref = self.list.marked
        if ref is not None and self.attempt(lambda: seat_to_speak(self.desk, ref)):
            self.show_all(select=ref)

    def action_types(self) -> None:
        """The marked person types from now on, and is here."""
        ref = self.list.marked
        if ref is not None and self.attempt(lambda: self.desk.sit_at_keyboard(ref)):
            self.show_all(select=ref)

    def action_confirm_client(self) -> None:
        """The client shows by their own password that they are here."""
        self.attempt(lambda: self.navigator.run_wizard(self.desk.client_at_table.confirming(), self._confirmed))

    def _confirmed(self, done: WizardDone) -> None:
        if done.kept and self.attempt(self.desk.client_at_table.confirm):
            self.show_all(select=self.desk.view.client)
            self.notice.show(done.told)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "confirm_client":
            return self.desk.client_at_table.can_confirm
        return super().check_action(action, parameters)

    def action_rename(self) -> None:
        """The name of the marked person as it should be."""
        ref = self.list.marked
        if ref is not None:
            self.navigator.navigate(STATEMENT, ref, lambda: None)

    def _typed(self) -> None:
        self.notice.clear()
        self.refresh_enter()

    def enter_in_field(self) -> str:
        return self.tr("Sits down") if self.name_field.text.strip() else self.tr("To the list")

    def add(self) -> None:
        """Somebody new, or somebody known, sits down; an empty field goes back to the list."""
        if not self.name_field.text.strip():
            self.list.focus()
            return
        self.attempt(self.join)

    def join(self) -> None:
        """Who is typed in the field sits down; the field is free for the next one. Raises `Refused` without a name."""
        cut = clean_name(self.name_field.text).was_cut
        person, new = self.desk.join(self.name_field.text)
        here = tuple(seated.id for seated in self.desk.present)
        was_here = person.id in here
        if not was_here:
            self.desk.seat((*here, person.id))
        with self.app.batch_update():
            self.name_field.put("")
            self.show_all(select=person.id)
            if cut:
                self.notice.refuse(self.tr("Only the first {count} characters of a name fit.", count=NAME_LIMIT))
            elif was_here:
                self.notice.tell(self.tr("{name} sits here already. Nothing was changed.", name=person.called))
            elif new:
                self.notice.show(self.tr("New at the table: {name}", name=person.called))
            else:
                self.notice.show(self.tr("{name} joins", name=person.called))

    def action_back(self) -> None:
        """From the name to the list, from the list to where we came from; what was typed stays."""
        if self.name_field.has_focus and self.name_field.text:
            self.list.focus()
        else:
            self.navigator.back()

    def action_sit_down(self) -> None:
        """When all is right, on."""
        if self.somebody_sits():
            self.seated()

    def somebody_sits(self) -> bool:
        """Whether one can go on: a name that is typed sits down first, and at least one person must sit here."""
        if not self.is_active:  # pressed twice in one go: the first did it
            return False
        if self.name_field.text.strip() and not self.attempt(self.join):
            return False
        if not self.desk.present:
            self.notice.refuse(self.tr("Who sits at the table? Choose at least one person."))
        return bool(self.desk.present)

    def seated(self) -> None:
        """Everybody sits: back to where we came from."""
        self.navigator.back()

    def take_words(self, words: str) -> None:
        self.name_field.type(words)

    def action_name(self) -> None:
        """Go to the field where a name is typed."""
        self.name_field.focus()
