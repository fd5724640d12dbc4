"""Each step kind's turns. Only here and in the kinds themselves are kinds told apart; mypy sees that none lacks."""

from __future__ import annotations

from typing import assert_never

from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.agree import AgreeTurns
from zlp_tui.conversation.kinds.ask import AskTurns
from zlp_tui.conversation.kinds.base import Outcome, StepTurns
from zlp_tui.conversation.kinds.domains import DomainsTurns, OrderTurns
from zlp_tui.conversation.kinds.evaluating import evaluation_of, looking_back
from zlp_tui.conversation.kinds.form import FormTurns
from zlp_tui.conversation.kinds.hopes import HopesTurns
from zlp_tui.conversation.kinds.offers import says_something
from zlp_tui.conversation.kinds.people import PeopleTurns
from zlp_tui.conversation.kinds.pick import PickTurns
from zlp_tui.conversation.kinds.read_back import ReadBackTurns
from zlp_tui.conversation.kinds.scale import ScaleTurns
from zlp_tui.conversation.kinds.steps import StepsTurns
from zlp_tui.conversation.kinds.still import StillTurns
from zlp_tui.conversation.kinds.table import TableTurns
from zlp_tui.conversation.kinds.tell import TellTurns
from zlp_tui.conversation.kinds.two_sides import DayTurns, TwoSidesTurns
from zlp_tui.conversation.kinds.weigh import WeighTurns
from zlp_tui.conversation.kinds.who_does import WhoDoesTurns
from zlp_tui.conversation.turn import Reply
from zlp_tui.plan.act import Act
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


def answered(here: Here, reply: Reply, act: Act) -> Outcome:
    """Keep an answer at a place; in a topic of looking back, the first of them begins the evaluation.

    Who is at the table is answered first: only then it is known who looks back.
    """
    if looking_back(here) and not isinstance(here.step, Table) and says_something(reply):
        evaluation_of(here, act)
    return turns_of(here.step).answer(here, reply, act)


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
