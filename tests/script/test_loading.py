"""A script file that is broken says where and what to do, and takes nothing else along."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.script.conftest import TOPICS, Write
from zlp_tui.errors import NotFound, ScriptBroken
from zlp_tui.script.loading import load_script
from zlp_tui.script.roles import Role
from zlp_tui.script.source import LARGEST, read

LIKES = TOPICS["likes"]


def ids(folder: Path, *packs: Path) -> list[str]:
    return [topic.id for topic in load_script(folder, packs).topics]


def test_a_sound_script_is_loaded_in_the_order_of_its_outline(small: Path) -> None:
    script = load_script(small)

    assert script.problems == ()
    assert (script.pack, script.version, script.stamp, script.locale) == ("small", "1", "small 1", "nl")
    assert [topic.id for topic in script.topics_of("who-am-i")] == ["likes", "good-day", "read-back"]
    assert script.topic("likes").steps[1] is script.find_step("likes", "second")
    assert script.chapter("start").title == "Samen beginnen"
    assert script.domain("housing").title == "Wonen"


@pytest.mark.parametrize("look_up", ["chapter", "domain", "topics_of"])
def test_an_unknown_id_is_a_key_error(small: Path, look_up: str) -> None:
    with pytest.raises(KeyError):
        getattr(load_script(small), look_up)("nowhere")


def test_a_topic_or_step_that_is_not_there(small: Path) -> None:
    script = load_script(small)
    with pytest.raises(NotFound, match="This question is not in the script"):
        script.topic("nowhere")
    assert script.find_topic("nowhere") is None
    assert script.find_step("likes", "nowhere") is script.find_step("nowhere", "first") is None
    assert script.topic_named("nowhere") is None
    assert script.number_of("nowhere") > max(script.number_of(topic.id) for topic in script.topics)


def test_a_topic_is_found_by_its_role(small: Path, write_topic: Write) -> None:
    assert load_script(small).with_role(Role.PEOPLE) is None
    write_topic("likes", LIKES.replace("title:", 'role: "people"\ntitle:', 1))
    script = load_script(small)
    likes = script.topic("likes")
    assert script.with_role(Role.PEOPLE) is likes
    assert script.topic_named("people") is script.topic_named("likes") is likes


def test_a_role_that_is_none_is_named_with_those_that_are(small: Path, write_topic: Write) -> None:
    write_topic("likes", LIKES.replace("title:", 'role: "cleaner"\ntitle:', 1))
    [problem] = load_script(small).problems
    assert problem.values["line"] == 3
    assert "`role`" in str(problem) and "look-back" in str(problem)


TWO_DAYS = LIKES.partition("steps:")[0] + """steps:
  - id: "when"
    kind: "form"
    each_sitting: true
    fields:
      day: {title: "Dag", ask: "Op welke dag?"}
      hour: {title: "Uur", ask: "Hoe laat?"}
