"""Whose voice, whoever is at the keyboard (issue 8, 1; findings B5 and C14, decision 0017)."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest

from tests.tools.table import Table, speaks
from zlp_tui.conversation.ports.follow_up import DraftSlot
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.errors import Refused
from zlp_tui.plan.view import Place

GOOD = Place("good-day-bad-day", "sides", "good")
Keeps = Callable[[DeskSession, str], object]
KEEPS: dict[str, Keeps] = {
    "note": lambda desk, ref: desk.follow_up.note(None, text="Kousen gingen makkelijk aan."),
    "mark": lambda desk, ref: desk.follow_up.note(None, done="yes", text="Ja."),
    "remark": lambda desk, ref: desk.follow_up.leave("remark", "De soep was koud."),
    "nice-moment": lambda desk, ref: desk.follow_up.leave("nice-moment", "Zij zong."),
    "disagree": lambda desk, ref: desk.follow_up.disagree(ref, "Dat zei zij vroeger niet."),
    "done-with": lambda desk, ref: desk.follow_up.done_with(_remark(desk), "De soep is warm."),
    "told-back": lambda desk, ref: desk.follow_up.told_back(_told(desk)),
    "take-to": lambda desk, ref: desk.follow_up.take_to(_no(desk, ref), "carer"),
    "ended": lambda desk, ref: desk.follow_up.ended(_no(desk, ref), "We doen allebei."),
}
"""All that can be kept beside the talk."""


def _remark(desk: DeskSession) -> str:
    return desk.follow_up.leave("remark", "De soep was koud.").refs[0]


def _told(desk: DeskSession) -> str:
    return desk.follow_up.done_with(_remark(desk), "De soep is warm.").refs[0]


def _no(desk: DeskSession, ref: str) -> str:
    return desk.follow_up.disagree(ref, "Nee.").refs[0]


def said(table: Table) -> str:
    """Something that the client said, in a sitting of before."""
    table.desk.go(GOOD)
    return table.desk.answer(Spoken("Koffie.")).refs[0]


def person(desk: DeskSession, name: str) -> str:
    """Somebody by name."""
    return desk.join(name)[0].id


def changed_by(table: Table, since: int) -> set[str]:
    """Who made the Changes after one, by name."""
    with table.front.store.reading() as session:
        names = session.run(
            "SELECT DISTINCT p.name FROM change c JOIN person p ON p.plan_id = c.plan_id AND p.id = c.by "
            "WHERE c.seq > ?", (since,)
        )
    return {str(name) for (name,) in names}


def last_change(table: Table) -> int:
    with table.front.store.reading() as session:
        return int(session.run("SELECT max(seq) FROM change", ())[0][0])


@pytest.mark.parametrize("kind", KEEPS)
def test_before_it_is_said_who_types_nothing_is_kept_beside_the_talk_b5(table: Table, kind: str) -> None:
    """Never silently the client, also where the client sits there and speaks."""
    ref = said(table)
    desk, before = table.unasked(), last_change(table)
    assert (desk.keyboard_user, desk.follow_up.voice, desk.voice.id) == (None, None, desk.view.client)
    with pytest.raises(Refused):
        KEEPS[kind](desk, ref)
    assert last_change(table) == before


@pytest.mark.parametrize("kind", KEEPS)
def test_all_that_is_kept_beside_the_talk_is_of_who_types_b5(table: Table, kind: str) -> None:
    """L33: a note has its author."""
    ref = said(table)
    desk, before = table.unasked(), last_change(table)
    desk.sit_at_keyboard(person(desk, "Karim"))
    KEEPS[kind](desk, ref)
    assert changed_by(table, before) == {"Karim"}
    view = desk.view
    voices = [note.voice for note in view.progress] + [remark.voice for remark in view.remarks]
    assert {voice.name for voice in (*voices, *(no.voice for no in view.disagreements))} == {"Karim"}
    assert desk.voice.id == view.client, "in the talk the client still speaks"
    desk.go(GOOD)
    desk.answer(Spoken("Thee."))
    assert desk.view.statements[-1].voice.id == view.client


def test_a_carer_alone_at_the_keyboard_seats_nobody_else_b5_b1(table: Table) -> None:
    """Karim writes a note at seven in the morning: he was there, and that is all that is known."""
    desk = table.unasked()
    karim = person(desk, "Karim")
    desk.sit_at_keyboard(karim)
    desk.follow_up.note(None, text="Kousen gingen makkelijk aan.")
    assert [seat.person for talk in desk.view.conversations for seat in talk.present] == [karim]
    desk.go(GOOD)
    desk.answer(Spoken("Koffie."))
    assert {seat.person for seat in desk.view.conversations[-1].present} == {karim, desk.view.client}


def test_after_a_note_by_a_carer_alone_the_client_sits_at_the_table_as_in_the_last_talk_b5(table: Table) -> None:
    said(table)
    desk = table.unasked()
    desk.sit_at_keyboard(person(desk, "Karim"))
    desk.follow_up.note(None, text="Kousen gingen makkelijk aan.")
    desk = table.unasked()
    assert [seated.id for seated in desk.present] == [desk.view.client]
    assert desk.view.sat_last_time() == (desk.view.client_person,)


def test_words_of_somebody_else_are_theirs_and_the_next_are_the_typists_again_b5(table: Table) -> None:
    desk = table.unasked()
    desk.sit_at_keyboard(person(desk, "Karim"))
    sanne = person(desk, "Sanne")
    desk.follow_up.write_as(sanne)
    desk.follow_up.leave("remark", "Hij is moe.")
    desk.follow_up.write_as(None)
    desk.follow_up.leave("remark", "De soep was koud.")
    assert [(remark.voice.name, remark.text) for remark in desk.view.remarks] == [
        ("Sanne", "Hij is moe."), ("Karim", "De soep was koud."),
    ]
    nobody = next(p.id for p in desk.view.people if p.name == "Annie de Vries")
    desk.seat((sanne,))
    with pytest.raises(Refused):
        desk.follow_up.write_as(nobody)
    assert desk.follow_up.voice is None, "who typed has left the table, so it is asked again"


def test_who_types_takes_their_own_words_back_and_nobody_elses_b5_b2(table: Table) -> None:
    desk = table.unasked()
    sanne, karim = person(desk, "Sanne"), person(desk, "Karim")
    desk.sit_at_keyboard(sanne)
    other = desk.follow_up.leave("remark", "Hij is moe.").refs[0]
    desk.sit_at_keyboard(karim)
    own = desk.follow_up.leave("remark", "De soep was koud.").refs[0]
    desk.withdraw(own)
    with pytest.raises(Refused):
        desk.withdraw(other)
    assert [remark.text for remark in desk.view.remarks] == ["Hij is moe."]


def test_who_typed_last_is_proposed_and_never_assumed_b5(table: Table) -> None:
    desk = table.unasked()
    assert desk.last_keyboard_user is None
    desk.sit_at_keyboard(person(desk, "Karim"))
    desk.leave()
    assert table.unasked().last_keyboard_user is None, "a sitting in which nothing was kept leaves no trace"
    desk = table.desk
    desk.sit_at_keyboard(person(desk, "Karim"))
    desk.follow_up.leave("remark", "De soep was koud.")
    desk = table.unasked()
    assert desk.last_keyboard_user is not None and desk.last_keyboard_user.name == "Karim"
    assert (desk.keyboard_user, desk.follow_up.voice) == (None, None)


def test_who_typed_last_in_another_plan_is_proposed_where_the_plan_knows_that_name_b5(table: Table) -> None:
    desk = table.unasked()
    desk.sit_at_keyboard(person(desk, "Sanne"))
    desk.follow_up.leave("remark", "Hij is moe.")
    desk.leave()
    other = table.front.sit_down(table.front.new_plan("Joris Vos"))
    other.sit_at_keyboard(person(other, "Karim"))
    other.follow_up.leave("remark", "De soep was koud.")
    other.leave()
    again = table.unasked()
    assert again.last_keyboard_user is not None and again.last_keyboard_user.name == "Sanne", "Karim is not known here"
    speaks(again, person(again, "KARIM"))
    again.go(GOOD)
    again.answer(Spoken("Koffie."))
    again.leave()
    other = table.front.sit_down(other.view.id)
    other.sit_at_keyboard(person(other, "Karim"))
    other.follow_up.leave("remark", "Te koud.")
    other.leave()
    again = table.unasked()
    assert again.last_keyboard_user is not None and again.last_keyboard_user.name == "KARIM"


def test_what_is_new_is_new_for_who_types_and_not_for_the_client_c14(table: Table) -> None:
    desk = table.unasked()
    karim = person(desk, "Karim")
    desk.sit_at_keyboard(karim)
    desk.follow_up.looked()
    desk.follow_up.leave("remark", "De soep was koud.")
    desk.follow_up.looked()
    desk.leave()
    desk = table.unasked()
    assert desk.voice.id == desk.view.client
    assert desk.history.new_since().count == 0, "Karim typed last, and said it himself"
    desk.sit_at_keyboard(desk.view.client)
    assert desk.history.new_since().count == 1
    desk.sit_at_keyboard(karim)
    assert desk.history.new_since().count == 0


def test_nothing_is_new_for_nobody_c14(table: Table) -> None:
    said(table)
    desk = table.unasked()
    assert desk.history.new_since().count == 0
    desk.follow_up.looked()
    with table.front.store.reading() as session:
        assert session.run("SELECT person FROM seen", ()) == []


SLOTS: tuple[DraftSlot, ...] = get_args(DraftSlot)


def keep(desk: DeskSession, slot: str, ref: str, words: str) -> None:
    """Type words for a slot, for an answer or to say a line anew."""
    if slot == "answer":
        desk.keep_draft(words)
    elif slot == "anew":
        desk.keep_draft(words, anew=ref)
    else:
        desk.follow_up.keep_draft(_slot(slot), ref, words)


def kept(desk: DeskSession, slot: str, ref: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What stands there of who speaks or writes, and of others."""
    if slot == "answer":
        return desk.draft(), desk.drafts_of_others()
    if slot == "anew":
        return desk.draft(anew=ref), desk.drafts_of_others(anew=ref)
    return desk.follow_up.draft(_slot(slot), ref), desk.follow_up.drafts_of_others(_slot(slot), ref)


