"""Who sits at the table, and who speaks now. Somebody new joins by name."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from screens.doors import Doors
from screens.parts.actions import Action
from screens.parts.column import Column
from screens.parts.sheet import Line, Rows, Sheet
from screens.plan_page import PlanPage
from screens.steps.words import AnswerField
from zlp_tui.conversation.desk import Desk
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Person


class TableScreen(PlanPage):
    """The people of the plan as a list; Enter lets somebody sit down or leave."""

    DEFAULT_CSS = """
    TableScreen {
        & #ask { padding: 1 2 0 2; text-style: bold; height: auto; }
        & #list { height: auto; max-height: 55%; }
        & #ask-name { padding: 1 2 0 2; height: auto; }

    }
    """
    help_page = "table"
    here = "table"

    def __init__(self, desk: Desk, say: Catalogue, doors: Doors) -> None:
        super().__init__(desk, say, doors)
        self.name_field = AnswerField(said=self.add, typed=self.notice.hush, too_much=self.notice.hush, id="name")

    def body(self) -> ComposeResult:
        with Column():
            yield Static(Content(self.say("Who sits at the table?")), id="ask", markup=False)
            yield self.list
            yield Static(Content(self.say("Is somebody else here? Type the name.")), id="ask-name", markup=False)
            yield self.name_field
            yield self.notice

    def heading(self) -> str:
        return self.say("Who is here")

    def people(self) -> list[Person]:
        """The client first, then everybody else as they were added."""
        return sorted(self.desk.view.people, key=lambda person: person.id != self.desk.view.client)

    def sheet(self) -> Sheet:
        present = {person.id for person in self.desk.present}
        return Rows(tuple(self._line(person, here=person.id in present) for person in self.people()))

    def _line(self, person: Person, *, here: bool) -> Line:
        word = self.say("at the table") if here else self.say("not here")
        if here and person.id == self.desk.voice.id:
            word = self.say("speaks now")
        return Line(
            text=person.salutation or person.name,
            ref=person.id,
            by=word,
            note=person.relation or "",
            sign="[x]" if here else "[ ]",
            look="strong" if here else "text",
        )

    def chosen(self, ref: str) -> None:
        """Sit down, or leave the table."""
        present = [person.id for person in self.desk.present]
        now = [p for p in present if p != ref] if ref in present else [*present, ref]
        if self.attempt(lambda: self._seat(now)):
            self.show_all(select=ref)

    def _seat(self, people: list[str]) -> None:
        self.desk.seat(people)
        if people and self.desk.voice.id not in people:
            self.desk.speak_as(people[0])

    def speak(self) -> None:
        """The marked person speaks from now on."""
        ref = self.list.marked
        if ref is not None and self.attempt(lambda: self.desk.speak_as(ref)):
            self.show_all(select=ref)

    def add(self) -> None:
        """Somebody new, or somebody known, sits down; an empty field goes back to the list."""
        if not self.name_field.text.strip():
            self.list.focus()
            return
        self.attempt(self._join)

    def _join(self) -> None:
        person, new = self.desk.join(self.name_field.text)
        self.desk.seat([*(p.id for p in self.desk.present), person.id])
        with self.app.batch_update():
            self.name_field.put("")
            name = person.salutation or person.name
            joined = self.say("New at the table: {name}", name=name)
            self.notice.say(joined if new else self.say("{name} joins", name=name))
            self.show_all(select=person.id)

    def leave(self) -> None:
        """From the name to the list, from the list to where we came from; what was typed stays."""
        if self.name_field.has_focus and self.name_field.text:
            self.list.focus()
        else:
            self.doors.back()

    def actions(self) -> tuple[Action, ...]:
        say = self.say
        return (
            Action("seat", say("Here or not here"), self.list.action_choose, ("space",), "Enter", main=True),
            Action("speak", say("Speaks now"), self.speak, ("p",), "p"),
            Action("name", say("Somebody else"), self._to_name, ("n",), "n"),
            self.help_action(),
            Action("back", say("Back"), self.leave, ("escape",), "Esc"),
        )

    def _to_name(self) -> None:
        self.name_field.focus()
