"""How it goes in all life domains that matter, in one list: each with the levels that can be picked for it."""

from __future__ import annotations

from collections.abc import Iterator

from zlp_tui.conversation.asking.kinds.selectables import fixed, picked
from zlp_tui.conversation.asking.sensitive_domains import domains_to_ask
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Pick, Reply, Selectable
from zlp_tui.conversation.telling.evaluation.mark_scale import FACES, face_of
from zlp_tui.conversation.telling.evaluation_lookup import open_evaluation
from zlp_tui.conversation.telling.tellers.scale_teller import mark_words
from zlp_tui.plan.view import DomainMark
from zlp_tui.script.steps.looking_back_models import Scale

FACE, NUMBER = "face", "number"
FIGURES = tuple(Selectable(str(mark), str(mark)) for mark in range(11))


def marks_list(context: StepContext, step: Scale, way: str) -> Pick:
    """The domains of now as rows, by faces or by figures, with the marks of who speaks; beside a domain stands what was
    said the last time, and what others say now."""
    levels = fixed(context, step.faces) if way == FACE else FIGURES
    rows = tuple(
        Selectable(domain.id, context.words(context.script.domain(domain.id).title), _beside(context, step, domain.id))
        for domain in domains_to_ask(context)
    )
    options = tuple(
        Selectable(_option(row.id, level.id), f"{row.title}: {level.title}") for row in rows for level in levels
    )
    mine = (mark for mark in marks_now(context) if mark.voice.id == context.voice.id and mark.face == (way == FACE))
    chosen = {_option(mark.domain, face_of(mark.mark) if mark.face else str(mark.mark)) for mark in mine}
    standing = tuple(option.id for option in options if option.id in chosen)
    return Pick(options, standing, many=True, rows=rows, levels=levels)


def picked_marks(reply: Reply, asked: Pick) -> Iterator[tuple[str, int]]:
    """The domains that were marked, each with its mark of 0 to 10; `Refused` for what was not offered. Of one domain
    the last one counts; what stood already is not marked anew."""
    for option in asked.one_for_each_row(picked(reply, asked.options, many=True)):
        domain, _, level = option.partition("/")
        if option not in asked.chosen:
            yield domain, FACES[level] if level in FACES else int(level)


def marks_now(context: StepContext) -> tuple[DomainMark, ...]:
    """The marks of the open evaluation."""
    evaluation = open_evaluation(context)
    return evaluation.marks if evaluation else ()


def _option(domain: str, level: str) -> str:
    return f"{domain}/{level}"


def _beside(context: StepContext, step: Scale, domain: str) -> str:
    """What who speaks said of a domain the last time, and what others say of it now."""
    now, tr = open_evaluation(context), context.tr
    before = [
        mark for evaluation in context.view.evaluations if evaluation != now for mark in evaluation.marks
        if (mark.domain, mark.voice.id) == (domain, context.voice.id)
    ]
    then = (tr("then: {mark}", mark=mark_words(context, step, before[-1]).lower()),) if before else ()
    others = (
        f"{context.name(mark.voice.id)}: {mark_words(context, step, mark).lower()}"
        for mark in marks_now(context) if mark.domain == domain and mark.voice.id != context.voice.id
    )
    return " · ".join((*then, *others))