def _slot(name: str) -> DraftSlot:
    return next(slot for slot in SLOTS if slot == name)


@pytest.mark.parametrize("slot", [*SLOTS, "answer", "anew"])
def test_what_was_typed_keeps_its_speaker_over_any_end_law_f7(table: Table, slot: str) -> None:
    """Of a draft of any kind: who typed it finds it, anybody else is told whose it is, and words never change owner."""
    ref = said(table)
    desk = table.unasked()
    sanne = person(desk, "Sanne")
    speaks(desk, sanne)
    desk.go(GOOD)
    desk.answer(Spoken("Zij lacht dan."))
    desk.go(GOOD)
    keep(desk, slot, ref, "Mijn vader is vaak moe")
    for leave in (True, False):
        if leave:
            desk.leave()
        desk = table.front.sit_down(table.plan)  # without leaving: the window was killed
        desk.go(GOOD)
        speaks(desk, desk.view.client)
        desk.seat((desk.view.client,))
        desk.sit_at_keyboard(desk.view.client)
        assert kept(desk, slot, ref) == ("", (("Sanne", "Mijn vader is vaak moe"),))
        keep(desk, slot, ref, "Ik ben niet moe")
        assert kept(desk, slot, ref) == ("Ik ben niet moe", (("Sanne", "Mijn vader is vaak moe"),))
        keep(desk, slot, ref, "")
        speaks(desk, sanne)
        assert kept(desk, slot, ref) == ("Mijn vader is vaak moe", ())
        told = [(line.by, line.own) for line in desk.drafts()]
        assert told + [(line.by, line.own) for line in desk.follow_up.drafts()] == [("Sanne", True)]


