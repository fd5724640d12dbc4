"""The log of who looked and who did what in a plan (NEN 7513): its lines, and the chain that holds them together.

A line names ids and never words. Each is sealed over the one before it, so a line that is changed, removed, added or
moved is found. In a locked file the seal is keyed with the plan's key; in one that is not locked there is no key, and
whoever can write the file can also seal it anew: then only a head that was written down elsewhere tells.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, Self, get_args

from zlp_tui.access_point import NOWHERE, AccessPoint, AccessSource

if TYPE_CHECKING:
    from hashlib import blake2b

AuditEvent = Literal[
    "begin", "open", "read", "list", "change", "withdraw", "undo", "hand-over", "take-in", "give-key", "take-key",
    "new-key", "unfold", "export", "backup", "restore", "erase",
]
"""What a line tells of."""
AuditOutcome = Literal["done", "refused", "failed"]
AuditAction = Literal["C", "R", "U", "D", "E"]
"""Create, read, update, delete, execute, as NEN 7513 calls them."""

EVENTS: Final[tuple[AuditEvent, ...]] = get_args(AuditEvent)

_ACTIONS: Final[dict[str, AuditAction]] = {
    "begin": "C", "open": "R", "read": "R", "list": "R", "withdraw": "D", "erase": "D", "change": "U", "undo": "U",
}

CHANGE_COLUMNS: Final = (
    "seq", "act", "at", "on_date", "by", "conversation", "kind", "of", "row", "before", "after",
)
"""What of a Change is sealed, in this order."""

ChangeValues = Sequence[str | int | None]
"""The columns of one Change, in the order of `CHANGE_COLUMNS`."""

_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_KEY: Final = 32
OPEN: Final = "open"
"""The name of a chain without a key."""


def action_of(event: AuditEvent) -> AuditAction:
    """The kind of action that an event is."""
    return _ACTIONS.get(event, "E")


class AuditSeal(NamedTuple):
    """What lines are sealed with, who holds the key by which the plan was opened, and where. It is in no
    representation."""

    key: bytes = b""
    """The key of the chain; empty where the file is not locked."""
    keyholder: str | None = None
    """The public key of the keyholder, in hexadecimal digits; None where the file is not locked."""
    at: AccessPoint = NOWHERE
    """From where the plan was opened."""

    @classmethod
    def of_file(cls, file_key: bytes | None, keyholder: str | None = None, at: AccessPoint = NOWHERE) -> Self:
        """The seal of a file, by the key that opens it; None for one that is not locked."""
        if file_key is None:
            return cls(at=at)
        return cls(_hashed(b"", _KEY, file_key, b"zlp-audit-key").digest(), keyholder, at)

    def for_key(self, file_key: bytes | None) -> AuditSeal:
        """The seal of a file with another key, opened by the same keyholder from the same place."""
        return AuditSeal.of_file(file_key, self.keyholder, self.at)._replace(keyholder=self.keyholder)

    @property
    def chain(self) -> str:
        """The name of the chain that this key seals."""
        return chain_of(self.key)

    def __repr__(self) -> str:
        return "AuditSeal()"


def chain_of(key: bytes) -> str:
    """The name of the chain that is sealed with a key; it tells nothing of the key."""
    return _hashed(b"", 8, key, b"zlp-audit-name").hexdigest() if key else OPEN


class AuditEntry(NamedTuple):
    """Something to be told in the log of a plan, as it is when it happens.

    `person` did it, by person id, for `on_behalf_of` where these are somebody else's words, or who gets a file of the
    plan; None where nobody said who. `topic` and `domain`: the scope of what was refused. `what`: another id that it is
    about, such as the form of an export. `changes`: the Changes
    that it tells of, which follow on each other.
    """

    plan_id: str
    at: str
    event: AuditEvent
    person: str | None = None
    on_behalf_of: str | None = None
    outcome: AuditOutcome = "done"
    topic: str | None = None
    domain: str | None = None
    what: str | None = None
    changes: tuple[ChangeValues, ...] = ()

    def joined(self, other: AuditEntry) -> AuditEntry | None:
        """Both as one entry, where the other tells of Changes of the same kind by the same person; else None."""
        both = self.changes and other.changes
        if both and self._replace(at="", changes=()) == other._replace(at="", changes=()):
            return self._replace(changes=(*self.changes, *other.changes))
        return None


class AuditLine(NamedTuple):
    """One line of the log as it is kept. `number` is gap-free per plan; `access_point` is the computer; `digest` is
    that of the Changes `from_seq` to `to_seq`, and `seal` is made over all of it and the seal before."""

    number: int
    at: str
    event: AuditEvent
    outcome: AuditOutcome
    person: str | None
    on_behalf_of: str | None
    keyholder: str | None
    access_point: str | None
    source: AccessSource | None
    topic: str | None
    domain: str | None
    what: str | None
    from_seq: int | None
    to_seq: int | None
    digest: str | None
    chain: str
    seal: str

    def sealed(self, plan_id: str, before: str, key: bytes) -> AuditLine:
        """The line with the seal that belongs to it."""
        told = _json([plan_id, before, *self[:-1]])
        made = _hashed(told.encode("utf-8", "surrogatepass"), _KEY, key, b"zlp-audit")
        return self._replace(seal=made.hexdigest())


def line_of(entry: AuditEntry, number: int, seal: AuditSeal) -> AuditLine:
    """The line of an entry, not sealed yet."""
    changes = entry.changes
    first, last = (changes[0][0], changes[-1][0]) if changes else (None, None)
    return AuditLine(
        number, entry.at, entry.event, entry.outcome, entry.person, entry.on_behalf_of, seal.keyholder,
        seal.at.computer, seal.at.source, entry.topic, entry.domain, entry.what,
        None if first is None else int(first), None if last is None else int(last),
        digest_of(changes) if changes else None, seal.chain, "",
    )


def mark_of(plan_id: str, number: int, seal: str, key: bytes) -> str:
    """What tells that the line with this number and seal is the last one, so that none can be taken off the end."""
    told = _json([plan_id, number, seal]).encode("utf-8", "surrogatepass")
    return _hashed(told, _KEY, key, b"zlp-audit-head").hexdigest()


def digest_of(changes: Iterable[ChangeValues]) -> str:
    """What tells some Changes from any others."""
    said = _json([tuple(change) for change in changes])
    return _hashed(said.encode("utf-8", "surrogatepass"), 16).hexdigest()


def _hashed(said: bytes, size: int, key: bytes = b"", person: bytes = b"") -> blake2b:
    import hashlib  # loads OpenSSL too, and who only lists plans seals nothing

    return hashlib.blake2b(said, digest_size=size, key=key, person=person)
