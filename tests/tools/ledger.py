"""A ledger: the simplest model of a plan. Who said what, and whether it still stands; no rows, no script, no store.

`written` makes the same of what `zlp show --json` prints, so that a plan can be compared with what was really said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal, NamedTuple

State = Literal["stands", "replaced", "taken-back"]
Shown = Mapping[str, Any]

NOBODYS: Final = ""
"""Of an answer that the plan prints without a speaker; who gave it stands in the record of changes."""

OF_A_LINE: Final = re.compile(r"-[0-9a-f]{8}-[0-9a-f-]+$")
"""In the name of a field that is asked of each line: which line."""


class Said(NamedTuple):
    """Words, or an answer, of one person. `where` is the question, or the kind of line."""

    where: str
    by: str
    words: str

    @property
    def is_statement(self) -> bool:
        """Whether a statement says it: of those, also what no longer stands is printed."""
        return "/" in self.where

    @property
    def in_own_words(self) -> bool:
        """Whether these are words of somebody, and no answer that was picked."""
        return bool(self.by) and " " in self.words


class Ledger:
    """Who said what, in order. All words of a story differ, so that words are found by themselves."""

    def __init__(self) -> None:
        self.lines: dict[Said, State] = {}
        self._before: list[dict[Said, State]] = []
        self._undone: list[dict[Said, State]] = []

    def keep(self, *said: Said, instead: bool = False) -> None:
        """Somebody said something; `instead` of what they answered there before."""
        self._act()
        answered = {line[:2] for line in said} if instead else set()
        self.lines = {old: state for old, state in self.lines.items() if old[:2] not in answered}
        self.lines |= dict.fromkeys(said, "stands")

    def replace(self, words: str, new: Said) -> None:
        """Words were said anew, or given to who really said them; the old line is kept."""
        self._act()
        self.lines[self.of(words)] = "replaced"
        self.lines[new] = "stands"

    def take_back(self, words: str) -> None:
        """Words were taken back."""
        self._act()
        said = self.of(words)
        if said.is_statement:
            self.lines[said] = "taken-back"
        else:
            del self.lines[said]

    def undo(self) -> None:
        """Undo what was done last; what was said then is kept as taken back."""
        before = self._before.pop()
        undone: dict[Said, State] = {said: "taken-back" for said in self.lines if said.is_statement}
        self._undone.append(self.lines)
        self.lines = undone | before

    def redo(self) -> None:
        """Do again what was undone last."""
        self._before.append(self.lines)
        self.lines = self._undone.pop()

    def of(self, words: str) -> Said:
        """The line that says these words, and stands."""
        return next(said for said, state in self.lines.items() if said.words == words and state == "stands")

    def speakers(self) -> dict[str, set[str]]:
        """Who said what, by the words; more than one where words were given to who really said them."""
        said = [line for line in self.lines if line.in_own_words]
        return {line.words: {other.by for other in said if other.words == line.words} for line in said}

    def _act(self) -> None:
        self._before.append(dict(self.lines))
        self._undone.clear()


def written(shown: Shown) -> dict[Said, State]:
    """All that a printed plan says, and by whom."""
    lines: dict[Said, State] = dict(_statements(shown))
    return lines | dict.fromkeys((*_other_lines(shown), *_answers(shown), *_looking_back(shown)), "stands")


def _statements(shown: Shown) -> Iterator[tuple[Said, State]]:
    replaced = {line["replaces"] for line in shown["statements"] if line["withdrawn_at"] is None}
    for line in shown["statements"]:
        where = "/".join(filter(None, (line["topic"], line["step"], line["side"] or line["moment"])))
        stands: State = "replaced" if line["id"] in replaced else "stands"
        yield Said(where, line["voice"]["name"], line["text"]), "taken-back" if line["withdrawn_at"] else stands


def _choice(choice: Shown) -> Iterator[Said]:
    yield Said("choice", choice["voice"]["name"], choice["question"])
    for option in choice["options"]:
        if option["voice"]:  # the one that nothing changes is the script's
            yield Said("option", option["voice"]["name"], option["title"])
        for reason in option["considerations"]:
            yield Said(f"reason {reason['side']} {reason['term']}", reason["voice"]["name"], reason["text"])
        yield from (Said("found", said["voice"]["name"], said["text"]) for said in option["sources"])
    yield from (Said("why", reason["voice"]["name"], reason["text"]) for reason in choice["reasons"])


def _other_lines(shown: Shown) -> Iterator[Said]:
    for choice in shown["choices"]:
        yield from _choice(choice)
    for goal in shown["goals"]:
        yield Said("goal", goal["voice"]["name"], goal["text"])
    for agreement in shown["agreements"]:
        yield Said("agreement", agreement["voice"]["name"], agreement["want"])
    for note in shown["progress"]:
        yield Said(f"note {note['done']}", note["voice"]["name"], note["text"])
    for remark in shown["remarks"]:
        yield Said(remark["kind"], remark["voice"]["name"], remark["text"])
    for line in shown["disagreements"]:
        yield Said("disagreement", line["voice"]["name"], line["text"])
    for line in shown["wishes_not_met"]:
        yield Said("not met", line["voice"]["name"], line["text"])


def _answers(shown: Shown) -> Iterator[Said]:
    names = {person["id"]: person["name"] for person in shown["people"]}
    for field in shown["fields"]:
        yield Said(f"field {field['topic']} {OF_A_LINE.sub('', field['field'])}", NOBODYS, field["value"])
    for task in (task for agreement in shown["agreements"] for task in agreement["who"]):
        yield Said(f"task of {names[task['person']]}", NOBODYS, task["does"] or "")
    for small in (small for agreement in shown["agreements"] for small in agreement["steps"]):
        yield Said("small step", NOBODYS, small["what"])
    for read_back in shown["read_backs"]:
        yield Said(f"read back {read_back['chapter']}", NOBODYS, str(read_back["confirmed"]))


def _looking_back(shown: Shown) -> Iterator[Said]:
    names = {person["id"]: person["name"] for person in shown["people"]}
    for talk in shown["conversations"]:
        yield from (Said("talk", names[face["person"]], face["face"]) for face in talk["experience"])
    for evaluation in shown["evaluations"]:
        for mark in evaluation["marks"]:
            yield Said(f"mark {mark['domain']}", mark["voice"]["name"], str(mark["mark"]))
        for face in evaluation["experience"]:
            yield Said("experience", names[face["person"]], face["face"])
        for outcome in (outcome for outcome in evaluation["goals"] if outcome["outcome"]):
            yield Said("outcome", names[outcome["outcome_by"]], outcome["outcome"])
            for other in (other for other in outcome["others"] if other["outcome"]):
                yield Said("outcome", other["voice"]["name"], other["outcome"])
    for edition in shown["editions"]:
        for consent in edition["consent"]:
            yield Said("consent", names[consent["person"]], consent["says"])
            if consent["words"]:
                yield Said("consent in words", names[consent["person"]], consent["words"])
