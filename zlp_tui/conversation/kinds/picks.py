"""Which keep a pick step has (`picks_plan.py`, `picks_support.py`, `picks_evaluation.py`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from zlp_tui.conversation.kinds.picks_base import PickKeep
from zlp_tui.conversation.kinds.picks_evaluation import (
    DecisionKeep,
    ExperienceKeep,
    GoesOnKeep,
    HowCloseKeep,
    QualityKeep,
)
from zlp_tui.conversation.kinds.picks_plan import AddressKeep, ChoiceRoleKeep, DecidingKeep, DetailKeep
from zlp_tui.conversation.kinds.picks_support import (
    AgreementGoalKeep,
    ChoiceDomainKeep,
    ChosenKeep,
    DoneKeep,
    FollowsKeep,
    GoalDomainKeep,
    GoalKindKeep,
)
from zlp_tui.script.schema import Pick

_KEEPS: Final[Mapping[str, type[PickKeep]]] = {
    "detail": DetailKeep,
    "address": AddressKeep,
    "deciding": DecidingKeep,
    "choice-role": ChoiceRoleKeep,
    "choice-domain": ChoiceDomainKeep,
    "chosen": ChosenKeep,
    "goal-kind": GoalKindKeep,
    "goal-domain": GoalDomainKeep,
    "follows-from": FollowsKeep,
    "agreement-goal": AgreementGoalKeep,
    "done": DoneKeep,
    "how-close": HowCloseKeep,
    "decision": DecisionKeep,
    "quality": QualityKeep,
    "experience": ExperienceKeep,
    "agreement-goes-on": GoesOnKeep,
}


def pick_keep_of(step: Pick) -> PickKeep:
    """The keep of what is picked at a step."""
    return _KEEPS[step.keeps](step)
