"""F17: each file of a pack that is not used is named, with why. K10: packs of any size are read soon, told in short."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.script.conftest import TOPICS, Write
from tests.script.test_packs import change, new_topic, song, steps, topics
from zlp_tui import places
from zlp_tui.script.checking import MOST
from zlp_tui.script.loading import load_script
from zlp_tui.script.unused_files import MOST_TOPICS, other_files, unused_files

UNREAD = {
    "topics/likes.yml": "Call it likes.yaml",
    "topics/likes.YAML": "Call it likes.yaml",
    "script.yml": "Call it script.yaml",
    "domains.yml": "Call it domains.yaml",
    "topics/likes (1).yaml": "Is it a copy?",
    "topics/Likes.yaml": "Is it a copy?",
    "topics/dag_en_nacht.yaml": "Is it a copy?",
    "likes.yaml": "Files of topics stand in",
    "Topics/likes.yaml": "Files of topics stand in",
    "topic/likes.yaml": "Files of topics stand in",
    "topics/nieuw/likes.yaml": "Files of topics stand in",
}
HIDDEN = (
    ".DS_Store", "topics/._likes.yaml", ".git/config.yaml", "topics/.likes.yaml.swp", "Thumbs.db", "desktop.ini",
    "topics/.DS_Store",
)
OTHER = ("README.md", "LICENSE", "topics/likes.yaml.bak", "topics/likes.docx", "beeld/kat.png")


@pytest.mark.parametrize(("name", "why"), UNREAD.items(), ids=UNREAD.keys())
def test_a_file_that_is_not_read_is_named_with_why_f17(small: Path, pack: Write, name: str, why: str) -> None:
    (pack("topics/good-day.yaml", change(id_="good-day")) / name).parent.mkdir(parents=True, exist_ok=True)
    folder = pack(name, song())

    script = load_script(small, [folder])

    [problem] = script.problems
    assert str(problem).startswith(str(folder / name)) and why in str(problem)
    assert steps(script, "likes") == ["first", "second"]


@pytest.mark.parametrize("name", HIDDEN)
def test_of_hidden_files_nothing_is_said_f17(small: Path, pack: Write, name: str) -> None:
    (pack("topics/likes.yaml", song()) / name).parent.mkdir(parents=True, exist_ok=True)
    script = load_script(small, [pack(name, "\x00\x05\x16\x07")])
    assert (script.problems, script.unused, steps(script, "likes")) == ((), (), ["first", "second", "song"])


@pytest.mark.parametrize("name", OTHER)
def test_a_file_of_another_kind_is_named_and_is_no_fault_f17(small: Path, pack: Write, name: str) -> None:
    (pack("topics/likes.yaml", song()) / name).parent.mkdir(parents=True, exist_ok=True)
    script = load_script(small, [folder := pack(name, "Leesmij")])
    assert script.problems == ()
    [unused] = script.unused
    assert str(unused).startswith(str(folder / name))


def test_our_own_script_laid_as_a_pack_has_no_file_that_is_not_read_f17() -> None:
    ours = places.content() / "nl" / "script"
    assert (unused_files(ours), other_files(ours)) == ((), ())


def test_many_files_that_are_not_read_are_told_in_twenty_lines_k10(small: Path, pack: Write) -> None:
    for number in range(50):
        folder = pack(f"topics/likes-{number}.yml", song())
        pack(f"lees-mij-{number}.txt", "Leesmij")
    script = load_script(small, [folder])
    assert len(script.problems) == len(script.unused) == MOST + 1
    assert script.unused[-1].values["count"] == script.problems[-1].values["count"] == 50 - MOST


@pytest.mark.parametrize("text", [
    change(*(f'key-{number}: "x"' for number in range(50))),
    change("steps:", *(f'  - {{id: "s-{number}", kind: "nothing"}}' for number in range(50))),
    change("steps:", *(['  - {id: "same", kind: "tell", text: ["x"]}'] * 51)),
], ids=["keys", "kinds", "ids"])
def test_of_a_file_twenty_faults_are_told_and_how_many_more_k10(small: Path, pack: Write, text: str) -> None:
    problems = load_script(small, [pack("topics/likes.yaml", text)]).problems
    assert len(problems) == MOST + 1
    assert "more faults: 30" in str(problems[-1])


def test_of_many_files_with_faults_twenty_are_told_and_how_many_more_k10(small: Path, pack: Write) -> None:
    for number in range(50):
        folder = pack(f"topics/new-{number}.yaml", change(id_=f"new-{number}"))
    problems = load_script(small, [folder]).problems
    assert len({problem.values["file"] for problem in problems[:-1]}) == MOST
    assert "more files with faults: 30" in str(problems[-1])


def test_no_more_files_than_that_are_read_and_it_is_told_k10(small: Path, pack: Write) -> None:
    for number in range(MOST_TOPICS + 3):
        folder = pack(f"topics/new-{number:04}.yaml", new_topic(f"new-{number:04}"))
    script = load_script(small, [folder])
    [problem] = script.problems
    assert "more than 500" in str(problem)
    assert len(script.topics) == len(TOPICS) + MOST_TOPICS


@contextmanager
def counted_calls() -> Iterator[list[int]]:
    """How many calls of functions of ours are made meanwhile: a measure of work that no other program disturbs."""
    calls = [0]

    def count(_frame: object, event: str, _argument: object) -> None:
        calls[0] += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def chain(pack: Write, length: int) -> Path:
    """Topics that each come after the next one, so that none can be put down before the last is."""
    for number in range(length):
        after = f'after: "c-{number + 1:04}"' if number + 1 < length else ""
        folder = pack(f"topics/c-{number:04}.yaml", new_topic(f"c-{number:04}", after))
    return folder


def test_a_chain_of_topics_is_laid_in_work_of_its_length_k10(small: Path, pack: Write) -> None:
    work = []
    for length in (50, 200):
        folder = chain(pack, length)
        with counted_calls() as calls:
            script = load_script(small, [folder])
        work.append(calls[0])
        assert script.problems == ()
        assert topics(script)[-length - 1:-1] == [f"c-{number:04}" for number in reversed(range(length))]
    assert work[1] < work[0] * 8  # four times as many; quadratic would be sixteen


def test_a_ring_of_topics_and_what_hangs_on_it_are_told_k10(small: Path, pack: Write) -> None:
    pack("topics/a.yaml", new_topic("a", 'after: "b"'))
    pack("topics/b.yaml", new_topic("b", 'after: "a"'))
    folder = pack("topics/c.yaml", new_topic("c", 'after: "b"'))
    script = load_script(small, [folder])
    assert [str(problem).count("is not in the script") for problem in script.problems] == [1, 1, 1]
    assert topics(script) == topics(load_script(small))


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_a_key_with_nothing_behind_it_is_no_key(small: Path, pack: Write, nothing: str) -> None:
    script = load_script(small, [pack("topics/likes.yaml", change(f"title: {nothing}"))])
    assert (script.problems, script.topic("likes").title) == ((), "Hier houd ik van")
    new = load_script(small, [pack("topics/pets.yaml", new_topic("pets").replace("title: ", f"title: {nothing} # "))])
    assert ["`title` is missing" in str(problem) for problem in new.problems] == [True]
