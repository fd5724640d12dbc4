"""Each step kind's turns. Only here and in the kinds themselves are kinds told apart; mypy sees that none lacks."""

from __future__ import annotations

from typing import assert_never

from zlp_tui.conversation.kinds.ask import AskTurns
from zlp_tui.conversation.kinds.base import StepTurns
from zlp_tui.conversation.kinds.domains import DomainsTurns, OrderTurns
from zlp_tui.conversation.kinds.form import FormTurns
from zlp_tui.conversation.kinds.people import PeopleTurns
from zlp_tui.conversation.kinds.pick import PickTurns
from zlp_tui.conversation.kinds.read_back import ReadBackTurns
from zlp_tui.conversation.kinds.steps import StepsTurns
from zlp_tui.conversation.kinds.table import TableTurns
from zlp_tui.conversation.kinds.tell import TellTurns
from zlp_tui.conversation.kinds.two_sides import DayTurns, TwoSidesTurns
from zlp_tui.conversation.kinds.weigh import WeighTurns
from zlp_tui.conversation.kinds.who_does import WhoDoesTurns
from zlp_tui.script.schema import (
    Ask,
    Day,
    Domains,
    Form,
    Order,
    People,
    Pick,
    ReadBackStep,
    Step,
    Steps,
    Table,
    Tell,
    TwoSides,
    Weigh,
    WhoDoes,
)


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
    assert_never(step)
