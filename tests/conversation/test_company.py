"""In company in which a sensitive part of life is not talked about, no door tells of it (V96; decision 0042)."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from tests.conversation.test_domains import seat
from tests.conversation.test_doors import doors, opened
from tests.tools.marked import marked_plan, marks
from tests.tools.table import Table, choose_domains
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.follow_up import FollowUp
from zlp_tui.conversation.ports.history_queries import HistoryQueries
from zlp_tui.conversation.ports.turn import Picked, Spoken
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.plan.view import Agreement, Goal, Place

WHOLE_PLAN = {"letter", "whole editions", "seen by"}
"""The doors to the plan as a whole, which is opened on purpose (decision 0042)."""
ACTS = {
    "answer", "ask_aside", "back", "begin", "correct", "enough", "fill_in", "forward", "go", "go_topic", "hand_over",
    "join",
    "keep_draft", "keep_draft_in", "keep_marks", "leave", "look_again", "next_topic", "redo", "rename", "say_more",
    "say_term", "said_by", "seat", "sit_at_keyboard", "speak_as", "tag", "take_route", "undo", "withdraw",
    "write_as", "note", "beside", "done_with", "told_back", "disagree", "take_to", "ended", "not_met", "consulted",
    "ask_again", "answer_question", "heard_from", "looked", "answer_to_look_at", "is_about", "no_longer", "it_was_so",
    "only_for_me", "for_others_too",
}
"""What somebody does. What an act tells is walked in tests of their own below: undo, and where one is led."""
NO_WORDS = {"read_only", "why_read_only", "words", "place_for", "offers", "topic_for", "day_of", "routes",
            "reasons", "grounds", "ending", "place_of_part", "chapters",
            "why_no_longer", "follow_up", "history", "speaker_of", "draft_in", "details", "look_back_route",
            "keys", "copies", "exports", "client_at_table", "come_back", "is_closed", "offers_number", "whole_number",
            "lock_after"}
"""Doors to nothing that is said of a part of life: the script's own words, the port behind it, or a name."""


def housing_is_private(folder: Path) -> Path:
    """A pack in which a part of life of which the marked plan says everything is a sensitive one."""
    folder.mkdir()
    (folder / "script.yaml").write_text('pack: "stil"\nversion: "1"\n', encoding="utf-8")
    (folder / "domains.yaml").write_text(
        'domains:\n  - id: "housing"\n    title: "Stilwonen"\n    brief: "thuis"\n    about: "Waar {u|je} woont."\n'
        '    pictogram: "⌂"\n    sensitive: true\n',
        encoding="utf-8",
    )
    return folder


@dataclass
class Noted:
    """Notes which members of a port are asked for."""

    of: Any
    asked: set[str] = field(default_factory=set)

    def __getattr__(self, name: str) -> object:
        self.asked.add(name)
        found = getattr(self.of, name)
        if name in ("history", "follow_up") and not callable(found):
            return Noted(found, self.asked)
        return found


def all_doors(front: Front, desk: DeskSession, every: tuple[str, ...]) -> Iterator[tuple[str, object]]:
    """The doors of `test_doors`, and what stands above, before and after a talk."""
    yield from doors(front, desk, every)
    yield "header", (desk.plan_name, desk.route_title, desk.talk_title, desk.place, desk.turn())
    yield "people", (desk.voice, desk.present, desk.keyboard_user, desk.last_keyboard_user, desk.not_asked_yet())
    yield "begin", (desk.welcome_back, desk.resume(), desk.asked_along(), desk.domains(), desk.proposed_pause)
    yield "ways", (desk.offered_route, desk.proposes_route)
    yield "who decides", [desk.who_decides(ref) for ref in every]
    yield "routes", (desk.follow_up.routes(), desk.follow_up.voice)
    yield "seen by", [desk.as_seen_by(person.id) for person in desk.who_reads()]


