"""What one person answers for all stands under their name line by line, and another does not change it (B2)."""

from __future__ import annotations

from tests.plain.conftest import Plain


def test_who_decides_is_told_with_who_said_it_and_not_changed_by_another_b2(plain: Plain) -> None:
    heard = plain.hear("/wie Sanne\n\n2\n\n/stop\n", topic="deciding-together")
    assert plain.view.deciding_role == "together" and "Bewaard" in heard
    who = plain.view.anyone(plain.view.deciding_by or "")
    assert who.name == "Sanne"
    told = " ".join(plain.hear("/plan\n/stop\n", topic="two-minutes").split())
    assert "We beslissen samen (Sanne)" in told
    refused = " ".join(plain.hear("/wie Karim\n\n1\n/stop\n", topic="deciding-together").split())
    assert "(Sanne)" in refused and "Sanne zei dit. Een ander verandert het niet." in refused
    assert (plain.view.deciding_role, plain.view.deciding_by) == ("together", who.id)
    plain.hear("\n1\n/stop\n", topic="deciding-together")
    assert (plain.view.deciding_role, plain.view.deciding_by) == ("self", plain.view.client)


def test_undo_puts_the_answer_back_under_who_gave_it(plain: Plain) -> None:
    plain.hear("/wie Sanne\n\n2\n\n/stop\n", topic="deciding-together")
    sanne = plain.view.deciding_by
    plain.hear("\n1\n/ongedaan\n/stop\n", topic="deciding-together")
    assert (plain.view.deciding_role, plain.view.deciding_by) == ("together", sanne)
