"""`RemarksScreen`: remarks and nice moments, the open ones first (L56, L107, M11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, Literal

from screens.follow_up.base_entry_screen import BaseEntryScreen
from screens.navigation.navigator import Navigator
from screens.navigation.routes import TRACE
from screens.parts.actions import BACK, CHOOSE, HELP, HELP_TOO, REDO, SAVE_WORDS, UNDO, Action
from screens.parts.base_screen import BaseScreen
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.parts.message_line import quoted
from screens.sheets.remarks_sheet import remark_line, remark_lines
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.follow_up import RemarkLine
from zlp_tui.i18n import Catalogue, message
from zlp_tui.plan.view import RemarkKind
from zlp_tui.saved_text import saved_text

NICE: Final = "nice-moment"
REMARK: Final = "remark"
BESIDE: Final = "beside"

RemarkMode = Literal["list", "kind", "words", "beside", "selected", "done-with"]


class RemarksScreen(BaseEntryScreen):
    """All remarks. `about` is a line of the plan that somebody wants to say something about right now."""

    help_page = "remarks"
    route = "remarks"
    ACTIONS = (
        SAVE_WORDS, CHOOSE,
        Action("new-nice-moment", message("A nice moment"), "new_remark('nice-moment')", "m"),
        Action("new-remark", message("A remark"), "new_remark('remark')", "o"),
        UNDO, REDO, HELP, HELP_TOO, BACK,
    )

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator, about: str | None = None) -> None:
        super().__init__(desk, tr, navigator)
        self.mode: RemarkMode = "list" if about is None else "kind"
        self.remarks: tuple[RemarkLine, ...] = ()
        self.kind: RemarkKind = "remark"
        self.about = about
        self.ref = ""

    def follow(self, to: Callable[[str], str]) -> None:
        self.about = self.about and to(self.about)

    def heading(self) -> str:
        return self.tr("Remarks and nice moments")

    @property
    def selected(self) -> RemarkLine | None:
        """The remark that is being looked at."""
        return next((remark for remark in self.remarks if remark.ref == self.ref), None)

    # what stands on the screen

    def subject(self) -> tuple[LineItem, ...]:
        self.remarks = self.desk.history.remarks()
        remark = self.selected
        if self.mode in ("selected", "done-with") and remark is not None:
            return remark_lines(remark, self.tr)
        if self.mode in ("kind", "words", "beside") and self.about is not None:
            return self.line_of(self.about)
        return ()

    def prompt(self) -> str:
        tr = self.tr
        if self.mode == "words":
            return tr("Which moment was nice?") if self.kind == NICE else tr("What should be heard?")
        return {
            "kind": tr("What is it?"), "beside": tr("What do you want to say beside it?"),
            "done-with": tr("What was done with it?"),
        }.get(self.mode, "")

    def sheet(self) -> Sheet:
        if self.mode == "kind":
            return RowsSheet(self._kinds())
        return RowsSheet(self._about_selected() if self.mode == "selected" else self._all())

    def _kinds(self) -> tuple[LineItem, ...]:
        tr = self.tr
        said = any(said.id == self.about for said in self.desk.view.live_statements)
        beside = LineItem(
            tr("An answer beside it"), BESIDE, note=tr("It stands at the same question. The other words stay.")
        )
        return (
            *((beside,) if said else ()),
            LineItem(tr("A nice moment"), NICE, note=tr("Something that was good.")),
            LineItem(tr("A remark"), REMARK, note=tr("Something that should be heard.")),
        )

    def _all(self) -> tuple[LineItem, ...]:
        tr = self.tr
        waiting = [remark for remark in self.remarks if remark.open]
        others = [remark for remark in self.remarks if not remark.open and remark.kind == REMARK]
        nice = [remark for remark in self.remarks if remark.kind == NICE]
        if not self.remarks:
            return (LineItem(tr("What was nice, or what should be heard?"), look="here"), *self._kinds())
        return (
            *((LineItem(tr("Still open"), look="here"),) if waiting else ()),
            *self._apart(waiting),
            *((LineItem(tr("Nice moments"), look="here"),) if nice else ()),
            *self._apart(nice),
            *((LineItem(tr("Talked about"), look="here"),) if others else ()),
            *self._apart(others),
        )

    def _apart(self, remarks: Sequence[RemarkLine]) -> Iterator[LineItem]:
        """Remarks under each other, each of several lines; with white between them."""
        for number, remark in enumerate(remarks):
            if number:
                yield LineItem("")
            yield remark_line(remark, self.tr)

    def _about_selected(self) -> tuple[LineItem, ...]:
        tr, remark = self.tr, self.selected
        if remark is None:
            return ()
        again = tr("Say differently what was done with it") if remark.done_with else tr("Say what was done with it")
        told = LineItem(tr("This was told today"), "told", note=tr("to {name}", name=remark.quote.by))
        return (
            *((LineItem(again, "done-with"),) if remark.kind == REMARK or remark.done_with else ()),
            *((told,) if remark.done_with and remark.told_back_on is None else ()),
            *((LineItem(tr("Look at the line it is about"), "about"),) if remark.about is not None else ()),
            LineItem(tr("Take it back"), "withdraw", by=tr("the old words are kept")),
        )

    # choosing

    def chosen(self, ref: str) -> None:
        if self.mode == "selected":
            self._do(ref)
        elif ref == BESIDE:
            self.once_known(self._type_beside)
        elif ref in (NICE, REMARK):
            self.action_new_remark("nice-moment" if ref == NICE else "remark")
        else:
            self.ref, self.mode = ref, "selected"
            self.show_list()

    def type_remark(self, kind: RemarkKind) -> None:
        """Leave one: type the words."""
        self.kind, self.mode = kind, "words"
        self.notice.clear()
        self.start_typing("remark", self.about)

    def _do(self, what: str) -> None:
        remark = self.selected
        if what == "done-with":
            self.once_known(self._type_done_with)
        elif what == "told":
            self.once_known(self._told_back)
        elif what == "withdraw":
            self.take_back(self.ref, self._to_list)
        elif remark is not None and remark.about is not None:
            self.navigator.navigate(TRACE, remark.about.ref)

    def _to_list(self) -> None:
        self.mode = "list"

    def _type_beside(self) -> None:
        self.mode = "beside"
        self.notice.clear()
        self.start_typing("beside", self.about)

    def _keep_beside(self, about: str) -> None:
        """Keep it, and go back to the line that it stands beside."""
        text = self.field.text
        kept = self.save(lambda: self.desk.follow_up.beside(about, text))
        if kept is not None:
            self.navigator.back()
            top = self.app.screen
            if isinstance(top, BaseScreen):
                top.notice.show(saved_text(kept, self.tr, quoted(kept.words)))

    def _type_done_with(self) -> None:
        self.mode = "done-with"
        self.notice.clear()
        self.start_typing("done-with", self.ref)

    def _told_back(self) -> None:
        kept = self.save(lambda: self.desk.follow_up.told_back(self.ref))
        if kept is not None:
            self.show_saved(kept)

    def save_words(self) -> None:
        follow_up, text = self.desk.follow_up, self.field.text
        if self.mode == "beside" and self.about is not None:
            self._keep_beside(self.about)
            return
        if self.mode == "words":
            kept = self.save(lambda: follow_up.leave(self.kind, text, self.about))
        else:
            kept = self.save(lambda: follow_up.done_with(self.ref, text))
        if kept is None:
            return
        self.mode = "list" if self.mode == "words" else "selected"
        self.about = None
        self.show_saved(kept, kept.refs[0] if kept.refs and self.mode == "list" else None)

    def action_back(self) -> None:
        """One step back; from the list to where we came from. What is typed stays."""
        was = self.mode
        self.stop_typing()
        if was in ("list", "kind"):
            self.navigator.back()
            return
        of_a_line = was in ("words", "beside") and self.about is not None
        self.mode = "selected" if was == "done-with" else "kind" if of_a_line else "list"
        self.show_list(self.ref if self.mode == "list" else None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "new_remark":
            return self.mode == "list"
        return super().check_action(action, parameters)

    def action_new_remark(self, kind: RemarkKind) -> None:
        self.once_known(lambda: self.type_remark(kind))
