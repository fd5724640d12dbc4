"""From tables to the one read model: a constant number of prepared selects of columns, no ORM objects.

What was taken back is not in the view, except statements, whose words stay in sight.
"""

from functools import cache
from typing import Final

from sqlalchemy import bindparam, select

from zlp_tui.errors import NotFound, StoreDamaged
from zlp_tui.plan import agreements, choices, conversations, details, domains, goals, notices, people, plans, progress
from zlp_tui.plan import read_backs as read_back_rows
from zlp_tui.plan import statements as statement_rows
from zlp_tui.plan.assemble import assembled
from zlp_tui.plan.prepared import Prepared
from zlp_tui.plan.row import Row, table_of
from zlp_tui.plan.session import Session
from zlp_tui.plan.view import PlanView

_READ: Final[dict[type[Row], tuple[str, ...]]] = {
    plans.Plan: ("address", "deciding_role", "decider", "drawn_up_with"),
    people.Person: (
        "id", "name", "kind", "salutation", "relation", "for_what", "contact", "withdrawn_at",
    ),
    conversations.Conversation: ("id", "started", "ended", "resume_topic", "resume_step", "resume_item"),
    conversations.Attendance: ("conversation", "person", "since", "until"),
    details.Detail: ("topic", "field", "value"),
    statement_rows.Prompt: ("id", "wording"),
    statement_rows.Statement: (
        "id", "seq", "topic", "step", "prompt", "side", "moment", "text", "voice", "domain", "source", "conversation",
        "said_on", "replaces", "withdrawn_at", "about",
    ),
    domains.LifeDomain: ("id", "relevance", "place", "discuss_with", "goal_wanted"),
    choices.Choice: (
        "id", "seq", "question", "voice", "domain", "role", "decider", "thinking_until", "chosen", "reason",
        "decided_on", "revisit_on", "replaces",
    ),
    choices.Option: ("choice", "id", "title", "source"),
    choices.Consideration: ("option", "id", "side", "term", "text", "voice"),
    choices.OpenQuestion: ("choice", "text"),
    goals.Goal: (
        "id", "seq", "text", "voice", "kind", "domain", "priority", "status", "follows_from", "replaces", "ended_on",
    ),
    agreements.Agreement: (
        "id", "seq", "want", "voice", "goal", "domain", "from_on", "until_on", "evaluate_on", "follows_from",
        "replaces", "ended_on",
    ),
    agreements.SmallStep: ("agreement", "id", "what", "words", "weekdays", "part_of_day"),
    agreements.Task: ("agreement", "person", "does"),
    progress.Progress: ("id", "seq", "happened_on", "voice", "about", "done", "because", "text", "adjust"),
    read_back_rows.ReadBack: ("id", "chapter", "conversation", "confirmed", "correction", "said_on"),
    notices.Notice: ("notice", "shown_on"),
}
"""What is read of each table: one select each, in the order in which it was kept."""

_TAKEN_BACK_TOO: Final = (statement_rows.Statement, people.Person)
"""Tables whose withdrawn rows are read as well: words stay, and so does the name of who said them."""


@cache
def _reading(row: type[Row]) -> Prepared:
    table = table_of(row)
    chosen = select(*(table.columns[name] for name in _READ[row])).where(table.c.plan_id == bindparam("plan"))
    if "withdrawn_at" in table.columns and row not in _TAKEN_BACK_TOO:
        chosen = chosen.where(table.c.withdrawn_at.is_(None))
    return Prepared(chosen.order_by(table.c.seq))


def load_view(session: Session, plan_id: str) -> PlanView:
    """The plan as it stands; `NotFound` when there is no such plan, `StoreDamaged` when its lines make no sense."""
    lines = {str(row.__tablename__): _reading(row).run(session, {"plan": plan_id}) for row in _READ}
    if not lines["plan"]:
        raise NotFound("There is no such plan.")
    try:
        return assembled(plan_id, lines)
    except (KeyError, TypeError, ValueError, StopIteration) as cause:
        raise StoreDamaged("The file with the plans is damaged. Please go back to a copy.") from cause
