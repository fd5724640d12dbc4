"""Who may know whom, and what must not be loaded for the first picture."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from tests.tools.book import new_book
from zlp_tui.places import store_file
from zlp_tui.plan.tables.said import details
from zlp_tui.script.schema import Step

ROOT = Path(__file__).parents[2]
TELLING = ROOT / "zlp_tui" / "conversation" / "telling"
STEP_MODULES = ("zlp_tui.script.schema", "zlp_tui.script.question_models", "zlp_tui.script.step")
HEAVY = (
    "sqlmodel", "sqlalchemy", "alembic", "babel", "pydantic", "yaml", "jsonschema", "typst", "lxml", "icalendar",
)


NOT_FOR_LISTS = {
    "textual", "wcwidth", "dataclasses", "socket", "secrets", "shutil", "zlp_tui.plan.view", "zlp_tui.script.schema",
    "zlp_tui.exports.forms",
}
"""What commands that list dates need not: each costs a hundredth of them or more (decision 0006)."""


def loaded_after(statement: str) -> frozenset[str]:
    """The modules that a fresh interpreter has loaded after a statement."""
    code = f"{statement}\nimport sys\nprint(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return frozenset(done.stdout.split())


def test_rooms_know_only_whom_they_may() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    "module", ["screens.app", "zlp_tui.cli", "zlp_tui.plain.talk_loop", "zlp_tui.store.lists.plan_list_rows"]
)
def test_front_door_is_light(module: str) -> None:
    assert loaded_after(f"import {module}").isdisjoint(HEAVY)


def test_reading_a_plan_needs_no_tables() -> None:
    rooms = "zlp_tui.conversation"
    read = f"import {rooms}.session.loaded_plan, {rooms}.telling.overviews.letter, {rooms}.telling.history.then_and_now"
    assert loaded_after(read).isdisjoint({"sqlmodel", "sqlalchemy", "alembic"})


def test_a_new_file_of_plans_is_made_without_the_tables_module(tmp_path: Path) -> None:
    made = tmp_path / "plans.db"
    loaded = loaded_after(
        "from datetime import datetime, UTC; from pathlib import Path; from zlp_tui.store.store import open_store\n"
        f"open_store(Path({str(made)!r}), clock=lambda: datetime.now(UTC)).close()"
    )
    assert made.exists()
    assert loaded.isdisjoint({"sqlmodel", "sqlalchemy", "alembic"})


def test_the_list_of_forms_loads_nothing_of_them_and_a_plan_on_paper_needs_no_tables() -> None:
    assert loaded_after("import zlp_tui.exports.forms").isdisjoint({*HEAVY, "zlp_tui.plan.view"})
    read = "import zlp_tui.conversation.session.export_import.plan_export, zlp_tui.paper.plan"
    assert loaded_after(read).isdisjoint({"sqlmodel", "sqlalchemy", "alembic", "typst"})


def test_telling_a_plan_needs_no_driver_of_a_store() -> None:
    modules = [path.relative_to(ROOT).with_suffix("") for path in TELLING.rglob("*.py") if path.stem != "__init__"]
    told = [".".join(module.parts) for module in modules]
    assert "zlp_tui.conversation.telling.overviews.letter" in told
    assert loaded_after(f"import {', '.join(told)}").isdisjoint({"sqlmodel", "sqlalchemy", "sqlcipher3"})


def test_kinds_of_steps_are_told_apart_by_the_script_the_handlers_and_the_tellers_alone() -> None:
    kinds = {member.__name__ for member in get_args(get_args(Step)[0])}
    telling_apart = {
        path.relative_to(ROOT).as_posix()
        for package in ("zlp_tui", "screens")
        for path in (ROOT / package).rglob("*.py")
        if kinds & steps_told_apart(ast.parse(path.read_text(encoding="utf-8")))
    }
    allowed = (
        "zlp_tui/script/", "zlp_tui/conversation/asking/kinds/", "zlp_tui/conversation/telling/tellers/",
        "zlp_tui/conversation/asking/answers/",
    )
    assert any(path.startswith(allowed[2]) for path in telling_apart)
    assert {path for path in telling_apart if not path.startswith(allowed)} == set()


def steps_told_apart(module: ast.Module) -> set[str]:
    """The classes of steps, and of their parts, that a module names in an `isinstance` or a `match`."""
    imported = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(STEP_MODULES)
        for alias in node.names
    }
    asked: list[ast.AST] = []
    for node in ast.walk(module):
        if isinstance(node, ast.MatchClass):
            asked.append(node.cls)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "isinstance":
            asked += node.args[1:]
    names = {name.id for part in asked for name in ast.walk(part) if isinstance(name, ast.Name)}
    return {imported[name] for name in names if name in imported}


@pytest.mark.parametrize("command", ["plans", "due", "today"])
def test_commands_that_list_dates_load_little(tmp_path: Path, command: str) -> None:
    with new_book(tmp_path) as book:
        book.do(details.fill, "personal-details", "law", "wlz")
        book.do(details.fill, "look-again", "evaluate-on", "2026-11-01")
    book.path.rename(store_file(tmp_path))
    run = f"import os; os.environ['ZLP_HOME'] = {str(tmp_path)!r}; from zlp_tui.cli import main; main(['{command}'])"
    loaded = loaded_after(run)
    assert {"sqlcipher3", "zlp_tui.due.rules", "zlp_tui.dates"} <= loaded
    assert loaded.isdisjoint({*HEAVY, *NOT_FOR_LISTS})


def test_the_command_loads_no_screen_before_it_is_asked_to() -> None:
    assert "textual" not in loaded_after("import zlp_tui.cli")


@pytest.mark.parametrize("package", ["zlp_tui", "screens"])
def test_package_inits_are_empty(package: str) -> None:
    filled = [path for path in (ROOT / package).rglob("__init__.py") if path.read_text(encoding="utf-8").strip()]
    assert not filled


KNOWS_SQLITE = (
    "zlp_tui/store/", "zlp_tui/plan/dialects.py", "zlp_tui/plan/compiled.py", "zlp_tui/plan/queries/selects.py",
    "zlp_tui/plan/transaction.py",
)
OF_SQLITE = re.compile(r"sqlite_|\bsqlite3?\b|sqlcipher|\bGLOB\b|json_type|json_extract|INDEXED BY|PRAGMA|fts5")


def test_only_the_store_and_what_compiles_statements_know_that_it_is_sqlite() -> None:
    files = [path.relative_to(ROOT) for room in ("zlp_tui", "screens") for path in (ROOT / room).rglob("*.py")]
    others = [path for path in files if not path.as_posix().startswith(KNOWS_SQLITE)]
    code = {path: (ROOT / path).read_text(encoding="utf-8") for path in others}
    named = {path: text.replace("`sqlite_triggers.py`", "") for path, text in code.items()}
    assert [str(path) for path, text in named.items() if OF_SQLITE.search(text)] == []


def test_no_module_of_ours_but_the_command_pulls_textual_in() -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in (ROOT / "zlp_tui").rglob("*.py")
        if path.stem not in ("__init__", "__main__") and "migrations" not in path.parts  # Alembic runs those itself
    ]
    loaded = loaded_after("; ".join(f"import {module}" for module in modules))
    assert "sqlmodel" in loaded
    assert loaded.isdisjoint({"textual", "rich", "screens"})


OPENS_WHAT_IS_STORED = {
    "zlp_tui/plan/readable.py": "the filter",
    "zlp_tui/plan/serialization.py": "reads an edition back",
    "zlp_tui/plan/queries/assemble.py": "makes it", "zlp_tui/plan/queries/load.py": "hands it to the filter",
    "zlp_tui/plan/queries/replay.py": "hands it to the filter",
    "zlp_tui/plan/tables/looking_back/editions.py": "writes an edition",
    "zlp_tui/plan/tables/imported/taken_over.py": "writes an edition",
    "zlp_tui/conversation/session/export_import/plan_export.py": "filters it for whom an export is for",
    "zlp_tui/conversation/session/export_import/plan_import.py": "compares it with what it read",
}
"""The modules that have more of a plan in hand than its readers may see, and what for."""
STORED = {"Unfiltered", "stored_plan", "from_json", "readable", "assembled_plan", "assembled"}


def test_what_is_stored_goes_through_the_filter_and_only_these_have_it_before() -> None:
    having = {
        path.relative_to(ROOT).as_posix()
        for room in ("zlp_tui", "screens") for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if _opens_what_is_stored(node)
    }
    assert having == set(OPENS_WHAT_IS_STORED)


def _opens_what_is_stored(node: ast.AST) -> bool:
    match node:
        case ast.Name(id=name, ctx=ast.Load()):
            return name in STORED
        case ast.Attribute(value=ast.Name(id="load" | "serialization" | "assemble"), attr=name):
            return name in STORED
        case _:
            return False
