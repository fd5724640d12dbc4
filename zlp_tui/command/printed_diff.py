"""What `zlp diff --json` prints; its JSON Schema in `docs/schema/` is made from these types. Keys are added, never
changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from zlp_tui.plan.view import printed_as


@dataclass(frozen=True, slots=True)
class PrintedVoice:
    """Whose words something is."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class PrintedDifference:
    """What became of one line, by `zlp diff`.

    `before` is None for what was added, `after` for what ended, `voice` for a fact of which it is not kept who said it;
    `ref` is the id of the line. `what` tells in words what differs, where it is a part or a field of the line and not
    its own words. `asked` tells of what is still as it was whether somebody was asked and said so.
    """

    topic: str
    kind: Literal["added", "changed", "ended", "still"]
    before: str | None
    after: str | None
    voice: PrintedVoice | None
    ref: str | None
    what: str | None
    asked: Literal["confirmed", "not-asked", "otherwise"]


@dataclass(frozen=True, slots=True)
class PrintedDiff:
    """Two editions compared, by number: `from` is None while nothing was agreed on, `to` is `now` for today's plan."""

    __pydantic_config__ = printed_as({"from_": "from"})

    from_: int | None
    to: int | Literal["now"]
    changes: tuple[PrintedDifference, ...]
