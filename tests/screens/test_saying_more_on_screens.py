"""Taking what was said before, and saying more about a thing, on the screen (issue 9 §2)."""

from __future__ import annotations

from pathlib import Path

from screens.steps.offered_lines import FEW, MORE
from tests.screens.test_talk_screen import talk, talking
from zlp_tui.conversation.asking.detours import is_about
from zlp_tui.conversation.ports.turn import Board, Pick, Quote, Turn
from zlp_tui.plan.view import Place

WANT = Place("agreements", "want", "anything")


def _offered(turn: Turn) -> tuple[Quote, ...]:
    """What is offered as the answer."""
    assert isinstance(turn.board, Board)
    return next(group.quotes for group in turn.board.groups if group.offered)


async def test_a_line_that_is_offered_is_taken_into_the_field_and_said(annie: Path) -> None:
    async with talking(annie, WANT) as w:
        board = talk(w).question.board
        words = _offered(talk(w).turn)[0].text
        before = len(w.desk.view.agreements)
        board.focus()
        await w.press("home")
        assert "Neem deze" in w.words()
        await w.press("enter")
        assert talk(w).entry.field.text == words and talk(w).entry.field.has_focus
        assert len(w.desk.view.agreements) == before, "nothing is said by taking it"
        await w.type(" Samen.")
        await w.press("enter")
        agreed = w.desk.view.agreements[-1]
        assert agreed.want == f"{words} Samen." and (agreed.follows_from or agreed.goal)


async def test_the_likely_five_are_offered_and_more_shows_the_rest(annie: Path) -> None:
    async with talking(annie, WANT, (80, 40)) as w:
        quotes = _offered(talk(w).turn)
        assert len(quotes) > FEW + 1
        hidden = quotes[FEW].text
        assert hidden[:20] not in w.words()
        board = talk(w).question.board
        board.focus()
        board.mark("more-offered")
        await w.press("enter")
        assert hidden[:20] in w.words()


async def test_what_an_agreement_follows_from_is_the_likely_five_and_more_on_request(annie: Path) -> None:
    async with talking(annie, Place("agreements", "follows"), (80, 40)) as w:
        pick, asked = talk(w).entry.pick, talk(w).turn.input
        assert isinstance(asked, Pick) and asked.likeliest_first
        few = pick.numbered()
        assert set(asked.chosen) <= set(few) and len(few) <= FEW + len(asked.chosen) + 1 < len(asked.options)
        pick.mark(MORE)
        await w.settled()
        assert "Enter Meer" in w.words()
        await w.press("enter")
        assert pick.numbered() == tuple(option.id for option in asked.options)
        assert pick.chosen == asked.chosen and pick.marked not in few, "the first of the others is marked"


async def test_more_is_asked_on_the_key_that_the_row_names(annie: Path) -> None:
    async with talking(annie, WANT, (120, 35)) as w:
        await w.type("Op vrijdag eten wij vis")
        await w.press("enter")
        thing = w.desk.view.agreements[-1].id
        assert "Meer hierover" in w.words()
        await w.press("f11")
        asked = [w.desk.place.step]
        for _ in range(9):
            await w.press("pagedown")
            if is_about(w.desk.place, thing):
                asked.append(w.desk.place.step)
        assert asked[:2] == ["goal", "who"] and {"domain", "follows"} <= set(asked)


async def test_more_at_the_first_open_question_stays_there_and_says_what_comes(fresh: Path) -> None:
    async with talking(fresh, WANT) as w:
        assert "Meer hierover" not in w.words()
        await w.type("Op vrijdag eten wij vis")
        await w.press("enter", "pagedown")
        assert w.desk.place.step == "who"
        await w.press("f11")
        assert w.desk.place.step == "who" and "Hierna komen meer vragen hierover." in w.words()


async def test_days_and_parts_of_the_day_are_taken_one_after_the_other(annie: Path) -> None:
    async with talking(annie, WANT) as w:
        await w.type("Op vrijdag eten wij vis")
        await w.press("enter", "pagedown", "pagedown")
        assert w.desk.place.step == "small-steps"
        board = talk(w).question.board
        for line in ("often-0", "often-2"):
            board.focus()
            board.mark(line)
            await w.press("enter")
        assert talk(w).entry.field.text == "elke dag in de middag"
        await w.press("enter")
        when = w.desk.view.active_agreements()[-1].steps[0].when
        assert when is not None and when.part_of_day == "afternoon" and len(when.weekdays) == 7
