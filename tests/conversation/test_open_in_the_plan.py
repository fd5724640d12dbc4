"""What somebody does not agree with, and remarks that wait, are in the plan (L-9, L38, L56, M08, M11)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.tools.prepared import dutch
from tests.tools.table import Table, speaks
from zlp_tui.conversation.ports.plan_pages import PLAN_LENGTHS, LetterPart, PlanLength
from zlp_tui.conversation.ports.turn import Quote, Reading
from zlp_tui.plain.pages.plan_text import cards_page
from zlp_tui.plain.pages.question_page import question_page
from zlp_tui.plan.tables.agreed import agreements, progress_notes
from zlp_tui.plan.tables.looking_back import editions, evaluations
from zlp_tui.plan.view import Place

WALK, TOO_EARLY, LOUD = "Elke dag een rondje.", "Ik vind tien uur te vroeg.", "De radio staat te hard."
NOT_AGREED = f"Hier is Joke het niet mee eens, sinds 3 maart: “{TOO_EARLY}”"


def agreed(table: Table, domain: str = "physical-health") -> str:
    with table.desk._unit_of_work.undoable(WALK) as act:
        return agreements.add(act, WALK, domain=domain)


def joke(table: Table) -> None:
    person, _ = table.desk.join("Joke")
    speaks(table.desk, person.id)


def quoted(parts: tuple[LetterPart, ...], text: str) -> list[Quote]:
    return [quote for part in parts for line in part.lines for quote in line.quotes if quote.text == text]


def test_the_letter_tells_at_the_line_who_does_not_agree_since_when_and_why(table: Table) -> None:
    """L-9. It stands at the words themselves, and not at each fact of an agreement."""
    ref = agreed(table)
    with table.desk._unit_of_work.undoable("Sanne") as act:
        agreements.task(act, ref, act.by, "Ik ga mee.")
    joke(table)
    (said,) = table.desk.follow_up.disagree(ref, TOO_EARLY).refs
    assert [quote.note for quote in quoted(table.desk.letter(), WALK)] == [NOT_AGREED]
    noted = [q for part in table.desk.letter() for line in part.lines for q in line.quotes if NOT_AGREED in q.note]
    assert len(noted) == 1
    table.desk.follow_up.ended(said, "Om half elf is goed.")
    assert [quote.note for quote in quoted(table.desk.letter(), WALK)] == [""]


@pytest.mark.parametrize("length", PLAN_LENGTHS)
def test_each_length_tells_what_is_open(table: Table, length: PlanLength) -> None:
    ref = agreed(table)
    joke(table)
    table.desk.follow_up.disagree(ref, TOO_EARLY)
    table.desk.follow_up.leave("remark", LOUD)
    parts = table.desk.letter(length)
    assert any("Joke het niet mee eens, sinds 3 maart" in quote.note for quote in quoted(parts, WALK))
    if length == "short":
        assert [(q.intro, q.text) for part in parts for line in part.lines for q in line.quotes][-1] == (
            "Dit staat nog open:", "2 dingen",
        )
        return
    (part,) = (part for part in parts if part.title == "Dit staat nog open")
    assert [(q.text, q.by, q.note) for line in part.lines for q in line.quotes] == [
        (TOO_EARLY, "Joke", f"sinds 3 maart · over: “{WALK}”"),
        (LOUD, "Joke", "sinds 3 maart · wat ermee gedaan is, is nog niet gezegd"),
    ]


def test_a_remark_leaves_the_plan_once_it_was_told_back(table: Table) -> None:
    """M11."""
    joke(table)
    (remark,) = table.desk.follow_up.leave("remark", LOUD).refs
    table.desk.follow_up.done_with(remark, "Hij staat nu zachter.")
    (quote,) = quoted(table.desk.letter(), LOUD)
    assert quote.note == "sinds 3 maart · ermee gedaan: Hij staat nu zachter (Joke). Dat is nog niet verteld"
    table.desk.follow_up.told_back(remark)
    assert quoted(table.desk.letter(), LOUD) == []


def test_what_is_private_is_open_in_the_whole_plan_and_not_on_its_page(table: Table) -> None:
    ref = agreed(table, "sexuality-and-intimacy")
    joke(table)
    table.desk.follow_up.leave("remark", LOUD, ref)
    assert quoted(table.desk.letter(), LOUD)
    assert not quoted(table.desk.letter("page"), LOUD)
    assert not any(part.lines for part in table.desk.letter("short"))


def test_an_edition_tells_what_was_open_then(table: Table) -> None:
    """The lines of now say nothing about the plan of then."""
    ref = agreed(table)
    with table.desk._unit_of_work.undoable("Plan 1") as act:
        editions.agree(act, [act.by])
    joke(table)
    table.desk.follow_up.disagree(ref, TOO_EARLY)
    assert [quote.note for quote in quoted(table.desk.history.read_edition(1), WALK)] == [""]


def test_the_cards_tell_it_line_by_line_too(table: Table) -> None:
    """L-9: `/afspraken` did not."""
    ref = agreed(table)
    joke(table)
    table.desk.follow_up.disagree(ref, TOO_EARLY)
    desk = table.desk
    page = cards_page(desk.view, desk.cards(), dutch(), desk.history.notes_beside())
    assert NOT_AGREED in " ".join(" ".join(page.lines()).split())


def test_where_it_comes_from_tells_it_apart_from_what_stood_there_before(table: Table) -> None:
    """It was introduced by "Eerst:", as if it were an earlier wording."""
    ref = agreed(table)
    joke(table)
    table.desk.follow_up.disagree(ref, TOO_EARLY)
    step = table.desk.trace(ref)[0]
    assert step.history == () and len(step.beside) == 1 and TOO_EARLY in step.beside[0]


def test_the_look_back_reads_what_is_open_and_passes_over_it_where_nothing_is(table: Table) -> None:
    """L-9: neither was told in the look back."""
    desk, place = table.desk, Place("look-back", "still-open")
    joke(table)
    (remark,) = desk.follow_up.leave("remark", LOUD).refs
    desk.speak_as(desk.view.client)
    turn = desk.go(place)
    assert isinstance(turn.input, Reading)
    assert [(quote.text, quote.by) for quote in turn.input.quotes] == [(LOUD, "Joke")]
    page = " ".join(" ".join(question_page(turn, dutch(), new_topic=False).lines()).split())
    assert f"“{LOUD}” (Joke)" in page and "sinds 3 maart" in page
    desk.follow_up.done_with(remark, "Hij staat zachter.")
    desk.follow_up.told_back(remark)
    desk.go(Place("look-back", "who"))
    after = desk.forward()
    assert after is not None and after.place == Place("look-back", "life-now")


def test_what_is_said_of_a_note_stays_in_sight_however_many_follow_it_l9(table: Table) -> None:
    """Of what was noted before one looked back only the last ten are read: what was said of others was gone."""
    desk, ref = table.desk, agreed(table)
    with desk._unit_of_work.undoable("Regen.") as act:
        note = progress_notes.note(act, about=ref, on=act.day, text="Regen.")
        evaluations.close(act, evaluations.open_or_create(act, [act.by]))
    for number in range(11):
        desk.follow_up.note(ref, done="yes", text=f"Dag {number}.")
    desk.follow_up.leave("remark", LOUD, note)
    table.clock.now += timedelta(days=20)
    desk = table.next_sitting()
    assert [remark.text for remark in desk.view.open_remarks()] == [LOUD]
    assert "remark" in [line.what for line in desk.history.due()]
