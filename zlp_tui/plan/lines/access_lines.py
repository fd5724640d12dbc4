"""Lines that say who may read and write what in the plan. Imported from `plan.view`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zlp_tui.plan.lines.person_lines import Voice

EVERYTHING: Final = "everything"
WORK: Final = "work"
PARTS: Final = "parts"
"""The scope of who reads what is named for them, by topic or life domain, and nothing else."""
MAIN: Final = (EVERYTHING, WORK, PARTS)
"""The scopes of which one stands for a person: the answer to whether they may read the plan."""
REPRESENTATIVE: Final = "representative"
"""The scope of who acts in the client's name: they read and write all but what is closed at first, and may say who
reads the plan (C8)."""

CLOSED_AT_FIRST: Final = frozenset({"sexuality-and-intimacy"})
"""Life domains that nobody but the client reads until the client opens them by name."""


@dataclass(frozen=True, slots=True)
class Grant:
    """What one person may see and write in a scope, as `voice` said it for the client.

    `scope` is `everything`, `work` (what is needed for the work), `parts` (what other grants name), `representative`
    (acting in the client's name), `topic:ID`, `domain:ID` or `line:ID`. Without a person it is a line that only who
    said it and the client may see. It holds up to and on `until`, a date; None for as long as nobody takes it back.
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
