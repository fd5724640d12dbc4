"""What every form of export is made from: one plan, as the person it is for may see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from zlp_tui.conversation.ports.plan_pages import Beforehand
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.due.figures import Rules
from zlp_tui.plan.view import Person, PlanView


def nothing_to_ask() -> Beforehand | None:
    """Of a plan in which everything was asked."""
    return None


@dataclass(frozen=True)
class AgreedPlan:
    """The plan as it was agreed on: its number, and the view of then, filtered for the reader of now. Notes and
    conversations of then are not in it; they stand in the plan of now."""

    number: int
    view: PlanView


def never_agreed() -> PlanView | None:
    """Of a plan that was never agreed on."""
    return None


def no_editions() -> tuple[AgreedPlan, ...]:
    """Of a plan that was never agreed on."""
    return ()


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
    rules: Mapping[str, Rules] = field(default_factory=dict)
    """What each law asks (`data/rules/`); empty where that cannot be read."""
    large: bool = False
    """Whether it is printed in large letters (18 pt)."""
    read_new_lines: Callable[[], frozenset[str]] = frozenset
    """Reads the ids of the lines that were added in the last talk (`last_talk`)."""
    read_questions: Callable[[], Beforehand | None] = nothing_to_ask
    """Reads the questions of the next talk, for the client to think about; None where nothing is left to ask."""
    read_agreed: Callable[[], PlanView | None] = never_agreed
    """Reads the plan as it was agreed on last, as far as it is compared; None where it was not agreed on yet."""
    read_editions: Callable[[], tuple[AgreedPlan, ...]] = no_editions
    """Reads the plan as it was agreed on each time, oldest first: for the few forms that tell of it, as reading takes
    as long as all the rest."""

    @property
    def view(self) -> PlanView:
        """The plan, with every note of how it went."""
        return self.context.view


Maker = Callable[[ExportSource], bytes]
"""Makes one form: the bytes of its file. It opens no file and reads no clock."""
