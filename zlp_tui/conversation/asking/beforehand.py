"""The questions of the next talk, for the client to think about beforehand (V75)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zlp_tui.conversation.asking.navigation import is_passed_over, was_said_before
from zlp_tui.conversation.asking.route import stops_of_sitting
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.asking.turns import turn_at
from zlp_tui.conversation.asking.way import Way
from zlp_tui.conversation.ports.plan_pages import Beforehand
from zlp_tui.conversation.telling.evaluation_lookup import can_be_evaluated
from zlp_tui.script.outline import Sitting, TalkRoute
from zlp_tui.script.talk_ahead import TalkAhead, sittings_from


def questions_beforehand(context: StepContext, ahead: TalkAhead | None) -> Beforehand | None:
    """The open questions of the first sitting, from the one ahead on, in which any is still to be asked; None where
    nothing is. They are put to the client, whoever is here now."""
    client = context.view.client_person
    for route, sitting in sittings_from(context.script, ahead) if ahead is not None else ():
        alone = replace(context, way=Way(route), voice=client, present=(client.id,))
        asked = tuple(dict.fromkeys(_questions(alone, sitting)))
        if asked:
            return _page(context, route, sitting, asked)
    return None


def _questions(context: StepContext, sitting: Sitting) -> Iterator[str]:
    for stop in stops_of_sitting(context, sitting):
        asked = stop.context.step.to_think_about and _is_walked(stop.context)
        if asked and not is_passed_over(stop) and not was_said_before(stop):
            yield turn_at(stop.context).question


def _is_walked(context: StepContext) -> bool:
    """Whether the route comes past a topic: those of the first plan until it was agreed on, those of an evaluation only
    along a route for that."""
    match context.topic.part_of:
        case None:
            return True
        case "first-plan":
            return not can_be_evaluated(context.view)
        case "evaluation":
            return context.way.route.again


def _page(context: StepContext, route: TalkRoute, sitting: Sitting, questions: tuple[str, ...]) -> Beforehand:
    return Beforehand(
        title=context.words(TalkAhead(route, sitting, begins=True).title),
        about=context.words(sitting.about),
        how_long=context.tr("It takes about {minutes} minutes.", minutes=sitting.minutes),
        questions=questions,
    )
