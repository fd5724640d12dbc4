"""Routes as data: what a pack may do with them, and what `zlp check` says of one that is broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zlp_tui import places
from zlp_tui.script.lint import lint
from zlp_tui.script.loading import load_script
from zlp_tui.script.steps.word_models import Tell

OURS = places.content() / "nl"
PETS = """\
routes:
  - id: "pets"
    title: "Over dieren"
    about: "Over de dieren thuis."
    sittings:
      - id: "pets"
        title: "Over dieren"
        about: "Welke dieren er zijn."
        minutes: 20
        walks:
          - "about-me/likes/like"
          - "WALKED"
"""


@pytest.fixture
def pack(tmp_path: Path) -> Callable[..., Path]:
    """A pack with some files, by their names."""

    def write(**files: str) -> Path:
        for name, text in {"script": 'pack: "p"\nversion: "1"\n', **files}.items():
            (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
        return tmp_path

    return write


def test_the_four_routes_are_there_and_every_topic_is_in_one() -> None:
    script = load_script(OURS)
    assert [route.id for route in script.routes] == ["first", "whole", "quick", "back", "paper", "paper-again"]
    first, whole = script.routes[:2]
    walked = {leg.topic.id for route in script.routes for leg in script.legs(route)}
    assert walked == {topic.id for topic in script.topics} - {"personal-details"}
    assert first.minutes == 30 and all(sitting.minutes <= 40 for sitting in whole.sittings)
    assert whole.without == ("personal-details", "who-may"), "facts leave the talk, and who may read is asked at first"


def test_a_pack_adds_a_route_and_replaces_one(pack: Callable[..., Path]) -> None:
    """An organisation begins with as much of it as it likes (V40)."""
    script = load_script(OURS, [pack(routes=PETS.replace("WALKED", "working/sides/works"))])
    assert [route.id for route in script.routes][-1] == "pets"
    assert [leg.topic.id for leg in script.legs(script.routes[-1])] == ["about-me", "working"]
    replaced = PETS.replace('"pets"', '"first"').replace("WALKED", "working")
    script = load_script(OURS, [pack(routes=replaced)])
    assert len(script.routes) == 6 and script.routes[0].title == "Over dieren"


@pytest.mark.parametrize(
    ("walked", "told"),
    [("nope", "`nope` is not in the script"), ("working/sides/nope", "`working/sides/nope` is not in the script"),
     ("about-me/likes/like", "comes past `about-me/likes/like` twice")],
)
def test_a_route_that_names_what_is_not_there_is_told_with_its_line(
    pack: Callable[..., Path], walked: str, told: str,
) -> None:
    found = [str(fault) for fault in lint(OURS, [pack(routes=PETS.replace("WALKED", walked))])]
    assert any(told in fault and "routes.yaml, line 1" in fault for fault in found), found


def test_a_route_in_which_a_pack_leaves_nothing_to_ask_is_told(pack: Callable[..., Path]) -> None:
    found = lint(OURS, [pack(script='pack: "p"\nversion: "1"\nleave_out: ["quick-questions"]\n')])
    assert ["nothing is left to ask in the sitting `quick`" in str(fault) for fault in found] == [True]


def test_a_topic_of_a_pack_is_walked_with_the_whole_plan(pack: Callable[..., Path]) -> None:
    topics = pack() / "topics"
    topics.mkdir()
    (topics / "pets.yaml").write_text(
        'id: "pets"\nchapter: "who-am-i"\nafter: "working"\ntitle: "Dieren"\nwhy: "Zo."\nintro: "Dieren:"\n'
        'steps:\n  - id: "who"\n    kind: "ask"\n    ask: "Welke dieren?"\n', "utf-8",
    )
    script = load_script(OURS, [topics.parent])
    whole = [leg.topic.id for leg in script.legs(script.routes[1])]
    assert whole[whole.index("working") + 1] == "pets"


def test_what_two_pages_tell_stands_in_one_place_and_a_pack_words_it(pack: Callable[..., Path]) -> None:
    """The page of the conversation in which one looks back and the first page of its topic told help and complaints
    from two files."""
    told = '        also_tells: ["complaint"]\n        walks:'
    written = pack(
        script='pack: "p"\nversion: "1"\nnotices:\n  - id: "complaints"\n    text: "Bel mevrouw Smit."\n',
        routes=PETS.replace("WALKED", "working").replace("        walks:", told),
    )
    script = load_script(OURS, [written])
    back = script.find_route("back")
    welcome = script.find_step("look-back", "welcome")
    assert back is not None and isinstance(welcome, Tell)
    assert welcome.also_tells == back.sittings[0].also_tells
    assert script.notice_texts(welcome.also_tells)[1:] == ("Bel mevrouw Smit.",)
    (fault,) = [str(fault) for fault in lint(OURS, [written]) if "complaint" in str(fault)]
    assert "`complaint` is not in the script" in fault and "routes.yaml, line 1" in fault
