"""No topic of the Vilans model is lost: each numbered element of the source has a place in the script (issue 9 §6)."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from zlp_tui.script.schema import Step
from zlp_tui.script.script import Script
from zlp_tui.script.steps.form_models import Form
from zlp_tui.script.steps.word_models import Day, TwoSides


class Element(BaseModel):
    """One element of the source, and where the script asks or tells it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    name: str
    places: tuple[str, ...]


class Elements(BaseModel):
    """All elements, and the topics that are ours with the reason why."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    elements: tuple[Element, ...]
    ours: dict[str, str]


FILE: Final = Path(__file__).parent / "vilans_elements.yaml"
KNOWN: Final = Elements.model_validate(yaml.safe_load(FILE.read_text(encoding="utf-8")))


def exists(script: Script, place: str) -> bool:
    """Whether the script has a topic, a step, a part of a step or a life domain."""
    if place.startswith("#"):
        return any(domain.id == place[1:] for domain in script.domains)
    topic_id, _, within = place.partition("/")
    step_id, _, part = within.partition("/")
    topic = script.find_topic(topic_id)
    if topic is None or not within:
        return topic is not None
    step = script.find_step(topic_id, step_id)
    return step is not None and (not part or part in parts_of(step))


def parts_of(step: Step) -> set[str]:
    """The ids of fields, sides or moments."""
    match step:
        case Form():
            return set(step.fields)
        case TwoSides():
            return set(step.sides)
        case Day():
            return set(step.moments)
        case _:
            return set()


@pytest.mark.parametrize("element", KNOWN.elements, ids=lambda element: element.id)
def test_every_element_of_the_source_has_a_place_in_the_script(ours: Script, element: Element) -> None:
    assert element.places and [place for place in element.places if not exists(ours, place)] == []


def test_no_element_stands_twice() -> None:
    ids = [element.id for element in KNOWN.elements]
    assert len(set(ids)) == len(ids)


def test_every_topic_is_of_the_source_or_ours_with_a_reason(ours: Script) -> None:
    of_source = {place.partition("/")[0] for element in KNOWN.elements for place in element.places}
    topics = {topic.id for topic in ours.topics if topic.part_of != "evaluation"}
    assert topics - of_source == set(KNOWN.ours)
    assert all(KNOWN.ours.values())


@pytest.mark.parametrize("place", ["nope", "future/nope", "future/life/nope", "personal-details/person/nope", "#nope"])
def test_a_place_that_is_not_there_is_seen(ours: Script, place: str) -> None:
    assert not exists(ours, place)
