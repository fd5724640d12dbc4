"""What is agreed for today, in words: by part of the day, with who does it and whether it is noted already.

Loads no script and no view types, so that lists of plans can use it.
"""

from __future__ import annotations

from zlp_tui.dates import join_names
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.agreed_today import PARTS, AgreedToday


def part_title(tr: Catalogue, part: str | None) -> str:
    """The heading of a part of the day; None, and a part that only a script of somebody else knows, is any time."""
    return {
        "morning": tr("In the morning"), "midday": tr("At midday"), "afternoon": tr("In the afternoon"),
        "evening": tr("In the evening"), "night": tr("At night"),
    }.get(part or "", tr("At any time today"))


def parts_of(agreed: AgreedToday) -> tuple[str | None, ...]:
    """The parts of the day at which something is told: each that is known, else None, for any time."""
    return tuple(part for part in PARTS if part in agreed.parts) or (None,)


def place_of(part: str | None) -> int:
    """Where a part of the day stands in the list; any time comes last."""
    return PARTS.index(part) if part in PARTS else len(PARTS)


def who_does(tr: Catalogue, agreed: AgreedToday) -> str:
    """Who takes part, in words; empty for nobody."""
    return join_names([helper.called for helper in agreed.who], tr.locale)


def noted_today(tr: Catalogue, done: str | None) -> str:
    """What was noted of it today; empty for nothing."""
    return {"yes": tr("done"), "partly": tr("partly done"), "no": tr("not done")}.get(done or "", "")


def not_told(tr: Catalogue) -> str:
    """Instead of the words of what belongs to a sensitive life domain, where nobody knows who looks along."""
    return tr("Something private. It stands in the plan.")
