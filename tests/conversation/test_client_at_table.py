"""The client shows by their own passphrase that they are here, and opens for now what is folded (decision 0056)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conversation.test_doors import FOLDED, LATER, doors
from tests.tools.book import Clock
from tests.tools.given import given as granting
from tests.tools.given import later
from tests.tools.locked import WORDS, front_of, locked_home
from tests.tools.marked import marked_plan, marks
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.conversation.ports.wizard import WizardDone, WizardQuestion, WizardWork
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.errors import NotAllowed, Refused, WrongPassphrase
from zlp_tui.plan.queries.audit_log import lines_of_plan
from zlp_tui.plan.tables.client import grants, people
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.view import Place

HERE = Place("important-to", "important-to")


class Sitting(NamedTuple):
    """Annie and Sanne at the table of a plan of which Sanne may not read what is important to Annie."""

    front: Front
    desk: DeskSession
    client: str
    sanne: str

    def log(self) -> list[tuple[str, str, str | None]]:
        """What the log tells of being there and of opening, the last two lines."""
        store = self.front.stores.store_of(self.desk.view.id)
        with store.reading() as session:
            lines = lines_of_plan(session, self.desk.view.id)
        return [(str(line.event), str(line.outcome), line.person) for line in lines][-2:]


def lay_sitting(home: Path, holder: str = "Annie de Vries") -> Sitting:
    """Sit down in a home that this keyholder has a key to."""
    client, sanne = marked_plan(home)
    granting(home, Clock(LATER), client, (sanne, "everything", True), (sanne, "topic:important-to", False))
    front = front_of(home, locked_home(home, holder))
    (plan,) = front.plans()
    desk = front.sit_down(plan.id)
    desk.seat([client, sanne])
    desk.sit_at_keyboard(sanne)
    desk.go(HERE)
    return Sitting(front, desk, client, sanne)


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    made = lay_sitting(tmp_path)
    yield made
    made.front.close()


def give_words(desk: DeskSession, words: str = WORDS) -> None:
    """The client gives their words, and sits there by them."""
    client = desk.client_at_table
    asked = client.confirming()
    assert isinstance(asked, WizardQuestion) and asked.field == "secret"
    work = asked.answer("", words)
    assert isinstance(work, WizardWork)
    done = work.run(lambda _: None)
    assert done == WizardDone("Annie de Vries is er zelf bij.")
    client.confirm()


def important(desk: DeskSession) -> bool:
    """Whether any word of what is folded is told, at the question or in the letter."""
    return any("important-to" in mark for mark in marks((desk.turn(), desk.letter())))


def test_the_client_once_certainly_here_opens_what_is_folded_for_now(sitting: Sitting) -> None:
    desk = sitting.desk
    assert desk.client_at_table.is_folded and FOLDED in repr(desk.turn()) and not important(desk)
    give_words(desk)
    assert desk.client_at_table.is_confirmed and not desk.client_at_table.can_confirm
    assert sitting.log()[-1] == ("read", "done", sitting.client)
    desk.client_at_table.unfold()
    assert important(desk) and FOLDED not in repr(desk.turn()) and not desk.client_at_table.is_folded
    assert sitting.log()[-1] == ("unfold", "done", sitting.client)
    told = [line for day in desk.history.who_looked().days for line in day.lines]
    assert "Annie de Vries was er zelf bij, met het eigen wachtwoord." in told
    assert any("goals" in mark for mark in marks(desk.letter())), "nothing else was closed by it"


def test_who_only_named_the_client_opens_nothing_and_leaves_one_line_in_the_log(sitting: Sitting) -> None:
    desk = sitting.desk
    before = sitting.log()[-1]
    with pytest.raises(Refused):
        desk.client_at_table.unfold()
    assert sitting.log() == [before, ("unfold", "refused", sitting.sanne)] and not important(desk)
    assert desk.history.who_looked().sound
    work = desk.client_at_table.confirming()
    assert isinstance(work, WizardQuestion)
    wrong = work.answer("", "lepel wolk fiets winter")
    assert isinstance(wrong, WizardWork)
    with pytest.raises(WrongPassphrase):
        wrong.run(lambda _: None)
    with pytest.raises(Refused):
        desk.client_at_table.confirm()
    assert not desk.client_at_table.is_confirmed


@pytest.mark.parametrize("ends", ["somebody comes", "somebody leaves", "another topic", "the plan is left"])
def test_it_is_folded_again(sitting: Sitting, ends: str) -> None:
    desk, client, sanne = sitting.desk, sitting.client, sitting.sanne
    give_words(desk)
    desk.client_at_table.unfold()
    assert important(desk)
    if ends == "somebody comes":
        rik, _ = desk.join("Rik")
        desk.speak_as(rik.id)
    elif ends == "somebody leaves":
        desk.seat([sanne])
        desk.seat([client, sanne])
        assert not desk.client_at_table.is_confirmed, "who went and was named again is named"
    elif ends == "another topic":
        desk.go(Place("about-me", "talents"))
        assert not any("important-to" in mark for mark in marks(desk.letter()))
        desk.go(HERE)
        assert desk.client_at_table.is_confirmed
    else:
        desk.leave()
        desk.come_back()
        assert not desk.client_at_table.is_confirmed
    assert not important(desk) and FOLDED in repr(desk.turn())


def test_what_is_open_for_now_is_read_and_not_changed_by_others(sitting: Sitting) -> None:
    desk = sitting.desk
    give_words(desk)
    desk.client_at_table.unfold()
    said = next(line.id for line in desk.view.statements if line.topic == "important-to")
    desk.speak_as(sitting.sanne)
    writes: tuple[Callable[[], object], ...] = (
        lambda: desk.withdraw(said), lambda: desk.correct(said, "Anders."), lambda: desk.tag(said, None),
    )
    for write in writes:
        with pytest.raises((NotAllowed, Refused)):
            write()


def test_what_another_closed_stays_theirs(tmp_path: Path) -> None:
    client, sanne = marked_plan(tmp_path)
    granting(tmp_path, Clock(LATER), client, (sanne, "everything", True), (sanne, "topic:about-me", False))
    with later(tmp_path, Clock(LATER), client) as book:
        rik = book.do(people.add, "Rik", "friend")
        for by in (rik, client):
            book.by = by
            said = book.do(
                statements.add_statement, topic="about-me", step="talents", prompt="Wat?",
                text="Woord_van-rik" if by == rik else "Woord_van-annie",
            )
            book.do(grants.close, said)
    front = front_of(tmp_path, locked_home(tmp_path, "Annie de Vries"))
    (plan,) = front.plans()
    desk = front.sit_down(plan.id)
    desk.seat([client, sanne])
    desk.go(Place("about-me", "talents"))
    give_words(desk)
    desk.client_at_table.unfold()
    told = marks((desk.turn(), desk.letter()))
    assert frozenset({"van-annie"}) in told and frozenset({"van-rik"}) not in told
    assert FOLDED in repr(desk.turn()), "something stands here still"
    front.close()


def test_where_the_client_has_no_key_it_is_not_offered(tmp_path: Path) -> None:
    made = lay_sitting(tmp_path, "Sanne")
    client = made.desk.client_at_table
    assert not client.can_confirm and not client.is_offered and client.is_folded
    with pytest.raises(Refused):
        client.confirming()
    with pytest.raises(Refused):
        client.unfold()
    made.front.close()


def test_the_folded_line_tells_nothing_of_how_much_there_is(sitting: Sitting) -> None:
    desk = sitting.desk
    before = [shown for _, shown in doors(sitting.front, desk, ()) if FOLDED in repr(shown)]
    folded = repr(desk.go(HERE))
    desk.seat([sitting.client])
    desk.go(HERE)
    for words in ("Nog iets.", "En nog iets."):
        desk.answer(Spoken(words))
    desk.leave()
    desk.come_back()
    desk.seat([sitting.client, sitting.sanne])
    assert not before and repr(desk.go(HERE)) == folded


@pytest.mark.parametrize("begun", [False, True])
def test_the_plan_says_that_the_client_was_there_by_their_own_password(sitting: Sitting, begun: bool) -> None:
    """Also where the conversation had begun; of who was named it says nothing."""
    desk = sitting.desk
    if begun:
        desk.answer(Spoken("Eerst dit."))
    give_words(desk)
    if not begun:
        desk.answer(Spoken("Dan dit."))
    seats = {seat.person: seat.by_key for seat in desk.view.conversations[-1].present}
    assert seats == {sitting.client: True, sitting.sanne: False}
    told = next(quote for part in desk.letter() for line in part.lines for quote in line.quotes
                if quote.ref == sitting.client and "wachtwoord" in quote.note)
    assert told.text == "Annie de Vries"
    desk.leave()
    assert [seat.by_key for seat in desk.view.conversations[-1].present] == [True, False]
