"""“Dit kan nu niet” line by line: the reason by number, why in own words, who thought along, when it is asked again."""

from __future__ import annotations

from tests.plain.conftest import Plain

TOPIC = "important-to"


def test_a_wish_is_answered_in_three_lines_and_told_beside_it(plain: Plain) -> None:
    told = plain.hear(
        "Elke avond in bad.\n/herhaal\n/kan-niet 1\n/herhaal\n/kan-niet 1 3 Er is één bad.\n/kan-niet\n"
        "/meegedacht 1 Karim.\n/kan-niet\n/weer-vragen 1 1 juni\n/kan-niet\n/plan\n", topic=TOPIC,
    )
    words = " ".join(told.split())
    (said,) = plain.view.wishes_not_met
    assert (said.ground, said.text, said.consulted, said.ask_again_on) == (
        "others", "Er is één bad.", "Karim.", "2026-06-01",
    )
    assert "1. Het mag niet van de wet, of het kan echt niet" in words
    assert "[Dit kan nu niet: “Er is één bad.”" in words
    assert "We vragen het weer op 1 juni." in words


def test_without_a_reason_or_words_nothing_is_kept(plain: Plain) -> None:
    told = plain.hear("Elke avond in bad.\n/herhaal\n/kan-niet 1 9 Nee.\n/kan-niet 1 2\n\n", topic=TOPIC)
    assert plain.view.wishes_not_met == ()
    assert "Het nummer van een reden ontbreekt." in " ".join(told.split())
    assert "Er is niets bewaard" in told or "niets bewaard" in told
