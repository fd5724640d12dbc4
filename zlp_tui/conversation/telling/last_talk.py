"""The last talk, whether it goes on or is over: what was said in it is what somebody takes home."""

from __future__ import annotations

from zlp_tui.plan.view import Conversation, PlanView


def last_talk(view: PlanView) -> Conversation | None:
    """The last sitting in which something was talked about; one in which only a note was kept is none."""
    spoken = {said.conversation for said in view.statements}
    return next((talk for talk in reversed(view.conversations) if talk.resume or talk.id in spoken), None)
