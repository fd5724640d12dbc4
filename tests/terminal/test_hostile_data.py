"""What stands in the store can do nothing to the terminal, however it came there (battery C)."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest
import sqlcipher3.dbapi2

from tests.terminal.conftest import A_MOMENT, Kept, OpenApp, Talk

HOSTILE = {
    "clipboard": "\x1b]52;c;WkxQ\x07",
    "title": "\x1b]0;ZLPHACK\x07",
    "clear": "\x1b[2J\x1b[H",
    "main screen": "\x1b[?1049l",
    "C1": "\x9b31mZLP\x9c",
    "device control": "\x1bPZLPHACK\x1b\\",
    "direction": "\u202eZLP\u2066",
    "bell": "\x07\x08\x00ZLP",
}
POINTER = re.compile(rb"\x1b\]22;[a-z]*\x07")
"""Textual's own request for the shape of the mouse pointer."""
NEVER = (b"\x1b]52", b"ZLPHACK\x07", b"\xc2\x9b", b"\x1bPZLP", "\u202e".encode(), "\u2066".encode(), b"\x07", b"\x00")


@pytest.fixture
def planted(kept: Kept) -> Kept:
    """A plan whose rows were edited outside the program: each text has bytes in it that steer a terminal."""
    said = "".join(f"Zin {name}.\n" for name in HOSTILE)
    assert kept.zlp("talk", kept.plan, "--topic", "two-minutes", said=said).returncode == 0
    with closing(sqlcipher3.dbapi2.connect(str(kept.file))) as connection:
        for name, payload in HOSTILE.items():
            _plant(connection, f"Zin {name}.", f"Zin {name}{payload}einde.")
        _plant(connection, "Anna Vos", "Anna\x1b]0;ZLPHACK\x07 Vos")
        connection.commit()
    return kept


def _plant(connection: sqlite3.Connection, before: str, after: str) -> None:
    """Put another text wherever this one stands, in any column of any table."""
    tables = connection.execute("select name from sqlite_master where type='table' and sql like '%STRICT%'").fetchall()
    for (table,) in tables:
        for column in connection.execute(f"pragma table_info({table})").fetchall():
            if column[2] == "TEXT":
                connection.execute(f"update {table} set {column[1]} = ? where {column[1]} = ?", (after, before))


def test_c03_no_byte_of_the_data_steers_the_terminal(planted: Kept, open_app: OpenApp) -> None:
    for arguments in ((), ("talk", planted.plan, "--topic", "two-minutes")):
        window = open_app(*arguments)
        window.expect("Vos")
        window.rest(quiet=A_MOMENT)
        for key in ("\r", "\t", "\x1bOP", "\x1b"):
            window.write(key)
            window.rest()
        painted = POINTER.sub(b"", bytes(window.raw))
        assert [bad for bad in NEVER if bad in painted] == []
        assert bytes(window.raw).count(b"\x1b[?1049l") == 0
        window.close()


def test_c03_nor_does_it_line_by_line(planted: Kept) -> None:
    for arguments in (("plans",), ("show", planted.plan), ("talk", planted.plan, "--topic", "two-minutes")):
        done = planted.zlp(*arguments)
        assert done.returncode == 0, done.stderr
        assert [bad for bad in (*NEVER, b"\x1b") if bad in (done.stdout + done.stderr).encode()] == []


MARKUP = ["[/]", "[bold", "[/", "[b]x[/b]", "[foo=bar]", "\\[", "[@click=app.quit]x[/]"]


def test_c01_markup_is_shown_and_kept_as_it_was_typed(talk: Talk, kept: Kept) -> None:
    window = talk()
    for text in MARKUP:
        window.write(f"{text}\r")
        window.expect("“" + "".join(f"[{c}]" if c not in "\\[]^" else f"\\{c}" for c in text) + "”")
    assert kept.texts() == MARKUP
    assert window.process.poll() is None


def test_c06_a_million_characters_pasted_are_cut_and_said_to_be(talk: Talk, kept: Kept) -> None:
    window = talk()
    window.write("\x1b[200~" + "woord " * 170_000 + "\x1b[201~")
    window.rest()
    window.expect(r"20[.\s]?000", timeout=10)
    window.write("\r")
    window.expect("Bewaard", timeout=5)
    (text,) = kept.texts()
    assert text == ("woord " * 170_000)[:20_000].strip()
