"""Of whom the examples of the script are: not of one kind of people (issue 9 §6). What tells it is a reader and no list
of words: `examples_of.yaml` names the group of each example, so a new one is read by somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from zlp_tui import places

GROUPS = Path(__file__).with_name("examples_of.yaml")
TOPICS = places.content() / "nl" / "script" / "topics"
AT_LEAST = {"youth": 12, "mental-ill-health": 12}
OLD = "old-and-frail"
OLD_AT_MOST = 0.2
ENOUGH = 6
"""From so many examples on a topic has room for more than one kind of people."""


def examples_in(part: object) -> Iterator[str]:
    """All examples within a part of a topic."""
    if isinstance(part, Mapping):
        for key, value in part.items():
            yield from map(str, value) if key == "examples" else examples_in(value)
    elif isinstance(part, list):
        for value in part:
            yield from examples_in(value)


def examples_by_topic() -> dict[str, list[str]]:
    return {file.stem: [*examples_in(yaml.safe_load(file.read_text("utf-8")))] for file in TOPICS.glob("*.yaml")}


def groups() -> dict[str, str]:
    """The group of each example, by its words; each stands in one group."""
    of = yaml.safe_load(GROUPS.read_text("utf-8"))
    named = Counter(str(example) for examples in of.values() for example in examples)
    assert [example for example, count in named.items() if count > 1] == []
    return {str(example): group for group, examples in of.items() for example in examples}


def test_each_example_is_said_to_be_of_somebody() -> None:
    given = {example for examples in examples_by_topic().values() for example in examples}
    known = groups()
    assert sorted(given - known.keys()) == [], "of whom are these? Add them to examples_of.yaml"
    assert sorted(known.keys() - given) == [], "these are no examples any more"


def test_the_young_and_the_mentally_ill_are_among_them_and_the_old_are_not_most() -> None:
    of, topics = groups(), examples_by_topic()
    count = Counter(of[example] for examples in topics.values() for example in examples)
    assert {group: count[group] for group, least in AT_LEAST.items() if count[group] < least} == {}
    assert count[OLD] <= OLD_AT_MOST * count.total()
    for topic, examples in topics.items():
        old = [example for example in examples if of[example] == OLD]
        assert len(examples) < ENOUGH or 2 * len(old) <= len(examples), (topic, old)
