"""How it went in each life domain, by a face or by a number, apart for who gave the mark."""

from __future__ import annotations

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.evaluation.mark_scale import face_of
from zlp_tui.conversation.telling.evaluation_lookup import last_evaluation
from zlp_tui.conversation.telling.introductions import fact, intro_of
from zlp_tui.conversation.telling.life_domains import domains_now
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.view import DomainMark
from zlp_tui.script.schema import Topic
from zlp_tui.script.steps.looking_back_models import Scale


def scale_lines(context: PlanContext, topic: Topic, step: Scale) -> tuple[LetterLine, ...]:
    """The marks of the last evaluation, apart for who gave them, the client first."""
    evaluation = last_evaluation(context)
    domains = [domain.id for domain in domains_now(context)]
    told = [mark for mark in evaluation.marks if mark.domain in domains] if evaluation else []
    lines: dict[str, list[Quote]] = {}
    for mark in sorted(told, key=lambda m: (m.voice.id != context.view.client, domains.index(m.domain))):
        title = context.words(context.script.domain(mark.domain).title)
        said = fact(mark_words(context, step, mark), by=context.name(mark.voice.id), intro=title)
        lines.setdefault(_intro(context, topic, step, mark.voice.id), []).append(said)
    return tuple(LetterLine(intro, tuple(quotes)) for intro, quotes in lines.items())


def mark_words(context: PlanContext, step: Scale, mark: DomainMark) -> str:
    """A mark as it was given: in a face's words, or in figures."""
    if not mark.face:
        return str(mark.mark)
    return context.words(next(face.title for face in step.faces if face.id == face_of(mark.mark)))


def _intro(context: PlanContext, topic: Topic, step: Scale, voice: str) -> str:
    if voice == context.view.client or not topic.intro_by_other:
        return intro_of(context, topic, step.id)
    return context.words(topic.intro_by_other, who=context.name(voice))
