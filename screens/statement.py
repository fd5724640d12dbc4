"""One line of the plan on its own: say it differently, take it back, or say what it belongs to. Old words stay.

Somebody of the plan is such a line too: said differently is the name as it should be.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from screens.doors import Doors
from screens.parts.actions import Action
from screens.parts.column import Column
from screens.parts.drafting import DraftKeeper
from screens.parts.lines import Lines
from screens.parts.sheet import Line, Rows, Sheet
from screens.plan_page import PlanPage, called
from screens.steps.words import AnswerField
from zlp_tui.conversation.desk import Desk, Kept, TraceStep
from zlp_tui.errors import NotFound
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Person, Statement
from zlp_tui.text import LIMIT


class StatementScreen(PlanPage):
    """What was said, and what one can do with it. `changed` is called when something became of it."""

    DEFAULT_CSS = """
    StatementScreen {
        & #words { height: auto; max-height: 60%; margin-top: 1; }
        & #how { height: auto; padding: 1 2 0 2; color: $primary; text-style: bold; }

    }
    """
    help_page = "plan"

    def __init__(
        self, desk: Desk, say: Catalogue, doors: Doors, ref: str, changed: Callable[[], None] = lambda: None
    ) -> None:
        super().__init__(desk, say, doors)
        self.ref = ref
        self._changed = changed
        self._mode: Literal["look", "anew", "domain", "voice"] = "look"
        self.words = Lines(id="words")
        self.how = Static(id="how", markup=False)
        self.drafts = DraftKeeper(lambda wait, call: self.set_timer(wait, call), self._keep_draft)
        self.field = AnswerField(said=self.correct, typed=self.drafts.touch, too_much=self._too_much, id="anew")

    def body(self) -> ComposeResult:
        with Column():
            yield self.words
            yield self.how
            yield self.field
            yield self.notice
            yield self.list

    def arrive(self) -> None:
        if self.standing and self.desk.draft(anew=self.ref):
            self.begin_anew()
        else:
            self.list.focus()

    @property
    def statement(self) -> Statement | None:
        """The statement, while it stands in the plan."""
        return next((s for s in self.desk.view.live_statements if s.id == self.ref), None)

    @property
    def person(self) -> Person | None:
        """Who it is, where the line is somebody of the plan."""
        return next((p for p in self.desk.view.people if p.id == self.ref), None)

    @property
    def standing(self) -> str:
        """The words that can be said differently, as they stand; empty where there are none."""
        if self.statement is not None:
            return self.statement.text
        return self.person.name if self.person is not None else ""

    def heading(self) -> str:
        return self.say("This was said")

    def show_all(self, select: str | None = None) -> None:
        how = self.say("How should it be?") if self.person is None else self.say("What is the right name?")
        with self.app.batch_update():
            self.how.update(Content(how))
            self.how.display = self.field.display = self._mode == "anew"
            self.list.display = self._mode != "anew"
            self.words.show(Rows(self._said()))
            super().show_all(select)

    def _step(self) -> TraceStep | None:
        try:
            return self.desk.trace(self.ref)[0]
        except NotFound:
            return None

    def _said(self) -> tuple[Line, ...]:
        step, say = self._step(), self.say
        if step is None:
            return (Line(say("This line is no longer in the plan."), look="quiet"),)
        text = f"“{step.text}”" if self.person is None else step.text
        words = (Line(step.what, look="strong"), Line(""), Line(text, by=step.by, look="quote"))
        if self._mode == "anew":
            return words
        domain = self._domain_title()
        return (
            *words,
            Line(""),
            *([Line(step.on, look="quiet")] if step.on else []),
            *([Line(say("Asked was: {question}", question=step.asked), look="quiet")] if step.asked else []),
            *([Line(say("Belongs to: {domain}", domain=domain), look="quiet")] if domain else []),
            *(Line(say("Before: {words}", words=words), look="quiet") for words in step.history),
        )

    def _domain_title(self) -> str:
        statement = self.statement
        if statement is None or statement.domain is None:
            return ""
        return next((d.title for d in self.desk.domains() if d.id == statement.domain), "")

    def sheet(self) -> Sheet:
        if self._mode == "domain":
            return self._domains()
        if self._mode == "voice":
            return self._voices()
        say, statement, step = self.say, self.statement, self._step()
        stands = statement is not None or (step is not None and not self._was_said())
        stands = stands and self.ref != self.desk.view.client
        anew = Line(say("Say it differently"), "anew")
        by = Line(say("Somebody else said this"), "voice")
        belongs = Line(say("What does this belong to?"), "domain")
        back = Line(say("Take it back"), "withdraw", by=say("the old words are kept"))
        return Rows((
            *((anew,) if self.standing else ()),
            *((by, belongs) if statement is not None else ()),
            *((back,) if stands else ()),
            *((Line(say("Talk about this"), "talk"),) if step is not None and step.place is not None else ()),
            *((Line(say("Where does this come from?"), "trace"),) if stands and self.person is None else ()),
        ))

    def _was_said(self) -> bool:
        return any(s.id == self.ref for s in self.desk.view.statements)

    def _voices(self) -> Sheet:
        statement = self.statement
        said_by = statement.voice.id if statement is not None else None
        now_here = self.say("now here")
        people = (
            Line(called(self.desk, person.id), f"voice/{person.id}", by=now_here if person.id == said_by else "")
            for person in self.desk.view.people
        )
        return Rows((Line(self.say("Who said this?"), look="here"), *people))

    def _domains(self) -> Sheet:
        statement = self.statement
        here = statement.domain if statement is not None else None
        return Rows((
            Line(self.say("What does this belong to?"), look="here"),
            *(
                Line(domain.title, f"domain/{domain.id}", by=self.say("now here") if domain.id == here else "")
                for domain in self.desk.domains()
            ),
            Line(self.say("To nothing in particular"), "domain/"),
        ))

    def chosen(self, ref: str) -> None:
        match ref.split("/"):
            case ["anew"]:
                self.begin_anew()
            case ["domain"]:
                self._mode = "domain"
                statement = self.statement
                self.show_all(select=f"domain/{statement.domain}" if statement and statement.domain else None)
            case ["voice"]:
                self._mode = "voice"
                statement = self.statement
                self.show_all(select=f"voice/{statement.voice.id}" if statement else None)
            case ["voice", person]:
                self.is_of(person)
            case ["domain", domain]:
                self.tag(domain or None)
            case ["withdraw"]:
                self.withdraw()
            case ["talk"]:
                step = self._step()
                self.doors.open_talk(step.place if step is not None else None)
            case _:
                self.doors.open_trace(self.ref)

    def begin_anew(self) -> None:
        """Type the words as they should be; what was typed earlier and not said is there again."""
        if not self.standing:
            return
        self._mode = "anew"
        with self.app.batch_update():
            self.notice.hush()
            self.field.put(self.desk.draft(anew=self.ref) or self.standing)
            self.show_all()
            self.field.focus()

    def correct(self) -> None:
        """Keep the words as they stand in the field; the old ones are kept too."""
        old, kept = self.ref, list[Kept]()
        say_anew = self.desk.correct if self.person is None else self.desk.rename
        if not self.attempt(lambda: kept.append(say_anew(old, self.field.text))):
            return
        self.drafts.forget()
        self.attempt(lambda: self.desk.keep_draft("", anew=old))
        self.ref = kept[0].refs[0] if kept[0].refs else self.ref
        self._look(self._kept_words(kept[0]))

    def _kept_words(self, kept: Kept) -> str:
        if kept.cut_to is None:
            return self.say("Saved")
        return self.say("Saved, but only the first {count} characters", count=kept.cut_to)

    def is_of(self, person: str) -> None:
        """These are somebody else's words."""
        kept = list[Kept]()
        if self.attempt(lambda: kept.append(self.desk.said_by(self.ref, person))):
            self.ref = kept[0].refs[0] if kept[0].refs else self.ref
            self._look(self.say("Saved"))

    def tag(self, domain: str | None) -> None:
        """Say which life domain it belongs to, or none."""
        if self.attempt(lambda: self.desk.tag(self.ref, domain)):
            self._look(self.say("Saved"))

    def withdraw(self) -> None:
        """Take it back; one key brings it back again."""
        if self.attempt(lambda: self.desk.withdraw(self.ref)):
            self._look(self.say("Taken back. The words are kept."))

    def _look(self, message: str) -> None:
        """Back to looking at it, after something changed."""
        self._mode = "look"
        with self.app.batch_update():
            self.show_all()
            self.notice.say(message, self.say("Undo"), self.undo)
            self.list.focus()
        self._changed()

    def undo(self) -> None:
        before = {s.id: s.replaces for s in self.desk.view.statements}
        super().undo()
        older = before.get(self.ref)
        if self.statement is None and older is not None:
            self.ref = older
            self.show_all()
        self._changed()

    def leave(self) -> None:
        """From typing or picking back to looking; from looking back to where we came from. Typed text is kept."""
        if self._mode == "look":
            self.doors.back()
            return
        self.drafts.flush()
        self._mode = "look"
        with self.app.batch_update():
            self.show_all()
            self.list.focus()

    # what is typed and not yet said
    def _keep_draft(self) -> None:
        stands, text = self.standing, self.field.text
        if stands:
            self.attempt(lambda: self.desk.keep_draft("" if text == stands else text, anew=self.ref))

    def keep_all(self) -> None:
        """Write what is typed and not yet written."""
        self.drafts.flush()

    def _too_much(self) -> None:
        self.notice.refuse(self.say("More than {count} characters do not fit here", count=LIMIT))

    def actions(self) -> tuple[Action, ...]:
        say = self.say
        if self._mode == "anew":
            return (
                Action("say", say("Keep it like this"), self.correct, (), "Enter", main=True),
                self.help_action(),
                Action("back", say("Back"), self.leave, ("escape",), "Esc"),
            )
        return (
            Action("choose", say("Do this"), self.list.action_choose, (), "Enter", main=True),
            self.undo_action(),
            self.help_action(),
            Action("back", say("Back"), self.leave, ("escape",), "Esc"),
        )
