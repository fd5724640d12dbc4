"""`?` and `/help` answer at every prompt, in a few lines, and are never kept as an answer (issue 8, section 4)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.plain.conftest import Plain
from tests.tools.full import book_of, fill
from tests.tools.prepared import dutch
from zlp_tui.plain.commands.slash_commands import all_commands
from zlp_tui.plan.serialization import as_json

ROOT = Path(__file__).parents[2] / "zlp_tui"
MOST = 4
PROMPT = "> \n"


def functions_that(call: str, *, on: tuple[str, ...]) -> set[str]:
    """Where the code calls a method of something with one of these names: `module.function`."""
    found = set()
    for file in ROOT.rglob("*.py"):
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == call:
                    owner = node.func.value
                    name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
                    if name in on:
                        found.add(f"{file.stem}.{function.name}")
    return found


def test_every_place_that_asks_a_line_is_walked_here() -> None:
    """Six places show a prompt, and read a line after it; two more read a line that was piped in for a `-`.

    `terminal_question.ask_until` is walked in `tests/cli/test_cli_follow.py`, `plan_chooser._ask` in
    `tests/cli/test_cli_begin.py`, `LookBackOffer` in `tests/plain/test_plain_evaluation.py`, `plain_wizard._typed` in
    `tests/plain/test_plain_lock.py`. A passphrase and a recovery code for a command are asked for by their name alone.
    `watched_lines` shows the prompt of another once more, after it was announced that the screen is locked soon.
    """
    asking = {
        "answer_reader.next", "plan_chooser._ask", "terminal_question.ask_until", "plain_wizard._typed",
        "passphrases.asked_passphrase", "keys_command._typed_code",
    }
    again = {"watched_lines.next", "watched_lines._look"}
    assert functions_that("prompt", on=("out", "_out", "writer", "aside")) == asking | again
    assert functions_that("next", on=("lines", "_lines")) == asking | {
        "program.read_name", "program.read_text", "watched_lines.next",
    }
    questions = {
        node.name
        for file in (ROOT / "plain").rglob("*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and {"receive", "leave"} <= {f.name for f in node.body if hasattr(f, "name")}
    }
    assert questions == {
        "CommandQuestion", "WordsQuestion", "NoteQuestion", "EndingQuestion", "KeyboardQuestion", "LookBackOffer",
    }


def answered(written: str) -> list[str]:
    """What was answered at each prompt."""
    return [part.strip("\n") for part in written.split(PROMPT)[1:]]


def test_every_question_of_the_script_tells_what_can_be_typed(plain: Plain) -> None:
    """Walks the whole script in a full plan, asking for help at each question; nothing at all is kept."""
    book = book_of(plain.table)
    book.do(fill, 2)
    before = as_json(plain.view)
    asked = 0
    for topic in plain.table.front.script.topics:
        parts = answered(plain.hear("?\n\n" * 12 + "/stop\n", topic=topic.id))
        for told in parts[:-1:2]:
            lines = told.split("\n")
            asked += 1
            assert 1 <= len(lines) <= MOST, told
            assert "/help" in lines[-1]
            assert max(map(len, lines)) <= 80
    assert asked > 130
    assert as_json(plain.view) == before


@pytest.mark.parametrize("word", [" ? ", "/HELP"])
@pytest.mark.parametrize(
    ("opens", "topic"),
    [
        ("/mooi\n", "two-minutes"), ("/opmerking\n", "two-minutes"), ("/opmerkingen\n/gedaan 1\n", "two-minutes"),
        ("/afspraken\n/oneens 1\n", "two-minutes"), ("/oneens\n/oneens-klaar 1\n", "two-minutes"),
        ("/noteer\n", "two-minutes"), ("/noteer\n1\n", "two-minutes"), ("/noteer\n1\nnee\n", "two-minutes"),
        ("/noteer\n1\nnee\n1\n", "two-minutes"), ("/noteer\n0\n", "two-minutes"),
        ("/plan-klaar\n", "two-minutes"), ("/plan-klaar\ngisteren\n", "two-minutes"), ("/ik-ben\n", "two-minutes"),
    ],
)
def test_every_small_question_of_a_command_tells_it_too(plain: Plain, opens: str, topic: str, word: str) -> None:
    book = book_of(plain.table)
    book.do(fill, 2)
    before = as_json(plain.view)
    nothing = "" if "gisteren" in opens else "\n"  # a plan ends without a reason too
    parts = answered(plain.hear(f"{opens}{word}\n{nothing}/stop\n", topic=topic))
    told = parts[opens.count("\n")].split("\n")
    assert 2 <= len(told) <= MOST
    assert "/stop" in told[-1]
    if "nee" not in opens:  # whether it worked out is kept when the question is left
        assert as_json(plain.view) == before


@pytest.mark.parametrize("word", [" ? ", "/HELP"])
def test_who_types_tells_it_too_where_it_is_asked_first(plain: Plain, word: str) -> None:
    typed = f"/opmerking De soep was koud.\n{word}\n/stop\n"
    parts = answered(plain.hear(typed, topic="two-minutes", unasked=True))
    assert parts[0].startswith("Wie typt er nu?") and parts[1].startswith("Wie typt er nu?")
    assert len(parts[1].split("\n")) <= MOST
    assert plain.view.remarks == ()


def test_where_an_answer_goes_on_it_tells_how_that_ends(plain: Plain) -> None:
    written = plain.hear("Koffie\\\n?\nbij het raam.\n", topic="two-minutes")
    assert plain.texts("two-minutes") == ["Koffie\nbij het raam."]
    assert "Typ de rest van dezelfde woorden." in written


def test_where_an_answer_was_doubted_it_tells_how_to_keep_it(plain: Plain) -> None:
    """Asking for help in between loses nothing: the same again is kept."""
    written = plain.hear("/wie Weet ik niet\n?\n/wie Weet ik niet\n?\n/stop\n", topic="two-minutes")
    doubted, told, kept, again, *_ = answered(written)
    assert doubted == "Is “Weet ik niet” een naam? Typ het dan nog een keer."
    assert told.startswith("Was het zo bedoeld? Typ hetzelfde nog een keer.")
    assert kept.startswith("Nieuw aan tafel: Weet ik niet")
    assert "bedoeld" not in again


@pytest.mark.parametrize("rest", ["?", "1 ?"])
@pytest.mark.parametrize("command", all_commands(dutch()), ids=lambda command: command.word)
def test_every_command_tells_what_it_does_and_does_nothing(plain: Plain, command: object, rest: str) -> None:
    word, about = str(getattr(command, "word", "")), str(getattr(command, "about", ""))
    plain.hear("Koffie.\n", topic="two-minutes")
    before = as_json(plain.view)
    written = plain.hear(f"{word} {rest}\n/stop\n", topic="two-minutes")
    told = " ".join(answered(written)[0].split())
    if "niet bekend" not in told:  # what leads nowhere in a plan that has only begun
        assert told.startswith(word)
        assert about in told
    assert as_json(plain.view) == before


def test_a_question_mark_among_words_is_words(plain: Plain) -> None:
    plain.hear("Waarom ?\n??\n/opmerking Hoe dan ?\n", topic="two-minutes")
    assert plain.texts("two-minutes") == ["Waarom ?", "??"]
    assert [remark.text for remark in plain.view.remarks] == ["Hoe dan ?"]
