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

_SETTLED: Final = " WHEN EXISTS (SELECT 1 FROM edition WHERE plan_id = old.plan_id AND number = old.number)"

_AGREED: Final = tuple(
    f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table}{when} BEGIN\n"
    "SELECT RAISE(ABORT, 'an edition never changes');\nEND"
    for table, when in (("edition", ""), ("consent", _SETTLED))
    for name, event in (("stays", "UPDATE"), ("is_kept", "DELETE"))
)
"""What was agreed on stays as it was, whoever tries."""

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
)
"""Statements that make the index of clients' names and the triggers, after the tables."""
