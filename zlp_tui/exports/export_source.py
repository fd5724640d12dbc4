"""What every form of export is made from: one plan, as the person it is for may see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.view import Person, PlanView


@dataclass(frozen=True)
class ExportSource:
    """One plan as one person may see it. A form is made from this and from nothing else, so what that person may not
    see is not in it, not in its metadata and not in its counts."""

    context: PlanContext
    """The script, the view that was filtered for the reader, the words of the program, and the day."""
    reader: Person
    """For whom it is made: the client, unless somebody else was named."""
    made_at: datetime
    """The moment of making, in universal time; given, so that the same plan gives the same bytes."""
    agreed: PlanView | None = None
    """The plan as it was agreed on last, filtered for the same reader; None where it was not agreed on yet."""
    large: bool = False
    """Whether it is printed in large letters (18 pt)."""

    @property
    def view(self) -> PlanView:
        """The plan, with every note of how it went."""
        return self.context.view


Maker = Callable[[ExportSource], bytes]
"""Makes one form: the bytes of its file. It opens no file and reads no clock."""
