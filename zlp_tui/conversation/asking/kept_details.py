"""Keeps what was answered at a field or a pick as a detail of the plan, in the voice of who said it first."""

from __future__ import annotations

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.said import details


def keep_detail(
    context: StepContext, act: Act, topic: str, field: str, value: str | None, words: str | None = None
) -> None:
    """Keep it, unless it stands there like that in the words of who speaks or of the client: who agrees with what the
    client said does not take it over. The client who agrees with another's answer makes it their own.
    """
    stands = context.view.detail_line(topic, field)
    said_by = stands.voice.id if stands and stands.voice else None
    same = stands is not None and (stands.value, stands.words) == (value, words)
    if not same or said_by not in (act.by, context.view.client):
        details.fill(act, topic, field, value, words)
