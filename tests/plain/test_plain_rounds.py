"""Line by line, the client asks each other person at the table once, and the words stand under who said them (V100)."""

from __future__ import annotations

from tests.plain.conftest import Plain


def test_a_round_is_asked_in_the_i_form_and_an_empty_line_passes_it_over(plain: Plain) -> None:
    typed = "/wie Sanne\n/wie Karim\n/wie mevrouw De Vries\nMijn huis.\n\nHaar tuin.\n\n\n"
    heard = plain.hear(typed, topic="important-to").partition("Bewaard")[2]
    lines = heard.splitlines()
    assert lines.count("Wat vind ik belangrijk, denk jij?") == 2
    assert "Dit zegt Sanne." in lines and "Dit zegt Karim." in lines
    assert [(s.text, s.voice.name) for s in plain.view.said("important-to")] == [
        ("Mijn huis.", "Annie de Vries"), ("Haar tuin.", "Sanne"),
    ]
