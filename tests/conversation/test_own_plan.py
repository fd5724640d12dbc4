"""A plan of one's own that was made beforehand, and who stands beside the client: told, kept, asked (L08, L10)."""

from __future__ import annotations

import pytest

from tests.conversation.test_due_lines import fill
from tests.tools.table import Table
from zlp_tui import places
from zlp_tui.conversation.ports.turn import Picked, Spoken, Turn
from zlp_tui.due.rules import load_rules
from zlp_tui.plan.view import Place
from zlp_tui.script.loading import load_script
from zlp_tui.script.steps.word_models import Tell

ON_PAPER = "vooraf opgeschreven"


def walked(table: Table, topic: str) -> list[str]:
    """The steps that walking comes past in a topic, with the part that is asked."""
    turn: Turn | None = table.desk.go_topic(topic)
    seen = []
    while turn is not None and turn.place.topic == topic:
        seen.append(turn.place.item or turn.place.step)
        turn = table.desk.forward()
    return seen


def bring(table: Table) -> None:
    """The client brought a plan of their own."""
    table.desk.go(Place("own-plan", "received", "own-plan-there"))
    table.desk.answer(Picked(("yes",)))


def test_without_a_plan_of_ones_own_nothing_more_is_asked(table: Table) -> None:
    assert walked(table, "own-plan") == ["told", "own-plan-there"]
    bring(table)
    assert walked(table, "own-plan") == ["told", "own-plan-there", "own-plan-received-on", "words"]


def test_it_is_told_on_a_day_and_there_is_time_until_it_came(table: Table) -> None:
    fill(table, law="wlz")
    table.desk.go(Place("own-plan", "told"))
    table.desk.turn()
    table.desk.go(Place("own-plan", "received", "own-plan-there"))
    table.desk.answer(Picked(("later",)))
    assert [n.shown_on for n in table.desk.view.notices if n.id == "personal-plan"] == ["2026-03-03"]
    (waits,) = table.desk.history.due()
    assert (waits.what, waits.on) == ("personal-plan", "2026-03-10")
    assert waits.because == (
        "Er is 7 dagen tijd om een eigen plan te geven. Zo staat het in de Wet langdurige zorg, artikel 8.1.1, lid 3."
    )
    bring(table)
    table.desk.go(Place("own-plan", "received", "own-plan-received-on"))
    table.desk.answer(Spoken("vandaag"))
    assert table.desk.history.due() == ()


def test_its_words_are_marked_wherever_they_stand_and_stay_so_when_put_right(table: Table) -> None:
    desk = table.desk
    bring(table)
    desk.go(Place("own-plan", "words"))
    sanne, _ = desk.join("Sanne")
    desk.speak_as(sanne.id)
    (ref,) = desk.answer(Spoken("Moeder wil naar de kerk.")).refs
    desk.sit_at_keyboard(sanne.id)
    (better,) = desk.correct(ref, "Moeder wil naar de kerk op zondag.").refs
    said = next(one for one in desk.view.live_statements if one.id == better)
    assert (said.source, said.voice.name) == ("paper", "Sanne")
    (quote,) = (q for part in desk.letter() for line in part.lines for q in line.quotes if q.ref == better)
    assert quote.note.endswith(ON_PAPER)
    assert desk.trace(better)[0].what == f"Een eigen plan · {ON_PAPER}"


@pytest.mark.parametrize(("ground", "told"), [("psychogeriatric", True), ("somatic", False)])
def test_who_has_a_confidential_adviser_is_told_so_and_nobody_else(
    table: Table, ground: str, *, told: bool
) -> None:
    fill(table, law="wlz", wlz_ground=ground)
    assert ("confidant" in walked(table, "rights")) == told


def test_the_script_tells_it_for_the_grounds_of_the_law() -> None:
    grounds = set(load_rules(places.data() / "rules")["wzd"].grounds)
    steps = [step for step in load_script(places.content() / "nl").steps if isinstance(step, Tell)]
    told = [set(step.only_if.is_) for step in steps if step.notice == "confidant" and step.only_if]
    assert told == [grounds] * 2, "among the rights, and before each look back"
