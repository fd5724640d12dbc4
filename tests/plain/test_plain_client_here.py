"""Line by line the client shows that they are here, and opens for now what is folded (decision 0056)."""

from __future__ import annotations

from pathlib import Path

from tests.conversation.test_client_at_table import lay_sitting
from tests.conversation.test_doors import FOLDED
from tests.tools.key_typist import KeyTypist
from tests.tools.locked import WORDS
from tests.tools.marked import marks
from tests.tools.prepared import dutch
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.plain_wizard import UnseenLines
from zlp_tui.plain.talk_loop import run_talk


def heard(home: Path, holder: str, *lines: str) -> KeyTypist:
    """A talk of Annie and Sanne in which these lines are typed."""
    sitting, typist = lay_sitting(home, holder), KeyTypist(*lines)
    run_talk(
        sitting.desk, typist, LineWriter(typist.out), dutch(), topic="important-to", unseen=UnseenLines(typist.hidden)
    )
    sitting.front.close()
    return typist


def test_what_is_folded_is_opened_after_the_words_of_the_client(tmp_path: Path) -> None:
    typist = heard(tmp_path, "Annie de Vries", "/open", "/zelf-erbij", WORDS, "/open", "/stop")
    refused, opened = typist.heard.split("Annie de Vries is er zelf bij.", maxsplit=1)
    assert FOLDED in refused and "Alleen Annie de Vries kan dit openen" in refused and not marks(refused)
    assert any("important-to" in mark for mark in marks(opened.split("Dit staat nu even open.")[1]))
    assert typist.unseen == [WORDS]


def test_where_the_client_has_no_key_the_words_are_not_known(tmp_path: Path) -> None:
    typist = heard(tmp_path, "Sanne", "/zelf-erbij", "/open", "/stop")
    assert typist.heard.count("Dit woord is hier niet bekend") == 2 and not marks(typist.heard)
