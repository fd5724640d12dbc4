"""The administrative fields as one form for the carer: all under each other, each kept as it is left (issue 9, 1)."""

from __future__ import annotations

import shutil
from pathlib import Path

from screens.navigation.routes import DETAILS
from screens.overviews.details_screen import DetailsScreen
from tests.screens.conftest import ANNIE
from tests.tools.looking import shipped
from tests.tools.window import Window, window
from zlp_tui.conversation.ports.turn import Spoken, Words
from zlp_tui.plan.view import Place

PHONE = Place("personal-details", "person", "phone")
BORN = Place("personal-details", "person", "born-on")
EMAIL = Place("personal-details", "person", "email")
NUMBER, SEEN_BY = (Place("personal-details", "person", name) for name in ("bsn", "bsn-seen-by"))
LAW = Place("personal-details", "care", "law")


async def opened(w: Window) -> DetailsScreen:
    """The form, with all its fields."""
    assert w.app.navigator is not None
    w.app.navigator.navigate(DETAILS)
    await w.settled()
    screen = w.app.screen
    assert isinstance(screen, DetailsScreen)
    return screen


async def test_every_field_of_the_script_stands_in_the_form_as_far_as_it_is_filled_in(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        here = w.desk.place
        screen = await opened(w)
        asked = {
            field for topic in shipped().topics if topic.id in ("personal-details", "look-again")
            for step in topic.steps for field, known in step.form_fields.items() if known.only_if is None
        }
        assert asked - {"bsn-seen-by"} <= {row.place.item for row in screen.rows}
        name = screen.rows[0]
        assert name.field.text == ANNIE and w.desk.place == here


async def test_a_field_is_kept_when_it_is_left_and_the_conversation_stays_where_it_was(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        here = w.desk.place
        screen = await opened(w)
        screen.row_at(PHONE).focus_input()
        screen.row_at(PHONE).field.text = "06 12 34 56 78"
        await w.press("tab")
        assert w.desk.view.detail("personal-details", "phone") is not None
        assert screen.row_at(EMAIL).has_focus_within and "Bewaard" in w.words()
        screen.row_at(BORN).focus_input()
        screen.row_at(BORN).field.text = "12 juni 1946"
        await w.press("enter")
        assert w.desk.view.detail("personal-details", "born-on") == "1946-06-12"
        assert w.desk.place == here


async def test_what_is_half_typed_is_a_draft_and_stands_there_again_after_a_kill_f7(
    annie: Path, tmp_path: Path
) -> None:
    """The home is copied at that moment, as a kill would leave it."""
    left = tmp_path / "left"
    async with window(annie, ANNIE) as w:
        row = (await opened(w)).row_at(PHONE)
        before = w.desk.view.detail("personal-details", "phone")
        row.focus_input()
        await w.press("0", "6")
        typed = row.field.text
        w.app._flush_drafts()
        assert w.desk.view.detail("personal-details", "phone") == before != typed
        shutil.copytree(annie, left)
    async with window(left, ANNIE, times=2) as w:
        (draft,) = (draft for draft in w.desk.drafts() if draft.place == PHONE)
        assert (draft.text, draft.own) == (typed, True)
        row = (await opened(w)).row_at(PHONE)
        assert row.field.text == typed
        row.focus_input()
        await w.press("tab")
        assert w.desk.view.detail("personal-details", "phone") == typed
        assert [draft for draft in w.desk.drafts() if draft.place == PHONE] == []


async def test_what_does_not_fit_is_told_beside_its_field_and_the_words_stay(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        screen = await opened(w)
        row = screen.row_at(EMAIL)
        row.focus_input()
        row.field.text = "geen adres hier"
        await w.press("enter")
        assert row.has_focus_within and row.field.text == "geen adres hier"
        assert w.desk.view.detail("personal-details", "email") is None and "! " in w.text()
        await w.press("escape")
        assert w.on_top == "DetailsScreen", "words that are not kept are not dropped in silence"
        await w.press("escape")
        assert w.on_top != "DetailsScreen"


async def test_a_pick_brings_the_fields_that_follow_from_it(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        screen = await opened(w)
        row = screen.row_at(LAW)
        row.focus_input()
        row._calls.picked(row, ("wmo",))
        await w.settled()
        assert "wmo-reported-on" in {known.place.item for known in screen.rows}
        assert w.desk.view.law == "wmo"


def test_the_form_asks_what_the_questions_ask(annie: Path) -> None:
    """One list of fields: that of the script."""
    from tests.tools.window import Later, door

    front = door(annie, Later(9))
    desk = front.open(front.find(ANNIE))
    for turn in desk.details:
        assert desk.go(turn.place).question == turn.question
        assert not isinstance(turn.input, Words) or not turn.input.many
    front.close()


async def test_the_whole_number_is_shown_by_one_key_and_else_its_last_digits_v101(annie: Path) -> None:
    async with window(annie, ANNIE) as w:
        w.desk.seat((w.desk.view.client,))
        screen = await opened(w)
        row = screen.row_at(NUMBER)
        row.focus_input()
        await w.press("f4")
        row.field.text = "1234.56.782"
        await w.press("enter")
        assert screen.row_at(SEEN_BY).has_focus_within, "who may see it is asked next"
        assert "782" in w.words() and "123456782" not in w.words()
        assert screen.row_at(NUMBER).field.text == "eindigt op 782"
        await w.press("f4")
        assert "Burgerservicenummer: 123456782" in w.words()


async def test_what_stands_in_the_form_and_not_all_may_read_is_told_in_one_line(annie: Path) -> None:
    """Also where nothing was granted yet: a citizen service number is for the client and who was ticked."""
    told = "Hier staat iets wat niet iedereen aan tafel mag lezen."
    async with window(annie, ANNIE) as w:
        everybody = tuple(person.id for person in w.desk.present)
        assert len(everybody) > 1 and w.desk.view.grants == ()
        await opened(w)
        assert told not in w.words()
        await w.press("escape")
        w.desk.seat((w.desk.view.client,))
        w.desk.fill_in(NUMBER, Spoken("123456782"))
        await opened(w)
        assert told not in w.words(), "she is alone"
        await w.press("escape")
        w.desk.seat(everybody)
        await opened(w)
        assert w.words().count(told) == 1 and "782" not in w.words()
        assert told in repr(w.desk.go(NUMBER).board) and told not in repr(w.desk.go_topic("people").board)
