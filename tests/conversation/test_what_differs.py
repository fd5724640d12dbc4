"""Before a copy takes the place of a plan it is told in sentences what would go and what would come back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.tools.locked import front_of, locked_home
from tests.tools.table import typing
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.conversation.ports.wizard import WizardQuestion, WizardWork
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.telling.history.what_differs import MOST
from zlp_tui.plan.view import Place

SAID = Place("two-minutes", "two-minutes")


@pytest.fixture
def front(tmp_path: Path) -> Iterator[Front]:
    with closing(front_of(tmp_path, locked_home(tmp_path))) as made:
        yield made


def _say(desk: DeskSession, text: str) -> str:
    desk.go(SAID)
    (ref,) = desk.answer(Spoken(text)).refs
    return ref


def _told(desk: DeskSession) -> tuple[str, ...]:
    """What is told of the only copy."""
    copies = desk.copies
    assert copies is not None
    work = copies.begin(copies.copies()[-1].id)
    assert isinstance(work, WizardWork)
    asked = work.run(lambda _: None)
    assert isinstance(asked, WizardQuestion)
    return asked.told


def _copied(desk: DeskSession) -> None:
    copies = desk.copies
    assert copies is not None
    work = copies.begin("copy")
    assert isinstance(work, WizardWork)
    work.run(lambda _: None)


def test_what_goes_what_comes_back_and_what_is_said_otherwise_is_told_in_words(front: Front) -> None:
    desk = typing(front.sit_down(front.new_plan("Annie de Vries")))
    stays, gone = _say(desk, "Koffie bij het raam."), _say(desk, "Slapen tot negen uur.")
    _copied(desk)
    assert _told(desk)[0] == "Het plan en deze kopie zijn gelijk."
    desk.correct(stays, "Thee bij het raam.")
    desk.withdraw(gone)
    _say(desk, "Muziek.")
    told = _told(desk)
    title = desk.script.topic(SAID.topic).title
    assert [line for line in told if "“" in line] == [
        f"{title}: “Thee bij het raam” wordt weer “Koffie bij het raam”.",
        f"{title}: “Slapen tot negen uur” komt terug.", f"{title}: “Muziek” gaat weg.",
    ]


def test_no_more_than_a_few_are_told_and_then_how_many_there_are(front: Front) -> None:
    desk = typing(front.sit_down(front.new_plan("Annie de Vries")))
    _say(desk, "Koffie.")
    _copied(desk)
    for number in range(MOST + 2):
        _say(desk, f"Iets nieuws {number}, en dat is een lange zin met heel veel woorden die niemand verder leest.")
    told = _told(desk)
    lines = [line for line in told if "“" in line]
    assert len(lines) == MOST and all("…”" in line for line in lines) and "En nog 2." in told


def test_what_somebody_at_the_table_may_not_read_is_told_of_neither_file(front: Front) -> None:
    desk = typing(front.sit_down(front.new_plan("Annie de Vries")))
    client, (karim, _) = desk.view.client, desk.join("Karim")
    for text in ("Geheim van toen.", "Geheim van nu."):
        desk.only_for_me(_say(desk, text))
        if text.endswith("toen."):
            _copied(desk)
    _say(desk, "Koffie.")
    assert "Geheim van nu" in str(_told(desk))
    desk.seat([client, karim.id])
    told = str(_told(desk))
    assert "Geheim" not in told and "“Koffie” gaat weg." in told
