"""Remarks and nice moments: what is still open first, what was done with each, and a new one (L56, L107, M11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from screens.navigator import Navigator
from screens.parts.actions import BACK, CHOOSE, HELP, SAVE_WORDS, UNDO, Action
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.routes import TRACE
from screens.sheets.remarks_sheet import remark_line, remark_lines
from screens.words_page import WordsPage
from zlp_tui.conversation.desk import Desk
from zlp_tui.conversation.living import RemarkLine
from zlp_tui.i18n import Catalogue, message
from zlp_tui.plan.view import RemarkKind

NICE: Final = "nice-moment"
REMARK: Final = "remark"


class RemarksScreen(WordsPage):
    """All remarks. `about` is a line of the plan that somebody wants to say something about right now."""

    help_page = "remarks"
    route = "remarks"
    ACTIONS = (
        SAVE_WORDS, CHOOSE,
        Action("new-nice-moment", message("A nice moment"), "begin('nice-moment')", "m"),
        Action("new-remark", message("A remark"), "begin('remark')", "o"),
        UNDO, HELP, BACK,
    )

    def __init__(self, desk: Desk, say: Catalogue, navigator: Navigator, about: str | None = None) -> None:
        super().__init__(desk, say, navigator)
        self.mode: Literal["list", "kind", "words", "one", "done-with"] = "list" if about is None else "kind"
        self.remarks: tuple[RemarkLine, ...] = ()
        self.kind: RemarkKind = "remark"
        self.about = about
        self.ref = ""

    def heading(self) -> str:
        return self.say("Remarks and nice moments")

    @property
    def one(self) -> RemarkLine | None:
        """The remark that is being looked at."""
        return next((remark for remark in self.remarks if remark.ref == self.ref), None)

    # what stands on the screen

    def told(self) -> tuple[LineItem, ...]:
        self.remarks = self.desk.over_time.remarks()
        one = self.one
        if self.mode in ("one", "done-with") and one is not None:
            return remark_lines(one, self.say)
        if self.mode in ("kind", "words") and self.about is not None:
            return self.line_of(self.about)
        return ()

    def asked(self) -> str:
        say = self.say
        if self.mode == "words":
            return say("Which moment was nice?") if self.kind == NICE else say("What should be heard?")
        return {"kind": say("What is it?"), "done-with": say("What was done with it?")}.get(self.mode, "")

    def sheet(self) -> Sheet:
        if self.mode == "kind":
            return RowsSheet(self._kinds())
        return RowsSheet(self._about_one() if self.mode == "one" else self._all())

    def _kinds(self) -> tuple[LineItem, ...]:
        say = self.say
        return (
            LineItem(say("A nice moment"), NICE, note=say("Something that was good.")),
            LineItem(say("A remark"), REMARK, note=say("Something that should be heard.")),
        )

    def _all(self) -> tuple[LineItem, ...]:
        say = self.say
        waiting = [remark for remark in self.remarks if remark.open]
        others = [remark for remark in self.remarks if not remark.open]
        if not self.remarks:
            return (LineItem(say("What was nice, or what should be heard?"), look="here"), *self._kinds())
        return (
            *((LineItem(say("Still open"), look="here"),) if waiting else ()),
            *self._apart(waiting),
            *((LineItem(say("Talked about"), look="here"),) if others else ()),
            *self._apart(others),
        )

    def _apart(self, remarks: Sequence[RemarkLine]) -> Iterator[LineItem]:
        """Remarks under each other, each of several lines; with white between them."""
        for number, remark in enumerate(remarks):
            if number:
                yield LineItem("")
            yield remark_line(remark, self.say)

    def _about_one(self) -> tuple[LineItem, ...]:
        say, one = self.say, self.one
        if one is None:
            return ()
        again = say("Say differently what was done with it") if one.done_with else say("Say what was done with it")
        told = LineItem(say("This was told today"), "told", note=say("to {name}", name=one.quote.by))
        return (
            LineItem(again, "done-with"),
            *((told,) if one.done_with and one.told_back_on is None else ()),
            *((LineItem(say("Look at the line it is about"), "about"),) if one.about is not None else ()),
            LineItem(say("Take it back"), "withdraw", by=say("the old words are kept")),
        )

    # choosing

    def chosen(self, ref: str) -> None:
        if self.mode == "one":
            self._do(ref)
        elif ref in (NICE, REMARK):
            self.begin("nice-moment" if ref == NICE else "remark")
        else:
            self.ref, self.mode = ref, "one"
            self.choosing()

    def begin(self, kind: RemarkKind) -> None:
        """Leave one: type the words."""
        self.kind, self.mode = kind, "words"
        self.notice.clear()
        self.begin_typing("remark", self.about)

    def _do(self, what: str) -> None:
        one = self.one
        if what == "done-with":
            self.mode = "done-with"
            self.notice.clear()
            self.begin_typing("done-with", self.ref)
        elif what == "told":
            if self.attempt(lambda: self.desk.follow_up.told_back(self.ref)):
                self.look(self.say("Saved"))
        elif what == "withdraw":
            if self.attempt(lambda: self.desk.withdraw(self.ref)):
                self.mode = "list"
                self.look(self.say("Taken back. The words are kept."))
        elif one is not None and one.about is not None:
            self.navigator.navigate(TRACE, one.about.ref)

    def keep(self) -> None:
        follow_up, text = self.desk.follow_up, self.field.text
        if self.mode == "words":
            kept = self.kept(lambda: follow_up.leave(self.kind, text, self.about))
        else:
            kept = self.kept(lambda: follow_up.done_with(self.ref, text))
        if kept is None:
            return
        self.mode = "list" if self.mode == "words" else "one"
        self.about = None
        self.look(self.kept_words(kept), kept.refs[0] if kept.refs and self.mode == "list" else None)

    def action_back(self) -> None:
        """One step back; from the list to where we came from. What is typed stays."""
        was = self.mode
        self.stop_typing()
        if was in ("list", "kind"):
            self.navigator.back()
            return
        self.mode = "one" if was == "done-with" else "kind" if was == "words" and self.about else "list"
        self.choosing(self.ref if self.mode == "list" else None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "begin":
            return self.mode == "list"
        return super().check_action(action, parameters)

    def action_begin(self, kind: RemarkKind) -> None:
        self.begin(kind)
