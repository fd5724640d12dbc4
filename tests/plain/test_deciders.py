"""Line by line: more than one decides, each about something; and two people of one name (F10, F11, F15)."""

from __future__ import annotations

from tests.plain.conftest import Plain


def test_two_decide_each_about_something_f15(plain: Plain) -> None:
    plain.hear("Ria\nKees\n", topic="people")
    heard = plain.hear("\n3\n1, 2\n\nDe zorg.\nGeld\n/plan\n", topic="deciding-together")
    assert "Waarover beslist Ria?" in heard and "Waarover beslist Kees?" in heard
    assert "Ria (De zorg) en Kees (Geld)" in " ".join(heard.split())
    assert [plain.view.person(person).name for person in plain.view.deciders] == ["Ria", "Kees"]
    assert [person.for_what for person in plain.view.people[1:]] == ["De zorg.", "Geld"]


def test_one_who_decides_is_asked_nothing_more_f15(plain: Plain) -> None:
    plain.hear("Ria\nKees\n", topic="people")
    heard = plain.hear("\n3\n1\n\n", topic="deciding-together")
    assert "Waarover beslist" not in heard
    assert plain.view.decider == plain.view.people[1].id


def test_two_of_one_name_sit_at_the_table_and_speak_f10(plain: Plain) -> None:
    heard = plain.hear("Anna\nAnna\nAnna\n", topic="people")
    assert "Anna staat er al. Is dit iemand anders?" in " ".join(heard.split())
    assert [person.name for person in plain.view.people[1:]] == ["Anna", "Anna"]
    heard = plain.hear("/wie Anna\n/wie Anna (2)\nZij lacht graag.\n/plan\n/stop\n", topic="two-minutes")
    assert "Anna (1) en Anna (2) staan er al." in " ".join(heard.split())
    assert "Nu praat: Anna (2)" in heard and "Aan tafel" in heard
    assert "“Zij lacht graag.” (Anna, 2)" in heard
    assert plain.view.statements[-1].voice.id == plain.view.people[2].id
