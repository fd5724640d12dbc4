"""What it is that has a date, in words: in a plan, and in lists of plans, which load no more than this."""

from __future__ import annotations

from datetime import date

from zlp_tui.i18n import Catalogue


def title_of(tr: Catalogue, what: str, because: str) -> str:
    """What it is that has a date."""
    if because == "plan-within":
        return tr("The plan is ready")
    return {
        "evaluation": tr("Look back together"),
        "indication": tr("The indication ends"),
        "thinking-time": tr("The time to think ends"),
        "revisit": tr("Look at a choice again"),
        "agreement": tr("Look at an agreement again"),
        "agreement-over": tr("An agreement is over"),
        "remark": tr("Tell what was done with a remark"),
        "disagreement": tr("Talk about what somebody does not agree with"),
        "ask-again": tr("Ask again about a wish"),
        "write-again": tr("The plan is written down again"),
        "quick-look": tr("A quick look at how it goes"),
        "personal-plan": tr("A plan of one's own can be handed over"),
        "enquiry-within": tr("The enquiry of the municipality is ready"),
    }[what]


def due_parts(tr: Catalogue, what: str, because: str, on: str, today: date) -> tuple[str, str]:
    """What it is that has a date, and when that is, in words; `on` is an ISO date."""
    from zlp_tui.conversation.telling.relative_days import near  # Babel: where something has a date
    from zlp_tui.dates import short_date

    return title_of(tr, what, because), f"{short_date(on, tr.locale)}, {near(tr, date.fromisoformat(on), today)}"
