"""Lines that say who may read and write what in the plan. Imported from `plan.view`."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.plan.lines.person_lines import Voice


@dataclass(frozen=True, slots=True)
class Grant:
    """What one person may see and write in a scope, as `voice` said it for the client.

    `scope` is `everything`, `work` (what is needed for the work), `representative` (acting in the client's name),
    `topic:ID`, `domain:ID` or `line:ID`. Without a person it is a line that only who said it and the client may see.
    It holds up to and on `until`, a date; None for as long as nobody takes it back.
    """

    id: str
    seq: int
    person: str | None
    scope: str
    see: bool
    write: bool
    until: str | None
    voice: Voice
    given_on: str
