"""What `docs/script.md` shows works: its examples load, and it names every kind and everything that is kept."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from tests.script.conftest import TOPICS, Write
from zlp_tui import places
from zlp_tui.script.lint import lint
from zlp_tui.script.loading import load_script
from zlp_tui.script.roles import Role
from zlp_tui.script.schema import KINDS
from zlp_tui.script.steps.form_models import Form
from zlp_tui.script.steps.pick_models import PickStep
from zlp_tui.script.steps.word_models import Ask

PAGE = (Path(__file__).parents[2] / "docs" / "script.md").read_text("utf-8")
SECTIONS = dict(zip(KINDS, (PAGE.partition(f"### `{kind}`")[2].partition("\n##")[0] for kind in KINDS), strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_a_kind_can_be_used(small: Path, write_topic: Write, kind: str) -> None:
    example = re.search(r"\n\n((?:    .*\n)+)", SECTIONS[kind])
    assert example is not None
    top = TOPICS["likes"].split("  - id:")[0]
    write_topic("likes", top + example[1].replace("\n    ", "\n  ").replace("    - id", "  - id", 1))

    script = load_script(small)

    assert [str(problem) for problem in script.problems] == []
    assert script.topic("likes").steps[0].kind == kind


def test_the_pack_in_five_minutes_works_and_is_sound(tmp_path: Path) -> None:
    outline, topic = re.findall(r"(?m)`our-house/[^`]+`.*\n\n((?:    .*\n)+)", PAGE)[:2]
    house = tmp_path / "our-house"
    (house / "topics").mkdir(parents=True)
    (house / "script.yaml").write_text(re.sub("(?m)^    ", "", outline), "utf-8")
    (house / "topics" / "good-day-bad-day.yaml").write_text(re.sub("(?m)^    ", "", topic), "utf-8")

    script = load_script(places.content() / "nl", [house])

    assert script.problems == ()
    assert "two-minutes" not in [one.id for one in script.topics]
    assert [step.id for step in script.topic("good-day-bad-day").steps] == ["sides", "music", "must"]
    assert "problems" not in [step.id for step in script.topic("about-me").steps]
    assert [str(finding) for finding in lint(places.content() / "nl", [house])] == []


def test_every_role_is_named_and_no_other() -> None:
    table = PAGE.partition("### Roles")[2].partition("\n## ")[0].partition("|---|---|")[2]
    named = [word for line in table.strip().splitlines() for word in re.findall(r"`([a-z-]+)`", line.split("|")[1])]
    assert sorted(named) == sorted(Role)


def test_everything_that_is_kept_is_named() -> None:
    table = PAGE.partition("## What an answer becomes")[2].partition("\n## ")[0]
    for model in (Ask, PickStep, Form):
        for keeps in get_args(model.model_fields["keeps"].annotation):
            assert f"`{keeps}`" in table, keeps
