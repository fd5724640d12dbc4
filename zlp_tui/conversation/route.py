"""The way through the script: all places of a plan, in order, and how to walk them.

Steps that follow each other and repeat over the same thing form one round: each choice goes through all its steps
before the next choice does. The route is made from the script and the view, so it follows both at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.domains import domains_now
from zlp_tui.conversation.kinds.evaluating import going_on
from zlp_tui.conversation.kinds.registry import turns_of
from zlp_tui.conversation.looked_at import goals_now, loose_agreements
from zlp_tui.plan.view import Place
from zlp_tui.script.schema import Ask, Each, Form, Hopes, Pick, Scale, Step, Steps, Topic, Weigh, WhoDoes

ANYTHING = "anything"
"""The last round of a step repeated over domains: something that belongs to none of them."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One place on the way, with its question's surroundings."""

    place: Place
    here: Here


def stops_of(topic: Topic, base: Here) -> tuple[Stop, ...]:
    """All places of one topic, in order."""
    return tuple(Stop(here.place, here) for here in _walk(topic, base))


def on_the_way(topic: Topic, here: Here, at: str) -> bool:
    """Whether one comes past a topic by walking from the topic `at`: those of the first plan until it was agreed on,
    those of an evaluation while one looks back. Within such topics one walks on, whatever the plan is at."""
    from_topic = here.script.find_topic(at)
    among = from_topic.part_of if from_topic else None
    match topic.part_of:
        case None:
            return True
        case "first-plan":
            return among == "first-plan" or not is_looked_back_on(here)
        case "evaluation":
            return among == "evaluation" or going_on(here) is not None


def is_looked_back_on(here: Here) -> bool:
    """Whether the plan was made, so that looking back belongs to it: it was agreed on, or evaluated before."""
    return bool(here.view.agreed_editions or here.view.evaluations)


def repeated(step: Step) -> Each | None:
    """What a step is repeated over."""
    match step:
        case Ask() | Pick() | Form() | Weigh() | Steps() | WhoDoes() | Hopes() | Scale():
            return step.each
        case _:
            return None


def _walk(topic: Topic, base: Here) -> Iterator[Here]:
    at_topic = replace(base, topic=topic, step=topic.steps[0], about=None, part=None)
    for each, run in groupby(topic.steps, key=repeated):
        steps = tuple(run)
        for about in _things(each, replace(at_topic, step=steps[0])):
            for step in steps:
                here = replace(at_topic, step=step, about=about)
                for part in turns_of(step).parts(here):
                    yield here.at(part)


def _things(each: Each | None, here: Here) -> tuple[str | None, ...]:
    match each:
        case None:
            return (None,)
        case "choices":
            return tuple(c.id for c in here.view.open_choices())
        case "goals":
            return tuple(g.id for g in here.view.active_goals())
        case "agreements":
            return tuple(a.id for a in here.view.active_agreements())
        case "domains":
            matter = tuple(d.id for d in domains_now(here))
            return matter if isinstance(here.step, Scale) else (*matter, ANYTHING)
        case "goals-now":
            return tuple(g.id for g in goals_now(here))
        case "loose-agreements":
            return tuple(a.id for a in loose_agreements(here))
        case "people-here":
            return here.present
