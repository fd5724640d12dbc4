"""Line by line: the list of today over all plans, and notes of it in one's own name (L07, L109, L-14)."""

from __future__ import annotations

import io
from pathlib import Path

from tests.plain.conftest import Plain
from tests.plain.test_plain_today import day
from tests.tools.full import book_of
from tests.tools.prepared import dutch
from tests.tools.todays import KARIM, NoteOf, notes_of, with_clients
from tests.tools.typist import Typed
from tests.tools.window import door
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.plan_chooser import choose_plan


def chosen(home: Path, *typed: str) -> tuple[str | None, str]:
    """The plan that is chosen by these lines, and what one hears."""
    front, out = door(home), io.BytesIO()
    plan = choose_plan(front, Typed(iter(typed)), LineWriter(out), dutch())
    front.close()
    return plan, out.getvalue().decode()


def test_the_day_of_all_plans_is_told_and_noted_by_number(tmp_path: Path) -> None:
    with_clients(tmp_path, "Annie", "Bram")
    lines = ("/vandaag", "1", "1 gedaan", "2 niet", "2", "1 Samen gelachen.", "4 gedaan", "/ongedaan", "/vandaag")
    plan, heard = chosen(tmp_path, *lines)
    assert plan is None
    assert "Nog 4 te doen. Wat is" in heard
    told = "In de ochtend\n  1. Annie · Kousen aan bij Annie. · Karim\n  2. Bram · Kousen aan bij Bram. · Karim\n"
    assert told in heard
    assert "Genoteerd: gedaan · Annie: “Kousen aan bij Annie.”" in heard and "Ongedaan gemaakt: “" in heard
    assert "Kousen aan bij Annie. · Karim · gedaan" in heard
    assert set(notes_of(tmp_path, "Annie", "Bram")) == {
        NoteOf(KARIM, "yes", None, None), NoteOf(KARIM, None, None, "Samen gelachen."),
        NoteOf(KARIM, "no", "no-time", None),
    }


def test_a_bad_day_is_noted_by_the_number_of_a_client_m09(tmp_path: Path) -> None:
    with_clients(tmp_path, "Annie", "Bram", bad_day="Haast in de morgen.")
    _, heard = chosen(tmp_path, "/vandaag", "1", "2 zo'n dag", "1", "2 zo'n dag", "1")
    assert "  1. “Haast in de morgen.”\n" in heard and "Samen" not in heard
    assert "Het was zo'n dag. · Bram: “Haast in de morgen.”" in heard and "Dit stond er al zo." in heard
    assert notes_of(tmp_path, "Bram") == [NoteOf(KARIM, "yes", None, None)]


def test_a_number_alone_opens_the_plan_and_an_empty_line_goes_back(tmp_path: Path) -> None:
    with_clients(tmp_path, "Annie", "Bram")
    plan, _ = chosen(tmp_path, "/vandaag", "Karim", "2")
    front = door(tmp_path)
    assert plan == front.find("Bram")
    front.close()
    plan, heard = chosen(tmp_path, "/vandaag", "Karim", "", "/stop")
    assert plan is None and heard.count("Over wie gaat") + heard.count("Typ een nummer of een naam") >= 2


def test_who_looks_is_somebody_and_no_command_is_a_name_b11(tmp_path: Path) -> None:
    """`/stop` became who notes, and “Zuster marie” was refused for good."""
    with_clients(tmp_path, "Annie", "Bram")
    assert chosen(tmp_path, "/vandaag", "/stop")[1].count("In de ochtend") == 0
    typed = ("/wie Karim", "niemand", "Zuster marie", "Zuster marie", "1 gedaan", "1 gedaan")
    _, heard = chosen(tmp_path, "/vandaag", *typed)
    assert "Dit woord is hier niet bekend" in heard and "“niemand” is geen naam." in heard
    assert "Is “Zuster marie” een naam? Typ het dan nog een keer." in heard
    assert [note.by for note in notes_of(tmp_path, "Annie", "Bram")] == ["Zuster marie"]


def test_somebody_else_takes_the_keyboard_of_the_day(tmp_path: Path) -> None:
    """As the key for it does on the screen of today."""
    with_clients(tmp_path, "Annie", "Bram")
    _, heard = chosen(
        tmp_path, "/vandaag", "Karim", "/ik-ben Roos", "1 gedaan", "/ik-ben", "2", "2 gedaan", "/ik-ben", "/stop"
    )
    assert heard.count("Wie noteert er?") == 3
    assert [note.by for note in notes_of(tmp_path, "Annie", "Bram")] == ["Roos", KARIM]


def test_stop_at_the_question_why_is_no_reason(tmp_path: Path) -> None:
    """What was said is kept, and the program ends, as at every prompt."""
    with_clients(tmp_path, "Annie", "Bram")
    assert "Typ een nummer van 1" not in chosen(tmp_path, "/vandaag", "Karim", "1 niet", "/stop")[1]
    assert notes_of(tmp_path, "Annie", "Bram") == [NoteOf(KARIM, "no", None, None)]


def test_in_a_plan_a_number_of_the_list_is_noted(plain: Plain) -> None:
    book_of(plain.table).do(day)
    plain.hear("/vandaag\n/vandaag 1 gedaan, fijn\n/vandaag\n/vandaag 2 niet\n2\n\n/stop\n", topic="two-minutes")
    noted = [(note.done, note.because, note.text) for note in plain.view.progress[1:]]
    assert noted == [("yes", None, "fijn"), ("no", "no-time", None)]


def test_who_is_not_known_in_a_plan_is_asked_first_b5(tmp_path: Path) -> None:
    """Nobody comes into the plan of another by a note in passing, and nobody is its client by accident."""
    with_clients(tmp_path, "Annie", "Bram")
    _, heard = chosen(tmp_path, "/vandaag", "Sanne", "1 niet", "", "/stop")
    assert "Sanne staat niet in het plan van Annie. Klopt het toch?" in heard and "Hoe komt dat?" not in heard
    assert notes_of(tmp_path, "Annie", "Bram") == []
    _, heard = chosen(tmp_path, "/vandaag", "Sanne", "1 gedaan", "1 gedaan", "2 gedaan", "", "/stop")
    assert "Nieuw in dit plan: Sanne" in heard and "in het plan van Bram" in heard
    assert notes_of(tmp_path, "Annie", "Bram") == [NoteOf("Sanne", "yes", None, None)]
    _, heard = chosen(tmp_path, "/vandaag", "Bram", "1 gedaan", "", "/stop")
    assert "Dit is het plan van Bram. Klopt de naam?" in heard
    assert len(notes_of(tmp_path, "Annie", "Bram")) == 1
