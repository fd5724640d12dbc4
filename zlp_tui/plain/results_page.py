"""The page with the results of an evaluation."""

from __future__ import annotations

from dataclasses import replace

from zlp_tui.conversation.ports.evaluation_pages import DomainResult, EvaluationLine, GoalResult, Mark, Results
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.text_page import TextPage


def results_page(results: Results | None, looks: tuple[EvaluationLine, ...], say: Catalogue) -> TextPage:
    """Domain by domain and goal by goal; at the end which other looks back there are."""
    page = TextPage(say)
    if results is None:
        page.text(say("We have not looked back together yet."))
        return page
    page.text(_held(results.evaluation, say))
    for domain in results.domains:
        page.gap()
        _domain(page, domain)
    for goal in results.goals:
        page.gap()
        _goal(page, goal)
    page.gap()
    page.text(say("Does the plan help: {words}", words=results.quality) if results.quality else "")
    for name, face in results.experience:
        page.text(say("This talk, says {name}: {face}", name=name, face=face))
    if len(looks) > 1:
        page.gap()
        page.text(say("All looks back, with their numbers for /results:"))
        for number, look in enumerate(looks, start=1):
            page.text(look.on, f"  {number}. ")
    return page


def _held(look: EvaluationLine, say: Catalogue) -> str:
    when = say("We looked back on {date}.", date=look.on)
    there = say("At the table: {names}", names=look.present) if look.present else ""
    going_on = say("We have not finished yet.") if look.open else ""
    return "\n".join(filter(None, (when, there, going_on)))


def _domain(page: TextPage, domain: DomainResult) -> None:
    """One part of life: a line per person, what they said then and now."""
    page.text(domain.title)
    people = dict.fromkeys(mark.by for mark in (*domain.then, *domain.now))
    for name in people:
        told = ", ".join(
            filter(None, (_mark(page.say("then"), name, domain.then), _mark(page.say("now"), name, domain.now)))
        )
        page.text(f"{name}: {told}", "  ")


def _mark(when: str, name: str, marks: tuple[Mark, ...]) -> str:
    return next((f"{when} {mark.words}" for mark in marks if mark.by == name), "")


def _goal(page: TextPage, goal: GoalResult) -> None:
    """One goal: how close, how we go on, and why, in words."""
    page.quote(goal.goal if goal.goal.intro else replace(goal.goal, intro=page.say("Goal")))
    say = page.say
    if not goal.discussed:
        page.text(say("Not talked about."), "     ")
    page.text(goal.tally, "     ")
    if goal.outcome is not None:
        page.quote(replace(goal.outcome, intro=say("What came of it")), "     ")
    page.text(say("How close: {words}", words=goal.how_close) if goal.how_close else "", "     ")
    page.text(say("How we go on: {words}", words=goal.decision) if goal.decision else "", "     ")
    if goal.why is not None:
        page.quote(replace(goal.why, intro=say("Why")), "     ")
    if goal.successor is not None:
        page.quote(replace(goal.successor, intro=say("The goal is now")), "     ")
