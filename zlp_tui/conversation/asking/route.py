"""The way through the script: all places of a plan, in order, and how to walk them.

Steps that follow each other and repeat over the same thing form one round: each choice goes through all its steps
before the next choice does. The route is made from the script and the view, so it follows both at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from zlp_tui.conversation.asking.kinds.domains_step import domains_now
from zlp_tui.conversation.asking.kinds.open_evaluation import open_evaluation
from zlp_tui.conversation.asking.kinds.registry import step_handler_of
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.telling.goals_under_review import goals_now, loose_agreements
from zlp_tui.plan.view import Place
from zlp_tui.script.schema import Ask, Each, Form, Hopes, Pick, Scale, Step, Steps, Topic, Weigh, WhoDoes

ANYTHING = "anything"
"""The last round of a step repeated over domains: something that belongs to none of them."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One place on the way, with its question's surroundings."""

    place: Place
    context: StepContext


def stops_of(topic: Topic, base: StepContext) -> tuple[Stop, ...]:
    """All places of one topic, in order."""
    return tuple(Stop(context.place, context) for context in _walk(topic, base))


def on_the_way(topic: Topic, context: StepContext, at: str) -> bool:
    """Whether one comes past a topic by walking from the topic `at`: those of the first plan until it was agreed on,
    those of an evaluation while one looks back. Within such topics one walks on, whatever the plan is at."""
    among = next((known.part_of for known in context.script.topics if known.id == at), None)
    match topic.part_of:
        case None:
            return True
        case "first-plan":
            return among == "first-plan" or not is_looked_back_on(context)
        case "evaluation":
            return among == "evaluation" or open_evaluation(context) is not None


def is_looked_back_on(context: StepContext) -> bool:
    """Whether the plan was made, so that looking back belongs to it: it was agreed on, or evaluated before."""
    return bool(context.view.agreed_editions or context.view.evaluations)


def repeated(step: Step) -> Each | None:
    """What a step is repeated over."""
    match step:
        case Ask() | Pick() | Form() | Weigh() | Steps() | WhoDoes() | Hopes() | Scale():
            return step.each
        case _:
            return None


def _walk(topic: Topic, base: StepContext) -> Iterator[StepContext]:
    at_topic = replace(base, topic=topic, step=topic.steps[0], about=None, part=None)
    for each, run in groupby(topic.steps, key=repeated):
        steps = tuple(run)
        for about in _things(each, replace(at_topic, step=steps[0])):
            for step in steps:
                context = replace(at_topic, step=step, about=about)
                for part in step_handler_of(step).parts(context):
                    yield context.at(part)


def _things(each: Each | None, context: StepContext) -> tuple[str | None, ...]:
    match each:
        case None:
            return (None,)
        case "choices":
            return tuple(c.id for c in context.view.open_choices())
        case "goals":
            return tuple(g.id for g in context.view.active_goals())
        case "agreements":
            return tuple(a.id for a in context.view.active_agreements())
        case "domains":
            matter = tuple(d.id for d in domains_now(context))
            return matter if isinstance(context.step, Scale) else (*matter, ANYTHING)
        case "goals-now":
            return tuple(g.id for g in goals_now(context))
        case "loose-agreements":
            return tuple(a.id for a in loose_agreements(context))
        case "people-here":
            return context.present
