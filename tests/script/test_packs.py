"""An organisation makes its own version by YAML alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.script.conftest import TOPICS, Write, lay_out
from zlp_tui.script.loading import load_script
from zlp_tui.script.script import Script
from zlp_tui.script.steps.word_models import Ask


def topics(script: Script) -> list[str]:
    return [topic.id for topic in script.topics]


def steps(script: Script, topic: str) -> list[str]:
    return [step.id for step in script.topic(topic).steps]


def change(*lines: str, id_: str = "likes") -> str:
    return f'id: "{id_}"\n' + "".join(f"{line}\n" for line in lines)


def song(after: str = "") -> str:
    return change("steps:", '  - id: "song"', '    kind: "ask"', '    ask: "Welk lied?"', f"    {after}")


def test_one_question_comes_in_one_is_replaced_and_one_topic_is_left_out(small: Path, pack: Write) -> None:
    pack("script.yaml", 'pack: "our-house"\nversion: "3"\nleave_out: ["good-day"]\n')
    folder = pack("topics/likes.yaml", change(
        "steps:",
        '  - id: "song"', '    after: "first"', '    kind: "ask"', '    ask: "Welk lied hoort bij {u|jou}?"',
        '  - id: "second"', '    kind: "ask"', '    ask: "En wat nog meer?"',
    ))

    script = load_script(small, [folder])

    assert script.problems == ()
    assert topics(script) == ["welcome", "likes", "read-back"]
    assert steps(script, "likes") == ["first", "song", "second"]
    replaced = script.find_step("likes", "second")
    assert isinstance(replaced, Ask)
    assert replaced.ask == "En wat nog meer?"
    assert script.topic("likes").title == "Hier houd ik van"
    assert script.stamp == "small+our-house 1+3"


def test_a_pack_may_word_a_topic_a_chapter_and_a_domain_otherwise(small: Path, pack: Write) -> None:
    pack("script.yaml", """\
