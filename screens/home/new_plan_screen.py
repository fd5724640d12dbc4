"""`NewPlanScreen`: asks for a name, a salutation and a form of address, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from textual import events
from textual.app import ComposeResult

from screens.parts.actions import ENTER, HELP, PREVIOUS_FIELD, Action
from screens.parts.base_screen import BaseScreen
from screens.parts.column import Column
from screens.steps.answer_entry import AnswerCallbacks, AnswerEntry
from screens.steps.enter_label import choose_label
from screens.steps.question_text import QuestionContent, QuestionText
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.conversation.ports.turn import Pick, Selectable, Words
from zlp_tui.errors import ZlpError
from zlp_tui.i18n import Catalogue, message
from zlp_tui.plan.view import Address
from zlp_tui.text import LIMIT, NAME_LIMIT, clean_name, same_name

NewPlanQuestion = Literal["name", "known", "salutation", "address"]

COUNTED: Final[tuple[NewPlanQuestion, ...]] = ("name", "salutation", "address")
"""The questions that are always asked. `known` comes between them where somebody of that name has a plan already."""
SOMEBODY_ELSE: Final = "somebody-else"


class NewPlanScreen(BaseScreen):
    """Three questions. Only the name is needed; `start` is called with name, salutation and form of address.

    `require_name` raises for what is no name, and for what may be none unless that was confirmed (the second argument).
    `known` gives the plans of somebody of that name: then it is asked whether that one is meant (`open_plan`).
    """
    ACTIONS = (
        PREVIOUS_FIELD,
        HELP,
        Action("answer", message("Choose"), "enter", shown=ENTER, main=True),
        Action("next-field", message("Next"), "next_field", "pagedown", main=True),
    )
    TAKES_LETTERS = True
    help_page = "new-plan"

    DEFAULT_CSS = "NewPlanScreen { & Column { padding: 2 2 0 2; } & MessageLine { margin-top: 1; } }"

    def __init__(
        self, *, tr: Catalogue, start: Callable[[str, str | None, Address | None], None],
        require_name: Callable[[str, bool], None], known: Callable[[str], tuple[PlanListItem, ...]],
        open_plan: Callable[[str], None], back: Callable[[], None],
        open_help: Callable[[str], None], now: Callable[[], float],
    ) -> None:
        super().__init__(tr, now)
        self._start = start
        self._require_name = require_name
        self._known = known
        self._open_plan = open_plan
        self._close = back
        self._open_help = open_help
        self._asked: NewPlanQuestion = "name"
        self._words = {"name": "", "salutation": ""}
        self._doubted = ""
        self._plans: tuple[PlanListItem, ...] = ()
        self.asking = QuestionText()
        go_on = self.action_next_field
        self.entry = AnswerEntry(
            self.early,
            AnswerCallbacks(
                go_on, self._typed, self._too_much, self._picked, lambda ids: None, go_on, self._nothing_marked,
                self.refresh_enter, self.enter_in_field, now,
            ),
            tr,
        )

    @property
    def _questions(self) -> tuple[NewPlanQuestion, ...]:
        """All questions, in order."""
        return ("name", *(("known",) if self._plans else ()), "salutation", "address")

    def _nothing_marked(self) -> None:
        if self._asked == "known":
            self.notice.tell(self.tr("Choose with the arrows and Enter."))
        else:
            self.notice.tell(self.tr("Choose one, or {key}: go on", key=self.key_of("next-field")))

    def body(self) -> ComposeResult:
        with Column():
            yield self.asking
            yield self.entry
            yield self.notice

    def on_mount(self) -> None:
        self.top.show(self.tr("New plan"))
        self._show()

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.entry.fit(min(76, event.size.width) - 4, 8)

    def _show(self) -> None:
        with self.app.batch_update():
            self.notice.clear()
            self.asking.put(self._content(), "around")
            if self._asked in self._words:
                self.entry.put(Words(many=False), self._words[self._asked])
            else:
                self.entry.appeared()
                self.entry.put(Pick(self._options()), "")
            self.entry.fit(min(76, self.app.size.width) - 4, 8)
            self.keys.show(self.actions())
        self.entry.focus_first()

    def _content(self) -> QuestionContent:
        """The question that is asked now, and its hint."""
        tr, asked = self.tr, self._asked
        number = COUNTED.index(asked) + 1 if asked in COUNTED else 1
        question, hint = {
            "name": (tr("Whose plan is it?"), tr("First name and last name, or only a first name.")),
            "known": (
                tr.plural("Do you mean this plan?", "Do you mean one of these plans?", len(self._plans)),
                tr("There is a plan of this name already."),
            ),
            "salutation": (
                tr("What do you want to be called?"), tr("For example: mevrouw De Vries. You may skip this."),
            ),
            "address": (tr("Which word do you like best?"), tr("You can always change this.")),
        }[asked]
        return QuestionContent(tr("{number} of {count}", number=number, count=len(COUNTED)), question, hint)

    def _options(self) -> tuple[Selectable, ...]:
        tr = self.tr
        if self._asked == "known":
            known = (Selectable(plan.id, tr("Yes: {name}", name=plan.full_name)) for plan in self._plans)
            return (*known, Selectable(SOMEBODY_ELSE, tr("No, this is somebody else")))
        return Selectable("u", tr("u, as in: how are you, sir")), Selectable("je", tr("je, as in: hi you"))

    def action_next_field(self) -> None:
        """The next question; the name is the one thing that is needed."""
        if self._asked not in self._words:
            marked = self.entry.pick.marked
            if self._asked == "known" and not marked:
                self._nothing_marked()
            else:
                self._picked((marked,) if marked else ())
            return
        name = clean_name(self.entry.typed)
        self._words[self._asked] = name.text
        if not self._words["name"]:
            self.notice.refuse(self.tr("Please type a name."))
            return
        if name and not self.attempt(lambda: self._look_whether_it_is_a_name(name.text)):
            return
        if self._asked == "name" and not self.attempt(self._look_who_is_known):
            return
        with self.app.batch_update():
            self._go(1)
            if name.was_cut:
                self.notice.refuse(self.tr("Only the first {count} characters of a name fit.", count=NAME_LIMIT))

    def _look_whether_it_is_a_name(self, name: str) -> None:
        """What may be no name is asked about once; the same again is taken as it is (B11)."""
        confirmed, self._doubted = same_name(name, self._doubted), name
        self._require_name(name, confirmed)

    def _look_who_is_known(self) -> None:
        self._plans = self._known(self._words["name"])

    def _go(self, by: int) -> None:
        """To another question."""
        self._asked = self._questions[self._questions.index(self._asked) + by]
        self._show()

    def action_enter(self) -> None:
        """What Enter does: choose what is marked, or go on."""
        if self.entry.pick.has_focus:
            self.entry.pick.choose()
        else:
            self.action_next_field()

    def action_previous_field(self) -> None:
        """The question before, or home; what is typed stays while the screen is open."""
        if self._asked == "name":
            self._close()
            return
        if self._asked in self._words:
            self._words[self._asked] = self.entry.typed
        self._go(-1)

    def _picked(self, ids: tuple[str, ...]) -> None:
        if not self.is_active:  # picked twice in one go: the first made the plan
            return
        if self._asked == "known":
            if ids == (SOMEBODY_ELSE,):
                self._go(1)
            else:
                self._open_plan(ids[0])
            return
        try:
            name, salutation = self._words["name"], self._words["salutation"] or None
            self._start(name, salutation, "je" if ids == ("je",) else "u" if ids else None)
        except ZlpError as error:
            self.notice.refuse(self.tr(error.message, **error.values))

    async def on_key(self, event: events.Key) -> None:
        """Letters typed where one picks: nothing is picked by the Enter that ends them."""
        if self.is_active and event.is_printable and event.key != "space" and not self.entry.takes_words:
            event.stop()
            event.prevent_default()
            self.notice.tell(self.tr("Choose with the arrows and Enter."))
            self.entry.letters_came(self.notice.clear)

    def _typed(self) -> None:
        self.notice.clear()
        self.refresh_enter()

    def enter_in_field(self) -> str:
        return self.tr("Next") if self._asked != "name" or self.entry.typed else self.tr("Type something first")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "enter" and self.is_mounted and self.focused is not self.entry.pick:
            return False  # the field's border says it
        return super().check_action(action, parameters)

    def enter_label(self) -> str:
        if self.focused is self.entry.pick:
            return choose_label(self.entry.pick.marked, self.tr)
        return super().enter_label()

    def _too_much(self) -> None:
        self.notice.refuse(self.tr("This is too long. The first {count} characters are here.", count=LIMIT))

    def open_help(self, page: str) -> None:
        self._open_help(page)
