"""From the file to the one read model: a constant number of queries of columns, no objects.

The queries are written out, so that whoever just reads (`zlp show --json`) waits for no SQLModel; a test holds each
against its table. What was taken back is not in the view, except statements, whose words stay in sight, and people,
because words keep the name of who said them.
"""

from __future__ import annotations

from typing import Final

from zlp_tui.errors import NotFound, StoreDamaged
from zlp_tui.plan.assemble import assembled
from zlp_tui.plan.session import Session
from zlp_tui.plan.view import PlanView

QUERIES: Final[dict[str, str]] = {
    "plan": "SELECT address, deciding_role, decider, drawn_up_with FROM plan WHERE plan_id = ? ORDER BY seq",
    "person": """
        SELECT id, name, kind, salutation, relation, for_what, contact, withdrawn_at
        FROM person WHERE plan_id = ? ORDER BY seq
    """,
    "conversation": """
        SELECT id, started, ended, resume_topic, resume_step, resume_item
        FROM conversation WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "attendance": """
        SELECT conversation, person, since, until
        FROM attendance WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "detail": "SELECT topic, field, value FROM detail WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq",
    "prompt": "SELECT id, wording FROM prompt WHERE plan_id = ? ORDER BY seq",
    "statement": """
        SELECT id, seq, topic, step, prompt, side, moment, text, voice, domain, source, conversation, said_on, replaces,
            withdrawn_at, about
        FROM statement WHERE plan_id = ? ORDER BY seq
    """,
    "life_domain": """
        SELECT id, relevance, place, discuss_with, goal_wanted
        FROM life_domain WHERE plan_id = ? ORDER BY seq
    """,
    "choice": """
        SELECT id, seq, question, voice, domain, role, decider, thinking_until, chosen, reason, decided_on, revisit_on,
            replaces
        FROM choice WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "option": """
        SELECT choice, id, title, source
        FROM option WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "consideration": """
        SELECT option, id, side, term, text, voice
        FROM consideration WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "open_question": "SELECT choice, text FROM open_question WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq",
    "goal": """
        SELECT id, seq, text, voice, kind, domain, priority, status, follows_from, replaces, ended_on
        FROM goal WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "agreement": """
        SELECT id, seq, want, voice, goal, domain, from_on, until_on, evaluate_on, follows_from, replaces, ended_on
        FROM agreement WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "small_step": """
        SELECT agreement, id, what, words, weekdays, part_of_day
        FROM small_step WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "task": "SELECT agreement, person, does FROM task WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq",
    "progress": """
        SELECT id, seq, happened_on, voice, about, done, because, text, adjust
        FROM progress WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "read_back": """
        SELECT id, chapter, conversation, confirmed, correction, said_on
        FROM read_back WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "notice": "SELECT notice, shown_on FROM notice WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq",
}
"""What is read of each table: one select each, in the order in which it was kept."""


def load_view(session: Session, plan_id: str) -> PlanView:
    """The plan as it stands; `NotFound` when there is no such plan, `StoreDamaged` when its lines make no sense."""
    lines = {table: session.run(query, (plan_id,)) for table, query in QUERIES.items()}
    if not lines["plan"]:
        raise NotFound("There is no such plan.")
    try:
        return assembled(plan_id, lines)
    except (KeyError, TypeError, ValueError, StopIteration) as cause:
        raise StoreDamaged("The file with the plans is damaged. Please go back to a copy.") from cause
