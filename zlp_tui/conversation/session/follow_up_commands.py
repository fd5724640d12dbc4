"""Commands to follow a plan up: notes, remarks, “I do not agree” (L25, L26, L33, L38, L56, L63, L107)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Final, get_args

from zlp_tui.conversation.ports.follow_up import AsideDraft, DraftSlot, Noted, ToLookAt
from zlp_tui.conversation.ports.turn import Kept, Selectable
from zlp_tui.conversation.session.draft_store import DraftStore, aside_draft, draft_place
from zlp_tui.conversation.session.loaded_plan import LoadedPlan, today
from zlp_tui.conversation.session.unit_of_work import UnitOfWork
from zlp_tui.conversation.telling.agreements.agreement_cards import times_because
from zlp_tui.conversation.telling.option_titles import route_title
from zlp_tui.conversation.telling.overviews.signals_text import noted_today, told_today
from zlp_tui.conversation.telling.remarks import disagreement_routes
from zlp_tui.conversation.telling.remarks.not_met_text import ground_title
from zlp_tui.conversation.telling.tellers.agreement_tellers import agreement_quote
from zlp_tui.dates import read_date
from zlp_tui.due.figures import Rules
from zlp_tui.errors import NotFound, Refused, StoreReadOnly
from zlp_tui.plan.line_lookup import line_words
from zlp_tui.plan.proposals import TOPIC, field_of, proposed, value_of
from zlp_tui.plan.signals import signals
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.agreed import agreements, choices, goals, progress_notes
from zlp_tui.plan.tables.beside_the_plan import read_markers
from zlp_tui.plan.tables.said import details, disagreements, remarks, statements, wishes_not_met
from zlp_tui.plan.view import Agreement, Because, DisagreementRoute, Done, Ground, Person, RemarkKind
from zlp_tui.said_day import DayRange
from zlp_tui.text import LIMIT, clean, shortened

COMING: Final = DayRange("coming")

GOAL_BESIDE: Final = 60
"""How much of a goal stands beside its agreement, in characters."""


class FollowUpCommands:
    """Implements `FollowUp`. Each method that writes is one act, that can be undone."""

    def __init__(
        self, plan: LoadedPlan, unit_of_work: UnitOfWork, drafts: DraftStore, rules: Callable[[], Mapping[str, Rules]]
    ) -> None:
        self._plan = plan
        self._unit_of_work = unit_of_work
        self._drafts = drafts
        self._rules = rules

    @property
    def voice(self) -> Person | None:
        """Whose words is what is kept next; None until somebody said who types."""
        writes = self._plan.seats.writes
        return next((person for person in self._plan.view.people if person.id == writes), None)

    def write_as(self, person: str | None) -> None:
        """What is kept from now on are words of this person; None: of the keyboard user again."""
        if person is not None:
            if not self._plan.seats.may_sit_down(person):
                raise Refused("{name} is not at the table.", name=self._plan.view.person(person).called)
            self._unit_of_work.sit_down(person)
        self._plan.seats.write_as(person)

    def hand_over(self, person: str, slot: DraftSlot, about: str | None = None) -> None:
        """`write_as`, and what is typed here becomes theirs, unless they typed here too."""
        before = self._plan.seats.writes
        self.write_as(person)
        self._drafts.pass_on(aside_draft(slot, about), before, person)

    def things(self) -> tuple[Selectable, ...]:
        """The agreements and goals that a note can be about, the client's order first; `hint` tells which it is."""
        context = self._plan.plan_context()
        goals = context.view.active_goals()
        words = {goal.id: shortened(goal.text, GOAL_BESIDE) for goal in goals}
        rank = {goal.id: number for number, goal in enumerate(goals)}
        agreed = sorted(context.view.active_agreements(), key=lambda a: (rank.get(a.goal or "", len(goals)), a.seq))
        return (
            *(
                Selectable(
                    a.id, a.want, context.tr("agreement, for “{goal}”", goal=words[a.goal])
                    if a.goal in words else context.tr("agreement"), context.name(a.voice.id),
                )
                for a in agreed
            ),
            *(Selectable(g.id, g.text, context.tr("goal"), context.name(g.voice.id)) for g in goals),
        )

    def signals(self) -> tuple[Selectable, ...]:
        """What was said of bad days, of which it can be noted that it was so today; `hint` tells who noted that already
        (M09)."""
        context = self._plan.plan_context()
        return tuple(
            Selectable(said.id, said.text, told_today(context, said.id), context.name(said.voice.id))
            for said in signals(context.view)
        )

    def it_was_so(self, signal: str, *, sitting: bool = True) -> Kept:
        """Note that today was a bad day as these words tell of it; once a day by each. `NotFound` for other lines.
        Without `sitting` no conversation begins."""
        context, writes = self._plan.plan_context(), self._plan.seats.writes
        if all(said.id != signal for said in signals(context.view)):
            raise NotFound("This line is no longer in the plan.")
        if any(note.voice.id == writes for note in noted_today(context, signal)):
            return Kept((signal,), written=False)
        return self.note(signal, done="yes", sitting=sitting).kept

    def reasons(self) -> tuple[Selectable, ...]:
        """Why something did not happen, as the script words it (L63)."""
        context = self._plan.plan_context()
        reasons = next((options for step in context.script.steps if (options := step.options_of("because"))), ())
        return tuple(Selectable(r.id, context.words(r.title), context.words(r.hint)) for r in reasons)

    def note(
        self, about: str | None, *, done: Done | None = None, because: Because | None = None, text: str = "",
        part: str | None = None, sitting: bool = True,
    ) -> Noted:
        """Note how it went today, at a `part` of the day where that is given; `about` None is a loose note. Without
        `sitting` no conversation begins."""
        words = clean(text)
        draft, told = aside_draft("note", about) if words else None, words or self._noted(about)
        with self._writing(told, draft=draft, sitting=sitting) as act:
            made = progress_notes.note(
                act, about=about, on=act.day, done=done, because=because, text=words or None, part=part
            )
        proposals = {proposal.agreement: proposal for proposal in proposed(self._plan.view)}
        propose = because is not None and about in proposals and proposals[about].because == because
        kept = Kept((made,), LIMIT if words.was_cut else None, written=self._unit_of_work.wrote, words=told)
        return Noted(kept, about if propose else None)

    def to_look_at(self) -> tuple[ToLookAt, ...]:
        """The agreements that the client is asked to look at together, each with the reason."""
        context = self._plan.plan_context()
        agreed = {agreement.id: agreement for agreement in context.view.agreements}
        return tuple(
            ToLookAt(
                proposal.agreement, agreement_quote(context, agreed[proposal.agreement]),
                times_because(context, proposal.because, proposal.times),
            )
            for proposal in proposed(context.view)
        )

    def answer_to_look_at(self, agreement: str, *, yes: bool) -> Kept:
        """What the client, who must be here, says of looking at an agreement together."""
        plan, client = self._plan, self._plan.view.client_person
        proposal = next((known for known in proposed(plan.view) if known.agreement == agreement), None)
        if proposal is None:
            raise NotFound("This line is no longer in the plan.")
        if client.id not in {person.id for person in plan.seats.around(plan.view)}:
            raise Refused("{name} is not at the table.", name=client.called)
        words = line_words(plan.view, agreement)
        with plan.seats.speaking(client.id), self._unit_of_work.undoable(words, aside=True) as act:
            made = details.fill(act, TOPIC, field_of(agreement), value_of(proposal, yes=yes))
        return Kept((made,), written=self._unit_of_work.wrote)

    def _noted(self, about: str | None) -> str:
        """What undo tells of a note without words: what it is about."""
        return (line_words(self._plan.view, about) if about else "") or self._plan.tr("a note")

    def leave(self, kind: RemarkKind, text: str, about: str | None = None) -> Kept:
        """Leave a remark or a nice moment, about a line of the plan or about nothing in particular."""
        return self._save("remark", about, text, lambda act, words: remarks.leave(act, words, kind=kind, about=about))

    def beside(self, about: str, text: str) -> Kept:
        """Say something beside what somebody said, in answer to the same question; their words stay."""
        said = next((line for line in self._plan.view.live_statements if line.id == about), None)
        if said is None:
            raise Refused("Here is nothing that somebody said. You can leave a remark about it.")
        return self._save("beside", about, text, lambda act, words: statements.say_beside(act, said, words))

    def done_with(self, remark: str, text: str) -> Kept:
        """Say what was done with a remark."""
        def tell(act: Act, words: str) -> str:
            remarks.change(act, remark, done_with=words)
            return remark

        return self._save("done-with", remark, text, tell)

    def told_back(self, remark: str) -> Kept:
        """What was done with it was told today to who made it; `Refused` while nobody said what that is (M11)."""
        made = next((line for line in self._plan.view.remarks if line.id == remark), None)
        with self._writing(line_words(self._plan.view, remark)) as act:
            remarks.change(act, remark, told_back_on=act.day)
            if made is not None and made.done_with is None:  # who may write was asked first
                raise Refused("Say first what was done with it. If nothing is done, say why.")
        return Kept((remark,), written=self._unit_of_work.wrote)

    def routes(self) -> tuple[Selectable, ...]:
        """Where one can go with a disagreement: the carer, the supporter, the complaints officer, and whoever else a
        law wants to be there for the client (L38, M08)."""
        return disagreement_routes.routes(self._plan.plan_context(), self._rules())

    def disagree(self, about: str, text: str) -> Kept:
        """Say that one does not agree with a line; it is kept beside it, and the line stays."""
        return self._save("disagree", about, text, lambda act, words: disagreements.disagree(act, about, words))

    def take_to(self, disagreement: str, route: DisagreementRoute) -> Kept:
        """Where the disagreement was taken."""
        with self._writing(route_title(self._plan.tr, route)) as act:
            disagreements.change(act, disagreement, route=route)
        return Kept((disagreement,), written=self._unit_of_work.wrote)

    def is_about(self, disagreement: str, person: str | None) -> Kept:
        """Whom the disagreement is about; None: nobody in particular."""
        known = {known.id: known for known in self._plan.view.people}
        if person is not None and person not in known:
            raise Refused("This person is not in the plan.")
        with self._writing(known[person].called if person else line_words(self._plan.view, disagreement)) as act:
            disagreements.change(act, disagreement, person=person)
        return Kept((disagreement,), written=self._unit_of_work.wrote)

    def ended(self, disagreement: str, text: str) -> Kept:
        """How the disagreement ended, today."""
        def tell(act: Act, words: str) -> str:
            disagreements.change(act, disagreement, ended_how=words)
            return disagreement

        return self._save("ended", disagreement, text, tell)

    def why_no_longer(self) -> tuple[str, ...]:
        """Reasons to end a goal or an agreement that can be tapped, in words."""
        tr = self._plan.tr
        return (
            tr("It is done."), tr("It did not work."),
            tr("It is not needed any more."), tr("It does not fit any more."),
        )

    def no_longer(self, about: str, text: str) -> Kept:
        """End a goal or an agreement today, with why; by who said it, or by the client."""
        view, voice = self._plan.view, self.voice
        line = next((line for line in view.going_on() if line.id == about), None)
        if line is None:
            raise Refused("Only a goal or an agreement that goes on can end here.")
        if voice is not None and voice.id not in (line.voice.id, view.client):
            raise Refused(
                "Only {name} can change these words. You can say that you do not agree, or say something beside it.",
                name=view.anyone(line.voice.id).called,
            )

        def end(act: Act, words: str) -> str:
            if isinstance(line, Agreement):
                agreements.change(act, about, ended_on=act.day, ended_because=words)
            else:
                goals.change(act, about, status="stopped", ended_because=words)
            return about

        return self._save("no-longer", about, text, end)

    def grounds(self) -> tuple[Selectable, ...]:
        """Why a wish may not be met, as the law names it."""
        return tuple(Selectable(ground, ground_title(self._plan.tr, ground)) for ground in get_args(Ground))

    def not_met(self, about: str, ground: str, text: str) -> Kept:
        """Say that a wish cannot be met, on one of `grounds`, and why; the line keeps its place."""
        return self._save(
            "not-met", about, text, lambda act, words: wishes_not_met.say_not_met(act, about, ground, words)
        )

    def consulted(self, not_met: str, text: str) -> Kept:
        """Who was consulted about it."""
        def tell(act: Act, words: str) -> str:
            wishes_not_met.change(act, not_met, consulted=words)
            return not_met

        return self._save("consulted", not_met, text, tell)

    def ask_again(self, not_met: str, typed: str) -> Kept:
        """On which day the wish is asked again; `Refused` for what is no day, or one that is over."""
        now = today(self._plan.clock)
        if not clean(typed):
            return Kept((), written=False)
        day = read_date(typed, now, self._plan.script.locale, COMING)
        if day < now:
            raise Refused("This day is over already. Choose one that is still to come.")
        with self._writing(line_words(self._plan.view, not_met), draft=aside_draft("ask-again", not_met)) as act:
            wishes_not_met.change(act, not_met, ask_again_on=day)
        return Kept((not_met,), written=self._unit_of_work.wrote)

    def answer_question(self, question: str, text: str) -> Kept:
        """Tell what was found out about an open question of a choice."""
        def tell(act: Act, words: str) -> str:
            choices.answer_question(act, question, words)
            return question

        return self._save("answer", question, text, tell)

    def heard_from(self, question: str, text: str) -> Kept:
        """From whom, or where, that answer came."""
        def tell(act: Act, words: str) -> str:
            choices.heard_from(act, question, words)
            return question

        return self._save("heard-from", question, text, tell)

    def looked(self) -> None:
        """The keyboard user has seen the plan as it is now."""
        seats = self._plan.seats
        if seats.writes is None or seats.writes in seats.newcomers:
            return  # for somebody whom the plan does not know yet all is new
        with suppress(StoreReadOnly), seats.speaking(seats.writes), self._unit_of_work.bookkeeping() as act:
            read_markers.looked(act)

    def draft(self, slot: DraftSlot, about: str | None = None) -> str:
        """Words that who writes typed here and did not keep yet."""
        return self._drafts.text(aside_draft(slot, about), self._plan.seats.writes)

    def drafts_of_others(self, slot: DraftSlot, about: str | None = None) -> tuple[tuple[str, str], ...]:
        """What others than who writes typed here and did not keep, each with their name, newest first."""
        return self._drafts.of_others(aside_draft(slot, about), self._plan.seats.writes)

    def drafts(self) -> tuple[AsideDraft, ...]:
        """All that was typed here and not kept, newest first."""
        slots = get_args(DraftSlot)
        found = ((place, draft) for draft in self._drafts.aside() if (place := draft_place(draft)).step in slots)
        return tuple(
            AsideDraft(
                slot := next(slot for slot in slots if slot == place.step), place.item, draft.text,
                self._drafts.typist(draft), own=draft.text == self.draft(slot, place.item),
            )
            for place, draft in found
        )

    def keep_draft(self, slot: DraftSlot, about: str | None, text: str) -> None:
        """Keep what is typed here; an empty text forgets it. The face throttles."""
        self._drafts.save(aside_draft(slot, about), text, self._plan.seats.writes)

    @contextmanager
    def _writing(self, words: str, *, draft: str | None = None, sitting: bool = True) -> Iterator[Act]:
        """A unit of work of who writes; `Refused` where nobody said who that is."""
        seats = self._plan.seats
        writes = seats.writes
        if writes is None:
            raise Refused("Say first who is at the keyboard.")
        unit = self._unit_of_work.undoable(words, draft=draft, aside=True, sitting=sitting)
        with seats.speaking(writes), unit as act:
            yield act

    def _save(self, slot: DraftSlot, about: str | None, text: str, write: Callable[[Act, str], str]) -> Kept:
        """Save words as one act; `write` writes them and gives the id of their row."""
        words = clean(text)
        if not words:
            return Kept((), written=False)
        with self._writing(words, draft=aside_draft(slot, about)) as act:
            ref = write(act, words)
        return Kept((ref,), LIMIT if words.was_cut else None, written=self._unit_of_work.wrote, words=words)
