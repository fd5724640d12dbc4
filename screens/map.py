"""The map, home of one plan: where are we, where do we want to go? From here to anything, in any order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual import events
from textual.app import ComposeResult

from screens.navigator import Navigator
from screens.parts.actions import Action
from screens.parts.column import Column
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.line_list import LineList
from screens.plan_page import PlanPage, called
from screens.routes import (
    AGREEMENTS,
    CHOICES,
    DUE,
    LETTER,
    NEW_SINCE,
    NOTE,
    REMARKS,
    RESULTS,
    STATEMENT,
    TABLE,
    THEN_AND_NOW,
)
from screens.sheets.cycle_sheet import LISTED, CycleSheet
from screens.sheets.stacked_sheet import StackedSheet
from screens.sheets.topics_sheet import TopicsSheet
from screens.topic_actions import page_action, topic_action
from zlp_tui.conversation.desk import ChapterLine, Desk, OfferedDraft, TopicLine
from zlp_tui.i18n import Catalogue
from zlp_tui.script.roles import Role

ROOMY: Final = 33
"""From this many lines on, the cycle has frames around its questions, and all that can be done stands on the row."""
_DRAFT: Final = "draft/"
_OFFERED: Final = 3


class TopicList(LineList):
    """The topics of a chapter. Left and right go to the chapter beside it."""

    def __init__(self, aside: Callable[[int], None]) -> None:
        super().__init__(id="list")
        self._turn = aside

    def action_aside(self, by: int) -> None:
        """The chapter before or after."""
        self._turn(by)


class CycleOfQuestions(LineList, can_focus=False):
    """The cycle. The arrows of the list below it turn it; the mouse chooses a question in it.

    The chosen question has the mark before it, or a heavy frame around it where there is room for frames.
    """

    DEFAULT_CSS = """
    CycleOfQuestions {
        height: auto; margin: 1 0;
        & > .line-list--selected { background: $background; }
    }
    """

    @property
    def _marks(self) -> bool:
        return not self.has_class("-framed")


class MapScreen(PlanPage):
    """The four questions around deciding together, and the topics of one of them."""

    DEFAULT_CSS = "MapScreen #list { margin-top: 0; }"
    help_page = "map"
    here = "map"
    wide = True

    def __init__(self, desk: Desk, say: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, say, navigator)
        self.list = TopicList(self.turn)
        self.cycle = CycleOfQuestions(id="cycle")
        self.chapters: tuple[ChapterLine, ...] = ()
        self.drafts: tuple[OfferedDraft, ...] = ()
        self.chapter = ""
        self._topic = ""

    def body(self) -> ComposeResult:
        with Column(classes="-wide"):
            yield self.cycle
            yield self.list
            yield self.notice

    def on_screen_resume(self) -> None:
        """Where we are and what was being typed may have changed, even when nothing was said."""
        self._shown_view = None

    def heading(self) -> str:
        return self.say("My life · {name}", name=called(self.desk, self.desk.view.client))

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
            "talked-about": self.say("talked about"), "begun": self.say("begun"), "not-yet": self.say("not yet"),
        }
        centre, tall = self.say("deciding together"), self.app.size.height >= ROOMY
        self.cycle.set_class(tall, "-framed")
        self.cycle.show(CycleSheet(self.chapters, self.chapter, centre, words, tall), select=self.chapter)

    def sheet(self) -> Sheet:
        chapter = next((c for c in self.chapters if c.id == self.chapter), None)
        if chapter is None:
            return RowsSheet(())
        here, begun = self.say("here we stopped"), self.say("begun")
        about = (LineItem(chapter.about, look="quiet"),) if chapter.about else ()
        title = RowsSheet((*((LineItem(chapter.title, look="here"),) if self.app.size.width >= LISTED else ()), *about))
        gap = 0 if self.app.size.height < ROOMY else 1
        topics = StackedSheet((title, TopicsSheet(chapter.topics, here, begun)), gap=gap)
        if not self.drafts:
            return topics
        offer = RowsSheet((LineItem(self.say("You were still typing here"), look="here"),))
        drafts = TopicsSheet(tuple(map(self._draft_line, range(len(self.drafts)), self.drafts)), "", "")
        return StackedSheet((StackedSheet((offer, drafts), gap=0), topics))

    def _draft_line(self, number: int, draft: OfferedDraft) -> TopicLine:
        topic = next((t for c in self.chapters for t in c.topics if t.id == draft.place.topic), None)
        return TopicLine(
            id=f"{_DRAFT}{number}",
            chapter=topic.chapter if topic else "",
            title=called(self.desk, draft.anew) or (topic.title if topic else self.say("Said before")),
            pictogram="",
            state="begun",
            last=draft.text,
            last_by=called(self.desk, draft.voice),
            here=False,
        )

    def chosen(self, ref: str) -> None:
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

    def actions(self) -> tuple[Action, ...]:
        say, desk, navigator, low = self.say, self.desk, self.navigator, self.app.size.height < ROOMY
        agreements = Action("agreements", say("Agreements"), lambda: navigator.navigate(AGREEMENTS), ("a",), "a")
        choices = Action("choices", say("Choices"), lambda: navigator.navigate(CHOICES), ("k",), "k")
        results = Action("results", say("What came of it"), lambda: navigator.navigate(RESULTS), ("r",), "r", spare=low)
        then_and_now = Action("then-and-now", say("Then and now"), self._then_and_now, ("s",), "s", spare=low)
        return (
            Action("talk", say("Talk"), self.list.action_choose, (), "Enter", main=True),
            Action("next", say("Another question"), lambda: self.turn(1), (), "←→"),
            Action("letter", say("My plan"), lambda: navigator.navigate(LETTER), ("l",), "l"),
            *page_action(desk, "agreements", agreements),
            *page_action(desk, "choices", choices),
            Action("note", say("Note it"), lambda: navigator.navigate(NOTE, None), ("g",), "g"),
            Action("table", say("Who is here"), lambda: navigator.navigate(TABLE), ("w",), "w", spare=low),
            *topic_action(desk, navigator, Role.LOOK_BACK, "look-now", say("Look back now"), "h", spare=low),
            Action("due", say("What is coming up"), lambda: navigator.navigate(DUE), ("j",), "j", spare=low),
            Action("remarks", say("Remarks"), lambda: navigator.navigate(REMARKS, None), ("o",), "o", spare=low),
            *page_action(desk, "results", results),
            *page_action(desk, "editions", then_and_now),
            Action("new-since", say("What is new?"), lambda: navigator.navigate(NEW_SINCE), ("i",), "i", spare=low),
            self.undo_action()._replace(spare=True),
            self.help_action(),
            Action("stop", say("Stop"), navigator.leave_plan, ("escape",), "Esc"),
            Action("colours", say("Colours"), navigator.toggle_theme, ("t",), "t", on_row=False),
        )

    def _then_and_now(self) -> None:
        self.navigator.navigate(THEN_AND_NOW, None, None)
