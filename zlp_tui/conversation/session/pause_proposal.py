"""`PauseProposal`: the pause that the client asked for, proposed at a natural moment (table.md M9)."""

from __future__ import annotations

from datetime import datetime, timedelta

from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.script.question_models import PickOption


class PauseProposal:
    """Proposes a pause once so many minutes of a conversation have passed as the client said, and then again."""

    def __init__(self, plan: LoadedPlan) -> None:
        self._plan = plan
        self._since: tuple[str, datetime] | None = None
        """The conversation in which a pause was proposed last, and when."""

    def due(self) -> str:
        """The proposal in words, which quotes what the client asked for; empty when it is not the moment."""
        asked, begun = self._asked(), self._begun()
        if asked is None or begun is None:
            return ""
        proposal, option = asked
        now = self._plan.clock()
        if now - begun < timedelta(minutes=option.pause_after or 0):
            return ""
        self._since = (self._plan.conversation or "", now)
        context = self._plan.plan_context()
        title = context.words(option.title)
        return context.words(proposal, words=title[:1].lower() + title[1:])

    def _asked(self) -> tuple[str, PickOption] | None:
        """What the client said about pauses; None where they want none, or that was not asked."""
        for topic in self._plan.script.topics:
            for step in topic.steps:
                if step.proposed_pause is not None:
                    said = self._plan.view.detail(topic.id, step.id)
                    options = step.options_of(step.kept_as or "")
                    found = (option for option in options if option.id == said and option.pause_after)
                    return next(((step.proposed_pause, option) for option in found), None)
        return None

    def _begun(self) -> datetime | None:
        """When this conversation began, or a pause was proposed in it; None before anything was said."""
        talk = next((talk for talk in self._plan.view.conversations if talk.id == self._plan.conversation), None)
        if talk is None:
            return None
        if self._since is not None and self._since[0] == talk.id:
            return self._since[1]
        return datetime.fromisoformat(talk.started)
