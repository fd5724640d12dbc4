"""From the file to the one read model: a constant number of queries of columns, no objects.

The queries are written out, so that whoever just reads (`zlp show --json`) waits for no SQLModel; a test holds each
against its table. What was taken back is not in the view, except statements, whose words stay in sight, and people,
because words keep the name of who said them.
"""

from __future__ import annotations

import json
from typing import Final

from zlp_tui.errors import NotFound, StoreDamaged
from zlp_tui.plan.from_json import from_json
from zlp_tui.plan.queries.assemble import assembled
from zlp_tui.plan.transaction import Transaction
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
    "read_back": """
        SELECT id, chapter, conversation, confirmed, correction, said_on
        FROM read_back WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "notice": "SELECT notice, shown_on FROM notice WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq",
    "remark": """
        SELECT id, seq, kind, text, voice, said_on, about, done_with, told_back_on
        FROM remark WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "disagreement": """
        SELECT id, seq, about, voice, text, said_on, route, ended_how, ended_on
        FROM disagreement WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "evaluation": """
        SELECT id, seq, held_on, conversation, present, quality, closed_on
        FROM evaluation WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "goal_outcome": """
        SELECT evaluation, id, goal, outcome, how_close, decision, why, successor, outcome_by, why_by
        FROM goal_outcome WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "domain_mark": """
        SELECT evaluation, id, domain, voice, mark, face
        FROM domain_mark WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "look_back": """
        SELECT evaluation, id, statement, voice, says, now
        FROM look_back WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "experience": """
        SELECT evaluation, person, face
        FROM experience WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
    "edition": "SELECT number, agreed_on, present, evaluation FROM edition WHERE plan_id = ? ORDER BY seq",
    "consent": """
        SELECT number, person, says, words
        FROM consent WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
    """,
}
"""What is read of each table: one select each, in the order in which it was kept."""

EVERY_NOTE: Final = """
    SELECT id, seq, happened_on, voice, about, done, because, text, adjust
    FROM progress WHERE plan_id = ? AND withdrawn_at IS NULL ORDER BY seq
"""

LAST_NOTES: Final = """
    WITH thing(id) AS (
        SELECT id FROM goal WHERE plan_id = ?1 UNION ALL SELECT id FROM agreement WHERE plan_id = ?1
        UNION ALL SELECT NULL
    )
    SELECT note.id, note.seq, happened_on, voice, about, done, because, text, adjust
    FROM thing CROSS JOIN progress AS note ON note.plan_id = ?1 AND note.about IS thing.id
    WHERE note.withdrawn_at IS NULL AND note.seq >= min(coalesce((
        SELECT older.seq FROM progress AS older
        WHERE older.plan_id = ?1 AND older.about IS thing.id AND older.withdrawn_at IS NULL
        ORDER BY older.seq DESC LIMIT 1 OFFSET 9
    ), 0), coalesce((
        SELECT max(seq) FROM evaluation
        WHERE plan_id = ?1 AND closed_on IS NOT NULL AND withdrawn_at IS NULL
    ), 0)) ORDER BY note.seq
"""
"""The last ten notes about each thing, and all since one looked back: ten years of them are thousands."""

TOLD: Final = """
    SELECT agreement.id,
        (SELECT note.done FROM progress AS note WHERE note.plan_id = ?1 AND note.about = agreement.id
            AND note.withdrawn_at IS NULL AND note.done IS NOT NULL ORDER BY note.seq DESC LIMIT 1),
        (SELECT note.text FROM progress AS note WHERE note.plan_id = ?1 AND note.about = agreement.id
            AND note.withdrawn_at IS NULL AND note.text IS NOT NULL ORDER BY note.seq DESC LIMIT 1),
        (SELECT note.adjust FROM progress AS note WHERE note.plan_id = ?1 AND note.about = agreement.id
            AND note.withdrawn_at IS NULL AND note.adjust IS NOT NULL ORDER BY note.seq DESC LIMIT 1)
    FROM agreement WHERE agreement.plan_id = ?1 AND agreement.withdrawn_at IS NULL
"""
"""What was noted last of each agreement: whether it is done, what it brought, what must be otherwise."""

TALLIES: Final = """
    WITH thing(id) AS (
        SELECT id FROM goal WHERE plan_id = ?1 UNION ALL SELECT id FROM agreement WHERE plan_id = ?1
    )
    SELECT id,
        (SELECT count(*) FROM progress INDEXED BY ix_progress_done
            WHERE plan_id = ?1 AND about = thing.id AND withdrawn_at IS NULL AND done = 'yes'),
        (SELECT count(*) FROM progress INDEXED BY ix_progress_done
            WHERE plan_id = ?1 AND about = thing.id AND withdrawn_at IS NULL AND done = 'partly'),
        (SELECT count(*) FROM progress INDEXED BY ix_progress_done
            WHERE plan_id = ?1 AND about = thing.id AND withdrawn_at IS NULL AND done = 'no')
    FROM thing
"""
"""How often each thing was done, partly done and not done: the notes are counted in their index, one run of it each."""

SINCE_AGREED: Final = """
    SELECT "of", count(DISTINCT row) FROM change
    WHERE plan_id = ?1 AND seq > (SELECT max(seq) FROM edition WHERE plan_id = ?1) AND "of" IN (
        'plan', 'person', 'detail', 'statement', 'life_domain', 'choice', 'option', 'consideration', 'open_question',
        'goal', 'agreement', 'small_step', 'task', 'disagreement', 'evaluation', 'goal_outcome', 'domain_mark',
        'look_back', 'experience'
    ) GROUP BY "of"
"""
"""How many lines of each table were added or changed since the plan was agreed on last. Notes of how it goes, remarks
and sittings go on by themselves."""


EDITION: Final = "SELECT body FROM edition WHERE plan_id = ? AND number = ?"
"""An edition without what goes on by itself (`editions.GOES_ON`): none of it is compared."""


def load_view(session: Transaction, plan_id: str, *, whole: bool = False) -> PlanView:
    """The plan as it stands; with `whole` all notes of how it went, else the last ones about each thing.

    `NotFound` when there is no such plan, `StoreDamaged` when its lines make no sense.
    """
    progress = {"progress": EVERY_NOTE if whole else LAST_NOTES, "told": TOLD, "tally": TALLIES}
    progress["since_agreed"] = SINCE_AGREED
    lines = {table: session.run(query, (plan_id,)) for table, query in (QUERIES | progress).items()}
    if not lines["plan"]:
        raise NotFound("There is no such plan.")
    try:
        return assembled(plan_id, lines)
    except (KeyError, TypeError, ValueError, StopIteration) as cause:
        raise StoreDamaged("The file with the plans is damaged. Please go back to a copy.") from cause


def load_edition(session: Transaction, plan_id: str, number: int) -> PlanView:
    """The plan as it was agreed on, to be compared: without its notes, sittings and looks back (`editions.py` has all).

    `NotFound` when it has no such edition, `StoreDamaged` when it makes no sense.
    """
    found = session.run(EDITION, (plan_id, number))
    if not found:
        raise NotFound("The plan has no edition {number}.", number=number)
    return from_json(json.loads(found[0][0]))
