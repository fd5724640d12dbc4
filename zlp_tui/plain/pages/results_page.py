"""The page with the results of an evaluation."""

from __future__ import annotations

from dataclasses import replace

from zlp_tui.conversation.ports.evaluation_pages import DomainResult, EvaluationLine, GoalResult, Mark, Results
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.pages.text_page import TextPage, in_brackets


def results_page(results: Results | None, looks: tuple[EvaluationLine, ...], tr: Catalogue) -> TextPage:
    """Domain by domain and goal by goal; at the end which other looks back there are."""
    page = TextPage(tr)
    if results is None:
        page.text(tr("We have not looked back together yet."))
        return page
    page.text(_held(results.evaluation, tr))
    for domain in results.domains:
        page.gap()
        _domain(page, domain)
    for goal in results.goals:
        page.gap()
        _goal(page, goal)
    page.gap()
    _wishes(page, results)
    over_time = "; ".join(
        " ".join(filter(None, (f"{said.on}: {said.words}", in_brackets(said.by)))) for said in results.quality
    )
    page.text(tr("Does the plan help: {words}", words=over_time) if over_time else "")
    for name, face in results.experience:
        page.text(tr("This talk, says {name}: {face}", name=name, face=face))
    if len(looks) > 1:
        page.gap()
        page.text(tr("All looks back, with their numbers for /results:"))
        numbered = list(enumerate(looks, start=1))
        page.listed(numbered, lambda look: page.text(look[1].on, f"  {look[0]}. "), newest="first")
    return page


def _wishes(page: TextPage, results: Results) -> None:
    """The one figure in words, and how far each wish came."""
    page.text(results.wishes_met)
    for wish in results.wishes:
        page.quote(wish.wish)


def _held(look: EvaluationLine, tr: Catalogue) -> str:
    when = tr("We looked back on {date}.", date=look.on)
    there = tr("At the table: {names}", names=look.present) if look.present else ""
    going_on = tr("We have not finished yet.") if look.open else ""
    return "\n".join(filter(None, (when, there, going_on)))


def _domain(page: TextPage, domain: DomainResult) -> None:
    """One part of life: a line per person, what they said then and now."""
    page.text(domain.title)
    people = dict.fromkeys(mark.by for mark in (*domain.then, *domain.now))
    for name in people:
        told = ", ".join(
            filter(None, (_mark(page.tr("then"), name, domain.then), _mark(page.tr("now"), name, domain.now)))
        )
        page.text(f"{name}: {told}", "  ")


def _mark(when: str, name: str, marks: tuple[Mark, ...]) -> str:
    return next((f"{when} {mark.words}" for mark in marks if mark.by == name), "")


def _goal(page: TextPage, goal: GoalResult) -> None:
    """One goal: how close, how we go on, and why, in words."""
    page.quote(goal.goal if goal.goal.intro else replace(goal.goal, intro=page.tr("Goal")))
    tr = page.tr
    if not goal.discussed:
        page.text(tr("Not talked about."), "     ")
    page.text(goal.tally, "     ")
    for came in goal.outcome:
        page.quote(replace(came, intro=tr("What came of it")), "     ")
    for close in goal.how_close:
        words = f"{close.words} ({close.by})" if close.by else close.words
        page.text(tr("How close: {words}", words=words), "     ")
    decision = " ".join(filter(None, (goal.decision, in_brackets(goal.decided_by))))
    page.text(tr("How we go on: {words}", words=decision) if goal.decision else "", "     ")
    for why in goal.why:
        page.quote(replace(why, intro=tr("Why")), "     ")
    if goal.successor is not None:
        page.quote(replace(goal.successor, intro=tr("The goal is now")), "     ")