@pytest.fixture
def private_plan(tmp_path: Path) -> Iterator[tuple[Front, DeskSession, str, str, tuple[str, ...]]]:
    """The marked plan with everybody's words about a private part of life, and a draft at each place about it; the
    client, Sanne, and the ids of all that may be looked up."""
    client, sanne = marked_plan(tmp_path)
    front, desk = opened(tmp_path, client, packs=[housing_is_private(tmp_path / "pack")])
    lines: tuple[Goal | Agreement, ...] = (*desk.view.goals, *desk.view.agreements)
    for line in lines:
        if line.domain == "housing":
            desk.follow_up.keep_draft("remark", line.id, "Woord_remarks_housing")
    desk.go(Place("parts-of-my-life", "good", "housing"))
    desk.keep_draft("Woord_parts-of-my-life_housing")
    desk.go_topic("important-to")
    yield front, desk, client, sanne, tuple(sorted(desk.view.readable))
    front.close()


def told_of_housing(found: Iterator[tuple[str, object]]) -> set[str]:
    """The doors, by their first word, at which marked words or the name of that part of life stand."""
    return {
        re.split(r" [0-9a-f]{8}| Place", door)[0] for door, told in found
        if any("housing" in scopes for scopes in marks(told)) or "Stilwonen" in repr(told)
    }


def test_no_door_tells_of_a_private_part_of_life_in_other_company_v96(
    private_plan: tuple[Front, DeskSession, str, str, tuple[str, ...]],
) -> None:
    """All that a face can ask of its ports: to the client with one carer it is told, beside her daughter it is not."""
    front, desk, client, sanne, every = private_plan
    desk.go(Place("parts-of-my-life", "change", "housing"))
    desk.answer(Spoken("Woord_parts-of-my-life_housing"))
    desk.go_topic("important-to")
    [rik] = seat(desk, ("Rik", "carer"))
    desk.sit_at_keyboard(rik)  # who was never there, so all of it is new to him
    noted = Noted(desk)
    alone = told_of_housing(all_doors(front, cast(DeskSession, noted), every))
    assert alone >= {"letter", "cards", "grids", "things", "drafts", "due", "today", "remarks", "disagreements",
                     "not met", "new", "editions", "search", "results", "trace", "history", "turn", "draft"}
    desk.seat([client, sanne, rik])
    assert told_of_housing(all_doors(front, desk, every)) == WHOLE_PLAN
    ports = (Desk, HistoryQueries, FollowUp)
    members = {name for port in ports for name, _ in inspect.getmembers(port) if not name.startswith("_")}
    assert members - noted.asked - ACTS - NO_WORDS == set(), "each member is walked, or said to be no door"
    assert not (NO_WORDS | ACTS) - members


def test_who_sits_down_at_a_private_question_is_asked_another_v96(
    private_plan: tuple[Front, DeskSession, str, str, tuple[str, ...]],
) -> None:
    _, desk, client, sanne, _ = private_plan
    desk.go(Place("parts-of-my-life", "change", "housing"))
    assert "Stilwonen" in repr(desk.turn())
    desk.seat([client, sanne])
    assert "Stilwonen" not in repr((desk.turn(), desk.place)) and "housing" not in repr(desk.place)


def test_what_is_undone_in_other_company_is_told_without_its_words_v96(table: Table) -> None:
    desk = table.desk
    sanne, _ = desk.join("Sanne")
    choose_domains(desk, "housing")
    desk.go(Place("domains", "cards", "sexuality-and-intimacy/leave"))
    desk.answer(Picked(("yes",)))
    desk.go(Place("parts-of-my-life", "good", "sexuality-and-intimacy"))
    desk.answer(Spoken("Samen in bed liggen."))
    desk.seat([desk.view.client, sanne.id])
    assert desk.undo(desk.place) == desk.redo() == desk.undo() == "Iets wat privé is. Het staat in het plan."
    desk.seat([desk.view.client])
    assert desk.redo() == "Samen in bed liggen."