@pytest.mark.parametrize("slot", ["answer", "remark"])
def test_words_go_with_the_name_that_is_chosen_and_replace_nobodys_f7(table: Table, slot: str) -> None:
    desk = table.desk
    client, sanne = desk.view.client, person(desk, "Sanne")
    speaks(desk, sanne)
    desk.go(GOOD)
    desk.answer(Spoken("Koffie."))

    def hand_over(to: str) -> None:
        desk.hand_over(to)
        desk.follow_up.hand_over(to, "remark")

    hand_over(client)
    keep(desk, slot, "", "Ik ben moe") if slot == "answer" else desk.follow_up.keep_draft("remark", None, "Ik ben moe")
    hand_over(sanne)
    mine = desk.draft() if slot == "answer" else desk.follow_up.draft("remark")
    others = desk.drafts_of_others() if slot == "answer" else desk.follow_up.drafts_of_others("remark")
    assert (mine, others) == ("Ik ben moe", ()), "the words are Sanne's now, and nobody else's"
    desk.speak_as(client)
    desk.follow_up.write_as(client)
    desk.keep_draft("Van Annie zelf") if slot == "answer" else desk.follow_up.keep_draft(
        "remark", None, "Van Annie zelf"
    )
    hand_over(sanne)
    mine = desk.draft() if slot == "answer" else desk.follow_up.draft("remark")
    assert mine == "Ik ben moe", "what she typed herself was not written over"


def test_words_typed_while_nobody_sits_there_are_nobodys_f7(table: Table) -> None:
    desk = table.desk
    desk.go(GOOD)
    desk.seat(())
    desk.keep_draft("Mijn vader is vaak moe")
    desk.follow_up.keep_draft("remark", None, "Hij is moe")
    desk.seat((desk.view.client,))
    desk.sit_at_keyboard(desk.view.client)
    assert (desk.draft(), desk.follow_up.draft("remark")) == ("", "")
    assert desk.drafts_of_others() == (("", "Mijn vader is vaak moe"),)
    assert desk.follow_up.drafts_of_others("remark") == (("", "Hij is moe"),)
    desk.answer(Spoken("Mijn vader is vaak moe"))
    assert desk.drafts_of_others() == (), "taken over on purpose"


def test_a_note_without_words_leaves_the_words_that_were_being_typed_f7(table: Table) -> None:
    desk = table.desk
    desk.go_topic("agreements")
    agreed = desk.answer(Spoken("Elke dag lopen.")).refs[0]
    desk.follow_up.keep_draft("note", agreed, "Vandaag")
    desk.follow_up.note(agreed, done="yes")
    assert desk.follow_up.draft("note", agreed) == "Vandaag"
