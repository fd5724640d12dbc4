"""The handler of each thing that a pick may become (`plan_`, `support_` and `evaluation_pick_handlers.py`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from zlp_tui.conversation.asking.answers.evaluation_pick_handlers import (
    AgreementGoesOnHandler,
    DecisionHandler,
    ExperienceHandler,
    HowCloseHandler,
    QualityHandler,
)
from zlp_tui.conversation.asking.answers.pick_handler import PickHandler
from zlp_tui.conversation.asking.answers.plan_pick_handlers import (
    AddressHandler,
    ChoiceRoleHandler,
    DecidingHandler,
    DetailHandler,
)
from zlp_tui.conversation.asking.answers.support_pick_handlers import (
    AgreementDomainHandler,
    AgreementGoalHandler,
    ChoiceDomainHandler,
    ChosenHandler,
    DoneHandler,
    GoalDomainHandler,
    GoalKindHandler,
    GoalNowOrLaterHandler,
    OriginHandler,
    WaitingGoalHandler,
)
from zlp_tui.script.steps.pick_models import PickStep

_HANDLERS: Final[Mapping[str, type[PickHandler]]] = {
    "detail": DetailHandler,
    "address": AddressHandler,
    "deciding": DecidingHandler,
    "choice-role": ChoiceRoleHandler,
    "choice-domain": ChoiceDomainHandler,
    "chosen": ChosenHandler,
    "goal-kind": GoalKindHandler,
    "goal-domain": GoalDomainHandler,
    "goal-now-or-later": GoalNowOrLaterHandler,
    "follows-from": OriginHandler,
    "agreement-goal": AgreementGoalHandler,
    "agreement-domain": AgreementDomainHandler,
    "done": DoneHandler,
    "how-close": HowCloseHandler,
    "decision": DecisionHandler,
    "waiting-goal": WaitingGoalHandler,
    "quality": QualityHandler,
    "experience": ExperienceHandler,
    "agreement-goes-on": AgreementGoesOnHandler,
}


def pick_handler_of(step: PickStep) -> PickHandler:
    """The handler of what is picked at a step."""
    return _HANDLERS[step.keeps](step)
