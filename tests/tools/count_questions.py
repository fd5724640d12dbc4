"""How many questions a plan takes: the answers of an example, given along the whole route of a new plan, in one walk or
with each sitting on a day of its own.

`python -m tests.tools.count_questions` prints them for each example: per sitting, with an answer and without one.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.tools.prepared import front_on
from tests.tools.story import Story, last_word
from tests.tools.table import START, Counting, Ticking
from zlp_tui import places
from zlp_tui.conversation.ports.turn import Reading, Spoken, Turn
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.session.scripted_examples import Example, read_example
from zlp_tui.errors import Doubtful
from zlp_tui.script.legs import WHOLE

MOST_OF_FIRST_TALK = 25
MOST_OF_WHOLE_PLAN = {"Joris Vos": 90, "Annie de Vries": 130}
MOST_LOOKING_BACK = 30
"""How many questions may be asked (issue 9 §6): in a first talk, for a whole plan of that size, and in looking back."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question that was asked: in which sitting, and whether the example has an answer."""

    sitting: str
    topic: str
    answered: bool


def asked_of(front: Front, example: Example) -> Iterator[Asked]:
    """The questions of the whole plan, in the order in which they are asked, with the answers of an example."""
    desk = front.sit_down(front.new_plan(example.name, example.salutation, example.address))
    story, turn = Story(example), desk.take_route(WHOLE)
    following: Turn | None = turn
    while following is not None:
        answered = say_here(desk, story, following)
        if not isinstance(following.input, Reading):
            yield Asked(following.sitting, following.place.topic, answered)
        following = desk.forward() if desk.place == following.place else desk.turn()
    desk.leave()


def asked_on_days(front: Front, clock: Ticking, example: Example) -> Iterator[Asked]:
    """The same, with each sitting a week after the one before; at its end one says on which day one goes on."""
    plan, story = front.new_plan(example.name, example.salutation, example.address), Story(example)
    desk = front.sit_down(plan)
    turn: Turn | None = desk.take_route(WHOLE)
    here = turn.sitting if turn is not None else ""
    while turn is not None:
        if turn.sitting != here:
            here, present = turn.sitting, [person.id for person in desk.present]
            desk.leave()
            clock.now += timedelta(days=7)
            desk = front.sit_down(plan)
            desk.seat(present)
            turn = desk.turn()
        if turn.place.topic == "sitting" and turn.place.step == "next":
            desk.answer(Spoken("over 7 dagen"))
            answered = True
        else:
            answered = say_here(desk, story, turn)
        if not isinstance(turn.input, Reading):
            yield Asked(turn.sitting, turn.place.topic, answered)
        turn = desk.forward() if desk.place == turn.place else desk.turn()
    desk.leave()


def say_here(desk: DeskSession, story: Story, turn: Turn) -> bool:
    """Say what the story has at this question; whether it had anything."""
    sayings = last_word(list(story.at(desk, turn)), turn.input)
    for saying in sayings:
        speaker, _ = desk.join(saying.by)
        desk.speak_as(speaker.id)
        if desk.place != turn.place:
            desk.go(turn.place)
        with suppress(Doubtful):  # somebody of this name sits here already, and nobody else is meant
            desk.answer(saying.reply)
    return bool(sayings)


def told(example: Example, asked: list[Asked]) -> Iterator[str]:
    """The figures of one example, a line per sitting."""
    yield f"{example.name}: {len(asked)} questions, {sum(one.answered for one in asked)} with an answer"
    all_of, with_answer = Counter(one.sitting for one in asked), Counter(o.sitting for o in asked if o.answered)
    for sitting, count in all_of.items():
        yield f"  {sitting:<24}{count:>5}{with_answer[sitting]:>5}"
    yield "  " + ", ".join(f"{topic} {count}" for topic, count in Counter(one.topic for one in asked).most_common(8))


def main() -> None:
    """Print the figures of every example."""
    with tempfile.TemporaryDirectory() as folder:
        front = front_on(Path(folder), lambda: START, Counting())
        for file in sorted((places.data() / "examples").glob("*.yaml")):
            example = read_example(file)
            print("\n".join(told(example, list(asked_of(front, example)))))
        front.close()


if __name__ == "__main__":
    main()