pack: "our-house"
version: "3"
chapters: [{id: "who-am-i", title: "Dit ben ik", about: "Wie ik ben."}]
weekdays: {"knutseldag": 3}
""")
    pack("domains.yaml", 'domains: [{id: "housing", title: "Thuis", about: "Waar ik woon."}]\n')
    folder = pack("topics/likes.yaml", change('title: "Wat ik fijn vind"', "intros:", '  first: "Fijn:"'))

    script = load_script(small, [folder])

    assert script.problems == ()
    assert script.topic("likes").title == "Wat ik fijn vind"
    assert script.topic("likes").why == "Zo leren mensen {u|je} kennen."
    assert script.topic("likes").intros == {"first": "Fijn:"}
    assert [chapter.title for chapter in script.chapters] == ["Samen beginnen", "Dit ben ik"]
    assert script.domain("housing").title == "Thuis"
    assert (script.weekdays["knutseldag"], script.weekdays["maandag"]) == (3, 1)


@pytest.mark.parametrize(("after", "order"), [
    ("", ["first", "second", "song"]),
    ('after: "first"', ["first", "song", "second"]),
    ('after: "second"', ["first", "second", "song"]),
])
def test_a_new_step_stands_where_the_pack_says(small: Path, pack: Write, after: str, order: list[str]) -> None:
    assert steps(load_script(small, [pack("topics/likes.yaml", song(after))]), "likes") == order


def test_steps_after_the_same_step_keep_the_order_of_the_file(small: Path, pack: Write) -> None:
    new = [f'  - {{id: "{name}", after: "first", kind: "ask", ask: "Wat?"}}' for name in ("one", "two", "three")]
    folder = pack("topics/likes.yaml", change("steps:", *new))

    assert steps(load_script(small, [folder]), "likes") == ["first", "one", "two", "three", "second"]


def test_a_replacing_step_with_after_moves(small: Path, pack: Write) -> None:
    folder = pack("topics/likes.yaml", change(
        "steps:", '  - {id: "first", after: "second", kind: "ask", ask: "Waar nog?"}'))

    assert steps(load_script(small, [folder]), "likes") == ["second", "first"]


def new_topic(name: str, *lines: str) -> str:
    return TOPICS["good-day"].replace('id: "good-day"', f'id: "{name}"') + "".join(f"{line}\n" for line in lines)


def test_a_new_topic_stands_at_the_end_of_its_chapter_before_it_is_read_back(small: Path, pack: Write) -> None:
    script = load_script(small, [pack("topics/pets.yaml", new_topic("pets"))])

    assert script.problems == ()
    assert topics(script) == ["welcome", "likes", "good-day", "pets", "read-back"]


def test_a_new_topic_may_come_after_another_new_one(small: Path, pack: Write) -> None:
    pack("topics/a-walk.yaml", new_topic("a-walk", 'after: "pets"'))
    folder = pack("topics/pets.yaml", new_topic("pets", 'after: "likes"'))

    assert topics(load_script(small, [folder])) == ["welcome", "likes", "pets", "a-walk", "good-day", "read-back"]


def test_topics_may_be_put_in_another_order(small: Path, pack: Write) -> None:
    folder = pack("script.yaml", 'pack: "our-house"\nversion: "3"\ntopics: ["good-day", "likes"]\n')

    assert topics(load_script(small, [folder])) == ["welcome", "good-day", "likes", "read-back"]


def test_packs_are_laid_over_each_other(small: Path, pack: Write, tmp_path: Path) -> None:
    one = pack("topics/likes.yaml", song())
    two = tmp_path / "two"
    two.mkdir()
    (two / "script.yaml").write_text('pack: "two"\nversion: "1"\nleave_out: ["likes/song"]\n', "utf-8")

    assert steps(load_script(small, [one, two]), "likes") == ["first", "second"]
    assert load_script(small, [two, one]).problems != ()


def test_a_topic_of_which_every_step_is_left_out_is_not_asked(small: Path, pack: Write) -> None:
    folder = pack("script.yaml", 'pack: "p"\nversion: "1"\nleave_out: ["likes/first", "likes/second"]\n')

    assert topics(load_script(small, [folder])) == ["welcome", "good-day", "read-back"]


BROKEN = {
    "an unknown topic left out": ("script.yaml", 'pack: "p"\nversion: "1"\nleave_out:\n  - "welcome"\n  - "nope"\n', 5),
    "an unknown step left out": ("script.yaml", 'pack: "p"\nversion: "1"\nleave_out:\n  - "likes/nope"\n', 4),
    "an unknown topic in the order": ("script.yaml", 'pack: "p"\nversion: "1"\ntopics:\n  - "nope"\n', 4),
    "no version": ("script.yaml", 'pack: "p"\n', 1),
    "an unknown domain": ("domains.yaml", 'domains:\n  - {id: "nope", title: "x", about: "x"}\n', 2),
    "a step after an unknown one": ("topics/likes.yaml", song('after: "nope"'), 6),
    "a topic after an unknown one": ("topics/pets.yaml", new_topic("pets", 'after: "nope"'), 13),
    "a topic after itself": ("topics/likes.yaml", change('after: "likes"'), 2),
    "an unknown key": ("topics/likes.yaml", change('titel: "x"'), 2),
    "half a new topic": ("topics/pets.yaml", change('title: "x"', id_="pets"), 1),
    "the same step twice": ("topics/likes.yaml", song() + song().split("steps:\n")[1], 7),
}


@pytest.mark.parametrize(("name", "text", "line"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_broken_in_a_pack_is_named_and_ours_is_asked(
    small: Path, pack: Write, name: str, text: str, line: int,
) -> None:
    folder = pack(name, text)

    script = load_script(small, [folder])

    assert (script.problems[0].values["file"], script.problems[0].values["line"]) == (str(folder / name), line)
    assert script.topics[-3:] == load_script(small).topics[-3:]


def test_one_broken_file_of_a_pack_leaves_its_other_files_working(small: Path, pack: Write) -> None:
    pack("topics/good-day.yaml", "id: [\n")
    folder = pack("topics/likes.yaml", song())

    script = load_script(small, [folder])

    assert [Path(str(one.values["file"])).name for one in script.problems] == ["good-day.yaml"]
    assert steps(script, "likes") == ["first", "second", "song"]
    assert steps(script, "good-day") == ["day"]


def test_a_pack_that_leaves_out_all_says_that_nothing_is_asked(small: Path, pack: Write) -> None:
    folder = pack("script.yaml", 'pack: "p"\nversion: "1"\nleave_out: ["welcome", "likes", "good-day", "read-back"]\n')

    script = load_script(small, [folder])

    assert script.topics == ()
    assert [one.values["file"] for one in script.problems] == [str(folder)]
    assert "no question left" in str(script.problems[0])


def test_a_folder_that_is_no_pack_is_named(small: Path, tmp_path: Path) -> None:
    script = load_script(small, [tmp_path / "nowhere"])

    assert "nowhere" in str(script.problems[0])
    assert topics(script) == topics(load_script(small))


def test_a_pack_may_be_laid_out_as_our_content_is(small: Path, tmp_path: Path) -> None:
    folder = lay_out(tmp_path / "whole" / "nl").parent

    assert load_script(small, [folder]).pack == "small+small"
    assert load_script(small, [folder / "nl"]).pack == "small+small"
