"""A plan that was read from a bundle, before it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from zlp_tui.plan.view import PlanView


@dataclass(frozen=True)
class ParsedPlan:
    """What a bundle says. `agreed` is the plan of each edition, by number, as it was printed then; `ours` tells whether
    zlp made it.

    `not_read` names what came along and has no place in a plan; `refused` the resources that may not be read, because
    something in them changes what they mean.
    """

    view: PlanView
    ours: bool
    agreed: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    not_read: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
