"""What was said at each kind of step, for letter, read-back and map. mypy sees that no kind is missing."""

from __future__ import annotations

from typing import assert_never

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.telling.answered_before import is_for_client
from zlp_tui.conversation.telling.evaluation_lookup import open_evaluation
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.tellers.agree_teller import agree_lines
from zlp_tui.conversation.telling.tellers.agreement_tellers import small_step_lines, who_does_lines
from zlp_tui.conversation.telling.tellers.answer_tellers import answer_lines
from zlp_tui.conversation.telling.tellers.domains_teller import domains_lines
from zlp_tui.conversation.telling.tellers.form_teller import form_lines
from zlp_tui.conversation.telling.tellers.hopes_teller import hopes_lines
from zlp_tui.conversation.telling.tellers.people_teller import people_lines
from zlp_tui.conversation.telling.tellers.pick_tellers import pick_lines
from zlp_tui.conversation.telling.tellers.read_back_teller import read_back_lines
from zlp_tui.conversation.telling.tellers.scale_teller import scale_lines
from zlp_tui.conversation.telling.tellers.statement_tellers import parts_lines
from zlp_tui.conversation.telling.tellers.still_teller import still_lines
from zlp_tui.conversation.telling.tellers.table_teller import table_lines
from zlp_tui.conversation.telling.tellers.who_may_teller import who_may_lines
from zlp_tui.script.schema import Step, Topic
from zlp_tui.script.steps.access_models import WhoMay
from zlp_tui.script.steps.form_models import Form
from zlp_tui.script.steps.looking_back_models import Agree, ReadBackStep, Scale, Still
from zlp_tui.script.steps.pick_models import Domains, Order, People, PickStep
from zlp_tui.script.steps.sitting_models import SittingBegin, SittingEnd, SittingExperience
from zlp_tui.script.steps.support_models import Hopes, Steps, Weigh, WhoDoes
from zlp_tui.script.steps.word_models import Ask, Day, Table, Tell, TwoSides


def step_lines(context: PlanContext, topic: Topic, step: Step) -> tuple[LetterLine, ...]:
    """What was said at a step, introduced, whatever it is about."""
    match step:
        case Table():
            return table_lines(context, topic, step)
        case Ask():
            return answer_lines(context, topic, step)
        case TwoSides():
            return parts_lines(context, topic, step, step.into)
        case Day():
            return parts_lines(context, topic, step)
        case PickStep():
            return pick_lines(context, topic, step)
        case Form():
            return form_lines(context, topic, step)
        case People():
            return people_lines(context, topic, step)
        case Domains():
            return domains_lines(context, topic, step)
        case ReadBackStep():
            return read_back_lines(context, topic, step)
        case Hopes():
            return hopes_lines(context)
        case Still():
            return still_lines(context, topic, step)
        case Scale():
            return scale_lines(context, topic, step)
        case Agree():
            return agree_lines(context, step)
        case WhoMay():
            return who_may_lines(context, topic, step)
        case Steps():
            return small_step_lines(context)
        case WhoDoes():
            return who_does_lines(context)
        case Tell() | Order() | Weigh() | SittingBegin() | SittingExperience() | SittingEnd():
            return ()
    assert_never(step)


def was_discussed(context: PlanContext, step: Step, lines: tuple[LetterLine, ...]) -> bool | None:
    """Whether a step had its turn, as the map tells it; None where there was nothing to discuss.

    `lines` are those of the step. A plan that was agreed on counts as discussed until the next evaluation begins.
    """
    match step:
        case Tell():
            kept = {shown.id for shown in context.view.notices}
            told = step.shown_notices if is_for_client(context.view, step) else ()
            return kept.issuperset(told) if told else None
        case Agree():
            return bool(context.view.agreed_editions) and open_evaluation(context) is None
        case Order() | SittingBegin() | SittingExperience() | SittingEnd():
            return None
        case _:
            return None if not lines and step.repeated_over else bool(lines)
