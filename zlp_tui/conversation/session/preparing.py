"""`Preparing`: what there is to prepare a talk with, read from the plan that is loaded."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zlp_tui.conversation.asking.beforehand import questions_beforehand
from zlp_tui.conversation.asking.route_lines import route_offered, route_to_look_back
from zlp_tui.conversation.ports.plan_pages import Beforehand, LetterPart
from zlp_tui.conversation.session.plan_history import PlanHistory
from zlp_tui.conversation.session.plan_lists.plan_list_dates import SOON
from zlp_tui.conversation.telling.overviews.preparation import PreparedPart, preparation, prepared_parts
from zlp_tui.plan.view import Place
from zlp_tui.script.talk_ahead import TalkAhead, talk_ahead


@dataclass(frozen=True, slots=True)
class Preparing:
    """Reads only: nothing of it is kept, and nothing is new to anybody the less."""

    history: PlanHistory

    def page(self, here: Place | None) -> tuple[LetterPart, ...]:
        """The page for who prepares a talk. `here` is where the conversation is that is going on; None for none."""
        plan = self.history.plan
        return preparation(plan.plan_context(plan.anybody), self.parts(here))

    def parts(self, here: Place | None) -> tuple[PreparedPart, ...]:
        """All there is to prepare a talk with, part by part, of which the page tells the first few lines."""
        plan = self.history.plan
        anybody = plan.anybody
        context, private = plan.plan_context(anybody), plan.view.readable - anybody.view.readable
        soon = (context.today + SOON).isoformat()
        due = tuple(line for line in self.history.due() if line.on <= soon and line.ref not in private)
        since = self.history.since_last_talk()
        shown = ((title, tuple(new for new in lines if new.quote.ref not in private)) for title, lines in since.parts)
        changed = replace(since, parts=tuple((title, lines) for title, lines in shown if lines))
        remarks = tuple(remark for remark in self.history.remarks() if remark.ref not in private)
        return prepared_parts(context, self._ahead(here), changed, remarks, due)

    def questions(self, here: Place | None) -> Beforehand | None:
        """The questions of the talk ahead, for the client to think about; None where nothing is left to ask."""
        return questions_beforehand(self.history.plan.step_context(), self._ahead(here))

    def _ahead(self, here: Place | None) -> TalkAhead | None:
        """What is to be talked about: what has its day, else what goes on from where one is or stopped."""
        plan = self.history.plan
        context = plan.step_context()
        today = context.today.isoformat()
        late = {line.what for line in self.history.due() if line.on <= today}
        looks_back = route_to_look_back(context.script, context.view) if "evaluation" in late else None
        again = looks_back or route_offered(context, late)
        if again is not None and here is None:
            return TalkAhead(again, again.sittings[0], begins=True)
        talk = plan.view.last_talk
        place, route = (here, plan.way.route.id) if here else (talk.resume, talk.route) if talk else (None, None)
        if place is None:
            return talk_ahead(plan.script, None, None)
        return talk_ahead(plan.script, route, place.topic, place.step, place.item)
