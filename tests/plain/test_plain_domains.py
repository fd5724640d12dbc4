"""Which parts of life to talk about, line by line (issue 9 §2; decision 0027)."""

from __future__ import annotations

from tests.plain.conftest import Plain
from tests.tools.table import choose_domains
from zlp_tui.conversation.ports.turn import Picked, Spoken
from zlp_tui.plan.view import Place

PRIVATE = "sexuality-and-intimacy"


def chosen(plain: Plain) -> list[str]:
    placed = sorted((d.order, d.id) for d in plain.view.domains if d.relevance == "now" and d.order)
    return [domain for _, domain in placed]


def test_the_numbers_are_typed_in_ones_own_order_and_stand_there_with_it(plain: Plain) -> None:
    told = plain.hear("6, 1\n", topic="domains")
    assert "  6. Wonen (mijn huis, veilig en schoon)" in told
    assert "Typ nummers, het eerste vooraan, zoals 3, 1." in told
    assert "Intimiteit" not in told
    assert chosen(plain) == ["housing", "physical-health"]
    again = plain.hear("", topic="domains")
    assert "Wonen (mijn huis, veilig en schoon) [gekozen, plaats 1]" in again


def test_the_last_line_leads_to_the_cards_and_takes_nothing_away(plain: Plain) -> None:
    plain.hear("6, 1\n", topic="domains")
    told = plain.hear("10\n2\nLies\n", topic="domains")
    assert "Mijn lichaam en gezondheid (1 van 9)" in told
    assert chosen(plain) == ["housing"], "the first card was put off"
    assert "Lies kan erbij komen, voor een gesprek over “Mijn lichaam en gezondheid”." in plain.hear("")


def test_after_a_no_no_page_names_it_v96(plain: Plain) -> None:
    desk = plain.table.desk
    choose_domains(desk, "housing")
    desk.go(Place("domains", "cards", f"{PRIVATE}/leave"))
    desk.answer(Picked(("yes",)))
    desk.go(Place("parts-of-my-life", "good", PRIVATE))
    desk.answer(Spoken("Samen in bed liggen."))
    pages = "/kaart\n/plan\n/plan kort\n/plan bladzijde\n/afspraken\n/hoort-bij\n/nieuw\n/wanneer\n/gesprek\n"
    assert "Intimiteit en seksualiteit" in plain.hear(pages)
    plain.table.desk.go(Place("domains", "cards", f"{PRIVATE}/leave"))
    plain.table.desk.answer(Picked(("no",)))
    told = plain.hear(pages)
    assert "Samen in bed liggen." in told and "ntimi" not in told and "eksuali" not in told


def test_who_joins_beside_an_intimate_question_is_asked_another_v96(plain: Plain) -> None:
    desk = plain.table.desk
    choose_domains(desk, "housing")
    desk.go(Place("domains", "cards", f"{PRIVATE}/leave"))
    desk.answer(Picked(("yes",)))
    desk.go(Place("parts-of-my-life", "good", PRIVATE))
    told = plain.hear("Samen in bed.\n/wie Sanne\nDe tuin.\n/stop\n")
    before, after = told.split("Nieuw aan tafel: Sanne")
    assert "Intimiteit" in before and "ntimi" not in after and "Samen" not in after
    assert [(s.text, s.domain) for s in plain.view.live_statements][-1] == ("De tuin.", "housing")
