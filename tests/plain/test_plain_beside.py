"""Line by line: something beside the words of somebody else, and remarks about a line (B2)."""

from __future__ import annotations

from tests.plain.conftest import Plain

TOPIC = "good-day-bad-day"


def test_something_is_said_beside_a_line_and_the_line_stays_b2(plain: Plain) -> None:
    plain.hear("Koffie.\n", topic=TOPIC)
    heard = plain.hear("/ik-ben Sanne\n/erbij 1 Met een koekje.\n/erbij 1\nEn de krant.\n", topic=TOPIC)
    assert heard.count("Bewaard") == 2 and "Wat moet erbij staan?" in heard
    assert [(said.text, said.voice.name, said.side) for said in plain.view.live_statements] == [
        ("Koffie.", "Annie de Vries", "good"), ("Met een koekje.", "Sanne", "good"), ("En de krant.", "Sanne", "good"),
    ]


def test_a_remark_and_a_nice_moment_are_about_a_line_l56(plain: Plain) -> None:
    plain.hear("Koffie.\n/opmerking-bij 1 Te sterk.\n", topic=TOPIC)
    plain.hear("/opmerking-bij 1 Te sterk.\n/mooi-bij 1 Samen.\n", topic=TOPIC)
    ref = plain.view.live_statements[0].id
    assert [(line.text, line.kind, line.about) for line in plain.view.remarks] == [
        ("Te sterk.", "remark", ref), ("Samen.", "nice-moment", ref),
    ]
