"""Who reads a plan for a command: where plans are locked whoever opened the lock, else the client (decision 0056)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zlp_tui.command.program import Program, now
from zlp_tui.conversation.ports.keyholding import Unlocked
from zlp_tui.plan.access import no_grants
from zlp_tui.text import one_line

if TYPE_CHECKING:
    from zlp_tui.conversation.session.loaded_plan import LoadedPlan
    from zlp_tui.conversation.session.locked_plans.words_that_differ import Comparing
    from zlp_tui.conversation.session.plan_leave import PlanLeave
    from zlp_tui.plan.access import Grants, Readers
    from zlp_tui.plan.transaction import Transaction
    from zlp_tui.store.plans_to_read import PlansToRead
    from zlp_tui.store.store import Store


def read_plan(program: Program, plans: PlansToRead, plan: str) -> LoadedPlan:
    """A plan as whoever asks may read it, which its log is told."""
    from zlp_tui.conversation.session.loaded_plan import LoadedPlan

    loaded = LoadedPlan(
        store=plans.store_of(plan), script=program.script(), tr=program.tr, plan_id=plan, clock=now,
        asks=lambda leave: who_asks(program, leave), names_of_keys=program.lock.names_of_keys,
    )
    loaded.readings.read_by(_known(loaded.asks))
    return loaded


def readers_asking(program: Program, store: Store, plan: str) -> Readers:
    """Who reads a plan of which no more is loaded, which its log is told."""
    from zlp_tui.conversation.session.plan_leave import PlanLeave
    from zlp_tui.conversation.session.reading_log import ReadingLog

    leave = PlanLeave(store.reading, plan, now)
    asks = who_asks(program, leave)
    ReadingLog(store, plan, now).read_by(_known(asks))
    return leave.of(leave.client if asks is None else asks)


def list_grants(program: Program, plans: PlansToRead, session: Transaction) -> Grants:
    """What lists over many plans, of which `session` is a look, tell to whoever asks."""
    state = program.lock.state()
    if not isinstance(state, Unlocked):
        return no_grants
    from zlp_tui.conversation.session.plan_lists.list_leave import leave_in_lists

    name = state.holder.name
    return leave_in_lists(plans, session, name, now, lambda: _print_unknown(program, name))


def comparing(program: Program) -> Comparing:
    """What tells in words how two files of a plan differ, to whoever unlocked."""
    from zlp_tui.conversation.session.locked_plans.words_that_differ import Comparing

    who = program.lock.who
    return Comparing(who.name, who.keys, program.script(), program.tr, now, lambda: _print_unknown(program, who.name))


def who_asks(program: Program, leave: PlanLeave) -> str | None:
    """Who opened the lock, as this plan knows them, by person id; None where plans have no lock.

    Where the plan does not say who that is they read the least (empty), and are told so if that hides anything.
    """
    state = program.lock.state()
    if not isinstance(state, Unlocked):
        return None
    found = leave.who_is(state.holder.name)
    if not found and leave.by_line:
        _print_unknown(program, state.holder.name)
    return found


def _print_unknown(program: Program, name: str) -> None:
    """Say so once, also where it holds for more plans."""
    tr = program.tr
    program.print_error_once(tr("The plan does not say who {name} is. So only the least is told.", name=one_line(name)))
    program.print_error_once(tr("Give that person the same name in the plan, or choose with --as NAME."))


def _known(asks: str | None) -> tuple[str, ...]:
    """Whom the log is told of: nobody, where it is not said who that is."""
    return (asks,) if asks else ()
