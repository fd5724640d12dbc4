"""What `StatementScreen` shows of a statement or a person, and the commands for it."""

from __future__ import annotations

from dataclasses import dataclass

from screens.bases.base_list_screen import name_of
from screens.follow_up.agreement_parts import part_titles
from screens.parts.line_layout import LineItem, RowsSheet, Sheet
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.filed_lines import FiledLine, filed_line
from zlp_tui.conversation.ports.plan_pages import TraceStep
from zlp_tui.errors import NotFound
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Agreement, Goal, Person, Place, Statement


@dataclass(frozen=True, slots=True)
class StatementPresenter:
    """What somebody said, or somebody of the plan, by id."""

    desk: Desk
    tr: Catalogue
    ref: str

    @property
    def statement(self) -> Statement | None:
        """The statement, while it stands in the plan."""
        return next((s for s in self.desk.view.live_statements if s.id == self.ref), None)

    @property
    def agreement(self) -> Agreement | None:
        """The agreement, while it is in force."""
        return next((agreed for agreed in self.desk.view.active_agreements() if agreed.id == self.ref), None)

    @property
    def goal(self) -> Goal | None:
        """The goal, while it is worked on or waits."""
        return next((goal for goal in self.desk.view.open_goals() if goal.id == self.ref), None)

    @property
    def filed(self) -> FiledLine | None:
        """The line, where the part of life it belongs to can be said."""
        return filed_line(self.desk.view, self.ref)

    @property
    def domain(self) -> str | None:
        """The part of life it belongs to."""
        return self.filed.domain if self.filed is not None else None

    @property
    def person(self) -> Person | None:
        """Who it is, where the line is somebody of the plan."""
        return next((p for p in self.desk.view.people if p.id == self.ref), None)

    @property
    def speaker(self) -> Person | None:
        """Whose words it is: only they change them. None for a line that is nobody's words."""
        return self.desk.speaker_of(self.ref)

    @property
    def is_changeable(self) -> bool:
        """Whether who said it is here, so that it can be said differently or taken back."""
        return self.speaker is None or self.speaker in self.desk.present

    def asks_speaker(self) -> bool:
        """Whether the speaker is here while somebody else speaks now, so that they are asked first."""
        return self.speaker is not None and self.speaker.id != self.desk.voice.id

    @property
    def standing(self) -> str:
        """The words that can be said differently, as they stand; empty where there are none."""
        if self.statement is not None:
            return self.statement.text
        if self.agreement is not None:
            return self.agreement.want
        if self.goal is not None:
            return self.goal.text
        return self.person.name if self.person is not None else ""

    @property
    def asks(self) -> str:
        """What is asked before it is said differently."""
        if self.agreement is not None:
            return self.tr("What do we agree now?")
        return self.tr("How should it be?") if self.person is None else self.tr("What is the right name?")

    @property
    def step(self) -> TraceStep | None:
        """Where it comes from; None when it is no longer in the plan."""
        try:
            return self.desk.trace(self.ref)[0]
        except NotFound:
            return None

    def told(self, *, briefly: bool, closed: bool = False) -> tuple[LineItem, ...]:
        """The words, and unless `briefly` when they were said, what was asked and what stood there before. Of what was
        `closed` just now only that something stands here, where not everybody may read it."""
        step, tr = self.step, self.tr
        if step is None and closed:
            return (LineItem(tr("Something stands here that not everybody at the table may read."), look="quiet"),)
        if step is None:
            return (LineItem(tr("This line is no longer in the plan."), look="quiet"),)
        text = f"“{step.text}”" if self.person is None else step.text
        words = (LineItem(step.what, look="strong"), LineItem(""), LineItem(text, by=step.by, look="quote"))
        if briefly:
            return words
        domain = self._domain_title()
        gone = not self.stands and self.ref != self.desk.view.client
        return (
            *((LineItem(tr("This line is no longer in the plan."), look="here"), LineItem("")) if gone else ()),
            *words,
            LineItem(""),
            *([LineItem(step.on, look="quiet")] if step.on else []),
            *([LineItem(tr("Asked was: {question}", question=step.asked), look="quiet")] if step.asked else []),
            *([LineItem(tr("Belongs to: {domain}", domain=domain), look="quiet")] if domain else []),
            *(LineItem(tr("Before: {words}", words=words), look="quiet") for words in step.history),
            *(LineItem(words, look="strong") for words in step.beside),
        )

    def _domain_title(self) -> str:
        return next((d.title for d in self.desk.domains() if d.id == self.domain), "")

    def what_can_be_done(self) -> Sheet:
        """All that can be done with it, the most likely first."""
        tr, statement, step = self.tr, self.statement, self.step
        stands = self.stands and self.ref != self.desk.view.client
        anew = LineItem(tr("Agree differently") if self.agreement else tr("Say it differently"), "anew")
        by = LineItem(tr("Somebody else said this"), "voice")
        belongs = LineItem(tr("What does this belong to?"), "domain")
        back = LineItem(tr("Take it back"), "withdraw", by=tr("the old words are kept"))
        return RowsSheet((
            *((anew,) if self.standing and self.is_changeable else ()),
            *self._parts(),
            *((by,) if statement is not None and self.is_changeable else ()),
            *((belongs,) if self.filed is not None and self.is_changeable else ()),
            *((LineItem(tr("This is not needed any more"), "no-longer"),) if self.agreement or self.goal else ()),
            *((back,) if stands and self.is_changeable else ()),
            *((self._only_for_me(),) if self.stands and self.decides_who_reads else ()),
            *((LineItem(tr("Talk about this"), "talk"),) if step is not None and step.place is not None else ()),
            *((LineItem(tr("Where does this come from?"), "trace"),) if stands and self.person is None else ()),
            *(self._say_of_it() if stands and self.person is None else ()),
        ))

    @property
    def decides_who_reads(self) -> bool:
        """Whether who speaks or types may close these words to others: whose plan it is, and who said them."""
        if self.speaker is None:
            return False
        here = {self.desk.voice.id, *((self.desk.keyboard_user.id,) if self.desk.keyboard_user else ())}
        return bool(here & {self.desk.view.client, self.speaker.id})

    @property
    def is_closed(self) -> bool:
        """Whether only the client and who said it may read it."""
        return self.desk.is_closed(self.ref)

    def _only_for_me(self) -> LineItem:
        if self.is_closed:
            return LineItem(self.tr("No longer only for me"), "only-for-me")
        return LineItem(self.tr("Only for me"), "only-for-me", by=self.tr("others do not read this"))

    def _parts(self) -> tuple[LineItem, ...]:
        """What of an agreement can be changed by itself, where the script asks it."""
        return tuple(
            LineItem(title, f"part/{part}", by=self.tr("only this changes"))
            for part, title in part_titles(self.tr).items()
            if self.desk.place_of_part(part, self.ref) is not None
        )

    def place_of_part(self, wanted: str) -> Place | None:
        """Where one of those is asked."""
        part = next((part for part in part_titles(self.tr) if part == wanted), None)
        return self.desk.place_of_part(part, self.ref) if part is not None else None

    def _say_of_it(self) -> tuple[LineItem, ...]:
        """What somebody at the table may say of the line itself."""
        tr = self.tr
        view = self.desk.view
        groups = (view.live_statements, view.goals, view.choices, view.agreements)
        not_met = LineItem(tr("This cannot be done now"), "not-met")
        remark = tr("A remark or a nice moment")
        beside = LineItem(tr("I say this beside it"), "remark", by=remark.lower())
        return (
            LineItem(tr("I do not agree"), "disagree"),
            *((not_met,) if any(line.id == self.ref for lines in groups for line in lines) else ()),
            beside if self.statement else LineItem(remark, "remark"),
        )

    @property
    def stands(self) -> bool:
        """Whether it is in the plan now: neither taken back nor undone."""
        return self.statement is not None or (self.step is not None and not self._was_said())

    def _was_said(self) -> bool:
        return any(s.id == self.ref for s in self.desk.view.statements)

    def say_it_yourself(self, what: str) -> Sheet:
        """Whether the speaker says it themselves, before `what` is done with their words."""
        name = self.speaker.called if self.speaker is not None else ""
        return RowsSheet((
            LineItem(self.tr("{name}, do you say this yourself?", name=name), look="here"),
            LineItem(self.tr("Yes, {name} says so", name=name), f"own/{what}"),
            LineItem(self.tr("No"), "own/"),
        ))

    def voices(self) -> Sheet:
        """Everybody here who may have said it."""
        statement = self.statement
        said_by = statement.voice.id if statement is not None else None
        now_here = self.tr("now here")
        people = (
            LineItem(name_of(self.desk, person.id), f"voice/{person.id}", by=now_here if person.id == said_by else "")
            for person in self.desk.present
        )
        return RowsSheet((LineItem(self.tr("Who said this?"), look="here"), *people))

    def domains(self) -> Sheet:
        """All life domains it may belong to."""
        here = self.domain
        return RowsSheet((
            LineItem(self.tr("What does this belong to?"), look="here"),
            *(
                LineItem(domain.title, f"domain/{domain.id}", by=self.tr("now here") if domain.id == here else "")
                for domain in self.desk.domains()
            ),
            LineItem(self.tr("To nothing in particular"), "domain/"),
        ))
