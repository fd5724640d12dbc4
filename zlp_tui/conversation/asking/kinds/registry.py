"""The handler of each kind of step; mypy sees that no kind is missing."""

from __future__ import annotations

from typing import assert_never

from zlp_tui.conversation.asking.kinds.agree_step import AgreeStepHandler
from zlp_tui.conversation.asking.kinds.ask_step import AskStepHandler
from zlp_tui.conversation.asking.kinds.domains_step import DomainsStepHandler
from zlp_tui.conversation.asking.kinds.form_step import FormStepHandler
from zlp_tui.conversation.asking.kinds.hopes_step import HopesStepHandler
from zlp_tui.conversation.asking.kinds.order_step import OrderStepHandler
from zlp_tui.conversation.asking.kinds.people_step import PeopleStepHandler
from zlp_tui.conversation.asking.kinds.pick_step import PickStepHandler
from zlp_tui.conversation.asking.kinds.read_back_step import ReadBackStepHandler
from zlp_tui.conversation.asking.kinds.scale_step import ScaleStepHandler
from zlp_tui.conversation.asking.kinds.selectables import says_something
from zlp_tui.conversation.asking.kinds.sitting_steps import (
    SittingBeginHandler,
    SittingEndHandler,
    SittingExperienceHandler,
)
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepHandler
from zlp_tui.conversation.asking.kinds.steps_step import StepsStepHandler
from zlp_tui.conversation.asking.kinds.still_step import StillStepHandler
from zlp_tui.conversation.asking.kinds.table_step import TableStepHandler
from zlp_tui.conversation.asking.kinds.tell_step import TellStepHandler
from zlp_tui.conversation.asking.kinds.two_sides_step import DayStepHandler, TwoSidesStepHandler
from zlp_tui.conversation.asking.kinds.weigh_step import WeighStepHandler
from zlp_tui.conversation.asking.kinds.who_does_step import WhoDoesStepHandler
from zlp_tui.conversation.asking.kinds.who_may_step import WhoMayStepHandler
from zlp_tui.conversation.asking.open_evaluation import open_or_begin_evaluation
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Reply
from zlp_tui.conversation.telling.evaluation_lookup import is_evaluation_topic
from zlp_tui.plan.tables.act import Act
from zlp_tui.script.schema import Step
from zlp_tui.script.steps.access_models import WhoMay
from zlp_tui.script.steps.form_models import Form
from zlp_tui.script.steps.looking_back_models import Agree, ReadBackStep, Scale, Still
from zlp_tui.script.steps.pick_models import Domains, Order, People, PickStep
from zlp_tui.script.steps.sitting_models import SittingBegin, SittingEnd, SittingExperience
from zlp_tui.script.steps.support_models import Hopes, Steps, Weigh, WhoDoes
from zlp_tui.script.steps.word_models import Ask, Day, Table, Tell, TwoSides


def answered(context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
    """Save an answer at a place; in a topic of an evaluation, the first answer begins the evaluation.

    Who is at the table is answered first: only then it is known who was present.
    """
    if is_evaluation_topic(context.topic) and not isinstance(context.step, Table) and says_something(reply):
        open_or_begin_evaluation(context, act)
    return step_handler_of(context.step).answer(context, reply, act)


def step_handler_of(step: Step) -> StepHandler:
    """The handler of a step."""
    match step:
        case Tell():
            return TellStepHandler(step)
        case Table():
            return TableStepHandler(step)
        case Ask():
            return AskStepHandler(step)
        case TwoSides():
            return TwoSidesStepHandler(step)
        case Day():
            return DayStepHandler(step)
        case PickStep():
            return PickStepHandler(step)
        case Form():
            return FormStepHandler(step)
        case People():
            return PeopleStepHandler(step)
        case Domains():
            return DomainsStepHandler(step)
        case Order():
            return OrderStepHandler(step)
        case Weigh():
            return WeighStepHandler(step)
        case Steps():
            return StepsStepHandler(step)
        case WhoDoes():
            return WhoDoesStepHandler(step)
        case ReadBackStep():
            return ReadBackStepHandler(step)
        case Hopes():
            return HopesStepHandler(step)
        case Still():
            return StillStepHandler(step)
        case Scale():
            return ScaleStepHandler(step)
        case Agree():
            return AgreeStepHandler(step)
        case SittingBegin():
            return SittingBeginHandler(step)
        case SittingExperience():
            return SittingExperienceHandler(step)
        case SittingEnd():
            return SittingEndHandler(step)
        case WhoMay():
            return WhoMayStepHandler(step)
    assert_never(step)
