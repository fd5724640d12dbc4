"""Each step kind's turns. Only here and in the kinds themselves are kinds told apart; mypy sees that none lacks."""

from __future__ import annotations

from typing import assert_never

from zlp_tui.conversation.asking.kinds.agree_step import AgreeTurns
from zlp_tui.conversation.asking.kinds.ask_step import AskTurns
from zlp_tui.conversation.asking.kinds.domains_step import DomainsTurns, OrderTurns
from zlp_tui.conversation.asking.kinds.form_step import FormTurns
from zlp_tui.conversation.asking.kinds.hopes_step import HopesTurns
from zlp_tui.conversation.asking.kinds.open_evaluation import is_evaluation_topic, open_or_begin_evaluation
from zlp_tui.conversation.asking.kinds.people_step import PeopleTurns
from zlp_tui.conversation.asking.kinds.pick_step import PickTurns
from zlp_tui.conversation.asking.kinds.read_back_step import ReadBackTurns
from zlp_tui.conversation.asking.kinds.scale_step import ScaleTurns
from zlp_tui.conversation.asking.kinds.selectables import says_something
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome, StepTurns
from zlp_tui.conversation.asking.kinds.steps_step import StepsTurns
from zlp_tui.conversation.asking.kinds.still_step import StillTurns
from zlp_tui.conversation.asking.kinds.table_step import TableTurns
from zlp_tui.conversation.asking.kinds.tell_step import TellTurns
from zlp_tui.conversation.asking.kinds.two_sides_step import DayTurns, TwoSidesTurns
from zlp_tui.conversation.asking.kinds.weigh_step import WeighTurns
from zlp_tui.conversation.asking.kinds.who_does_step import WhoDoesTurns
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Reply
from zlp_tui.plan.tables.act import Act
from zlp_tui.script.schema import (
    Agree,
    Ask,
    Day,
    Domains,
    Form,
    Hopes,
    Order,
    People,
    Pick,
    ReadBackStep,
    Scale,
    Step,
    Steps,
    Still,
    Table,
    Tell,
    TwoSides,
    Weigh,
    WhoDoes,
)


def answered(context: StepContext, reply: Reply, act: Act) -> AnswerOutcome:
    """Keep an answer at a place; in a topic of looking back, the first of them begins the evaluation.

    Who is at the table is answered first: only then it is known who looks back.
    """
    if is_evaluation_topic(context) and not isinstance(context.step, Table) and says_something(reply):
        open_or_begin_evaluation(context, act)
    return turns_of(context.step).answer(context, reply, act)


def turns_of(step: Step) -> StepTurns:
    """A step at work."""
    match step:
        case Tell():
            return TellTurns(step)
        case Table():
            return TableTurns(step)
        case Ask():
            return AskTurns(step)
        case TwoSides():
            return TwoSidesTurns(step)
        case Day():
            return DayTurns(step)
        case Pick():
            return PickTurns(step)
        case Form():
            return FormTurns(step)
        case People():
            return PeopleTurns(step)
        case Domains():
            return DomainsTurns(step)
        case Order():
            return OrderTurns(step)
        case Weigh():
            return WeighTurns(step)
        case Steps():
            return StepsTurns(step)
        case WhoDoes():
            return WhoDoesTurns(step)
        case ReadBackStep():
            return ReadBackTurns(step)
        case Hopes():
            return HopesTurns(step)
        case Still():
            return StillTurns(step)
        case Scale():
            return ScaleTurns(step)
        case Agree():
            return AgreeTurns(step)
    assert_never(step)
