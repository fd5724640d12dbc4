"""Which lines of a plan belong to a part of life, so that both faces offer the same ones."""

from __future__ import annotations

from zlp_tui.plan.view import Agreement, Choice, Goal, PlanView, Statement

FiledLine = Statement | Choice | Goal | Agreement
"""What was said, chosen, wanted or agreed."""


def filed_line(view: PlanView, ref: str) -> FiledLine | None:
    """The line with this id whose part of life can be said: it stands, and is no part of another; None for others."""
    groups: tuple[tuple[FiledLine, ...], ...] = (view.live_statements, view.open_choices(), view.going_on())
    return next((line for lines in groups for line in lines if line.id == ref), None)


def filed_words(line: FiledLine) -> str:
    """The words of such a line."""
    match line:
        case Agreement():
            return line.want
        case Choice():
            return line.question
        case _:
            return line.text
