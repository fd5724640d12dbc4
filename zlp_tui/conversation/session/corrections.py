"""What was said, put right: said anew, under another name, or taken back. What stood there stays in the history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome
from zlp_tui.conversation.session.draft_store import DraftStore
from zlp_tui.conversation.session.unit_of_work import UnitOfWork
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.tables import people, statements, withdrawal
from zlp_tui.plan.view import Place, PlanView, Statement
from zlp_tui.text import LIMIT, NAME_LIMIT, clean, clean_name, same_name


class Corrections:
    """Puts lines of one plan right. `view` gives the plan as it stands; each method is one act, that can be undone."""

    def __init__(self, view: Callable[[], PlanView], writing: UnitOfWork, drafting: DraftStore) -> None:
        self._view = view
        self._writing = writing
        self._drafting = drafting

    def say_anew(self, ref: str, text: str, at: Place) -> AnswerOutcome:
        """Other words of the same speaker; `Refused` when there are none. `at` is where they were typed."""
        cleaned = clean(text, LIMIT)
        if not cleaned.text:
            raise Refused("Please type how it should be.")
        old = self._standing(ref)
        if old.text == cleaned.text:
            return AnswerOutcome()
        return replace(self._anew(old, cleaned.text, old.voice.id, at), cut=cleaned.was_cut)

    def said_by(self, ref: str, person: str, at: Place) -> AnswerOutcome:
        """The same words, by somebody else."""
        old = self._standing(ref)
        self._view().person(person)
        return AnswerOutcome() if old.voice.id == person else self._anew(old, old.text, person, at)

    def rename(self, person: str, name: str) -> AnswerOutcome:
        """Another name for somebody of the plan; `Refused` for none, and for the name of somebody else."""
        wanted = clean_name(name)
        if not wanted.text:
            raise Refused("Please type a name.")
        for other in self._view().people:
            called = (other.name, other.called)
            if other.id != person and any(same_name(known, wanted.text) for known in called):
                raise Refused("Somebody else here is called that already.")
        if self._view().person(person).name == wanted.text:
            return AnswerOutcome()
        with self._writing.act(wanted.text) as act:
            people.change(act, person, name=wanted.text)
        return AnswerOutcome((person,), cut=wanted.was_cut, limit=NAME_LIMIT)

    def take_back(self, ref: str) -> None:
        """Take back a line and the words it took the place of: they would come back when only the newest were."""
        older = {s.id: s.replaces for s in self._view().statements if s.replaces}
        with self._writing.act("") as act:
            said: str | None = ref
            while said is not None:
                withdrawal.withdraw(act, said)
                said = older.get(said)

    def tag(self, ref: str, domain: str | None) -> None:
        """The life domain that a statement belongs to."""
        with self._writing.act("") as act:
            statements.tag(act, ref, domain)

    def _standing(self, ref: str) -> Statement:
        for statement in self._view().live_statements:
            if statement.id == ref:
                return statement
        raise NotFound("This line is no longer in the plan.")

    def _anew(self, old: Statement, text: str, voice: str, at: Place) -> AnswerOutcome:
        """A statement in the place of another one."""
        with self._writing.act(text) as act:
            made = statements.add_statement(
                act,
                topic=old.topic,
                step=old.step,
                prompt=old.prompt,
                text=text,
                side=old.side,
                moment=old.moment,
                domain=old.domain,
                about=old.about,
                replaces=old.id,
                voice=voice,
            )
            self._drafting.forget(act, at, anew=old.id)
        self._drafting.said(at, anew=old.id)
        return AnswerOutcome((made,))
