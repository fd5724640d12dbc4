"""What the grants of a plan say on a day, read from it: the one function that all readers and writers of it ask."""

from __future__ import annotations

from zlp_tui.plan.granted import NOTHING_UNFOLDED, Closing, GivenGrant, Granted, Unfolding, holding
from zlp_tui.plan.heard import Heard
from zlp_tui.plan.queries.load import client_of, run
from zlp_tui.plan.transaction import Transaction
from zlp_tui.plan.view import CITIZEN_NUMBER


def granted_in(
    session: Transaction, plan_id: str, day: str, heard: Heard, conversation: str | None = None,
    unfolding: Unfolding = NOTHING_UNFOLDED,
) -> Granted | None:
    """The rules of a plan on an ISO day; None while nothing was granted and no line closed, so that all may everything.

    `heard` is what was said to whom, as far as `follow_history` read it.
    `conversation` is the one that goes on, `unfolding` what is open to all in it.
    """
    found = run(session, "grant", plan=plan_id)
    if not found.rows:
        return None
    names = ("person", "scope", "see", "write", "until_on", "withdrawn_at", "id", "voice")
    columns = [found.at(name) for name in names]
    rows = [[row[at] for at in columns] for row in found.rows]
    standing = (
        (GivenGrant(person, scope, bool(see), bool(write)), until)
        for person, scope, see, write, until, withdrawn, *_ in rows if withdrawn is None
    )
    about = {row[6]: row[0] for row in rows}
    closings = {row[6]: Closing(row[1].partition(":")[2], row[7]) for row in rows if row[0] is None}
    return Granted(
        client_of(session, plan_id), holding(standing, day), heard, about, conversation,
        asked=any(row[0] is not None and row[1] != f"topic:{CITIZEN_NUMBER}" for row in rows), closings=closings,
        unfolding=unfolding,
    )


def follow_history(session: Transaction, plan_id: str, heard: Heard) -> None:
    """Read who heard what was said since this was read last."""
    heard.follow(run(session, "changes-heard", plan=plan_id, seq=heard.seq).rows)
