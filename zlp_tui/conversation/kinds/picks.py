"""Which keep a pick step has (`picks_plan.py`, `picks_support.py`)."""

from __future__ import annotations

from zlp_tui.conversation.kinds.picks_base import PickKeep
from zlp_tui.conversation.kinds.picks_plan import AddressPick, ChoiceRolePick, DecidingPick, DetailPick
from zlp_tui.conversation.kinds.picks_support import (
    AgreementGoalPick,
    ChoiceDomainPick,
    ChosenPick,
    DonePick,
    FollowsPick,
    GoalDomainPick,
    GoalKindPick,
)
from zlp_tui.script.schema import Pick

_KEEPS: dict[str, type[PickKeep]] = {
    "detail": DetailPick,
    "address": AddressPick,
    "deciding": DecidingPick,
    "choice-role": ChoiceRolePick,
    "choice-domain": ChoiceDomainPick,
    "chosen": ChosenPick,
    "goal-kind": GoalKindPick,
    "goal-domain": GoalDomainPick,
    "follows-from": FollowsPick,
    "agreement-goal": AgreementGoalPick,
    "done": DonePick,
}


def pick_keep_of(step: Pick) -> PickKeep:
    """The keep of what is picked at a step."""
    return _KEEPS[step.keeps](step)
