"""Commands print the same of plans in one file and of plans that each have a locked file of their own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

import pytest

from tests.tools.in_process import printed
from tests.tools.locked import home_lock, locked_home
from tests.tools.table import Ticking
from tests.tools.window import lay_examples
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.places import store_file
from zlp_tui.store.lists.plan_list_rows import rows_in
from zlp_tui.store.store import open_store

OF_ALL = (
    ("plans",), ("plans", "--all", "--json"), ("due", "--within", "400"), ("due", "--within", "400", "--json"),
    ("today",), ("today", "--json"), ("today", "--for", "Dewi"), ("today", "--for", "Dewi", "--json"),
)
OF_ONE = (
    ("show",), ("show", "--page"), ("show", "--short"), ("show", "--week"), ("show", "--json"), ("prepare",),
    ("prepare", "--json"), ("prepare", "--questions"), ("diff",), ("diff", "--json"), ("check", "--law"),
    ("today", "--json", "--plan"),
)
"""What is told of one plan, which comes behind it."""


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, HomeLock, Path, HomeLock]:
    """The examples in one file, and each in a file of its own. Nothing is granted in them: else who opens a locked
    plan reads it as who they are (`test_who_asks.py`)."""
    one = tmp_path_factory.mktemp("homes") / "one"
    lay_examples(one)
    with closing(open_store(store_file(one), clock=Ticking())) as store, store.writing() as session:
        session.run('DELETE FROM "grant"', ())
    own = Path(shutil.copytree(one, one.with_name("own")))
    return one, home_lock(one), own, locked_home(own)


def _commands(lock: HomeLock) -> Iterator[tuple[str, ...]]:
    """Every command that reads, on two plans, by id or by name."""
    with lock.to_read().listing() as session:
        assert session is not None
        plans = rows_in(session, which="all")
    of_one = (
        (*command, row.id if nth % 2 else row.name)
        for at, row in enumerate(plans) for nth, command in enumerate(OF_ONE) if nth % 3 == at % 3
    )
    return chain(OF_ALL, of_one, (("search", plans[0].id, "koffie"), ("search", plans[1].id, "koffie", "--json")))


def test_every_command_that_reads_prints_the_same(
    homes: tuple[Path, HomeLock, Path, HomeLock], capsys: pytest.CaptureFixture[str]
) -> None:
    one, open_to_all, own, lock = homes
    told = set[str]()
    for command in _commands(lock):
        outputs = [(printed(one, open_to_all, *command), capsys.readouterr().err),
                   (printed(own, lock, *command), capsys.readouterr().err)]
        assert outputs[0] == outputs[1], command
        told.add(outputs[0][0])
    assert len(told) > 25
