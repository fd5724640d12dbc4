"""The whole script line by line with text that would steer a terminal: nothing of it does (battery G04, C01-C06)."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from itertools import cycle

import pytest
from wcwidth import wcswidth

from tests.plain.conftest import Plain
from tests.tools.full import book_of
from tests.tools.prepared import dutch
from zlp_tui.conversation.ports.turn import InOrder, Pick, Reading, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.talk_loop import run_talk
from zlp_tui.plan.tables.agreed import goals
from zlp_tui.script.schema import KINDS
from zlp_tui.text import LIMIT, clean

HOSTILE = (
    "[/]",
    "[b]x[/b]",
    "[bold",
    "[@click=app.quit]x[/]",
    "\x1b]52;c;WkxQ\x07 klembord",
    "\x1b[2J\x1b[H leeg",
    "\x9b31m rood \x9c",
    "\x1bPwissel\x1b\\ apparaat",
    "nul\x00 bel\x07 terug\x08",
    "om\u202egekeerd\u2066",
    "\u200bniets\u200b te zien\ufeff",
    "e" + "\u0301" * 500,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f3\U0001f1f1 ❤️",
    "مريم العمراني",
    "漢字かな交じり文" * 12,
    "┌──┐█▒●☀⠿",
    "a" * 300,
    "een\u2028twee\rdrie",
    "100% {client} {0} %s",
)
DRAWN = re.compile("[\u2500-\u28ff]")


class Everything:
    """Answers every question of the script with something that could do harm, and goes on."""

    def __init__(self, desk: DeskSession, *first: str) -> None:
        self._desk = desk
        self._first = first
        self._typing = self._type()
        self.asked = 0
        self.kinds: set[str] = set()

    def next(self) -> str | None:
        return next(self._typing, None)

    def unfinished(self) -> str:
        return ""

    def _type(self) -> Iterator[str]:
        hostile = cycle(HOSTILE)
        yield from self._first
        while self.asked < 2000:
            turn = self._desk.turn()
            self.asked += 1
            self.kinds.add(turn.kind)
            match turn.input:
                case Words(format="text"):
                    yield next(hostile)
                case Words(format="date"):
                    yield "3 maart 2027"
                case Pick(options=options, can_add=can_add) if options or can_add:
                    yield "1" if options else "Karim"
                case InOrder(items=items):
                    yield " ".join(str(n) for n in range(len(items), 0, -1))
                case Reading() | Words() | Pick():
                    pass
            if self._desk.place == turn.place:
                yield ""


@pytest.mark.timeout(240)
def test_g04_the_whole_script_with_hostile_text(plain: Plain) -> None:
    out = io.BytesIO()
    for goal in ("Lopen.", "Zingen."):  # what comes first is asked of two or more
        book_of(plain.table).do(goals.add, goal)
    made = Everything(plain.table.next_sitting(), f"/wie {HOSTILE[4]}", "/wie 1")
    assert run_talk(plain.table.desk, made, LineWriter(out), dutch())
    looked_back = Everything(plain.table.next_sitting(), "/terugkijken")
    assert run_talk(plain.table.desk, looked_back, LineWriter(out), dutch())
    on_request = {step.kind for step in plain.table.front.script.steps if step.is_on_request(None)}
    in_first_talk = {"who-may"}  # that route is walked in tests of its own
    assert made.kinds | looked_back.kinds | on_request | in_first_talk == set(KINDS), "every kind of step was asked"
    for command in (
        "/plan", "/afspraken", "/keuzes", "/onderwerp", "/herhaal", "/wie", "/aan-tafel", "/noteer", "/opmerkingen",
        "/oneens", "/nieuw", "/vandaag", "/wanneer", "/toen", "/uitkomst", "/vastgelegd",
    ):
        out.write(plain.hear(f"{command}\n/vandaan 1\n/geschiedenis 1\n/intrekken 1\n/ongedaan\n").encode())
    written = out.getvalue().decode("utf-8")
    assert DRAWN.search(written) is None
    assert {c for c in written if unicodedata.category(c) in ("Cc", "Cf")} <= {"\n", "\u200d", "\u200c"}
    assert [line for line in written.split("\n") if wcswidth(line) > 80] == []
    prompts = written.count("\n> \n")
    asked = made.asked + looked_back.asked
    assert prompts >= asked
    assert written.count("Stoppen: /stop.") >= asked
    kept = {statement.text for statement in plain.view.statements}
    assert {clean(text).text for text in HOSTILE} <= kept | {p.name for p in plain.view.people}


@pytest.mark.parametrize("text", HOSTILE)
def test_c08_it_is_kept_as_documented_and_shown_again(plain: Plain, text: str) -> None:
    written = plain.hear(f"{text}\n/herhaal\n", topic="two-minutes")
    assert plain.texts("two-minutes") == [clean(text).text]
    assert written.count("Bewaard") == 1
    assert "1. “" in written


def test_d04_invalid_bytes_become_the_replacement_character(plain: Plain) -> None:
    plain.hear(b"stuk\xff\xfe\nlatijn \xe9\r\n", topic="two-minutes")
    assert plain.texts("two-minutes") == ["stuk\ufffd\ufffd", "latijn \ufffd"]


def test_c06_a_million_characters_are_cut_and_said_to_be(plain: Plain) -> None:
    written = plain.hear("woord " * 170_000 + "\nkort\n", topic="two-minutes")
    assert plain.texts("two-minutes") == [("woord " * 170_000)[:LIMIT], "kort"]
    assert "maar alleen de eerste" in written
