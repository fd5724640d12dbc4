"""Following a line of the plan through corrections and their undoing, so that a screen stays with it (B8)."""

from __future__ import annotations

from zlp_tui.plan.view import PlanView


def followed(ref: str, before: PlanView | None, now: PlanView) -> str:
    """The id of what stands now where the line `ref` stood `before`: what says it anew, or what stood there first.

    The same id where neither is so, also for a line that is gone.
    """
    anew = now.said_anew()
    while ref in anew:
        ref = anew[ref]
    first = {new: old for old, new in before.said_anew().items()} if before is not None else {}
    older = ref
    while older in first and anew.get(first[older]) != older:
        older = first[older]
        if _stands(older, now):
            return older
    return ref


def _stands(ref: str, view: PlanView) -> bool:
    lines = (view.live_statements, view.goals, view.agreements, view.choices)
    return any(line.id == ref for group in lines for line in group)
