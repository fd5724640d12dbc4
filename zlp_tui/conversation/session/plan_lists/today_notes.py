"""`TodayNotes`: the list of today over all plans, and the notes that one person makes of it (decision 0039)."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from itertools import groupby
from typing import Final

from zlp_tui.conversation.asking.accepted_names import person_called, require_name, require_unlike
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
from zlp_tui.conversation.session.loaded_plan import today
from zlp_tui.conversation.session.plan_leave import PlanLeave
from zlp_tui.conversation.session.plan_lists.list_leave import leave_in_lists
from zlp_tui.conversation.session.plan_lists.plan_list_news import news_in_plans
from zlp_tui.conversation.session.plan_lists.plan_list_today import (
    AgreedRow,
    PlanToday,
    agreed_rows,
    plans_today,
    takes_part,
    told_plans,
)
from zlp_tui.conversation.telling.due.due_titles import due_parts
from zlp_tui.conversation.telling.namesakes import namesakes
from zlp_tui.conversation.telling.today_text import not_told, noted_today, part_title, place_of, who_does
from zlp_tui.dates import join_names
from zlp_tui.due.due_dates import due, weightiest
from zlp_tui.due.figures import Rules
from zlp_tui.errors import Doubtful, Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.access import Grants
from zlp_tui.plan.view import Because, Done, Person, PlanView
from zlp_tui.script.script import Script
from zlp_tui.script.wording import worded
from zlp_tui.store.lists.people_called import typed_last
from zlp_tui.store.lists.plan_list_rows import dated_rows_in
from zlp_tui.store.plan_stores import PlanStores
from zlp_tui.text import folded, same_name

KNOWN: Final = 9
"""How many names are proposed for who looks: a digit chooses each."""


class TodayNotes:
    """Implements `NotesOfToday` on all plans. `open_beside` opens a plan to note something in it, also while another
    window has it."""

    def __init__(
        self, *, stores: PlanStores, script: Script, tr: Catalogue, clock: Callable[[], datetime],
        rules: Callable[[], Mapping[str, Rules]], grants: Grants, open_beside: Callable[[str], DeskSession],
        keyholder: str | None = None,
    ) -> None:
        """`keyholder`: the name of who opened the lock, and so reads the list; None where plans have none."""
        self._stores = stores
        self._script = script
        self._tr = tr
        self._clock = clock
        self._rules = rules
        self._grants = grants
        self._open_beside = open_beside
        self._keyholder = keyholder
        self._desks: dict[str, DeskSession] = {}
        """The plans in which something was noted, so that it can be undone; others may write them meanwhile."""
        self._typing: dict[str, DeskSession] = {}
        """The plans in which something was typed and not noted, each with who writes at its table."""
        self._noted: list[str] = []
        """In which plan each note was made, by id, the last one last."""
        self._told_on: dict[str, date] = {}
        """On which day it was told of a plan that it stood in this list."""
        self._writer = self._doubted_name = ""
        self._doubted_plans: set[str] = set()
        """The plans of which it was asked whether the writer is meant there: doing it once more is a yes."""

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
        """From now on this person looks and notes; `Refused` and `Doubtful` as for `require_name`."""
        known = any(same_name(name, writer.id) for writer in self.known_writers())
        confirmed, self._doubted_name = known or same_name(name, self._doubted_name), name
        self._typing.clear()
        self._writer = require_name(name, confirmed=confirmed, locale=self._script.locale).text
        self._doubted_plans.clear()

    # the list

    def today(self) -> TodayInPlans:
        """What is agreed for today in all plans that go on, what is due, and what is new for who looks."""
        plans = self._plans()
        rows = agreed_rows(plans, first=self._writer)
        private = self._script.sensitive_domains
        self._tell_listed(rows, private)
        parts = tuple(
            AgreedPart(part_title(self._tr, of_part[0].part), tuple(self._line(row, private) for row in of_part))
            for _, group in groupby(rows, key=lambda row: place_of(row.part)) for of_part in (tuple(group),)
        )
        unread = tuple(found.plan.full_name for found in plans if found.facts.unreadable)
        return TodayInPlans(parts, tuple(self._due(plans)), tuple(self._news()), unread)

    def telling(self) -> Callable[[], None] | None:
        """What tells in the logs of locked plans that they stand in this list, 16 ms for each; None where that is done.
        """
        if self._keyholder is None or today(self._clock) in self._told_on.values():
            return None
        return lambda: self._tell_listed(agreed_rows(self._plans()), self._script.sensitive_domains)

    def _tell_listed(self, rows: Sequence[AgreedRow], private: Container[str | None]) -> None:
        """Tell in the log of each plan that its words stand in this list, once a day."""
        day = today(self._clock)
        new = {plan for plan in told_plans(rows, private) if self._told_on.get(plan) != day}
        if new:
            self._stores.tell_listed(new, self._clock())
            self._told_on.update(dict.fromkeys(new, day))

    def _plans(self, *, anew: bool = True) -> tuple[PlanToday, ...]:
        with self._stores.listing(anew=anew) as session:
            grants = self._grants
            if self._keyholder is not None:
                grants = leave_in_lists(self._stores, session, self._keyholder, self._clock)
            return plans_today(session, dated_rows_in(session), today(self._clock), self._tr, grants)

    def _asks(self, leave: PlanLeave) -> str | None:
        return None if self._keyholder is None else leave.who_is(self._keyholder)

    def _line(self, row: AgreedRow, private: Container[str | None]) -> AgreedLine:
        plan, part, step = row
        hidden, tr, done = step.domain in private, self._tr, step.done_at(part)
        return AgreedLine(
            f"{part}/{plan.id}/{step.step}", plan.id, plan.full_name, step.agreement,
            not_told(tr) if hidden else step.what, who_does(tr, step), noted_today(tr, done), done,
            own=bool(self._writer) and takes_part(step, self._writer), private=hidden,
            part=part if step.several else None,
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

    def _news(self) -> Iterator[PlanNews]:
        """What others added or changed since who looks was there last, in the plans that know them."""
        found = news_in_plans(
            self._writer, stores=self._stores, script=self._script, tr=self._tr, clock=self._clock, rules=self._rules,
            grants=self._grants, asks=self._asks,
        ) if self._writer else ()
        return (PlanNews(plan.id, plan.full_name, new.count, new.since) for plan, new in found)

    # notes

    def reasons(self) -> tuple[Selectable, ...]:
        """Why something did not happen, as the script words it (L63)."""
        options = next((found for step in self._script.steps if (found := step.options_of("because"))), ())
        return tuple(Selectable(r.id, worded(r.title, client="u"), worded(r.hint, client="u")) for r in options)

    def require_known(self, line: AgreedLine) -> None:
        """`Doubtful`, once in a plan, where who notes is not known there, or would be the client."""
        if not self._writer:
            raise Refused("Say first who is at the keyboard.")
        if line.plan in self._doubted_plans:
            return
        view = self._desk(line.plan).view
        person = person_called(view, self._writer)
        others = self._others_called(view)
        if person is not None and person.id != view.client and not others:
            return
        self._doubted_plans.add(line.plan)
        if person is None:
            require_unlike(view, self._writer, locale=self._script.locale, again="do")
            raise Doubtful(
                "{name} is not known in the plan of {client}. Is it right? Then do it once more.",
                name=self._writer, client=view.client_person.called,
            )
        if person.id != view.client:
            raise Doubtful(
                "Do you mean {known}? Then do it once more. Or look as: {others}", known=person.called,
                others=join_names([other.called for other in others], self._script.locale),
            )
        raise Doubtful("This is the plan of {client}. Is that you? Then do it once more.", client=person.called)

    def note(
        self, line: AgreedLine, *, done: Done | None = None, because: Because | None = None, text: str = ""
    ) -> NotedToday:
        """Note how it went today, in the name of the writer; no conversation begins. Errors as for `require_known`."""
        if line.private:
            raise Refused("This is private. Open the plan to note something about it.")
        self.require_known(line)
        desk = self._desk(line.plan)
        joined = self._seated(desk)
        noted = desk.note_in_passing(line.agreement, done, because, text, line.part)
        self._noted.append(line.plan)
        if text and line.plan in self._typing:
            self.keep_typed(line, "")
        return NotedToday(joined, noted.look_at is not None, noted.kept.cut_to is not None)

    def bad_days(self, line: AgreedLine) -> tuple[Selectable, ...]:
        """What was said of bad days in the plan of a line, without what is private."""
        desk, private = self._typing_desk(line.plan), self._script.sensitive_domains
        hidden = {said.id for said in desk.view.statements if said.domain in private}
        return tuple(signal for signal in desk.follow_up.signals() if signal.id not in hidden)

    def note_bad_day(self, line: AgreedLine, signal: str) -> bool:
        """Note in the name of the writer that it was such a day; False where they noted that today already. Errors as
        for `require_known`."""
        self.require_known(line)
        desk = self._desk(line.plan)
        self._seated(desk)
        written = desk.such_a_day_in_passing(signal).written
        if written:
            self._noted.append(line.plan)
        return written

    def left_today(self) -> int:
        """How many lines of the list are not noted yet, among the plans as they were listed last."""
        return sum(row.agreed.done_at(row.part) is None for row in agreed_rows(self._plans(anew=False)))

    def known_in(self, plan: PlanView) -> Person | None:
        """Who looks, where this plan knows them; None where it does not, and where it knows more of that name."""
        return person_called(plan, self._writer) if self._writer and not self._others_called(plan) else None

    def _others_called(self, plan: PlanView) -> tuple[Person, ...]:
        """Who has the name of who looks, beside the one who is meant by it."""
        meant = person_called(plan, self._writer)
        return tuple(other for other in namesakes(plan.people, self._writer) if other != meant)

    def typed(self, line: AgreedLine) -> str:
        """Words that who writes typed about a line and did not keep, over any end; nobody else's."""
        return self._typing_desk(line.plan).follow_up.draft("note", line.agreement)

    def keep_typed(self, line: AgreedLine, text: str) -> None:
        """Keep what is typed about a line; an empty text forgets it. The face throttles."""
        self._typing_desk(line.plan).follow_up.keep_draft("note", line.agreement, text)

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
        self._typing.clear()
        self._noted.clear()

    def _desk(self, plan: str) -> DeskSession:
        """A plan, as it is now, to write one thing in it."""
        if plan in self._desks:
            self._desks[plan].reload()
        else:
            self._desks[plan] = self._open_beside(plan)
        return self._desks[plan]

    def _typing_desk(self, plan: str) -> DeskSession:
        """A plan to keep drafts in. Who writes is taken as they are called: whom that may mean is asked when they note
        something, and by a draft nobody becomes one of the people of the plan."""
        if plan not in self._typing:
            self._typing[plan] = self._open_beside(plan)
            self._seated(self._typing[plan])
        return self._typing[plan]

    def _seated(self, desk: DeskSession) -> bool:
        """Let who writes sit alone at the keyboard of a plan; whether they are new in it. Whom that may mean is asked
        before (`require_known`)."""
        known = self.known_in(desk.view)
        person, new = (known, False) if known is not None else self._joined(desk)
        desk.seat((person.id,))
        desk.sit_at_keyboard(person.id)
        return new

    def _joined(self, desk: DeskSession) -> tuple[Person, bool]:
        with suppress(Doubtful):
            return desk.join(self._writer)
        return desk.join(self._writer)
