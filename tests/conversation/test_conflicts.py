"""What may not fit together is asked once, quietly, and blocks nothing (M15)."""

from __future__ import annotations

from tests.tools.table import Table, speaks
from zlp_tui.conversation.ports.turn import Board, Spoken
from zlp_tui.plan.tables.agreed import agreements, origins
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.view import Place

FITS = "Past dit bij elkaar?"


def doubts(table: Table) -> dict[str, list[str]]:
    return {
        card.title: [quote.text for label, quotes in card.rows if label == FITS for quote in quotes]
        for card in table.desk.cards()
    }


def test_somebody_who_is_asked_twice_at_one_time_is_told_at_the_later_agreement(table: Table) -> None:
    karim, _ = table.desk.join("Karim")
    with table.desk._unit_of_work.undoable("Lopen.") as act:
        for want, days, parts in (
            ("Lopen.", [1, 3], ["morning"]), ("Koffie.", [1], ["morning"]), ("Lezen.", [1], ["evening"]),
            ("Zingen.", [1], []),
        ):
            ref = agreements.add(act, want)
            agreements.step_when(act, agreements.add_step(act, ref, want), "dan", days, parts)
            for person in (karim.id, table.desk.view.client):
                agreements.task(act, ref, person)
    told = "Past dit bij “Lopen.”? Karim doet dat ook, elke maandag, in de ochtend."
    assert doubts(table) == {"Lopen.": [], "Koffie.": [told], "Lezen.": [], "Zingen.": []}


def test_an_agreement_against_what_does_not_work_is_asked_about_unless_it_follows_from_that(table: Table) -> None:
    with table.desk._unit_of_work.undoable("Haast.") as act:
        said = statements.add_statement(
            act, topic="working", step="sides", prompt="Wat werkt niet?", text="Samen douchen in de ochtend.",
            side="does-not-work",
        )
        ref = agreements.add(act, "Samen douchen, elke ochtend.")
        agreements.add(act, "Samen wandelen.")
    assert doubts(table)["Samen douchen, elke ochtend."] == [
        "Past dit? Over wat niet fijn is, zei mevrouw De Vries: “Samen douchen in de ochtend.”",
    ]
    assert doubts(table)["Samen wandelen."] == []
    with table.desk._unit_of_work.undoable("Haast.") as act:
        origins.follow(act, ref, (said,))
    assert doubts(table)["Samen douchen, elke ochtend."] == []


def test_a_goal_of_somebody_else_without_a_wish_is_asked_about_where_goals_are_said(table: Table) -> None:
    desk = table.desk
    karim, _ = desk.join("Karim")
    desk.go(Place("goals", "goal"))
    desk.answer(Spoken("Ik wil lopen."))
    speaks(desk, karim.id)
    desk.answer(Spoken("Meer bewegen."))
    board = desk.turn().board
    assert isinstance(board, Board)
    notes = {quote.text: quote.note for group in board.groups for quote in group.quotes}
    asked = "Hoort hier een wens van mevrouw De Vries bij?"
    assert (notes["Ik wil lopen."], notes["Meer bewegen."]) == ("", asked)
