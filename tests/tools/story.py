"""A whole example plan as one walk through the script: what is said at each question, whichever face asks it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.tools.prepared import our_script
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import InOrder, Input, Pick, Picked, Reply, Turn, Words
from zlp_tui.conversation.session.scripted_examples import CLIENT, Example, Naming, ScriptedAnswer, introductions
from zlp_tui.errors import NotFound
from zlp_tui.script.legs import WHOLE

SEQ = re.compile(r'"seq": (\d+)')
MAKE_THE_PLAN = ("first", WHOLE)
"""Routes of conversations in which a plan is made; the others look at one that is there."""
KNOWN = ("how-we-talk/address", "how-we-talk/salutation/salutation", "personal-details/person/name")
"""Where the name of a client is asked, and how they like to be spoken to: a new plan has that already."""
NOT_IN_ONE_WALK = ("follow-up/", "results-read-back/", "sitting/", "who-may/", "choices/time-to-think")
"""What only comes once an agreement has begun, between one sitting and the next, and while nothing is chosen yet."""
IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Saying:
    """One answer: by whom (a name), and what."""

    by: str
    reply: Reply


class Story:
    """The answers of an example that are still to be given, in the order of the file."""

    wishes_more = True
    """Whether what is asked on request is asked for wherever that is offered."""

    def __init__(self, example: Example, lines: Sequence[ScriptedAnswer] | None = None) -> None:
        """All that is said in the example until its plan is made, or some of its lines."""
        self._example = example
        self._names = {CLIENT: example.name, **{p.id: p.name for p in example.people}}
        made = [sitting for sitting in example.sittings if sitting.route in MAKE_THE_PLAN]
        said = [line for sitting in made for line in sitting.lines if line.at != "at-the-table/who"]
        here = {person for sitting in made for person in sitting.present}
        self._at_table = tuple(person for person in example.people if person.id in here)
        self._left = [*introductions(example, our_script()), *said] if lines is None else list(lines)

    def at(self, desk: Desk, turn: Turn) -> Iterator[Saying]:
        """What is said at the question that is asked now."""
        if (turn.place.topic, turn.place.step) == ("at-the-table", "who"):
            yield from (Saying(self._example.name, Picked((), added=p.name)) for p in self._at_table)
            return
        naming = Naming(desk, self._example)
        for line in [line for line in self._left if self._is_here(naming, line, turn)]:
            self._left.remove(line)
            for reply in naming.replies(line, turn):
                if reply != Picked(()) or isinstance(turn.input, Pick):
                    yield Saying(self._names[line.by], reply)

    @property
    def left(self) -> tuple[ScriptedAnswer, ...]:
        """What was not asked for, but for what is asked at another time; what a new plan knows is passed over."""
        given = (line for line in self._left if (line.say or line.pick or line.order) and line.at not in KNOWN)
        return tuple(line for line in given if not line.at.startswith(NOT_IN_ONE_WALK) and not _on_request(line))

    @staticmethod
    def _is_here(naming: Naming, line: ScriptedAnswer, turn: Turn) -> bool:
        try:
            return naming.place(line) == turn.place
        except NotFound:
            return False


def _on_request(line: ScriptedAnswer) -> bool:
    """Whether it answers what is only asked of whoever wishes to say more."""
    topic, step_id, *rest = line.at.split("/")
    step = our_script().find_step(topic, step_id)
    return step is not None and step.is_on_request("/".join(rest) or line.part)


def last_word(sayings: list[Saying], asked: Input) -> list[Saying]:
    """Where one answer stands, only the last one given in the example."""
    one = isinstance(asked, InOrder) or (isinstance(asked, Pick) and not asked.can_add)
    one = one or (isinstance(asked, Words) and not asked.many)
    return sayings[-1:] if one else sayings


def comparable(shown: object) -> object:
    """What `show --json` tells, with ids and numbers by order of appearance.

    How many acts a face needs differs (line by line a life domain is told after the words), what is in the plan not.
    """
    known: dict[str, str] = {}
    text = IDS.sub(lambda m: known.setdefault(m[0], f"id-{len(known)}"), json.dumps(shown, ensure_ascii=False))
    order = {seq: str(n) for n, seq in enumerate(sorted({int(seq) for seq in SEQ.findall(text)}))}
    return json.loads(SEQ.sub(lambda m: f'"seq": {order[int(m[1])]}', text))
