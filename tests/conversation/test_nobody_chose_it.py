"""Nothing is marked as chosen that nobody chose, at any question, for whoever speaks (B3, B4, B14; decision 0018)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conversation.test_walking_laws import WORDS
from tests.tools.prepared import our_script
from tests.tools.table import Table, speaks
from tests.tools.window import door, lay_examples
from zlp_tui import places
from zlp_tui.conversation.asking.route import stops_of
from zlp_tui.conversation.asking.turns import turn_at
from zlp_tui.conversation.ports.turn import Pick, Picked, Spoken, Turn, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.scripted_examples import Example, introductions, read_example
from zlp_tui.errors import Doubtful, NotFound, Refused
from zlp_tui.plan.view import DOMAINS, Place

EXAMPLES = sorted((places.data() / "examples").glob("*.yaml"))

SEATED = {("at-the-table", "who"), ("look-back", "who")}
"""Who is at the table is no answer: it says who sits there."""

MANY = 4
"""The most parts of one step that are answered for one thing."""

SAME_FACT = {
    ("deciding-now", "role"): ("deciding-together", "role"),
    ("agreements", "domain"): ("agreements", "want"),
    ("agreements", "goal"): ("agreements", "want"),
    ("who-may", "who-may"): ("who-may", "who-may"),
}
"""What is told at a second question too: that it stands says the question, or the agreement was begun there."""


def marked(desk: DeskSession) -> Iterator[Turn]:
    """The questions at which something is chosen already, for who speaks, along all of the script."""
    base = desk._plan.step_context()
    for topic in desk.script.topics:
        for stop in stops_of(topic, base):
            turn = turn_at(stop.context)
            if isinstance(turn.input, Pick) and turn.input.chosen and step_of(turn.place) not in SEATED:
                yield turn


def step_of(place: Place) -> tuple[str, str]:
    return place.topic, place.step


def walk(desk: DeskSession, *, picks: dict[Place, tuple[str, ...]] | None) -> int:
    """Answer each step twice in words; and by the first option where `picks` notes what was picked. How many picks
    were come past, of which nothing was chosen before."""
    seen, times = 0, Counter[tuple[str, str]]()
    for topic in desk.script.topics:
        try:
            turn: Turn | None = desk.go_topic(topic.id)
        except NotFound:
            continue
        for _ in range(200):
            if turn is None or turn.place.topic != topic.id:
                break
            asked = turn.input
            times[step_of(turn.place)] += 1
            often = times[step_of(turn.place)] > 2 * MANY
            if often:
                pass
            elif isinstance(asked, Words):
                _says(desk, "Karim" if turn.place.step == "people" else WORDS[asked.format])
            elif isinstance(asked, Pick) and asked.options and step_of(turn.place) not in SEATED:
                seen += 1
                if picks is None:
                    assert asked.chosen == (), turn.place
                elif not asked.many or asked.in_order:
                    known = picks.get(turn.place, ())
                    assert asked.chosen == known or step_of(turn.place) in SAME_FACT, turn.place
                    picks[turn.place] = (asked.options[0].id,)
                    desk.answer(Picked(picks[turn.place]))
            turn = desk.forward()
    return seen


def _says(desk: DeskSession, words: str) -> None:
    try:
        desk.answer(Spoken(words))
    except Doubtful:
        desk.answer(Spoken(words))
    except Refused:
        pass  # it is another question than for these words


def test_who_only_ever_said_words_has_chosen_nothing_law_b3(table: Table) -> None:
    desk = table.desk
    assert walk(desk, picks=None) > 20
    sanne, _ = desk.join("Sanne")
    for person in (desk.view.client, sanne.id):
        speaks(desk, person)
        assert [turn.place for turn in marked(desk)] == []
    assert [turn.place for turn in marked(table.next_sitting())] == []


def test_what_one_chose_another_has_not_chosen_law_b4(table: Table) -> None:
    """Where everybody has an answer of their own, and how they like to say it."""
    desk = table.desk
    walk(desk, picks={})
    sanne, _ = desk.join("Sanne")
    karim, _ = desk.join("Kees")
    theirs: dict[str, set[Place]] = {}
    for person in (sanne.id, karim.id):
        speaks(desk, person)
        theirs[person] = {turn.place for turn in marked(desk) if turn.for_each_voice}
        assert theirs[person] == set()
    how = Place("domains-now", "marks", f"{_first_domain(desk)}/how")
    for person, way in ((sanne.id, "number"), (karim.id, "face")):
        speaks(desk, person)
        turn = desk.go(how)
        assert isinstance(turn.input, Pick) and turn.input.chosen == ()
        desk.answer(Picked((way,)))
    for person, way in ((sanne.id, "number"), (karim.id, "face")):
        speaks(desk, person)
        turn = desk.turn()
        assert isinstance(turn.input, Pick) and turn.input.chosen == (way,)
    speaks(desk, sanne.id)
    assert isinstance(desk.go(replace(how, item=_first_domain(desk))).input, Words)


def _first_domain(desk: DeskSession) -> str:
    return next(domain.id for domain in desk.view.domains if domain.relevance == "now")


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_what_is_chosen_in_an_example_plan_was_chosen_there_law_b3(tmp_path: Path, file: Path) -> None:
    lay_examples(tmp_path)
    example, front = read_example(file), door(tmp_path)
    desk = front.sit_down(front.find(example.name))
    picks = said_in(example)
    others = [person.id for person in desk.view.people if person.id != desk.view.client][:1]
    for person in (desk.view.client, *others):
        speaks(desk, person)
        for turn in marked(desk):
            assert isinstance(turn.input, Pick)
            step = step_of(turn.place)
            known = picks.get(step, set()) | picks.get(SAME_FACT.get(step, step), set())
            if known & set(DOMAINS):
                known |= {"now"}  # what is ticked on the page of all parts of life is a yes on its card
            assert known, turn.place
            fixed = {option for option in turn.input.chosen if len(option) < 36}
            assert fixed <= known or step in SAME_FACT, turn.place
    front.close()


def said_in(example: Example) -> dict[tuple[str, str], set[str]]:
    """What was answered at each step of an example, by the ids in its file."""
    picks: dict[tuple[str, str], set[str]] = {
        ("people", "people"): {str(line.pick) for line in introductions(example, our_script()) if line.pick},
    }
    for sitting in example.sittings:
        for line in sitting.lines:
            topic, step, *_ = line.at.split("/")
            picked = (line.pick,) if isinstance(line.pick, str) else line.pick or ("said",)
            picks.setdefault((topic, step), set()).update(picked)
    return picks
