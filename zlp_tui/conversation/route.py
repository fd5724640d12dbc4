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
from zlp_tui.conversation.kinds.registry import turns_of
from zlp_tui.plan.view import Place
from zlp_tui.script.schema import Ask, Each, Form, Pick, Step, Steps, Topic, Weigh, WhoDoes

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


def repeated(step: Step) -> Each | None:
    """What a step is repeated over."""
    match step:
        case Ask() | Pick() | Form() | Weigh() | Steps() | WhoDoes():
            return step.each
        case _:
            return None


def _walk(topic: Topic, base: Here) -> Iterator[Here]:
    at_topic = replace(base, topic=topic, step=topic.steps[0], about=None, part=None)
    for each, run in groupby(topic.steps, key=repeated):
        steps = tuple(run)
        for about in _things(each, at_topic):
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
            return (*(d.id for d in domains_now(here)), ANYTHING)
