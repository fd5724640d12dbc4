"""Commands that keep something, without screens: `new`, `note`, and the conversation line by line."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from zlp_tui.command.program import Program, complain
from zlp_tui.errors import StoreReadOnly
from zlp_tui.plain.begin import choose_plan, what_zlp_is
from zlp_tui.plain.talk import talk as hold_talk
from zlp_tui.text import NAME_LIMIT, clean_name

if TYPE_CHECKING:
    from zlp_tui.command.demo import Practice
    from zlp_tui.conversation.session.front_door import Front

PATIENCE = 1.0
"""Seconds to wait for another window."""


def new(program: Program) -> int:
    """`zlp new`: begin a plan; its id on standard output and nothing else."""
    asked = program.asked
    name = program.words(asked.name)
    salutation = program.words(asked.salutation) if asked.salutation is not None else None
    front = program.front()
    try:
        plan = front.new_plan(name, salutation, asked.address)
    finally:
        front.close()
    if any(clean_name(words or "").was_cut for words in (name, salutation)):
        complain(program.say("Only the first {count} characters of a name fit.", count=NAME_LIMIT))
    program.out.raw(f"{plan}\n")
    return 0


def note(program: Program) -> int:
    """`zlp note`: how it went, in a sitting of its own; nothing on standard output."""
    asked = program.asked
    named = program.words(asked.plan or "")
    text = program.text(asked.text) if asked.text is not None else ""
    voice = program.words(asked.voice) if asked.voice is not None else None
    with _front_to_write(program, program.home) as front:
        desk = front.open(front.find(named))
        person, new = desk.join(voice) if voice is not None else (desk.voice, False)
        desk.speak_as(person.id)
        noted = desk.follow_up.note(asked.on, done=asked.done, because=asked.because, text=text)
        desk.leave()
    if new:
        complain(program.say("New at the table: {name}", name=person.name))
    if noted.kept.cut_to is not None:
        complain(program.say("Saved. Only the first {count} characters fit.", count=noted.kept.cut_to))
    if noted.look_at is not None:
        say = program.say
        complain(say("Three times it did not go, for the same reason. Shall we look at this agreement together?"))
    return 0


def talk(program: Program, practice: Practice | None = None) -> int:
    """The conversation line by line, on one's own plans or the examples; 1 when not all that was said could be kept."""
    asked = program.asked
    if asked.plan is None and program.lines.nothing_comes():
        what_zlp_is(program.out, program.say)
        return 0
    named = program.words(asked.plan) if asked.plan is not None else None
    voice = program.words(asked.voice) if asked.voice is not None else None
    home = program.home
    if practice is not None:
        practice.lay_out(aloud=True)
        home = practice.home
    with _front_to_write(program, home) as front:
        program.complain_of(front.script.problems)
        plan = front.find(named) if named is not None else choose_plan(front, program.lines, program.out, program.say)
        if plan is None:
            if not program.lines.came:
                what_zlp_is(program.out, program.say)
            return 0
        desk = front.open(plan)
        gc.freeze()  # all that is loaded stays; from here on there is something to throw away
        gc.enable()
        all_kept = hold_talk(desk, program.lines, program.out, program.say, topic=asked.topic, voice=voice)
    return 0 if all_kept else 1


@contextmanager
def _front_to_write(program: Program, home: Path) -> Iterator[Front]:
    """The front door with the right to write for as long as the conversation lasts."""
    front = program.front(home)
    try:
        if not front.store.claim(PATIENCE):
            raise StoreReadOnly(front.store.why_read_only or "Nothing can be kept here.")
        yield front
    finally:
        front.close()

