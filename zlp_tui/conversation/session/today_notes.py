"""`TodayNotes`: the list of today over all plans, and the notes that one person makes of it (decision 0039)."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Final

from zlp_tui.conversation.asking.accepted_names import person_called
from zlp_tui.conversation.ports.today_in_plans import (
    AgreedLine,
    AgreedPart,
    NotedToday,
    PlanDue,
    PlanNews,
    TodayInPlans,
)
from zlp_tui.conversation.ports.turn import Selectable
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.loaded_plan import LoadedPlan, today
from zlp_tui.conversation.session.plan_history import PlanHistory
from zlp_tui.conversation.session.plan_list_today import AgreedRow, PlanToday, agreed_rows, plans_today, takes_part
from zlp_tui.conversation.telling.due.due_titles import due_parts
from zlp_tui.conversation.telling.today_text import not_told, noted_today, part_title, place_of, who_does
from zlp_tui.due.due_dates import due, weightiest
from zlp_tui.due.figures import Rules
from zlp_tui.errors import Refused, Unreadable
from zlp_tui.i18n import Catalogue
from zlp_tui.names import meaning_of
from zlp_tui.plan.access import Grants
from zlp_tui.plan.view import Because, Done
from zlp_tui.script.script import Script
from zlp_tui.script.wording import worded
from zlp_tui.store.people_called import people_with_news, typed_last
from zlp_tui.store.plan_list_rows import dated_rows_in
from zlp_tui.store.plan_stores import PlanStores
from zlp_tui.text import clean_name, folded

KNOWN: Final = 9
"""How many names are proposed for who looks: a digit chooses each."""
NEWS: Final = 30
"""Of how many plans at most it is told what is new: for each its lines are read."""


class TodayNotes:
    """Implements `NotesOfToday` on all plans. `open_beside` opens a plan to note something in it, also while another
    window has it."""

    def __init__(
        self, *, stores: PlanStores, script: Script, tr: Catalogue, clock: Callable[[], datetime],
        rules: Callable[[], Mapping[str, Rules]], grants: Grants, open_beside: Callable[[str], DeskSession],
    ) -> None:
        self._stores = stores
        self._script = script
        self._tr = tr
        self._clock = clock
        self._rules = rules
        self._grants = grants
        self._open_beside = open_beside
        self._desks: dict[str, DeskSession] = {}
        """The plans in which something was noted, so that it can be undone; others may write them meanwhile."""
        self._noted: list[str] = []
        """In which plan each note was made, by id, the last one last."""
        self._writer = ""

    # who looks

    @property
    def writer(self) -> str:
        """The name of who looks and notes; empty until that is said."""
        return self._writer

    def known_writers(self) -> tuple[Selectable, ...]:
        """Who may be meant, by name: who typed last first, then who does something today."""
        with self._stores.listing() as session:
            last = typed_last(session, KNOWN)
        does = (helper.name for found in self._plans() for step in found.agreed for helper in step.who)
        names: dict[str, str] = {}
        for name in (*last, *does):
            names.setdefault(folded(name), name)
        told = self._tr("typed the last time too")
        return tuple(
            Selectable(name, name, told if name in last[:1] else "") for name in list(names.values())[:KNOWN]
        )

    def write_as(self, name: str) -> None:
        """From now on this person looks and notes; `Refused` for what is no name."""
        typed = clean_name(name)
        if not typed:
            raise Refused("Please type a name.")
        if meaning_of(typed, self._script.locale) != "name":
            raise Refused("“{name}” is not a name.", name=typed)
        self._writer = typed

    # the list

    def today(self) -> TodayInPlans:
        """What is agreed for today in all plans that go on, what is due, and what is new for who looks."""
        plans = self._plans()
        rows = agreed_rows(plans, first=self._writer)
        private = self._script.sensitive_domains
        parts = tuple(
            AgreedPart(part_title(self._tr, of_part[0].part), tuple(self._line(row, private) for row in of_part))
            for _, group in groupby(rows, key=lambda row: place_of(row.part)) for of_part in (tuple(group),)
        )
        unread = tuple(found.plan.full_name for found in plans if found.facts.unreadable)
        return TodayInPlans(parts, tuple(self._due(plans)), tuple(self._news(plans)), unread)

    def _plans(self) -> tuple[PlanToday, ...]:
        with self._stores.listing() as session:
            return plans_today(session, dated_rows_in(session), today(self._clock), self._tr, self._grants)

    def _line(self, row: AgreedRow, private: Container[str | None]) -> AgreedLine:
        plan, part, step = row
        hidden, tr = step.domain in private, self._tr
        return AgreedLine(
            f"{part}/{plan.id}/{step.step}", plan.id, plan.full_name, step.agreement,
            not_told(tr) if hidden else step.what, who_does(tr, step), noted_today(tr, step.done), step.done,
            own=bool(self._writer) and takes_part(step, self._writer), private=hidden,
        )

    def _due(self, plans: Sequence[PlanToday]) -> Iterator[PlanDue]:
        """Of each plan the weightiest date that has come; a look back before others, then the earliest."""
        day, rules, found = today(self._clock), self._rules(), []
        for plan, facts, _ in plans:
            come = [item for item in due(facts, rules, day) if item.on <= day.isoformat()]
            first = weightiest(come, day)
            if first is not None:
                title, when = due_parts(self._tr, first.what, first.because, first.on, day)
                told = PlanDue(plan.id, plan.full_name, title, when, len(come) - 1)
                found.append((first.what != "evaluation", first.on, folded(plan.name), told))
        yield from (told for *_, told in sorted(found, key=lambda weighed: weighed[:3]))

    def _news(self, plans: Sequence[PlanToday]) -> Iterator[PlanNews]:
        """What others added or changed since who looks was there last, in the plans that know them."""
        names = {found.plan.id: found.plan.full_name for found in plans}
        with self._stores.listing() as session:
            known = people_with_news(session, folded(self._writer), NEWS) if self._writer else ()
        for plan, person in known:
            try:
                loaded = LoadedPlan(
                    store=self._stores.store_of(plan), script=self._script, tr=self._tr, plan_id=plan,
                    clock=self._clock, grants=self._grants,
                )
            except Unreadable:
                continue  # it is named among those that cannot be read
            loaded.seats.sit_at_keyboard(person)
            new = PlanHistory(loaded, self._rules).new_since()
            if new.count:
                yield PlanNews(plan, names.get(plan, ""), new.count, new.since)

    # notes

    def reasons(self) -> tuple[Selectable, ...]:
        """Why something did not happen, as the script words it (L63)."""
        options = next((found for step in self._script.steps if (found := step.options_of("because"))), ())
        return tuple(Selectable(r.id, worded(r.title, client="u"), worded(r.hint, client="u")) for r in options)

    def note(
        self, line: AgreedLine, *, done: Done | None = None, because: Because | None = None, text: str = ""
    ) -> NotedToday:
        """Note how it went today, in the name of the writer; no conversation begins."""
        if not self._writer:
            raise Refused("Say first who is at the keyboard.")
        if line.private:
            raise Refused("This is private. Open the plan to note something about it.")
        desk = self._desk(line.plan)
        joined = self._seated(desk)
        noted = desk.note_in_passing(line.agreement, done, because, text)
        self._noted.append(line.plan)
        return NotedToday(joined, noted.look_at is not None, noted.kept.cut_to is not None)

    def undo(self) -> str | None:
        """Undo the last note of this list: its words; None when there is none."""
        if not self._noted:
            return None
        undone = self._desk(self._noted[-1]).undo()
        self._noted.pop()
        return undone

    def let_go(self) -> None:
        """Nothing that was noted so far is undone from here any more."""
        self._desks.clear()
        self._noted.clear()

    def _desk(self, plan: str) -> DeskSession:
        """A plan, as it is now, to write one thing in it."""
        if plan in self._desks:
            self._desks[plan].reload()
        else:
            self._desks[plan] = self._open_beside(plan)
        return self._desks[plan]

    def _seated(self, desk: DeskSession) -> bool:
        """Let who writes sit alone at the keyboard of a plan; whether they are new in it. `Doubtful` as for `join`."""
        known = person_called(desk.view, self._writer)
        person, new = (known, False) if known is not None else desk.join(self._writer)
        desk.seat((person.id,))
        desk.sit_at_keyboard(person.id)
        return new
