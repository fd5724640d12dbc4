"""Line by line a chapter is read before it is asked whether it is right, and not at all where nothing was said."""

from __future__ import annotations

from tests.plain.conftest import Plain


def test_the_sentences_come_before_the_question_and_the_numbers_are_those_of_the_answers_2_94(plain: Plain) -> None:
    plain.hear("Ik wil om negen uur douchen.\n", topic="important-to")
    lines = plain.hear("", topic="who-am-i-read-back").splitlines()
    said = next(at for at, line in enumerate(lines) if "“Ik wil om negen uur douchen.”" in line)
    asked = next(at for at, line in enumerate(lines) if line.endswith("Klopt het?"))
    assert said < asked < lines.index("  1. Ja, dat klopt")
    assert not lines[said].strip()[0].isdigit()


def test_where_nothing_was_said_nothing_is_read_back_2_78(plain: Plain) -> None:
    desk = plain.table.next_sitting()
    desk.go_topic("two-minutes")
    topics = {turn.place.topic for turn in iter(desk.forward, None)}
    assert not {topic for topic in topics if topic.endswith("read-back")}


def test_who_it_is_asked_of_is_only_told_where_the_client_speaks_2_93(plain: Plain) -> None:
    heard = plain.hear("/ander\n/wie Karim\n/ander\n", topic="important-to")
    assert heard.count("Typ dan eerst /wie en de naam.") == 1
