"""What SQLite itself keeps up to date beside the tables of plans: an index of names, and triggers.

The list of plans (`plan_list_rows.py`) is read without the tables' module, for thousands of plans at once. So a plan
holds when it was last talked about and where that stopped, and names of clients are in a full-text index; triggers keep
both.
"""

from typing import Final

_LAST_TALK = """
UPDATE plan SET (last_talk, talked_on) = (
    SELECT started, started_on FROM conversation
    WHERE plan_id = {row}.plan_id AND withdrawn_at IS NULL ORDER BY seq DESC LIMIT 1
), goes_on_at = (
    SELECT resume_topic FROM conversation
    WHERE plan_id = {row}.plan_id AND withdrawn_at IS NULL AND resume_topic IS NOT NULL ORDER BY seq DESC LIMIT 1
) WHERE plan_id = {row}.plan_id;
"""
"""By number, as a conversation goes on where the last one stopped: a clock that was wrong once does not order them."""

_INDEX: Final = """
CREATE VIRTUAL TABLE client_name USING fts5(folded, plan_id UNINDEXED, tokenize = 'trigram remove_diacritics 1')
"""

_NAMED: Final = """
CREATE TRIGGER client_named AFTER INSERT ON person WHEN new.kind = 'client' BEGIN
INSERT INTO client_name (folded, plan_id) VALUES (new.folded, new.plan_id);
END
"""

_RENAMED: Final = """
CREATE TRIGGER client_renamed AFTER UPDATE OF folded ON person WHEN new.kind = 'client' BEGIN
UPDATE client_name SET folded = new.folded WHERE plan_id = new.plan_id;
END
"""

_GONE: Final = """
CREATE TRIGGER client_gone AFTER DELETE ON person WHEN old.kind = 'client' BEGIN
DELETE FROM client_name WHERE plan_id = old.plan_id;
END
"""

_TALKS: Final = (("begun", "INSERT", "new"), ("went_on", "UPDATE", "new"), ("gone", "DELETE", "old"))

AGREED_ON: Final = "an edition never changes"
"""What SQLite says when somebody tries."""

_SETTLED: Final = (
    " WHEN EXISTS (SELECT 1 FROM edition"
    " WHERE plan_id = old.plan_id AND number = old.number AND withdrawn_at IS NULL)"
)

_OVER: Final = """ WHEN NOT EXISTS (
SELECT 1 FROM change JOIN conversation AS talk ON talk.plan_id = change.plan_id AND talk.id = change.conversation
WHERE change.plan_id = old.plan_id AND change.seq = old.seq AND talk.ended IS NULL
AND NOT EXISTS (SELECT 1 FROM conversation AS later WHERE later.plan_id = talk.plan_id AND later.seq > talk.seq)
)"""
"""Whether the conversation in which it was made is over: it ended, or was cut off and another one began."""

_WHAT_WAS_AGREED: Final = "plan_id, id, seq, number, agreed_on, present, evaluation, body, goes_on"

_AGREED: Final = tuple(
    f"CREATE TRIGGER {name} BEFORE {event} ON {table}{when} BEGIN\n"
    f"SELECT RAISE(ABORT, '{AGREED_ON}');\nEND"
    for name, event, table, when in (
        ("edition_stays", f"UPDATE OF {_WHAT_WAS_AGREED}", "edition", ""),
        ("edition_stands", "UPDATE OF withdrawn_at", "edition", _OVER),
        ("edition_is_kept", "DELETE", "edition", ""),
        ("consent_stays", "UPDATE", "consent", _SETTLED),
        ("consent_is_kept", "DELETE", "consent", _SETTLED),
    )
)
"""What was agreed on stays as it was, whoever tries; as a whole it can be taken back in the same conversation."""

TOLD: Final = "the log never changes"
"""What SQLite says when somebody tries."""

_TOLD: Final = tuple(
    f"CREATE TRIGGER {name} BEFORE {event} ON audit{when} BEGIN\nSELECT RAISE(ABORT, '{TOLD}');\nEND"
    for name, event, when in (
        ("audit_stays", "UPDATE", ""),
        ("audit_is_kept", "DELETE", ""),
        (
            "audit_goes_on", "INSERT",
            " WHEN new.number <> (SELECT coalesce(max(number), 0) + 1 FROM audit WHERE plan_id = new.plan_id)",
        ),
    )
)
"""A line of the log stays as it was written, and the next one comes after the last."""

TRIGGERS_AND_INDEXES: Final[tuple[str, ...]] = (
    _INDEX.strip(),
    "INSERT INTO client_name (client_name, rank) VALUES ('secure-delete', 1)",
    _NAMED.strip(),
    _RENAMED.strip(),
    _GONE.strip(),
    *(
        f"CREATE TRIGGER conversation_{name} AFTER {event} ON conversation BEGIN{_LAST_TALK.format(row=row)}END"
        for name, event, row in _TALKS
    ),
    *_AGREED,
    *_TOLD,
)
"""Statements that make the index of clients' names and the triggers, after the tables."""
