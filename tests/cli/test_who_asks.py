"""Commands that read a plan read as whoever opened the lock, and tell so in the log (decision 0056)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import chain
from pathlib import Path
from typing import Final, get_args

import pytest

from tests.tools.book import Clock
from tests.tools.given import given as granting
from tests.tools.given import later, scopes_of
from tests.tools.in_process import in_process, printed
from tests.tools.locked import front_of, locked_home
from tests.tools.marked import MADE, marked_plan, marks
from zlp_tui.command.parsing.options import CommandName
from zlp_tui.command.reading.plan_reader import comparing
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.errors import NotFound
from zlp_tui.places import plans_folder
from zlp_tui.plan.tables.agreed import agreements
from zlp_tui.plan.tables.client import grants, people
from zlp_tui.store.own_files.plan_folder import plans_in, unlocked

HIDDEN: Final = frozenset({"important-to", "agreements", "choices", "follow-up", "how-we-talk", "social-contacts"})
LATER: Final = MADE.replace(year=2026)
CLIENT: Final = "Annie de Vries"

READ: Final = {
    "show": (
        ("show", CLIENT), ("show", CLIENT, "--short"), ("show", CLIENT, "--page"), ("show", CLIENT, "--week"),
        ("show", CLIENT, "--json"), ("show", CLIENT, "--edition", "1"), ("show", CLIENT, "--edition", "1", "--json"),
        ("show", CLIENT, "--on", "2025-03-05"), ("show", CLIENT, "--on", "2025-03-05", "--json"),
    ),
    "diff": (("diff", CLIENT), ("diff", CLIENT, "--json"), ("diff", CLIENT, "--from", "1", "--to", "2", "--json")),
    "search": (("search", CLIENT, "woord"), ("search", CLIENT, "woord", "--json")),
    "check": (("check", "--law", CLIENT), ("check", "--law", CLIENT, "--json")),
    "prepare": (("prepare", CLIENT), ("prepare", CLIENT, "--questions"), ("prepare", CLIENT, "--json")),
    "audit": (("audit", CLIENT), ("audit", CLIENT, "--json")),
    "today": (
        ("today",), ("today", "--json"), ("today", "--plan", CLIENT), ("today", "--for", "Sanne", "--json"),
    ),
    "due": (("due", "--within", "9999"), ("due", "--within", "9999", "--json")),
    "plans": (("plans",), ("plans", "--all", "--json")),
    "export": tuple(("export", CLIENT, form, "-o", "-") for form in ("html", "md", "csv", "evidence")),
}
"""Every command that tells of a plan, and the ways in which it does."""
COMPARES: Final = frozenset({"restore", "take-in"})
"""Commands that tell in words how two files of a plan differ, by `comparing`."""
NUMBERED: Final = ("audit",)
"""What counts the Changes themselves, and so differs where there are fewer; no words are in it."""
TELLS_NO_PLAN: Final = {
    "app": "a table: who sits there reads", "talk": "the same, line by line", "demo": "invented plans, without a lock",
    "new": "it begins one", "note": "who writes sits at the table", "end": "it tells a name and a day",
    "keys": "who has a key", "hand-over": "the whole plan, locked", "backup": "a locked copy",
    "copies": "days and sizes", "erase": "a record without words", "import": "it makes one",
}


def test_every_command_is_classed() -> None:
    """A new command fails here until it is said what it tells of a plan, and to whom."""
    classes = (READ.keys(), COMPARES, TELLS_NO_PLAN.keys())
    assert sorted(chain(*classes)) == sorted(get_args(CommandName))


def granted_home(home: Path, holder: str, without: frozenset[str] = frozenset()) -> tuple[HomeLock, str, str]:
    """The marked plan, locked by one keyholder. The client granted Sanne all but what is hidden here; the client and
    Sanne by person id."""
    client, sanne = marked_plan(home, without)
    closed = tuple((sanne, scope, False) for scope in scopes_of(*sorted(HIDDEN)))
    granting(home, Clock(LATER), client, (sanne, "everything", True), *closed)
    return locked_home(home, holder), client, sanne


def every_reading() -> Iterator[tuple[str, ...]]:
    """Each way in which a command tells of a plan."""
    for ways in READ.values():
        yield from ways


def test_who_asks_reads_a_plan_in_which_what_is_hidden_was_never_said(tmp_path: Path) -> None:
    """Text, JSON and counts of every command that reads."""
    lock, *_ = granted_home(tmp_path / "whole", "sanne")
    other, *_ = granted_home(tmp_path / "part", "Sanne", HIDDEN)
    told = set[frozenset[str]]()
    for command in every_reading():
        shown = _unnumbered(printed(tmp_path / "whole", lock, *command))
        told |= marks(shown)
        assert not [mark for mark in marks(shown) if mark & HIDDEN], command
        if command[0] not in NUMBERED:
            assert shown == _unnumbered(printed(tmp_path / "part", other, *command)), command
    assert frozenset({"goals", "housing"}) in told


def _unnumbered(shown: str) -> str:
    """Without the numbers of Changes, which count what was written, and of the life domains only those of which
    something is said: that one is hidden may be seen."""
    if shown.startswith("{"):
        document = json.loads(shown)
        if "domains" in document:
            document["domains"] = [domain for domain in document["domains"] if domain["relevance"]]
        shown = json.dumps(document)
    return re.sub(r'("seq": )\d+', r"\1_", shown)


@pytest.mark.parametrize("holder", [CLIENT, "ANNIE  de Vries", "Vries, Annie de"])
def test_the_client_reads_all_of_it(tmp_path: Path, holder: str) -> None:
    lock, client, sanne = granted_home(tmp_path, holder)
    shown = json.loads(printed(tmp_path, lock, "show", CLIENT, "--json"))
    assert any("important-to" in mark for mark in marks(shown))
    assert {grant["person"] for grant in shown["grants"]} == {sanne}
    assert _told_in_log(tmp_path, lock) == {client}


@pytest.mark.parametrize("holder", ["Dag root", "Rik"])
def test_whom_a_plan_does_not_know_reads_the_least_and_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], holder: str
) -> None:
    """Nobody of that name, or more than one."""
    client, sanne = marked_plan(tmp_path)
    granting(tmp_path, Clock(LATER), client, (sanne, "everything", True))
    with later(tmp_path, Clock(LATER), client) as book:
        for _ in range(2):
            book.do(people.add, "Rik", "friend")
    lock = locked_home(tmp_path, holder)
    for command in every_reading():
        shown = ""
        with suppress(NotFound):  # of editions one who was not there knows nothing
            shown = printed(tmp_path, lock, *command)
        assert not marks(shown), command
        said = capsys.readouterr().err.count(f"wie {holder} is")
        assert said == 1 or (said == 0 and command[0] in ("plans", "due", "today")), command
    assert _told_in_log(tmp_path, lock) == set()


def test_who_asks_is_told_in_the_log(tmp_path: Path) -> None:
    lock, _, sanne = granted_home(tmp_path, "Sanne")
    printed(tmp_path, lock, "show", CLIENT, "--json")
    assert _told_in_log(tmp_path, lock) == {sanne}


@pytest.mark.parametrize(("holder", "sees"), [("Sanne", "their part"), (CLIENT, "all"), ("Rik", "nothing")])
def test_who_compares_two_files_is_told_of_neither_what_they_may_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], holder: str, sees: str
) -> None:
    """A copy that one goes back to, and a plan that was taken in: whichever of the two has more."""
    ours, client, sanne = granted_home(tmp_path / "ours", holder)
    marked_plan(tmp_path / "bare", frozenset({*HIDDEN, "goals", "housing"}))
    bare = locked_home(tmp_path / "bare", holder)
    (plan,) = plans_in(plans_folder(tmp_path / "ours"))
    file, other = (
        unlocked(plans_folder(tmp_path / name), plan, lock.who.keys) for name, lock in (("ours", ours), ("bare", bare))
    )
    told = [
        words
        for name, lock, here, there in (("ours", ours, file, other), ("bare", bare, other, file))
        for words in (comparing(in_process(tmp_path / name, lock)).words(plan, here, there, "copy"),)
    ]
    seen = [{bool(mark & HIDDEN) for mark in marks(words)} for words in told]
    assert all(seen) == (sees != "nothing") and (sees == "all") == any(True in kinds for kinds in seen)
    assert ("wie Rik is" in capsys.readouterr().err) == (sees == "nothing")
    assert _told_in_log(tmp_path / "ours", ours) == {CLIENT: {client}, "Sanne": {sanne}}.get(holder, set())


def _told_in_log(home: Path, lock: HomeLock) -> set[str]:
    """Of whom the log of the plan says that they read it."""
    lines = json.loads(printed(home, lock, "audit", CLIENT, "--json"))["lines"]
    return {line["person"]["id"] for line in lines if line["event"] == "read"}


def test_an_agreement_that_was_closed_is_on_no_list_of_today(tmp_path: Path) -> None:
    """Of all that is granted one line was closed: the command and the screen of today tell the other one."""
    client, sanne = marked_plan(tmp_path)
    granting(tmp_path, Clock(LATER), client, (sanne, "everything", True))
    with later(tmp_path, Clock(LATER), client) as book:
        for what in ("Woord_dicht", "Woord_open"):
            agreed = book.do(agreements.add, what)
            step = book.do(agreements.add_step, agreed, what)
            book.do(agreements.step_when, step, "elke dag", (1, 2, 3, 4, 5, 6, 7))
            if what == "Woord_dicht":
                book.do(grants.close, agreed)
    lock = locked_home(tmp_path, "Sanne")
    assert marks(printed(tmp_path, lock, "today", "--json")) == {frozenset({"open"})}
    with closing(front_of(tmp_path, lock)) as front:
        assert marks(front.notes_of_today.today()) == {frozenset({"open"})}
