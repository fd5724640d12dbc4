"""Texts that were meant to do harm, and everything that can be said, in such words."""

from __future__ import annotations

from typing import Final

from zlp_tui.plan.tables.agreed import agreements, choices, goals, progress_notes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.said import details, remarks, statements

HOSTILE: Final = (
    "<script>alert(1)</script>", "a & b ]]> c", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "\x00\x1b[2J\x07 weg", "vast\u00a0aan\u2003elkaar", "\ud800 los", "\ufffe\uffff", "👩‍👩‍👧‍👦 ❤️", "السلام عليكم",
    "{client} {u|je}", "\u202eom\u202c", "-", "\n\n regel", "x" * 2_000,
)
"""For XML, JSON, templates, terminals and whoever reads from right to left."""


def say_all(act: Act, text: str) -> None:
    """Everything that somebody can say, in these words."""
    person = people.add(act, text, "carer", relation=text, contact=text, salutation=text)
    statements.add_statement(act, topic="future", step="dreams", prompt=text, text=text)
    details.fill(act, "personal-details", "phone", text)
    goal = goals.add(act, text)
    agreed = agreements.add(act, text, goal=goal)
    step = agreements.add_step(act, agreed, text)
    agreements.step_when(act, step, text)
    agreements.task(act, agreed, person, text)
    choice = choices.ask(act, text, text)
    option = choices.add_option(act, choice, text)
    choices.consider(act, option, "for", "short", text)
    choices.say_reason(act, choice, text)
    progress_notes.note(act, about=agreed, on="2026-03-03", text=text)
    remarks.leave(act, text)
