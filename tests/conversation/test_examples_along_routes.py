"""The example plans read as they are held: a first talk first, then sittings along the routes (issue 9 §6)."""

from __future__ import annotations

import pytest

from tests.tools.count_questions import MOST_OF_FIRST_TALK
from tests.tools.prepared import our_script
from tests.tools.story import Story
from zlp_tui import places
from zlp_tui.conversation.session.scripted_examples import Example, ScriptedAnswer, read_example

EXAMPLES = [read_example(file) for file in sorted((places.data() / "examples").glob("*.yaml"))]
FIRST = "first"


def is_on(route_id: str, line: ScriptedAnswer) -> bool:
    """Whether a route comes past the question that a line answers; past its topic, in a conversation in which more may
    be said of a topic than the route asks."""
    script = our_script()
    route, (topic, step_id, *rest) = script.find_route(route_id), line.at.split("/")
    step = script.find_step(topic, step_id)
    if route is None or step is None:
        return False
    if topic in route.without:
        return True  # a form asks for it, beside the talk
    part = "/".join(rest) or line.part
    legs = [leg for leg in script.legs(route) if leg.topic.id == topic]
    return bool(legs) if route_id != FIRST else any(leg.walks(step, line.about, part) for leg in legs)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_each_conversation_of_an_example_goes_along_its_route(example: Example) -> None:
    first, *others = example.sittings
    assert first.route == FIRST and all(sitting.route != FIRST for sitting in others)
    astray = [(sitting.day, line.at) for sitting in example.sittings for line in sitting.lines
              if not is_on(sitting.route, line)]
    assert astray == []


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_a_first_talk_of_an_example_answers_at_most_25_questions_and_agrees_on_one_thing(example: Example) -> None:
    lines = example.sittings[0].lines
    assert len({(line.at, line.part, line.about, line.step, line.person) for line in lines}) <= MOST_OF_FIRST_TALK
    assert len([line for line in lines if line.at == "agreements/want"]) == 1


def test_the_examples_are_of_different_people() -> None:
    """Nobody has the name of somebody in another example: who reads two of them mixes up nobody."""
    names = [person.name for example in EXAMPLES for person in example.people]
    assert len(set(names)) == len(names)
    laws = [line.pick for example in EXAMPLES for sitting in example.sittings for line in sitting.lines
            if line.at == "personal-details/care/law"]
    assert {law for picked in laws for law in picked or ()} == {"wlz", "wmo", "zvw"}


def test_what_is_said_in_an_example_can_be_asked_in_one_walk() -> None:
    """Looking back is apart: a story is told until its plan is made."""
    for example in EXAMPLES:
        said = {line.at.partition("/")[0] for line in Story(example).left}
        assert not any(our_script().topic(topic).part_of == "evaluation" for topic in said)