"""
BROKEN = {
    "two questions for each sitting": (TWO_DAYS, 9, "cannot stand at `each_sitting`"),
    "unknown key": (LIKES.replace("    examples:", "    exampels:", 1), 12, "`exampels` is not known here"),
    "missing key": (LIKES.replace('why: "Zo leren mensen {u|je} kennen."\n', ""), 1, "`why` is missing here"),
    "missing kind": (LIKES.replace('    kind: "ask"\n', "", 1), 7, "`kind` is missing here"),
    "unknown kind": (LIKES.replace('kind: "ask"', 'kind: "askk"', 1), 7, "cannot stand at `kind`"),
    "key twice": (LIKES.replace('intro:', 'why: "x"\nintro:', 1), 5, "`why` stands here for the second time"),
    "step twice": (LIKES.replace('id: "second"', 'id: "first"'), 13, "the id `first` stands here twice"),
    "an id that is none": (LIKES.replace('id: "second"', 'id: "De tweede"'), 13, "small letters"),
    "other name than its file": (LIKES.replace('id: "likes"', 'id: "loves"'), 1, "Write `id: likes`"),
    "a list where a text is wanted": (LIKES.replace('ask: "En waar nog meer van?"', "ask: [a]"), 15, "one text"),
    "a text where a list is wanted": (LIKES.replace('["Muziek in de avond."]', '"x"'), 18, "a list"),
    "a quote left open": (LIKES.replace('kennen."', "kennen."), 5, "cannot be read"),
    "indentation": (LIKES.replace("steps:\n", "steps:\n      - x\n"), 8, "cannot be read"),
    "keeps with the wrong each": (LIKES.replace('kind: "ask"', 'kind: "ask"\n    keeps: "option"', 1), 7, "`each`"),
    "empty": ("", 1, "is empty"),
    "two documents": (LIKES + "---\nid: x\n", 20, "cannot be read"),
    "a Python tag": (LIKES.replace('"Hier houd ik van"', "!!python/object/apply:os.getcwd []"), 3, "begins with"),
    "an anchor": (LIKES.replace('"Hier houd ik van"', "&a x"), 3, "begins with"),
    "a control character": (LIKES.replace("Hier houd", "Hier\x07houd"), 3, "control character"),
}


@pytest.mark.parametrize(("text", "line", "what"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_topic_is_named_with_its_line_and_the_rest_is_asked(
    small: Path, write_topic: Write, text: str, line: int, what: str,
) -> None:
    path = write_topic("likes", text)

    script = load_script(small)

    assert [topic.id for topic in script.topics] == ["welcome", "good-day", "read-back"]
    assert len(script.problems) == 1, [str(one) for one in script.problems]
    problem = script.problems[0]
    assert problem.values["file"] == str(path)
    assert problem.values["line"] == line
    assert what in str(problem)


def test_every_fault_of_a_file_is_named(small: Path, write_topic: Write) -> None:
    write_topic("likes", LIKES.replace("examples", "exampels").replace('title: "Hier houd ik van"\n', ""))

    lines = sorted((str(one.values["line"]) for one in load_script(small).problems), key=int)

    assert lines == ["1", "11", "17"]


def test_a_topic_without_a_file_and_a_file_that_is_not_asked_are_named(small: Path, write_topic: Write) -> None:
    (small / "script" / "topics" / "likes.yaml").unlink()
    write_topic("extra", LIKES.replace('id: "likes"', 'id: "extra"'))

    missing, extra = load_script(small).problems

    assert "likes.yaml" in str(missing)
    assert "not there" in str(missing)
    assert (extra.values["key"], extra.values["line"]) == ("extra", 10)


@pytest.mark.parametrize("name", ["script.yaml", "domains.yaml"])
def test_without_its_ground_there_is_no_script(small: Path, name: str) -> None:
    (small / "script" / name).write_text("pack: [\n", "utf-8")

    with pytest.raises(ScriptBroken) as broken:
        load_script(small)

    assert name in str(broken.value)


def test_plain_words_stay_what_the_author_wrote(small: Path, write_topic: Write) -> None:
    """In YAML `no` is false, `3-3-2027` may be a date and `1.0` a number; here they are words."""
    plain = LIKES.replace('"Hier houd ik van"', "no").replace('"Zo leren mensen {u|je} kennen."', "1.0")
    write_topic("likes", plain.replace("intro:", "pictogram:\nintro:"))

    topic = load_script(small).topic("likes")

    assert (topic.title, topic.why, topic.pictogram) == ("no", "1.0", "")


def test_a_form_whose_field_depends_on_nothing_is_broken(small: Path, write_topic: Write) -> None:
    form = """\
id: "likes"
chapter: "who-am-i"
title: "x"
why: "x"
intro: "x"
steps:
  - id: "form"
    kind: "form"
    fields:
      until:
        title: "x"
        ask: "x"
        kind: "date"
        only_if: {field: "law", is: "wlz"}
      law:
        title: "x"
        ask: "x"
        kind: "pick"
        options: [{id: "wlz", title: "x"}]
