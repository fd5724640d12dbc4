"""The items of the list of plans: a name, and the most urgent fact about the plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from screens.parts.line_layout import LineItem, Look
from zlp_tui.conversation.ports.plan_list_item import PlanListItem
from zlp_tui.i18n import Catalogue
from zlp_tui.recorded_days import can_be

RUNS_OUT: Final = frozenset({"indication", "thinking-time", "revisit"})
"""Due dates that are shown before they come: afterwards it is too late."""


def plan_line(plan: PlanListItem, tr: Catalogue, today: str, in_words: Callable[[str], str] | None) -> LineItem:
    """A plan with what is due, else where its conversation goes on, else what is due soon. `today` is an ISO date.

    `in_words` formats a date; it is None until the store is open, and until then no dates are shown.
    """
    look: Look = "quiet" if plan.ended_on else "strong"
    return LineItem(plan.full_name, plan.id, by=_note(plan, tr, today, in_words), look=look)


def _note(plan: PlanListItem, tr: Catalogue, today: str, in_words: Callable[[str], str] | None) -> str:
    if plan.damaged or plan.unreadable:
        return _trouble(plan, tr)
    if plan.ended_on:
        return tr("ended {day}", day=in_words(plan.ended_on)) if in_words else tr("finished")
    if in_words and plan.due and (plan.due <= today or plan.due_what in RUNS_OUT):
        told = _due(plan, tr, today, in_words(plan.due))
        return tr("{what}, and {count} more", what=told, count=plan.due_more) if plan.due_more else told
    if in_words and plan.next and plan.next[:10] <= today:
        return tr("time to look back, since {date}", date=in_words(plan.next[:10]))
    if plan.goes_on_with:
        return tr("go on with {talk}", talk=plan.goes_on_with)
    if plan.comes_next:
        return tr("next: {talk}", talk=plan.comes_next)
    if in_words and plan.due:
        return _due(plan, tr, today, in_words(plan.due))
    if plan.last_talk is None:
        return tr("not begun yet")
    if not in_words:
        return ""
    known = can_be(plan.last_talk, today)
    return tr("last talk {date}", date=in_words(plan.last_talk[:10])) if known else tr("last talk on an unknown day")


def _trouble(plan: PlanListItem, tr: Catalogue) -> str:
    """Why a plan cannot be opened, and what to do."""
    if not plan.damaged:
        return tr("something in it cannot be read: zlp check")
    return tr("the file is damaged, and there is no copy here" if plan.no_copy
              else "the file is damaged: choose a copy")


def _due(plan: PlanListItem, tr: Catalogue, today: str, day: str) -> str:
    """What is due, or will be; a date has not passed on its own day."""
    what = plan.due_what or ""
    if (plan.due or "") >= today:
        return {
            "indication": tr("the indication ends on {date}", date=day),
            "thinking-time": tr("the time to think ends on {date}", date=day),
            "revisit": tr("look at a choice again on {date}", date=day),
            "agreement": tr("look at an agreement again on {date}", date=day),
            "remark": tr("tell what was done with a remark by {date}", date=day),
            "disagreement": tr("talk about what somebody does not agree with by {date}", date=day),
            "ask-again": tr("ask again about a wish on {date}", date=day),
            "write-again": tr("write the plan down again by {date}", date=day),
            "quick-look": tr("a quick look on {date}", date=day),
            "personal-plan": tr("a plan of one's own can come until {date}", date=day),
            "enquiry-within": tr("the enquiry is ready by {date}", date=day),
        }.get(what, tr("look back on {date}", date=day))
    return {
        "indication": tr("the indication ended on {date}", date=day),
        "thinking-time": tr("the time to think ended on {date}", date=day),
        "revisit": tr("time to look at a choice again, since {date}", date=day),
        "agreement": tr("time to look at an agreement again, since {date}", date=day),
        "agreement-over": tr("an agreement is over, since {date}", date=day),
        "remark": tr("a remark waits for an answer, since {date}", date=day),
        "disagreement": tr("somebody does not agree with something, since {date}", date=day),
        "ask-again": tr("time to ask again about a wish, since {date}", date=day),
        "write-again": tr("time to write the plan down again, since {date}", date=day),
        "quick-look": tr("time for a quick look, since {date}", date=day),
        "personal-plan": tr("a plan of one's own could come until {date}", date=day),
        "enquiry-within": tr("the enquiry had to be ready on {date}", date=day),
    }.get(what, tr("time to look back, since {date}", date=day))
