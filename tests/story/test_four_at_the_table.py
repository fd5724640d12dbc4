"""Each word stands under who said it, whoever sits at the table, on the screens and line by line (issue 8, 5)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.attributions import printed_in, shown_in, told_by
from tests.tools.ledger import Ledger
from tests.tools.looking import shipped
from tests.tools.table_acts import At, Say, at
from tests.tools.table_player import TablePlayer
from tests.tools.table_story import BEP, STORY
from tests.tools.table_typist import TableTypist
from tests.tools.window import Later, door, opening
from tests.tools.witness import Witness
from zlp_tui.script.schema import KINDS


def test_the_story_is_long_enough_and_the_client_is_absent_half_of_the_time() -> None:
    assert sum(len(sitting.acts) for sitting in STORY) >= 40
    assert 2 * sum(BEP not in sitting.names for sitting in STORY) >= len(STORY)


def test_the_story_answers_every_kind_of_question() -> None:
    """All but what is only told."""
    script, acts = shipped(), [act for sitting in STORY for act in sitting.acts]
    asked = {(at.topic, at.step) for act in acts if isinstance(at := getattr(act, "at", None), At)}
    answered = {step.kind for topic in script.topics for step in topic.steps if (topic.id, step.id) in asked}
    apart = {"who-may"}  # what is granted would take the words of others from who sits there: tried apart
    assert answered | apart == set(KINDS) - {step.kind for step in script.steps if not step.is_asked}


def begun(home: Path) -> Witness:
    """A plan of Bep, of whom nothing was said yet."""
    front = door(home)
    plan = front.new_plan(BEP)
    front.close()
    return Witness(home, plan)


def hears_desk(witness: Witness, ledger: Ledger) -> None:
    """All that a desk tells of the plan, and the plan as `zlp show` prints it."""
    front = door(witness.home, Later(100))
    witness.hears(ledger, told_by(front.open(witness.plan)), of="the desk")
    front.close()
    letter = printed_in(witness.shown(as_json=False))
    assert len(letter) >= 15
    witness.hears(ledger, letter, of="the letter", all_of_it=False)


@pytest.mark.timeout(600)
async def test_on_the_screens_each_word_stands_under_who_said_it(tmp_path: Path) -> None:
    witness, ledger = begun(tmp_path), Ledger()
    for number, sitting in enumerate(STORY, 2):
        async with opening(tmp_path, BEP, (120, 40), times=number) as window:
            player = TablePlayer(window)
            await player.sit_down(sitting.names)
            for act in sitting.acts:
                await player.act(act)
                witness.sees(act, ledger)
            await window.press("ctrl+q")
    async with opening(tmp_path, BEP, (120, 40), times=100) as window:
        witness.hears(ledger, await shown_in(window), of="the screens")
    hears_desk(witness, ledger)


@pytest.mark.timeout(600)
def test_line_by_line_each_word_stands_under_who_said_it(tmp_path: Path) -> None:
    witness, ledger = begun(tmp_path), Ledger()
    for number, sitting in enumerate(STORY, 2):
        front = door(tmp_path, Later(number))
        typist = TableTypist(front.sit_down(witness.plan))
        typist.hold(sitting.names, sitting.acts, lambda act: witness.sees(act, ledger))
        front.close()
    front = door(tmp_path, Later(100))
    read = TableTypist(front.sit_down(witness.plan)).read()
    front.close()
    witness.hears(ledger, printed_in(read), of="the lines")
    hears_desk(witness, ledger)


def test_a_story_typed_line_by_line_fails_where_the_talk_ends_before_its_question(tmp_path: Path) -> None:
    """Two stories ended before their last act, and nobody knew."""
    witness = begun(tmp_path)
    front = door(tmp_path, Later(2))
    never = Say(by=BEP, at=at("agreed", "together", "nobody"), words="Nooit.")
    with pytest.raises(AssertionError, match="the talk ended before"):
        TableTypist(front.sit_down(witness.plan)).hold((BEP,), (never,), lambda _act: None)
    front.close()
