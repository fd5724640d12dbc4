"""Reads the log of a plan for who may see it: in sentences by day, or line by line for another program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from zlp_tui import places
from zlp_tui.conversation.ports.history_queries import WhoLooked
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.telling.history.who_looked import local_day, looked_days
from zlp_tui.keys.public_key import spoken
from zlp_tui.keys.word_list import word_list
from zlp_tui.plan.access import Scope
from zlp_tui.plan.audit_line import AuditLine
from zlp_tui.plan.queries.audit_check import AuditCheck, check_log
from zlp_tui.plan.queries.audit_log import lines_of_plan
from zlp_tui.plan.queries.recorded_changes import all_changes

_OF_ALL: Final = ("begin", "take-in")
"""What makes a plan here: whoever reads any of it knows that it was made."""


def log_of(plan: LoadedPlan) -> tuple[AuditLine, ...]:
    """The lines that who reads may know of: of Changes those that they may see, and of what was refused only what is
    in a scope that they see."""
    readers = plan.readers
    with plan.store.reading() as session:
        lines = lines_of_plan(session, plan.id)
        changes = all_changes(session, plan.view, readers)
    seen = {(change.at, change.by.id) for change in changes}
    return tuple(
        line for line in lines
        if (line.digest is None or line.event in _OF_ALL or (line.at, line.on_behalf_of or line.person) in seen)
        and (line.topic is None or readers.sees(Scope(line.topic, line.domain)))
    )


def checked(plan: LoadedPlan) -> AuditCheck:
    """Whether the log is as it was written, and tells of every Change."""
    with plan.store.reading() as session:
        return check_log(session, plan.id, plan.store.seal)


def who_looked(plan: LoadedPlan) -> WhoLooked:
    """The log in sentences, by day."""
    with plan.store.reading() as session:
        last = {local_day(line.at): line.seal for line in lines_of_plan(session, plan.id)}
    code = code_of()
    codes = {day: code(seal) for day, seal in last.items()}
    days = tuple(looked_days(plan.letter_context, log_of(plan), codes, plan.names_of_keys()))
    return WhoLooked(days, bool(plan.store.seal.key), checked(plan).sound)


def code_of() -> Callable[[str], str]:
    """Gives the code of a seal: five words, that are the same for no other log."""
    words = word_list(places.data())

    def code(seal: str) -> str:
        try:
            return " ".join(spoken(bytes.fromhex(seal), words))
        except ValueError:
            return "?"

    return code
