"""`MapScreen`: the chapters of the conversation and their topics; every other screen can be opened from here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual import events
from textual.app import ComposeResult

from screens.bases.base_list_screen import BaseListScreen, name_of
from screens.bases.base_plan_screen import LOOK_BACK, RIGHTS, WEEK_AHEAD
from screens.navigation.navigator import Navigator
from screens.navigation.routes import END_PLAN, STATEMENT
from screens.parts.actions import (
    ARROWS,
    COMMANDS,
    ENTER,
    EXPORT,
    HELP,
    HELP_TOO,
    REDO,
    THEME,
    UNDO,
    Action,
    ScreenCommand,
    key_name,
)
from screens.parts.column import Column
from screens.parts.early_keys import EarlyKeys
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.line_list import LineList
from screens.sheets.cycle_sheet import LISTED, CycleSheet
from screens.sheets.stacked_sheet import StackedSheet
from screens.sheets.topics_sheet import TopicsSheet
from screens.steps.participants import plan_title
from zlp_tui.conversation.ports.desk import Desk, OfferedDraft
from zlp_tui.conversation.ports.plan_pages import ChapterLine, TopicLine
from zlp_tui.i18n import Catalogue, message

ROOMY: Final = 33
"""From this many lines on, the cycle has frames around its questions, and all that can be done stands on the row."""
WIDE: Final = 80
"""From this many columns on, the top line has room for more than whose plan it is and who is here."""
_DRAFT: Final = "draft/"
_OFFERED: Final = 3


class TopicList(LineList):
    """The topics of a chapter. `aside` is called with -1 or 1 at the left and right arrow."""

    def __init__(self, early: EarlyKeys, aside: Callable[[int], None]) -> None:
        super().__init__(early, id="list")
        self._turn = aside

    def action_aside(self, by: int) -> None:
        """The chapter before or after."""
        self._turn(by)


class ChapterCycle(LineList, can_focus=False):
    """The chapters in a cycle. The arrows of the list below it go round; the mouse chooses a chapter.

    The chosen question has the mark before it, or a heavy frame around it where there is room for frames.
    """

    DEFAULT_CSS = """
    ChapterCycle {
        height: auto; margin: 1 0;
        & > .line-list--selected { background: $background; }
    }
    """

    @property
    def _marks(self) -> bool:
        return not self.has_class("-framed")


class MapScreen(BaseListScreen):
    """The four questions around deciding together, and the topics of one of them."""

    DEFAULT_CSS = "MapScreen #list { margin-top: 0; }"
    help_page = "map"
    route = "map"
    wide = True
    ACTIONS = (
        Action("open", message("Talk"), "choose", shown=ENTER, main=True),
        Action(
            "next-chapter", message("Another question"), "turn(1)", shown=ARROWS,
            help_msgid=message("To another of the four questions"),
        ),
        Action("letter", message("My plan"), "navigate('letter')", "l"),
        Action("agreements", message("Agreements"), "navigate('agreements')", "a"),
        Action("choices", message("Choices"), "navigate('choices')", "k"),
        Action("note", message("Note it"), "navigate('note')", "g"),
        Action(
            "conversations", message("Another conversation"), "navigate('conversations')", "f8", spare=True,
            help_msgid=message("Which conversation?"),
        ),
        Action("participants", message("Who is here"), "navigate('participants')", "w", spare=True),
        LOOK_BACK._replace(spare=True),
        WEEK_AHEAD,
        Action("seen-by", message("As another sees it"), "navigate('seen-by')", "x", spare=True),
        Action("due", message("What is coming up"), "navigate('due')", "j", spare=True),
        Action("remarks", message("Remarks"), "navigate('remarks')", "o", spare=True),
        Action("results", message("What came of it"), "navigate('results')", "r", spare=True),
        Action("then-and-now", message("Then and now"), "navigate('then-and-now')", "s", spare=True),
        Action("new-since", message("What is new?"), "navigate('new-since')", "i", spare=True),
        Action("search-plan", message("Search in this plan"), "navigate('search-plan')", "z", spare=True),
        Action("details", message("Fill in details"), "navigate('details')", "f5", spare=True),
        RIGHTS,
        Action("prepare", message("Prepare"), "navigate('prepare')", "f7", spare=True),
        EXPORT._replace(spare=True),
        Action("keys", message("Who has a key?"), "navigate('keys')", "f6", spare=True),
        Action("copies", message("Copies"), "navigate('copies')", "f10", spare=True),
        Action("who-looked", message("Who looked?"), "navigate('who-looked')", "f3", spare=True,
               help_msgid=message("Who looked into my plan?")),
        Action("end-plan", message("Plan ended"), "navigate('end-plan')", "ctrl+k", on_row=False),
        UNDO._replace(spare=True),
        REDO,
        HELP, HELP_TOO,
        Action("stop", message("Stop"), "leave_plan", "escape", help_msgid=message("Stop and keep")),
        THEME._replace(on_row=False),
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.list = TopicList(self.early, self.turn)
        self.cycle = ChapterCycle(self.early, id="cycle")
        self.keys.more = ScreenCommand("more", tr("More"), self.action_more, shown=key_name(COMMANDS.keys, tr))
        self.chapters: tuple[ChapterLine, ...] = ()
        self.drafts: tuple[OfferedDraft, ...] = ()
        self.chapter = ""
        self._topic = ""

    def action_more(self) -> None:
        """All that can be done here, to be found by typing."""
        self.call_later(self.run_action, "app.commands")

    def body(self) -> ComposeResult:
        with Column(classes="-wide"):
            yield self.cycle
            yield self.list
            yield self.notice

    def start(self) -> None:
        super().start()
        since = self.desk.ending.since
        if since:
            told = self.tr("This plan ended on {day}.", day=since)
            self.notice.show(told, self.tr("Take it up again"), lambda: self.navigator.navigate(END_PLAN))

    def on_screen_resume(self) -> None:
        """Where we are and what was being typed may have changed, even when nothing was said."""
        self._shown_view = None

    def heading(self) -> str:
        """Whose plan it is, and which conversation goes on; of a plan that has ended none does."""
        title = plan_title(self.desk, self.tr)
        narrow = self.app.size.width < WIDE
        return title if narrow or self.desk.ending.since else f"{title} · {self.desk.route_title}"

    def show_all(self, select: str | None = None) -> None:
        self.chapters = self.desk.map()
        self.drafts = self.desk.drafts()[:_OFFERED]
        topic = next((t for c in self.chapters for t in c.topics if t.here), None)
        moved = topic is not None and topic.id != self._topic
        self._topic = topic.id if topic else ""
        if moved or self.chapter not in [chapter.id for chapter in self.chapters]:
            self.chapter = topic.chapter if topic else next((c.id for c in self.chapters), "")
            select = f"{_DRAFT}0" if self.drafts else topic.id if topic else None
        with self.app.batch_update():
            self._show_cycle()
            super().show_all(select)

    def _show_cycle(self) -> None:
        words = {
            "talked-about": self.tr("talked about"), "begun": self.tr("begun"), "not-yet": self.tr("not yet"),
        }
        centre, tall = self.tr("deciding together"), self.app.size.height >= ROOMY
        self.cycle.set_class(tall, "-framed")
        self.cycle.show(CycleSheet(self.chapters, self.chapter, centre, words, tall), select=self.chapter)

    def sheet(self) -> Sheet:
        """The topics of the chosen chapter, after the drafts that were left."""
        chapter = next((c for c in self.chapters if c.id == self.chapter), None)
        if chapter is None:
            return RowsSheet(())
        here, begun = self.tr("here we stopped"), self.tr("begun")
        about = (LineItem(chapter.about, look="quiet"),) if chapter.about else ()
        title = RowsSheet((*((LineItem(chapter.title, look="here"),) if self.app.size.width >= LISTED else ()), *about))
        gap = 0 if self.app.size.height < ROOMY else 1
        topics = StackedSheet((title, TopicsSheet(chapter.topics, here, begun, self.tr("gone through"))), gap=gap)
        if not self.drafts:
            return topics
        offer = RowsSheet((LineItem(self.tr("You were still typing here"), look="here"),))
        drafts = TopicsSheet(tuple(map(self._draft_line, range(len(self.drafts)), self.drafts)), "", "")
        return StackedSheet((StackedSheet((offer, drafts), gap=0), topics))

    def _draft_line(self, number: int, draft: OfferedDraft) -> TopicLine:
        topic = next((t for c in self.chapters for t in c.topics if t.id == draft.place.topic), None)
        return TopicLine(
            id=f"{_DRAFT}{number}",
            chapter=topic.chapter if topic else "",
            title=name_of(self.desk, draft.anew) or (topic.title if topic else self.tr("Said before")),
            pictogram="",
            state="begun",
            last=draft.text,
            last_by=name_of(self.desk, draft.voice),
            here=False,
        )

    def chosen(self, ref: str) -> None:
        """Take up a draft, or go to a topic."""
        if ref.startswith(_DRAFT):
            self._take_up(self.drafts[int(ref.removeprefix(_DRAFT))])
        else:
            self.navigator.show_topic(ref)

    def _take_up(self, draft: OfferedDraft) -> None:
        """Go on typing where somebody stopped."""
        if draft.anew is not None:
            self.navigator.navigate(STATEMENT, draft.anew, self.show_all)
        else:
            self.navigator.show_talk(draft.place)

    def chosen_in(self, lines: LineList, ref: str) -> None:
        """Choose a chapter in the cycle, or a line of the list."""
        if lines is self.cycle:
            self.choose_chapter(ref)
        else:
            self.chosen(ref)

    def turn(self, by: int) -> None:
        """The chapter `by` further round."""
        ids = [chapter.id for chapter in self.chapters]
        if ids:
            self.choose_chapter(ids[(ids.index(self.chapter) + by) % len(ids)])

    def choose_chapter(self, chapter: str) -> None:
        """Show the topics of another chapter."""
        self.chapter = chapter
        with self.app.batch_update():
            self.notice.clear()
            self._show_cycle()
            self.list.show(self.sheet(), select=self._first_topic())

    def _first_topic(self) -> str | None:
        topics = next((c.topics for c in self.chapters if c.id == self.chapter), ())
        return next((t.id for t in topics if t.here), topics[0].id if topics else None)

    def on_resize(self, event: events.Resize) -> None:
        if self.chapters:
            with self.app.batch_update():
                self._show_cycle()
                self.list.show(self.sheet())
                self.keys.show(self.actions())

    def command(self, action: Action) -> ScreenCommand:
        command = super().command(action)
        return command._replace(spare=command.spare and (self.app.size.height < ROOMY or action.id == UNDO.id))

    def action_turn(self, by: int) -> None:
        self.turn(by)
