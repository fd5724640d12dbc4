"""A plan as it is exported for one person: what of it they may see, the line in its log, and the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from zlp_tui import places
from zlp_tui.conversation.ports.plan_pages import Beforehand
from zlp_tui.conversation.session.company import Company, outside
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.telling.last_talk import last_talk
from zlp_tui.due.figures import Rules
from zlp_tui.exports.export_file import remove_unfinished, write_export
from zlp_tui.exports.export_source import AgreedPlan, ExportSource
from zlp_tui.exports.forms import ExportForm
from zlp_tui.file_lock import FileLock
from zlp_tui.plan.access import Readers
from zlp_tui.plan.audit_line import AuditEntry
from zlp_tui.plan.queries.load import load_edition, stored_plan
from zlp_tui.plan.queries.recorded_changes import added_in_talk
from zlp_tui.plan.readable import readable, without_hidden
from zlp_tui.plan.timestamps import instant
from zlp_tui.plan.view import BSN, PlanView

_PATIENCE: Final = 5.0
"""Seconds to wait for another that writes an export: that takes a moment."""


def export_source(
    plan: LoadedPlan, reader: str, rules: Mapping[str, Rules], *, large: bool = False
) -> ExportSource:
    """The plan as it is exported for somebody of it, by id: with every note, and without what they may not see."""
    told = _told_to(plan, reader)
    return ExportSource(
        plan.plan_context(told), told.view.person(reader), plan.clock(), rules, large,
        read_new_lines=partial(_new_lines, plan, told),
        read_questions=partial(_questions, plan, rules, reader),
        read_agreed=partial(_agreed, plan, told),
        read_editions=partial(_editions, plan, told),
    )


def _told_to(plan: LoadedPlan, reader: str) -> Company:
    """All that this person may read, and who asks for it. For others than the client of a sensitive part of life only
    where the client named them for it: nobody knows who looks along with what is taken home."""
    readers = plan.readers_of(reader)
    with plan.store.reading() as session:
        stored = stored_plan(session, plan.id, every_note=True)
    others = readers.people - {stored.view.client}
    private = frozenset().union(*(plan.script.sensitive_domains - _opened_to(stored.view, other) for other in others))
    told = Readers(readers.people, outside(private, readers.may), readers.by_line) if private else readers
    return Company(told, plan.told_apart(_without_bsn(readable(stored, told))), private)


def _opened_to(view: PlanView, person: str) -> set[str]:
    """The life domains for which the client named this person."""
    granted = {grant.scope.removeprefix("domain:") for grant in view.grants if grant.person == person and grant.see}
    return granted | {domain.id for domain in view.domains if person in domain.discuss_with}


def _without_bsn(view: PlanView) -> PlanView:
    """Nothing of a citizen service number leaves in a file, whoever it is for."""
    return replace(view, details=tuple(detail for detail in view.details if detail.field != BSN))


def _new_lines(plan: LoadedPlan, told: Company) -> frozenset[str]:
    talk = last_talk(told.view)
    if talk is None:
        return frozenset()
    with plan.store.reading() as session:
        return added_in_talk(session, told.view, told.readers, talk)


def _questions(plan: LoadedPlan, rules: Mapping[str, Rules], reader: str) -> Beforehand | None:
    """The questions are the client's: they may name a part of life that is private to others. Which talk is next
    follows from the rules."""
    if not rules or plan.readers_of(reader).people != {plan.view.client}:
        return None
    # What asks questions also writes answers: only the forms that tell of them wait for the tables.
    from zlp_tui.conversation.session.plan_history import PlanHistory
    from zlp_tui.conversation.session.preparing import Preparing

    return Preparing(PlanHistory(plan, lambda: rules)).questions(None)


def _agreed(plan: LoadedPlan, told: Company) -> PlanView | None:
    agreed = told.view.agreed_editions
    return plan.edition(agreed[-1].number, told) if agreed else None


def _editions(plan: LoadedPlan, told: Company) -> tuple[AgreedPlan, ...]:
    with plan.store.reading() as session:
        then = {
            edition.number: _without_bsn(load_edition(session, plan.id, edition.number, told.readers))
            for edition in told.view.agreed_editions
        }
    return tuple(AgreedPlan(number, plan.told_apart(without_hidden(view, told.view))) for number, view in then.items())


def tell_export(plan: LoadedPlan, form: ExportForm, reader: str) -> None:
    """Tell in the log of the plan that it is exported: in which form and for whom. Before the file is there; errors and
    silence as of `Store.tell`."""
    at = instant(plan.clock())
    plan.store.tell(AuditEntry(plan.id, at, "export", plan.asks or None, on_behalf_of=reader, what=form.id))


def write_in_turn(home: Path, path: Path, content: bytes, *, force: bool = False) -> None:
    """Write an export while no other zlp of this user writes one; errors as of `write_export`."""
    with _turn(home, _PATIENCE):
        write_export(path, content, places.unfinished_exports(home), force=force)


def clear_unfinished(home: Path) -> None:
    """Throw away what killed exports left behind, unless somebody exports now."""
    with _turn(home, 0) as ours:
        if ours:
            remove_unfinished(places.unfinished_exports(home))


@contextmanager
def _turn(home: Path, patience: float) -> Iterator[bool]:
    """Whether nobody else exports meanwhile; where no lock can be kept, on a closed disk, nobody clears up either."""
    lock, taken = FileLock(home / "unfinished.lock", keeps_file=False), False
    with suppress(OSError):
        taken = lock.take(patience)
    try:
        yield taken
    finally:
        lock.release()

