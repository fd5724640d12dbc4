"""The list of today over all plans: what is new for who looks, and who is meant by their name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tools.todays import with_clients
from tests.tools.window import door
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.errors import Doubtful
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.said import statements


@pytest.fixture
def front(tmp_path: Path) -> Iterator[Front]:
    """Plans of Annie, with a Tuesday and two of one name, and of Bep, with nothing for today."""
    with_clients(tmp_path, "Annie")
    front = door(tmp_path)
    with front.sit_down(front.find("Annie"))._unit_of_work.undoable(None, sitting=False) as act:
        people.add(act, "Kim Bos", "carer")
        people.add(act, "Kim Bos", "family")
    with front.sit_down(front.new_plan("Bep"))._unit_of_work.undoable(None, sitting=False) as act:
        people.add(act, "Karim El Idrissi", "carer", salutation="Karim")
        statements.add_statement(act, topic="important-to", step="important-to", prompt="Wat?", text="Mijn kat.")
    yield front
    front.close()


def test_what_is_new_is_told_with_whose_plan_it_is_and_by_what_one_goes_by_l11(front: Front) -> None:
    """A plan in which nothing is for today had no name there, and who typed what they go by heard nothing."""
    front.notes_of_today.write_as("Karim")
    assert ("Bep", 1) in [(new.name, new.count) for new in front.notes_of_today.today().news]


def test_a_name_that_two_have_is_asked_about_as_one_does_it_here(front: Front) -> None:
    """One door says who is meant (accepted_names); here one does it once more, and types nothing."""
    notes = front.notes_of_today
    line = notes.today().parts[0].lines[0]
    for name, told in (("Kim Bos", "{names} are there already."), ("Karim El Idrisi", "Do you mean {known}?")):
        notes.write_as(name)
        with pytest.raises(Doubtful) as doubt:
            notes.require_known(line)
        assert doubt.value.message.startswith(told) and doubt.value.message.endswith("do it once more.")
        notes.require_known(line)
