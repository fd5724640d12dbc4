"""Words that are typed and not said stay with who typed them, whoever is chosen to speak (F7, C13)."""

from __future__ import annotations

from pathlib import Path

from screens.follow_up.base_entry_screen import BaseEntryScreen
from screens.navigation.routes import REMARKS
from screens.talk.talk_screen import TalkScreen
from tests.screens.conftest import ANNIE
from tests.tools.window import Window, window
from zlp_tui.plan.view import Place

GOOD = Place("good-day-bad-day", "sides", "good")
HERS = "Mijn vader is vaak"


async def at_question(w: Window, *, sanne_typed: str = "") -> TalkScreen:
    """Where something can be said, with Annie and Sanne at the table, and Sanne speaking."""
    sanne, _ = w.desk.join("Sanne")
    w.desk.seat((w.desk.view.client, sanne.id))
    w.desk.go(GOOD)
    w.desk.speak_as(sanne.id)
    w.desk.keep_draft(sanne_typed)
    assert w.app.navigator is not None
    w.app.navigator.show_talk()
    await w.settled()
    if w.desk.voice.id != sanne.id:
        await speaks(w, "Sanne")
    return w.app.navigator.talk


async def speaks(w: Window, name: str) -> None:
    """Somebody speaks, by the chips."""
    page = w.page
    assert isinstance(page, TalkScreen | BaseEntryScreen)
    chips = page.voices
    chips.focus()
    await w.settled()
    person = next(person.id for person in w.desk.present if person.name == name)
    while chips.marked != person:
        await w.press("right")
    await w.press("enter")
    assert voice(w) == name


def voice(w: Window) -> str:
    """Whose words will be kept on the page on top, by name."""
    voice = w.desk.follow_up.voice if isinstance(w.page, BaseEntryScreen) else w.desk.voice
    assert voice is not None
    return voice.name


async def test_a_draft_that_is_found_does_not_go_along_to_who_is_chosen_f7(year: Path) -> None:
    async with window(year, ANNIE) as w:
        talk = await at_question(w, sanne_typed=HERS)
        assert (w.desk.voice.name, talk.entry.typed) == ("Sanne", HERS)
        await speaks(w, ANNIE)
        assert (w.desk.voice.name, talk.entry.typed) == (ANNIE, "")
        await speaks(w, "Sanne")
        assert (w.desk.voice.name, talk.entry.typed) == ("Sanne", HERS)


async def test_what_is_typed_before_the_speaker_is_chosen_becomes_theirs_alone_f7(year: Path) -> None:
    async with window(year, ANNIE) as w:
        talk = await at_question(w)
        talk.entry.field.focus()
        await w.type("Met de krant")
        await speaks(w, ANNIE)
        assert (w.desk.voice.name, talk.entry.typed) == (ANNIE, "Met de krant")
        assert w.desk.drafts_of_others() == ()
        await w.press("enter")
        said = w.desk.view.statements[-1]
        assert (said.text, said.voice.name) == ("Met de krant", ANNIE)
        assert w.desk.drafts() == ()


async def test_a_draft_is_not_replaced_by_what_another_was_typing_f7(year: Path) -> None:
    async with window(year, ANNIE) as w:
        talk = await at_question(w, sanne_typed=HERS)
        await speaks(w, ANNIE)
        talk.entry.field.focus()
        await w.type("Met de krant")
        await speaks(w, "Sanne")
        assert (w.desk.voice.name, talk.entry.typed) == ("Sanne", HERS)
        assert w.desk.drafts_of_others() == ((w.desk.view.client_person.called, "Met de krant"),)


async def at_remark(w: Window) -> BaseEntryScreen:
    """Where Sanne types a remark, with Annie at the table."""
    await at_question(w)
    assert w.app.navigator is not None
    w.app.navigator.navigate(REMARKS, None)
    await w.settled()
    page = w.page
    assert isinstance(page, BaseEntryScreen)
    await w.press(*page.keys_of(next(action for action in page.ACTIONS if action.id == "new-remark"))[:1])
    if voice(w) != "Sanne":
        await speaks(w, "Sanne")
    return page


async def test_a_remark_that_is_found_does_not_go_along_to_who_is_chosen_f7(year: Path) -> None:
    async with window(year, ANNIE) as w:
        page = await at_remark(w)
        await w.type(HERS)
        await w.press("escape")
        page = await at_remark(w)
        assert page.field.text == HERS
        await speaks(w, ANNIE)
        assert page.field.text == ""
        await speaks(w, "Sanne")
        assert page.field.text == HERS


async def test_what_was_typed_just_now_goes_along_however_often_one_chooses_f7(year: Path) -> None:
    async with window(year, ANNIE) as w:
        talk = await at_question(w)
        talk.entry.field.focus()
        await w.type("Met de krant")
        for name in (ANNIE, "Sanne", ANNIE):
            await speaks(w, name)
            assert (talk.entry.typed, w.desk.drafts_of_others()) == ("Met de krant", ())
        page = await at_remark(w)
        await w.type("De bel is stuk")
        for name in (ANNIE, "Sanne", ANNIE):
            await speaks(w, name)
            assert (page.field.text, w.desk.follow_up.drafts_of_others("remark")) == ("De bel is stuk", ())


async def test_a_remark_typed_before_the_speaker_is_chosen_becomes_theirs_alone_f7(year: Path) -> None:
    async with window(year, ANNIE) as w:
        page = await at_remark(w)
        await w.type("De bel is stuk")
        await speaks(w, ANNIE)
        assert page.field.text == "De bel is stuk"
        await w.press("enter")
        remark = w.desk.view.remarks[-1]
        assert (remark.text, remark.voice.name) == ("De bel is stuk", ANNIE)
        for person in w.desk.present:
            w.desk.follow_up.write_as(person.id)
            assert w.desk.follow_up.draft("remark") == ""
