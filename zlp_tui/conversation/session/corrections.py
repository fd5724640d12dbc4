"""Corrections of what was said: other words, another speaker, another name, taken back. The history keeps the old."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from zlp_tui.conversation.asking.accepted_names import new_name
from zlp_tui.conversation.ports.turn import Kept, Spoken
from zlp_tui.conversation.session.doubted_answer import DoubtedAnswer
from zlp_tui.conversation.session.draft_store import answer_draft
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.session.seating import Seating
from zlp_tui.conversation.session.unit_of_work import UnitOfWork
from zlp_tui.conversation.telling.granted_text import closed_words
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.line_lookup import find_line, line_words
from zlp_tui.plan.tables import withdrawal
from zlp_tui.plan.tables.agreed import agreements, choices, goals
from zlp_tui.plan.tables.client import grants, people
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.view import Agreement, Goal, Person, Place, Statement, Term
from zlp_tui.text import LIMIT, NAME_LIMIT, clean, one_line


class Corrections:
    """Corrects lines of one plan. Each method is one act, that can be undone."""

    def __init__(self, plan: LoadedPlan, unit_of_work: UnitOfWork, seating: Seating, doubt: DoubtedAnswer) -> None:
        self._plan = plan
        self._unit_of_work = unit_of_work
        self._seating = seating
        self._doubt = doubt

    def speaker_of(self, ref: str) -> Person | None:
        """Who said the words of a line; None for a line without words of anybody."""
        found = find_line(self._plan.view, ref)
        if found is None or found.voice is None or not found.words:
            return None
        return self._plan.view.anyone(found.voice.id)

    def reword(self, ref: str, text: str, at: Place) -> Kept:
        """Other words of the same speaker, of a statement, or of a goal or an agreement in force; `Refused` when there
        are none.

        An agreement in other words keeps its steps, people and days, a goal its agreements. `at` is where the words
        were typed.
        """
        cleaned = clean(text, LIMIT)
        if not cleaned:
            raise Refused("Please type how it should be.")
        in_force = next((line for line in self._plan.view.going_on() if line.id == ref), None)
        old = in_force or self._standing(ref)
        if cleaned == (old.want if isinstance(old, Agreement) else old.text):
            return Kept((), written=False)
        with self._as_speaker(ref):
            if isinstance(old, Statement):
                kept = self._replace(old, cleaned, old.voice.id, at)
            else:
                kept = self._succeed(old, cleaned, at)
        return replace(kept, cut_to=LIMIT) if cleaned.was_cut else kept

    def said_by(self, ref: str, person: str, at: Place) -> Kept:
        """The same words, by somebody else; who said them before and who says them now are both here.

        Who of them joined by name sits down. `at` is where their own wording would be typed.
        """
        speaker = self.speaker_of(ref)
        for there in dict.fromkeys((speaker.id if speaker is not None else person, person)):
            self._seating.sit_down(there)
        old = self._standing(ref)
        if old.voice.id == person:
            return Kept((), written=False)
        return self._replace(old, old.text, person, at)

    def rename(self, person: str, name: str, at: Place) -> Kept:
        """Another name for somebody of the plan, typed at a place; `Refused` for none. `Doubtful` for the name of
        somebody else; the same again is taken as it is."""
        asked = Spoken(name)
        _, confirmed = self._doubt.resolved(at, asked, self._plan.script.locale)
        with self._doubt.remembered(at, asked):
            return self._renamed(person, name, confirmed=confirmed)

    def _renamed(self, person: str, name: str, *, confirmed: bool) -> Kept:
        view = self._plan.view
        wanted = new_name(view, name, confirmed=confirmed, locale=self._plan.script.locale, of=person)
        if view.person(person).name == wanted:
            return Kept((), written=False)
        with self._unit_of_work.undoable(wanted) as act:
            people.change(act, person, name=wanted)
        return Kept((person,), NAME_LIMIT if wanted.was_cut else None)

    def withdraw(self, ref: str) -> Kept:
        """Take back a line. Of what somebody said, all that it replaced goes too: an older wording would come back if
        only the newest were taken back. What a goal or an agreement took the place of does come back, and is told."""
        view = self._plan.view
        older = {statement.id: statement.replaces for statement in view.statements if statement.replaces}
        replaced = next((line.replaces for line in view.going_on() if line.id == ref), None)
        with self._as_speaker(ref), self._unit_of_work.undoable(self._words_of(ref)) as act:
            said: str | None = ref
            while said is not None:
                withdrawal.withdraw(act, said)
                said = older.get(said)
        return self._taken_back(ref, replaced)

    def _taken_back(self, ref: str, replaced: str | None) -> Kept:
        """That a line was taken back; `told` is what stands again in its place, which is then the line of `refs`."""
        view, tr = self._plan.view, self._plan.tr
        again = next((line for line in view.going_on() if line.id == replaced), None)
        if again is None:
            return Kept((ref,), written=self._unit_of_work.wrote)
        words = again.want if isinstance(again, Agreement) else again.text
        told = tr("Taken back. This holds again: “{words}”", words=one_line(words))
        return Kept((again.id,), told=told, written=self._unit_of_work.wrote)

    def say_term(self, reason: str, term: Term | None) -> Kept:
        """Whether a reason for or against an option is for now or for later, by who said it."""
        with self._as_speaker(reason), self._unit_of_work.undoable(self._words_of(reason)) as act:
            choices.say_term(act, reason, term)
        return Kept((reason,), written=self._unit_of_work.wrote)

    def tag(self, ref: str, domain: str | None) -> Kept:
        """The life domain that a statement, a choice, a goal or an agreement belongs to."""
        view = self._plan.view
        with self._unit_of_work.undoable(self._words_of(ref)) as act:
            if ref in {agreement.id for agreement in view.agreements}:
                agreements.change(act, ref, domain=domain)
            elif ref in {goal.id for goal in view.goals}:
                goals.change(act, ref, domain=domain)
            elif ref in {choice.id for choice in view.choices}:
                choices.change(act, ref, domain=domain)
            else:
                statements.tag(act, ref, domain)
        return Kept((ref,), written=self._unit_of_work.wrote)

    def only_for_me(self, ref: str) -> Kept:
        """Close a line to everybody but the client and who said it; `told` says who alone may read it now."""
        view = self._plan.view
        speaker = self.speaker_of(ref)
        if speaker is None:
            raise Refused("These are no words of anybody. They are for everybody.")
        told = closed_words(self._plan.tr, view.client_person, speaker)
        words = self._words_of(ref)
        with self._as_who_decides(speaker), self._unit_of_work.undoable(words, line=ref) as act:
            grants.close(act, ref)
        return Kept((ref,), told=told, written=self._unit_of_work.wrote)

    def for_others_too(self, ref: str) -> Kept:
        """Open a line that was closed: it is read again by who may read such lines."""
        words, speaker = self._words_of(ref), self.speaker_of(ref)
        with self._as_who_decides(speaker), self._unit_of_work.undoable(words, line=ref) as act:
            grants.open_again(act, ref)
        told = self._plan.tr("Who may read the plan may read this again.")
        return Kept((ref,), told=told, written=self._unit_of_work.wrote)

    @contextmanager
    def _as_who_decides(self, speaker: Person | None) -> Iterator[None]:
        """Let who speaks or types decide who reads a line: the client, or who said it. Of others the plan refuses it.
        """
        seats = self._plan.seats
        may = {seats.client, speaker.id if speaker is not None else seats.client}
        decides = next((person for person in (seats.voice, seats.types) if person in may), None)
        with seats.speaking(decides or seats.voice):
            yield

    def _words_of(self, ref: str) -> str:
        """The words of a line, to say what was undone."""
        return line_words(self._plan.view, ref)

    @contextmanager
    def _as_speaker(self, ref: str) -> Iterator[None]:
        """Let who said a line change it, while they speak or type; `Refused` for anybody else.

        Lines without words have no such speaker: whoever speaks may change them.
        """
        speaker, seats = self.speaker_of(ref), self._plan.seats
        if speaker is not None and speaker.id not in (seats.voice, seats.types):
            raise Refused(
                "Only {name} can change these words. You can say that you do not agree, or say something beside it.",
                name=speaker.called,
            )
        with seats.speaking(speaker.id if speaker is not None else seats.voice):
            yield

    def _standing(self, ref: str) -> Statement:
        for statement in self._plan.view.live_statements:
            if statement.id == ref:
                return statement
        if find_line(self._plan.view, ref) is not None:
            raise Refused("These words cannot be changed here. They are changed at the question that they belong to.")
        raise NotFound("This line is no longer in the plan.")

    def _replace(self, old: Statement, text: str, voice: str, at: Place) -> Kept:
        """A statement in the place of another one."""
        with self._unit_of_work.undoable(text, draft=answer_draft(at, anew=old.id)) as act:
            made = statements.say_anew(act, old.id, text, voice=voice)
        return Kept((made,))

    def _succeed(self, old: Agreement | Goal, text: str, at: Place) -> Kept:
        """A goal or an agreement in the place of another one, by who speaks."""
        with self._unit_of_work.undoable(text, draft=answer_draft(at, anew=old.id)) as act:
            if isinstance(old, Agreement):
                return Kept((agreements.add(act, text, replaces=old.id),))
            return Kept((goals.reword(act, old.id, text),))
