"""The dates in one plan, from which `due/` reckons when to look back: taken from its view, or for lists of plans read
without one (`queries/dates_of_plans.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from zlp_tui.plan.line_lookup import FoundLine
    from zlp_tui.plan.view import Disagreement, PlanView, Remark


CHOSEN_FIELDS: Final = frozenset({"law", "wlz-ground"})
"""Fields of forms that hold no day, and tell which dates count."""


QUICK_LOOK: Final = "quick"
"""The route of a quick look, by its id in every script (`docs/script.md`)."""


class ChoiceDates(NamedTuple):
    """The dates of a choice; `thinking_until` is None as soon as something was chosen."""

    id: str
    thinking_until: str | None
    revisit_on: str | None


class AgreementDates(NamedTuple):
    """The dates of an agreement. `looked_at`: somebody noted how it went on `evaluate_on` or later."""

    id: str
    evaluate_on: str | None
    until: str | None
    looked_at: bool


class WishDates(NamedTuple):
    """When a wish that is not met is asked again, as it was said last; `about` is the id of the wish."""

    about: str
    ask_again_on: str | None


Matter = Literal["remark", "disagreement"]
"""What somebody said and waits for an answer."""


class OpenMatter(NamedTuple):
    """A remark of which nobody told what was done with it, or what somebody does not agree with: since which day."""

    what: Matter
    id: str
    since: str


OPEN_ABOUT: Final = ("statement", "goal", "choice", "agreement", "progress", "person")
"""The kinds of lines about which what is open has a day, with their parts that anybody may see who sees the whole; and
what is about no line has one."""


class PlanDates(NamedTuple):
    """The dates in a plan, ISO: what was filled in last at each field of a form, the days of evaluations and editions,
    and the dates of choices that are open, of agreements that are in force, of wishes that are not met, and of remarks
    and disagreements that wait.

    `looking_back_since` is the first day of an evaluation that is open, `told` are notices with the day on which they
    were shown, `noted` the days of the last note about each agreement, and of the last that is about nothing;
    `quick_looks` those on which one looked quickly.
    """

    fields: Mapping[str, str]
    evaluations: tuple[str, ...]
    looking_back_since: str | None
    editions: tuple[str, ...]
    told: tuple[tuple[str, str], ...]
    noted: tuple[str, ...]
    quick_looks: tuple[str, ...]
    choices: tuple[ChoiceDates, ...]
    agreements: tuple[AgreementDates, ...]
    wishes: tuple[WishDates, ...]
    open_matters: tuple[OpenMatter, ...] = ()


class EvaluationDate(NamedTuple):
    """When to look back next and why then: the id of a wish or of a figure of the law; None when nothing tells."""

    on: str | None = None
    because: str | None = None


def dates_in(view: PlanView, today: str) -> PlanDates:
    """The dates in a plan of which there is a view. A note on a day after today was made by a clock that was wrong, and
    counts for none (K12)."""
    agreements = view.active_agreements()
    days = {agreement.id: agreement.evaluate_on for agreement in agreements if agreement.evaluate_on}
    notes = [note for note in view.progress if note.on <= today]
    looked_at = {note.about for note in notes if note.about in days and note.on >= days[note.about]}
    agreed = {None, *(agreement.id for agreement in view.agreements)}
    evaluation, wishes = view.open_evaluation, _wishes(view)
    return PlanDates(
        {detail.field: detail.value for detail in view.details},
        tuple(held.held_on for held in view.evaluations),
        evaluation.held_on if evaluation else None,
        tuple(edition.agreed_on for edition in view.editions if edition.agreed_on),
        tuple((notice.id, notice.shown_on) for notice in view.notices),
        tuple({note.about: note.on for note in notes if note.about in agreed}.values()),
        tuple(talk.started[:10] for talk in view.conversations if talk.route == QUICK_LOOK),
        tuple(
            ChoiceDates(choice.id, None if choice.chosen else choice.thinking_until, choice.revisit_on)
            for choice in view.open_choices()
        ),
        tuple(
            AgreementDates(agreed.id, agreed.evaluate_on, agreed.until, agreed.id in looked_at)
            for agreed in agreements
        ),
        tuple(WishDates(said.about, said.ask_again_on) for said in view.last_not_met() if said.about in wishes),
        tuple(_open_matters(view)),
    )


def _open_matters(view: PlanView) -> Iterator[OpenMatter]:
    """What is open, remarks first, the oldest first; `OPEN_ABOUT` tells about which lines."""
    from zlp_tui.plan.line_lookup import lines_in  # a list of plans has no view, and loads none of this

    about: set[str | None] = {None, *(found.line.id for found in lines_in(view) if _has_day(found))}
    told: tuple[tuple[Matter, tuple[Remark | Disagreement, ...]], ...] = (
        ("remark", view.open_remarks()), ("disagreement", view.open_disagreements()),
    )
    for what, matters in told:
        yield from (OpenMatter(what, said.id, said.said_on) for said in reversed(matters) if said.about in about)


def _has_day(found: FoundLine) -> bool:
    """Whether what is open about a line has a day: it is one of `OPEN_ABOUT`, or a plain part of one."""
    if found.whole is None:
        return found.kind.name in OPEN_ABOUT
    return found.kind.is_plain_part and _has_day(found.whole)


def _wishes(view: PlanView) -> frozenset[str]:
    """Ids of the lines that stand and can hold a wish (`plan/tables/said/wishes_not_met.py`)."""
    goals = (goal.id for goal in view.open_goals())
    others = (line.id for lines in (view.choices, view.agreements) for line in lines)
    return frozenset((*(said.id for said in view.statements if said.withdrawn_at is None), *goals, *others))
