"""What the law wants to be talked about and told, and what of it was: `zlp check --law`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import day_of
from zlp_tui.conversation.telling.tellers.step_tellers import step_lines
from zlp_tui.due.figures import Rules, Subject, laws_for
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import PlanView
from zlp_tui.script.schema import Step, Topic


@dataclass(frozen=True, slots=True)
class LawLine:
    """One thing that the law wants to be talked about or told. `met_by` are the ids of the lines of the plan that tell
    of it, or of the notice; `where` are the titles of their topics and life domains, or the day it was told."""

    rule: str
    title: str
    article: str
    met_by: tuple[str, ...]
    where: tuple[str, ...]


def law_lines(context: PlanContext, rules: Mapping[str, Rules]) -> tuple[LawLine, ...]:
    """What the laws of a plan want, of which readers of `context` may see what was said.

    A plan under another law, or none, is laid beside the subjects of the law that names them.
    """
    laws = laws_for(context.view.law, context.view.ground, rules)
    subjects = [subject for law in laws for subject in law.subjects]
    others = [subject for law in rules.values() for subject in law.subjects]
    return (
        *(_talked_about(context, subject) for subject in subjects or others),
        *(_told(context, told) for law in laws for told in law.told),
    )


def rule_title(tr: Catalogue, rule: str) -> str:
    """What a rule is about, in a few plain words; its id for one that has none."""
    return {
        "own-life": tr("Deciding about one's own life, with family and volunteers"),
        "washing-and-toilet": tr("Washing every day, and being helped to the toilet in time"),
        "food-and-drink": tr("Eating and drinking"),
        "clean-room": tr("A clean room"),
        "respect-and-safety": tr("Respect, and a safe and pleasant place"),
        "belief": tr("Religion or belief"),
        "day-and-movement": tr("A day that has meaning, and moving"),
        "outdoors": tr("Being outdoors every day"),
        "development": tr("Learning and school"),
        "client-support": tr("Somebody who thinks along, apart from the care"),
        "personal-plan": tr("That one may hand over a plan of one's own"),
        "confidant": tr("The client's confidential adviser"),
    }.get(rule, rule)


def _talked_about(context: PlanContext, subject: Subject) -> LawLine:
    found = tuple(dict.fromkeys((*_at_steps(context, subject.id), *_in_domains(context, subject.id))))
    refs, places = dict.fromkeys(ref for ref, _ in found), dict.fromkeys(title for _, title in found)
    return _line(context, subject, refs, places)


def _line(context: PlanContext, subject: Subject, refs: Iterable[str], where: Iterable[str]) -> LawLine:
    article = f"{subject.source} {subject.article}"
    return LawLine(subject.id, rule_title(context.tr, subject.id), article, tuple(refs), tuple(where))


def _at_steps(context: PlanContext, rule: str) -> Iterator[tuple[str, str]]:
    """What was said at questions about it: the line, and the title of the topic."""
    for topic in context.script.topics:
        for step in topic.steps:
            for ref in _said_at(context, topic, step, rule):
                yield ref, context.words(topic.title)


def _said_at(context: PlanContext, topic: Topic, step: Step, rule: str) -> Iterator[str]:
    if rule in step.meets:
        yield from (quote.ref for line in step_lines(context, topic, step) for quote in line.quotes if quote.ref)
    parts = {part for part, rules in step.parts_meeting.items() if rule in rules}
    if parts:
        yield from (s.id for s in context.view.said(topic.id, step.id) if (s.side or s.moment) in parts)


def _in_domains(context: PlanContext, rule: str) -> Iterator[tuple[str, str]]:
    """Life domains that name it and came up, and what was said in them. One that nobody may ask about did not."""
    came_up = {domain.id for domain in context.view.domains if domain.relevance in ("now", "not-now", "later")}
    for domain in context.script.domains:
        if rule in domain.meets and domain.id in came_up:
            title = context.words(domain.title)
            yield domain.id, title
            yield from ((said.id, title) for said in context.view.live_statements if said.domain == domain.id)


def _told(context: PlanContext, told: Subject) -> LawLine:
    since = _told_since(context.view)
    days = sorted({n.shown_on for n in context.view.notices if n.id == told.id and n.shown_on >= since})
    where = (context.tr("told on {day}", day=day_of(context, days[-1])),) if days else ()
    return _line(context, told, (told.id,) if days else (), where)


def _told_since(view: PlanView) -> str:
    """From which day on something must be told: before each look back it is told again, so since one last agreed
    before that."""
    last = max((evaluation.held_on for evaluation in view.evaluations), default="")
    agreed = (edition.agreed_on for edition in view.agreed_editions if edition.agreed_on)
    return max((day for day in agreed if day < last), default="")
