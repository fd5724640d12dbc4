"""What a plan says that has to do with dates; all that reckoning what is due needs of it.

Of the one plan on the table they are read off its view. Of thousands of plans at once they are read by the store
(`store/plan_dates.py`), and a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal, NamedTuple, get_args

from zlp_tui.plan.view import Agreement, PlanView

Watched = Literal["indication", "thinking-time", "revisit", "agreement"]
"""What has a date of its own that somebody wrote down, besides looking back at the whole plan."""

WATCHED: Final[dict[str, Watched]] = {what: what for what in get_args(Watched)}


class Dated(NamedTuple):
    """Something with a date of its own: an agreement, a choice, or the indication, which is no line of the plan."""

    what: Watched
    on: str
    ref: str | None = None


class Facts(NamedTuple):
    """What is known of the dates of one plan; ISO dates, None where nothing was said."""

    law: str | None = None
    care_started_on: str | None = None
    drawn_up_on: str | None = None
    agreed_on: str | None = None
    looked_back_on: str | None = None
    first_evaluation_on: str | None = None
    wish: str | None = None
    dated: tuple[Dated, ...] = ()


def facts_told(
    fields: Mapping[str, str], agreed_on: str | None, looked_back_on: str | None,
    lines: Iterable[tuple[str, str, str]],
) -> Facts:
    """The facts as the store tells them: fields by their id in the script, and lines as (what, on, id)."""
    until = fields.get("wlz-valid-until")
    dated = [Dated(WATCHED[what], on, ref) for what, on, ref in lines]
    return Facts(
        fields.get("law"), fields.get("care-started-on"), fields.get("drawn-up-on"), agreed_on, looked_back_on,
        fields.get("first-evaluation-on"), fields.get("evaluate-on"),
        (*([Dated("indication", until)] if until else []), *dated),
    )


def facts_of(view: PlanView) -> Facts:
    """The facts of the plan on the table. An evaluation counts from its first day, also while it goes on."""
    evaluations = [evaluation.held_on for evaluation in view.evaluations]
    agreed = [edition.agreed_on for edition in view.agreed_editions if edition.agreed_on]
    looked_back = max(evaluations, default=None)
    return Facts(
        view.law, view.care_started_on, view.drawn_up_on, max(agreed, default=None), looked_back,
        view.first_evaluation_on, view.details.get("evaluate-on"), _dated(view, looked_back),
    )


def _dated(view: PlanView, looked_back: str | None) -> tuple[Dated, ...]:
    found = []
    if until := view.details.get("wlz-valid-until"):
        found.append(Dated("indication", until))
    for choice in view.open_choices():
        if choice.thinking_until and choice.chosen is None:
            found.append(Dated("thinking-time", choice.thinking_until, choice.id))
        if choice.revisit_on:
            found.append(Dated("revisit", choice.revisit_on, choice.id))
    for agreement in view.active_agreements():
        if agreement.evaluate_on and not _was_looked_at(view, agreement, looked_back):
            found.append(Dated("agreement", agreement.evaluate_on, agreement.id))
    return tuple(found)


def _was_looked_at(view: PlanView, agreement: Agreement, looked_back: str | None) -> bool:
    """An agreement was looked at when somebody noted how it went, or looked back at all, on its day or later."""
    noted = (note.on for note in view.progress if note.about == agreement.id)
    return any(on >= (agreement.evaluate_on or "") for on in (*noted, looked_back or ""))
