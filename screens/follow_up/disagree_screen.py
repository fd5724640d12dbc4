"""`DisagreeScreen`: disagreements with a line of the plan, where to go with them, how they ended (L38, M08)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, get_args

from screens.bases.base_list_screen import name_of
from screens.follow_up.base_entry_screen import BaseEntryScreen
from screens.navigation.navigator import Navigator
from screens.navigation.routes import TRACE
from screens.parts.actions import BACK, CHOOSE, HELP, HELP_TOO, REDO, SAVE_WORDS, UNDO
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from screens.sheets.disagreements_sheet import disagreement_line, disagreement_lines
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.follow_up import DisagreementLine
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import DisagreementRoute

NEW: Final = "new"
NOWHERE: Final = "nowhere"
NOBODY: Final = "nobody"
TOGETHER: Final = "together/"


class DisagreeScreen(BaseEntryScreen):
    """Who does not agree with one line; without `about`, with any line. The line itself stays as it is."""

    help_page = "disagree"
    route = "disagree"
    ACTIONS = (SAVE_WORDS, CHOOSE, UNDO, REDO, HELP, HELP_TOO, BACK)

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator, about: str | None = None) -> None:
        super().__init__(desk, tr, navigator)
        self.mode: Literal["list", "words", "routes", "people", "selected", "ended"] = "list"
        self.about = about
        self.lines: tuple[DisagreementLine, ...] = ()
        self.ref = ""

    def start(self) -> None:
        self.lines = self.desk.history.disagreements(self.about)
        typed = self.about is not None and self.desk.follow_up.draft("disagree", self.about)
        super().start()
        if self.about is not None and (typed or not self.lines):
            self.once_known(self.type_disagreement)

    def follow(self, to: Callable[[str], str]) -> None:
        self.about = self.about and to(self.about)

    def heading(self) -> str:
        return self.tr("I do not agree")

    @property
    def selected(self) -> DisagreementLine | None:
        """The disagreement that is being looked at."""
        return next((line for line in self.lines if line.ref == self.ref), None)

    # what stands on the screen

    def subject(self) -> tuple[LineItem, ...]:
        self.lines = self.desk.history.disagreements(self.about)
        disagreement = self.selected
        if self.mode in ("selected", "routes", "people", "ended") and disagreement is not None:
            return disagreement_lines(disagreement, self.tr)
        return self.line_of(self.about) if self.about is not None else ()

    def prompt(self) -> str:
        tr = self.tr
        return {
            "words": tr("What do you not agree with?"),
            "routes": tr("Where do you want to go with this?"),
            "people": tr("Whom is it about?"),
            "ended": tr("How did it end?"),
        }.get(self.mode, "")

    def asks_answer(self) -> bool:
        return self.mode in ("routes", "people")

    def sheet(self) -> Sheet:
        if self.mode == "routes":
            routes = self.desk.follow_up.routes()
            note = self.tr("It is written down. That is enough.")
            nowhere = LineItem(self.tr("Nowhere for now"), NOWHERE, note=note)
            others = (LineItem(route.title, route.id, note=route.hint) for route in routes)
            return RowsSheet((*self._whose_words(), *others, nowhere))
        if self.mode == "people":
            people = (LineItem(person.called, person.id) for person in self.desk.view.people)
            return RowsSheet((*people, LineItem(self.tr("Nobody in particular"), NOBODY)))
        return RowsSheet(self._about_selected() if self.mode == "selected" else self._all())

    def _whose_words(self) -> tuple[LineItem, ...]:
        """Who said the line, and the client: with them one can talk right away."""
        disagreement = self.selected
        if disagreement is None or disagreement.about is None:
            return ()
        names = dict.fromkeys((disagreement.about.by, name_of(self.desk, self.desk.view.client)))
        note = self.tr("Talk about it together. Here it can be said later how it ended.")
        return tuple(
            LineItem(name, f"{TOGETHER}{name}", note=note) for name in names if name not in ("", disagreement.quote.by)
        )

    def _all(self) -> tuple[LineItem, ...]:
        tr = self.tr
        lines = tuple(disagreement_line(line, tr, about=self.about is None) for line in self.lines)
        if self.about is not None:
            return (*lines, LineItem(tr("I do not agree either") if lines else tr("I do not agree"), NEW))
        return lines or (
            LineItem(tr("Nobody said so yet."), look="quiet"),
            LineItem(tr("Choose a line of the plan. There it can be said."), look="quiet"),
        )

    def _about_selected(self) -> tuple[LineItem, ...]:
        tr, disagreement = self.tr, self.selected
        if disagreement is None:
            return ()
        return (
            *((LineItem(tr("Go somewhere with this"), "routes"),) if disagreement.ended_on is None else ()),
            LineItem(tr("Say whom it is about"), "people", by=disagreement.person),
            LineItem(tr("Say how it ended"), "ended"),
            *((LineItem(tr("Look at the line it is about"), "line"),) if disagreement.about is not None else ()),
            LineItem(tr("Take it back"), "withdraw", by=tr("the old words are kept")),
        )

    # choosing

    def type_disagreement(self) -> None:
        """Say that one does not agree with the line."""
        self.mode = "words"
        self.start_typing("disagree", self.about)

    def chosen(self, ref: str) -> None:
        if self.mode == "routes":
            self._take_to(ref)
        elif self.mode == "people":
            self.once_known(lambda: self._keep_person(None if ref == NOBODY else ref))
        elif self.mode == "selected":
            self._do(ref)
        elif ref == NEW:
            self.once_known(self.type_disagreement)
        else:
            self.ref, self.mode = ref, "selected"
            self.show_list()

    def _do(self, what: str) -> None:
        disagreement = self.selected
        if what == "routes":
            self.mode = "routes"
            self.show_list()
        elif what == "people":
            self.mode = "people"
            self.show_list()
        elif what == "ended":
            self.once_known(self._type_ended)
        elif what == "withdraw":
            self.take_back(self.ref, self._to_list)
        elif disagreement is not None and disagreement.about is not None:
            self.navigator.navigate(TRACE, disagreement.about.ref)

    def _to_list(self) -> None:
        self.mode = "list"

    def _take_to(self, ref: str) -> None:
        route = next((route for route in get_args(DisagreementRoute) if route == ref), None)
        if ref.startswith(TOGETHER):
            self.mode = "selected"
            self.show_list()
            self.notice.show(self.tr("Talk about it together. Here it can be said later how it ended."))
        elif route is None:
            self.mode = "selected"
            self.show_list()
        else:
            self.once_known(lambda: self._keep_route(route))

    def _keep_route(self, route: DisagreementRoute) -> None:
        kept = self.save(lambda: self.desk.follow_up.take_to(self.ref, route))
        if kept is not None:
            self.mode = "selected"
            self.show_saved(kept)

    def _keep_person(self, person: str | None) -> None:
        kept = self.save(lambda: self.desk.follow_up.is_about(self.ref, person))
        if kept is not None:
            self.mode = "selected"
            self.show_saved(kept)

    def _type_ended(self) -> None:
        self.mode = "ended"
        self.notice.clear()
        self.start_typing("ended", self.ref)

    def save_words(self) -> None:
        follow_up, text, about = self.desk.follow_up, self.field.text, self.about
        if self.mode == "words" and about is not None:
            kept = self.save(lambda: follow_up.disagree(about, text))
        else:
            kept = self.save(lambda: follow_up.ended(self.ref, text))
        if kept is None:
            return
        if self.mode == "words":
            self.ref = kept.refs[0] if kept.refs else ""
        self.mode = "routes" if self.mode == "words" else "selected"
        self.show_saved(kept)

    def undo(self) -> None:
        super().undo()
        if self.mode in ("selected", "routes", "people") and self.selected is None:
            self.mode = "list"
            self.show_all()

    def action_back(self) -> None:
        """One step back; from the list, or from words about a line that all agree with, to where we came from."""
        was = self.mode
        self.stop_typing()
        if was == "list" or (was == "words" and not self.lines):
            self.navigator.back()
            return
        self.mode = "selected" if was in ("ended", "routes", "people") else "list"
        self.show_list(self.ref if self.mode == "list" else None)
