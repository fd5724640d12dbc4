"""`HomeScreen`: the list of plans with a search field; a welcome when there is no plan yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar, Final, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from screens.home.plan_search import LISTED, FindPlans, PlanSearch
from screens.parts.actions import ENTER, HELP, HELP_TOO, THEME, Action
from screens.parts.base_screen import BaseScreen
from screens.parts.column import Column
from screens.parts.line_layout import LineItem, RowsSheet
from screens.parts.line_list import LineList
from screens.parts.search_field import SearchField
from screens.sheets.lock_line import LOCK, lock_line
from screens.sheets.plan_list_sheet import plan_line
from screens.sheets.welcome_sheet import ENDED, NEW, PRACTISE, ways_to_begin, welcome
from zlp_tui.conversation.ports.lock_wizards import LockOffer
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.i18n import Catalogue, message
from zlp_tui.text import one_line

FIRST: Final = 40
"""How many plans the first picture needs."""
OPEN: Final = Action("open", message("Open"), "choose", shown=ENTER, main=True)
PREPARE: Final = Action("prepare", message("Prepare"), "prepare", "f7")
TODAY: Final = Action(
    "today", message("Today"), "today", "j", help_msgid=message("What is agreed for today in all plans")
)
SEARCH: Final = Action("search", message("Search"), "search", "z")


class HomeCallbacks(NamedTuple):
    """What the home screen can do: each leads to another screen, or out of the program."""

    open_plan: Callable[[str], None]
    today: Callable[[], None]
    prepare: Callable[[str], None]
    new_plan: Callable[[], None]
    ended_plans: Callable[[], None]
    practise: Callable[[], None]
    lock: Callable[[], None]
    own_key: Callable[[], None] | None
    open_help: Callable[[str], None]
    toggle_theme: Callable[[], None]
    quit: Callable[[], None]


class HomeScreen(BaseScreen):
    """The list of plans, and a search field below it."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        OPEN, TODAY, PREPARE,
        Action("new-plan", message("New plan"), "new_plan", "n"),
        Action("practise", message("Practise with an example"), "practise", "f"),
        SEARCH,
        Action(
            "ended-plans", message("What has ended"), "ended_plans", "f2", help_msgid=message("Plans that have ended")
        ),
        Action(
            "my-key", message("My key"), "my_key", "f6", spare=True,
            help_msgid=message("Other words or another code for me, and my key for somebody elsewhere"),
        ),
        Action("lock-plans", message("A lock on the plans"), "lock", on_row=False),
        THEME, HELP, HELP_TOO,
        Action("quit", message("Quit"), "quit", "q"),
    )
    help_page = "home"
    FINDS_ENDED: ClassVar = True
    """Whether a search finds plans that have ended too."""
    DEFAULT_CSS = """
    HomeScreen {
        & Column { padding: 2 2 0 2; }
        & #ask { height: auto; }
        & #list { height: 1fr; margin-top: 1; }
        &.-tight Column { padding: 0 2; }
    }
    """

    def __init__(
        self, *, lines: Callable[[], tuple[PlanListItem, ...]], tr: Catalogue, callbacks: HomeCallbacks,
        now: Callable[[], float],
    ) -> None:
        super().__init__(tr, now)
        self._lines = lines
        self._plan_search = PlanSearch(ended_too=self.FINDS_ENDED)
        self._some_ended = False
        self._today = ""
        self._long_today = ""
        self._in_words: Callable[[str], str] | None = None
        self._count_left: Callable[[], int] = lambda: 0
        self._ask_offer: Callable[[], LockOffer] = lambda: ""
        self._offer: LockOffer = ""
        """What is offered about the lock on the plans."""
        self._left = 0
        """How much of what is agreed for today is not noted yet."""
        self.callbacks = callbacks
        self._plans: tuple[PlanListItem, ...] = ()
        self._shown = False
        self._notes: tuple[LineItem, ...] = ()
        self._column = Column()
        self.ask = LineList(self.early, id="ask")
        self.list = LineList(self.early, id="list", always_marked=True)
        self.search = SearchField(self.early, self._show_found, tr("Search for a name"))

    def heading(self) -> str:
        """What the list is, for the top line."""
        return "zlp"

    def question(self) -> str:
        """What stands above the list."""
        return self.tr("Who do we talk with?")

    def body(self) -> ComposeResult:
        """All is read and filled in before it is mounted: what changes later costs a second picture."""
        self.top.show(self.heading(), self._long_today)
        self.attempt(self._read_first)
        with self._column:
            yield self.ask
            yield self.list
            yield self.notice
            if self._plans:
                yield self.search

    def _read_first(self) -> None:
        self._plans = self._lines() if self._plan_search.find else self._lines()[:FIRST]
        self._fill(self._plans)

    def on_mount(self) -> None:
        self.list.focus()

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.set_class(event.size.height < 24, "-tight")

    def read(self) -> None:
        """Read the list anew; a search that stands goes on."""
        find = self._plan_search.find
        self._plans = self._lines() if find else self._lines()[:FIRST]
        self._some_ended = find is not None and bool(find("", 1, ended=True))
        self._plan_search.forget()
        self._left = self._count_left() if 1 < len(self._plans) < LISTED and TODAY in self.ACTIONS else 0
        self._offer = self._ask_offer() if self._plans or self._some_ended else ""
        self._show_found()

    def found_by(
        self, find: FindPlans, today: date, long_today: str, in_words: Callable[[str], str],
        left: Callable[[], int] = lambda: 0, offered: Callable[[], LockOffer] = lambda: "",
    ) -> None:
        """From now on names are searched for in the store, topics have titles, dates are said in words, and it is told
        how much of today is left, and what is `offered` about the lock."""
        self._count_left, self._ask_offer = left, offered
        self._plan_search.find = find
        self._lines = partial(find, "", LISTED)
        self._today, self._long_today, self._in_words = today.isoformat(), long_today, in_words
        if self._shown:
            self.top.show(self.heading(), long_today)
            self.attempt(self.read)
            self.keys.show(self.actions())

    def add(self, sentence: str) -> None:
        """Show a sentence for as long as the screen is there."""
        self._notes = (*self._notes, LineItem(sentence, look="quiet"))
        self._show_found()

    def on_screen_resume(self) -> None:
        if self._shown:
            self.attempt(self.read)
            self.keys.show(self.actions())
        self._shown = True

    def _show_found(self) -> None:
        wanted = one_line(self.search.value)
        if not wanted:
            self._show(self._plans)
        else:
            self.attempt(lambda: self._show(self._plan_search.found(wanted, self._plans)))

    def _show(self, plans: tuple[PlanListItem, ...]) -> None:
        with self.app.batch_update():
            self._fill(plans)
            self.keys.show(self.actions())
            if self._plans and self._column.is_attached and not self.search.is_attached:
                self._column.mount(self.search)  # a screen that was closed at once has no column, and needs none

    def _fill(self, plans: tuple[PlanListItem, ...]) -> None:
        quiet = self._notes
        if self._plans:
            self.ask.show_lines((LineItem(self.question(), look="here"), *quiet))
            lines = tuple(map(self._plan_line, plans)) if plans else self._nobody()
            first = plans[0].id if plans and self.list.marked in (None, TODAY.id, LOCK) and not self._shown else None
            self.list.show(RowsSheet((*self._today_line(), *self._lock_line(), *lines)), select=first)
        else:
            self.ask.show_lines(welcome(self.tr))
            ways = ways_to_begin(self.tr, some_ended=self._some_ended)
            self.list.show(RowsSheet((*ways, *([LineItem(""), *quiet] if quiet else []))))

    def _today_line(self) -> tuple[LineItem, ...]:
        """Above the plans of who works with more than one; not while one searches, and not where it cannot be asked."""
        if len(self._plans) < 2 or one_line(self.search.value) or TODAY not in self.ACTIONS:
            return ()
        tr, left = self.tr, self._left
        told = tr("{count} left today", count=left) if left else tr("what is agreed, for everybody")
        return (LineItem(tr("Today"), TODAY.id, by=told, look="here"),)

    def _lock_line(self) -> tuple[LineItem, ...]:
        """What is offered about the lock, above the plans; not while one searches."""
        return () if one_line(self.search.value) else lock_line(self._offer, self.tr)

    def _nobody(self) -> tuple[LineItem, ...]:
        return (LineItem(self.tr("Nobody was found with this name."), look="quiet"),)

    def _plan_line(self, plan: PlanListItem) -> LineItem:
        return plan_line(plan, self.tr, self._today, self._in_words)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        if not self.is_active:  # chosen twice in one go: the first did it
            return
        if event.ref == NEW:
            self.callbacks.new_plan()
        elif event.ref == PRACTISE:
            self.callbacks.practise()
        elif event.ref == ENDED:
            self.callbacks.ended_plans()
        elif event.ref == TODAY.id:
            self.callbacks.today()
        elif event.ref == LOCK:
            self.callbacks.lock()
        else:
            self.callbacks.open_plan(event.ref)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the search field opens the marked plan."""
        event.stop()
        self.list.action_choose()

    async def on_key(self, event: events.Key) -> None:
        """Arrows work from the search field too; Escape empties it."""
        if not self.search.has_focus or event.key not in ("up", "down", "escape"):
            return
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.search.value = ""
            self.list.focus()
        else:
            self.list.action_move(-1 if event.key == "up" else 1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "choose" and self._shown and self.list.marked is None:
            return False
        if action == "prepare" and self._shown:
            return bool(self._plans) and self.list.marked not in (None, TODAY.id, LOCK)
        if action == "lock":
            return bool(self._offer)
        if action == "my_key":
            return self.callbacks.own_key is not None and self._offer != "lock"
        if action == "today" and self._shown:
            return bool(self._plans)
        if action == "ended_plans":
            return self._some_ended
        if action == "search" and self._shown:
            return bool(self._plans)
        return super().check_action(action, parameters)

    def open_help(self, page: str) -> None:
        self.callbacks.open_help(page)

    def action_choose(self) -> None:
        self.list.choose()

    def action_prepare(self) -> None:
        """Prepare a talk about the marked plan."""
        if self.list.marked is not None:
            self.callbacks.prepare(self.list.marked)

    def action_today(self) -> None:
        """What is agreed for today in all plans."""
        self.callbacks.today()

    def action_new_plan(self) -> None:
        self.callbacks.new_plan()

    def action_practise(self) -> None:
        self.callbacks.practise()

    def action_ended_plans(self) -> None:
        self.callbacks.ended_plans()

    def action_my_key(self) -> None:
        """The conversation about one's own key."""
        if self.callbacks.own_key is not None:
            self.callbacks.own_key()

    def action_lock(self) -> None:
        """The conversation about the lock on the plans."""
        self.callbacks.lock()

    def take_words(self, words: str) -> None:
        """A name that is said to a computer is searched for."""
        if self.search.is_attached:
            self.search.append_words(words)

    def action_search(self) -> None:
        """Go to the search field."""
        if self.search.is_attached:
            self.search.focus()

    def action_toggle_theme(self) -> None:
        self.callbacks.toggle_theme()

    def action_quit(self) -> None:
        self.callbacks.quit()
