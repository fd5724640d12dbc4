"""“Bewaard” stands after a line only where that line changed the plan, and where it changed it (finding F11)."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.plain.conftest import Plain
from tests.tools.prepared import dutch
from tests.tools.table import Table, open_door
from tests.tools.typist import Typed
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.plan_chooser import choose_plan
from zlp_tui.plain.talk_loop import run_talk

STOOD = "Dit stond er al zo. Er is niets veranderd."
LINES = {
    "said anew": ("/verbeter 1 Koffie.",),
    "said by": ("/gezegd-door 1 Annie de Vries",),
    "part of life": ("/over 1 Wonen", "/over 1 Wonen"),
    "no part of life": ("/over 1 Wonen", "/over 1 0", "/over 1 0"),
    "of the last": ("Thee.", "/hoort-bij Wonen", "/hoort-bij Wonen"),
    "name": ("/onderwerp people", "Karim", "/herhaal", "/verbeter 1 Karim"),
    "done with": ("/opmerking Koud.", "/opmerkingen", "/gedaan 1 Gebeld.", "/gedaan 1 Gebeld."),
    "told": ("/opmerking Koud.", "/opmerkingen", "/gedaan 1 Gebeld.", "/verteld 1", "/verteld 1"),
    "where to": ("/oneens 1 Thee.", "/oneens", "/oneens-naar 1 2", "/oneens-naar 1 2"),
    "ended": ("/oneens 1 Thee.", "/oneens", "/oneens-klaar 1 Allebei.", "/oneens-klaar 1 Allebei."),
}
"""What is typed after one statement; the last line says what stands there already."""

WALKS = {
    "taken back": ("/intrekken 1", "/herhaal", "Thee.", "/herhaal", "/intrekken 1", "/intrekken 9"),
    "undone": ("/ongedaan", "/toch-wel", "/toch-wel", "/ongedaan", "/ongedaan"),
    "who types": ("/ik-ben Sanne", "/opmerking Koud.", "/ik-ben Sanne", "/ik-ben Karim", "/oneens 1 Nee."),
    "people": ("/onderwerp people", "Karim", "/wie Karim", "/aan-tafel Annie de Vries, Karim"),
    "note": ("/noteer 0 Het regende.", "/noteer", "Weer.", "/noteer", ""),
    "remark": ("/opmerking Koud.", "/opmerking", "", "/mooi", "Zon.", "/mooi-bij 1 Warm.", "/opmerking-bij 1", ""),
    "beside": ("/erbij 1 Met melk.", "/erbij 1", ""),
    "plan that ends": ("/plan-klaar vandaag", "Verhuisd.", "/weer-oppakken", "/weer-oppakken"),
    "consent": ("/onderwerp agreed", "1", "/terug", "1", "/wie Sanne", "/onderwerp agreed", "1", "1"),
}
"""What is typed after one statement, along everything else that is kept."""

SEATS_OR_MOVES = ("/wie", "/aan-tafel", "/ik-ben", "/onderwerp", "/terug", "/herhaal")
"""What says who is here, or where we are: that is kept, and told in words of its own."""


def changes_of(table: Table) -> int:
    """How many Changes there are."""
    with table.front.store.reading() as session:
        return int(session.run("SELECT count(*) FROM change", ())[0][0])


class Watched:
    """What is written after each line, and whether that line changed the plan."""

    def __init__(self, table: Table, lines: tuple[str, ...]) -> None:
        self._table = table
        self._lines = lines
        self._out = io.BytesIO()
        self.told: list[tuple[str, str, bool]] = []

    def run(self) -> None:
        """Type all lines, each when it is asked for."""
        run_talk(self._table.desk, Typed(self._typing()), LineWriter(self._out), dutch(), topic="good-day-bad-day")

    def _typing(self) -> Iterator[str]:
        for line in self._lines:
            before, at = changes_of(self._table), self._out.tell()
            yield line
            written = self._out.getvalue()[at:].decode()
            self.told.append((line, written, changes_of(self._table) > before))


@pytest.mark.parametrize("kind", LINES)
def test_saved_is_said_of_what_was_saved_and_of_nothing_else_law_f11(plain: Plain, kind: str) -> None:
    watched = Watched(plain.table, ("Koffie.", "/herhaal", *LINES[kind]))
    watched.run()
    for line, written, changed in watched.told:
        assert changed or "Bewaard" not in written, line
        assert not changed or STOOD not in written, line
    *_, (_, last, changed) = watched.told
    assert (STOOD in last, changed) == (True, False), last


@pytest.mark.skipif(os.name == "nt", reason="a full disk is made with a limit of Unix")
def test_when_there_is_room_again_the_next_line_is_kept_k7(plain: Plain) -> None:
    """In the same sitting; what was not kept is not said to be."""
    def typing(trouble: ExitStack) -> Iterator[str]:
        from tests.screens.test_drafts_refused import full_disk

        trouble.enter_context(full_disk(plain.table.home))
        yield "Koffie."
        trouble.close()
        yield "Thee."

    with ExitStack() as trouble:
        out = io.BytesIO()
        desk = plain.table.next_sitting()
        run_talk(desk, Typed(typing(trouble)), LineWriter(out), dutch(), topic="two-minutes")
    refused, _, kept = out.getvalue().decode().partition("De schijf is vol")
    assert "Bewaard" not in refused and "Bewaard" in kept
    assert plain.texts("two-minutes") == ["Thee."]
@pytest.mark.parametrize("kind", WALKS)
def test_saved_is_said_exactly_where_something_was_kept_law_f11(plain: Plain, kind: str) -> None:
    watched = Watched(plain.table, ("Koffie.", "/herhaal", *WALKS[kind]))
    watched.run()
    assert len(watched.told) == len(WALKS[kind]) + 2
    for line, written, changed in watched.told:
        assert ("Bewaard" in written) == changed or (changed and line.startswith(SEATS_OR_MOVES)), (line, written)


def test_a_new_plan_that_is_said_to_be_saved_is_there_f11(tmp_path: Path) -> None:
    front, out, refused = open_door(tmp_path), io.BytesIO(), io.BytesIO()
    assert choose_plan(front, Typed(iter(("/iets", ""))), LineWriter(refused), dutch()) is None
    assert "Bewaard" not in refused.getvalue().decode() and front.plans() == ()
    assert choose_plan(front, Typed(iter(("Bep Jansen",))), LineWriter(out), dutch()) is not None
    assert "Bewaard" in out.getvalue().decode() and [plan.name for plan in front.plans()] == ["Bep Jansen"]
    front.close()
