"""Whether the log of a plan is as it was written, and tells of every Change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from zlp_tui.plan.audit_line import AuditLine, AuditSeal, ChangeValues, chain_of, digest_of, mark_of
from zlp_tui.plan.queries.audit_log import changes_of_plan, lines_of_plan, rows_of
from zlp_tui.plan.transaction import Transaction


class AuditCheck(NamedTuple):
    """What was found: the number of the first line that does not fit, and the first Change that no line tells of as it
    is now; both None where all fits. `head` is the seal of the last line, empty for a log without one."""

    head: str
    wrong_line: int | None = None
    wrong_change: int | None = None

    @property
    def sound(self) -> bool:
        """Whether all fits."""
        return self.wrong_line is None and self.wrong_change is None


def check_log(session: Transaction, plan_id: str, seal: AuditSeal) -> AuditCheck:
    """Reckon the whole log of a plan anew, with the key of its file.

    A line that was taken off the end is the first one that does not fit: its number is one more than those that are
    there.
    """
    lines = lines_of_plan(session, plan_id)
    wrong_line = _first_wrong_line(plan_id, lines, seal)
    if wrong_line is None and not _ends_here(session, plan_id, lines, seal):
        wrong_line = len(lines) + 1
    changes = {int(row[0] or 0): row for row in changes_of_plan(session, plan_id)}
    return AuditCheck(lines[-1].seal if lines else "", wrong_line, next(_wrong_changes(lines, changes), None))


def _first_wrong_line(plan_id: str, lines: Sequence[AuditLine], seal: AuditSeal) -> int | None:
    before, chain, keys = "", lines[0].chain if lines else "", _keys(lines, seal)
    for expected, line in enumerate(lines, start=1):
        key = keys.get(line.chain)
        follows = line.chain == chain or (line.event == "new-key" and chain_of(_former(line)) == chain)
        if line.number != expected or not follows or key is None:
            return expected
        if line.sealed(plan_id, before, key).seal != line.seal:
            return expected
        before, chain = line.seal, line.chain
    return None


def _ends_here(session: Transaction, plan_id: str, lines: Sequence[AuditLine], seal: AuditSeal) -> bool:
    """Whether the last line is the one that was written last. One that was written without a key, into a file that has
    one since, is so too."""
    if not lines:
        return False
    last, key = lines[-1], _keys(lines, seal)[lines[-1].chain]
    return rows_of(session, "audit-head", plan_id) == [
        (last.number, mark_of(plan_id, last.number, last.seal, key))
    ]


def _keys(lines: Sequence[AuditLine], seal: AuditSeal) -> Mapping[str, bytes]:
    """The key of each chain by its name: of that of today, of one without a key, and those that new chains hold."""
    held = (_former(line) for line in lines if line.event == "new-key")
    return {chain_of(key): key for key in (b"", *held, seal.key)}


def _former(line: AuditLine) -> bytes:
    """The key of the chain before, as the first line of the next one holds it."""
    try:
        return bytes.fromhex(line.what or "")
    except ValueError:
        return b""


def _wrong_changes(lines: Sequence[AuditLine], changes: Mapping[int, ChangeValues]) -> Iterator[int]:
    """Changes that no line tells of, or not as they are, the first one first. Of Changes that more than one line tells
    of, the last one counts: words that were erased for good were sealed anew."""
    ranges = {(line.from_seq or 0, line.to_seq or 0): line.digest for line in lines if line.digest is not None}
    following = 1
    for (first, last), digest in sorted(ranges.items()):
        if first != following:
            yield min(first, following)
        if digest_of(changes[seq] for seq in range(first, last + 1) if seq in changes) != digest:
            yield first
        following = last + 1
    if following <= max(changes, default=0):
        yield following