"""
    write_topic("likes", form)

    (problem,) = load_script(small).problems

    assert (problem.values["line"], "only_if" in str(problem)) == (10, True)


HOW = "how: {ask: x, options: [{id: face, title: x}, {id: number, title: x}]}"
SAD = "faces: [" + ", ".join(f"{{id: {i}, title: x}}" for i in ("very-good", "good", "so-so", "bad", "very-bad")) + "]"
MISFITS = {
    "options that the plan does not know": (
        'kind: pick, ask: x, keeps: goal-kind, each: goals, options: [{id: win, title: x}]', "slow-decline"),
    "a role that nobody has": ("kind: pick, ask: x, keeps: deciding, options: [{id: all, title: x}]", "together"),
    "picked from the wrong things": ("kind: pick, ask: x, keeps: chosen, each: choices, from: goals", "options"),
    "once, where it is about each": ("kind: pick, ask: x, keeps: chosen, from: options", "choices"),
    "each, where it is asked once": ("kind: ask, ask: x, keeps: goal, each: choices", "-"),
    "nothing to pick from": ("kind: pick, ask: x", "nothing to pick"),
    "a law that is none": (
        "kind: form, fields: {law: {title: x, ask: x, kind: pick, options: [{id: abc, title: x}]}}", "wlz"),
    "a date that is a text": ("kind: form, fields: {drawn-up-on: {title: x, ask: x}}", "drawn-up-on: date"),
    "people where there is room for one": (
        "kind: form, fields: {friends: {title: x, ask: x, kind: people}}", "drawn-up-with"),
    "a field that no agreement has": (
        "kind: form, keeps: agreement, each: agreements, fields: {colour: {title: x, ask: x}}", "evaluate-on"),
    "an answer that no talk has": (
        "kind: pick, ask: x, keeps: experience, each: people-here, options: [{id: great, title: x}]", "so-so"),
    "a decision once, where it is about each goal": (
        "kind: pick, ask: x, keeps: decision, options: [{id: stop, title: x}]", "goals-now"),
    "faces in another order": (f"kind: scale, each: domains, ask: x, number: {{ask: x}}, {HOW}, {SAD}", "very-bad"),
    "another answer than still, changed and no longer": (
        "kind: still, ask: x, topics: [likes], now: {ask: x}, options: [{id: yes, title: x}, {id: no, title: x}]",
        "no-longer"),
    "an agreement's form asked once": (
        "kind: form, keeps: agreement, fields: {from: {title: x, ask: x, kind: date}}", "agreements"),
}


@pytest.mark.parametrize(("step", "what"), MISFITS.values(), ids=MISFITS.keys())
def test_a_step_that_the_plan_could_not_keep_is_refused_when_it_is_loaded(
    small: Path, write_topic: Write, step: str, what: str,
) -> None:
    top = LIKES.split("steps:")[0]
    write_topic("likes", f"{top}steps:\n  - {{id: one, {step}}}\n")

    script = load_script(small)

    assert [problem.values["line"] for problem in script.problems] == [7]
    assert what in str(script.problems[0])
    assert "likes" not in {topic.id for topic in script.topics}


BOMB = "a: &a [x,x]\n" + "".join(f"{n}: &{n} [*{p},*{p},*{p}]\n" for p, n in zip("abcdefgh", "bcdefghi", strict=True))
HOSTILE = {
    "aliases that double": BOMB,
    "nested lists": "[" * 300_000,
    "nested mappings": "{a: " * 100_000,
    "nested blocks": "- " * 200_000,
    "five megabytes": 'id: "' + "x" * 5_000_000 + '"\n',
    "a tag that runs": "id: !!python/object/apply:os.system ['exit 1']\n",
    "a binary": "id: !!binary aGFsbG8=\n",
    "a merge": "<<: {id: x}\n",
    "a mapping as key": "? {a: b}\n: c\n",
    "NUL": "id: \0\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_yaml_is_refused_quickly(small: Path, write_topic: Write, text: str) -> None:
    path = write_topic("likes", text)
    began = time.perf_counter()

    script = load_script(small)

    assert time.perf_counter() - began < 2
    assert script.problems[0].values["file"] == str(path)
    assert "likes" not in {topic.id for topic in script.topics}


def test_a_file_of_other_bytes_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes(b'id: x\ntitle: "caf\xe9"\n')

    with pytest.raises(ScriptBroken, match="line 2: this is not UTF-8"):
        read(path)


def test_a_file_is_read_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_text("a: " + "x" * (LARGEST - 3), "utf-8")
    assert read(path).line(("a",)) == 1

    path.write_text("a: " + "x" * (LARGEST - 2), "utf-8")
    with pytest.raises(ScriptBroken, match="too large"):
        read(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "folder.yaml"
    folder.mkdir()
    with pytest.raises(ScriptBroken, match="not a file but a folder"):
        read(folder)


def test_ours_is_loaded_without_a_problem_and_nothing_is_asked_twice() -> None:
    from zlp_tui import places

    script = load_script(places.content() / "nl")

    assert [str(one) for one in script.problems] == []
    assert len(set(ids(places.content() / "nl"))) == len(script.topics)
