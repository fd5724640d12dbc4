"""What `zlp audit` prints as JSON. Its schema is made from these types; keys are added, never changed."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.access_point import AccessSource
from zlp_tui.command.printed_diff import PrintedVoice
from zlp_tui.plan.audit_line import AuditAction, AuditEvent, AuditOutcome


@dataclass(frozen=True, slots=True)
class PrintedAuditLine:
    """One line of the log of a plan, with the fields of NEN 7513. It names ids and never words.

    `person` did it, `on_behalf_of` whose words these were where that was another, or for whom a file of the plan was
    made; null where nobody said who.
    `keyholder` is the public key by which the plan was opened, null where it is not locked. `access_point` is an id of
    the computer, that was made up there, and `source` the face of zlp; null where that was not known. `topic` and
    `domain`: what was refused. `what`: the other id that it is about, such as the public key of who was given one,
    or the form of an export.
    `from_seq` and `to_seq` are the numbers of the Changes that it tells of. `code` stands for the log up to this line.
    """

    number: int
    at: str
    event: AuditEvent
    action: AuditAction
    outcome: AuditOutcome
    person: PrintedVoice | None
    on_behalf_of: PrintedVoice | None
    keyholder: str | None
    access_point: str | None
    source: AccessSource | None
    topic: str | None
    domain: str | None
    what: str | None
    from_seq: int | None
    to_seq: int | None
    code: str


@dataclass(frozen=True, slots=True)
class PrintedVerification:
    """Whether the log is as it was written and tells of every Change; if not, the number of the first line and of the
    first Change that do not fit."""

    sound: bool
    wrong_line: int | None
    wrong_change: int | None


@dataclass(frozen=True, slots=True)
class PrintedAudit:
    """The log of a plan, the oldest line first. `locked`: it is sealed with a key. `verified` with `--verify` only."""

    plan: str
    locked: bool
    verified: PrintedVerification | None
    lines: tuple[PrintedAuditLine, ...]
