"""Make the files that follow from the code: queries, objects of a file, JSON Schemas, the tables of keys and forms; and
those that follow from data: the rules of all laws in one, and the names of days and months in each language.

`python -m tools.generate` (`make generated`) writes them; with `--check` it says which are not what the code makes, and
exits 1.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from babel.dates import get_day_names, get_month_names
from pydantic import TypeAdapter
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from tools import form_table, key_table
from zlp_tui import places
from zlp_tui.command.printed import (
    PrintedCopy,
    PrintedDue,
    PrintedFinding,
    PrintedFound,
    PrintedLawRule,
    PrintedPlan,
    PrintedPreparation,
    PrintedToday,
)
from zlp_tui.command.printed_audit import PrintedAudit
from zlp_tui.command.printed_diff import PrintedDiff
from zlp_tui.due.rules import COMPILED as COMPILED_RULES
from zlp_tui.due.rules import compiled_rules
from zlp_tui.exchange import plan_document
from zlp_tui.plan import serialization
from zlp_tui.plan.compiled import sql_of
from zlp_tui.plan.published_schema import published
from zlp_tui.plan.queries.audit_selects import AUDIT_WRITES
from zlp_tui.plan.queries.compiled_queries import COMPILED
from zlp_tui.plan.queries.selects import QUERIES, AnySelect, shapes_in
from zlp_tui.plan.tables.all_tables import METADATA
from zlp_tui.plan.transaction import SQLITE
from zlp_tui.store.files.connection import SCHEMA, connect
from zlp_tui.store.files.create import NEW_FILE
from zlp_tui.store.files.file_objects import OBJECTS, objects_of
from zlp_tui.store.files.migrate import STAMP, revision
from zlp_tui.store.files.prepared_store import statements_of
from zlp_tui.store.files.sqlite_triggers import TRIGGERS_AND_INDEXES

SCHEMAS: Final = Path(__file__).parent.parent / "docs" / "schema"
"""Where the JSON Schemas are published."""

AROUND: Final = ("PRAGMA foreign_keys = OFF", "BEGIN", "COMMIT")
"""What is left to whoever makes a file: in which transaction."""

INDEXES: Final = ("CREATE INDEX ", "CREATE UNIQUE INDEX ")
"""How statements begin that make an index."""


PRINTED: Final[Mapping[str, Any]] = {
    "plans": tuple[PrintedPlan, ...],
    "due": tuple[PrintedDue, ...],
    "today": tuple[PrintedToday, ...],
    "search": tuple[PrintedFound, ...],
    "prepare": PrintedPreparation,
    "check": tuple[PrintedFinding, ...],
    "copies": tuple[PrintedCopy, ...],
    "check-law": tuple[PrintedLawRule, ...],
    "diff": PrintedDiff,
    "audit": PrintedAudit,
}
"""What each command prints with `--json`; `zlp show` apart, which prints the view."""


def generated() -> Iterator[tuple[Path, str]]:
    """Every generated file with what must be in it."""
    compiled = {name: _compiled(make()) for name, make in QUERIES.items()}
    for name, write in AUDIT_WRITES.items():
        compiled[name] = {"sql": " ".join(write().sql(SQLITE).split()), "columns": []}
    yield COMPILED / f"{SQLITE}.json", json.dumps(compiled, indent=1) + "\n"
    made = new_file()
    yield NEW_FILE, json.dumps(made, indent=0) + "\n"
    yield OBJECTS, json.dumps(objects_made_by(made), indent=0) + "\n"
    rules = places.data() / "rules"
    yield rules / COMPILED_RULES, compiled_rules(rules)
    for content in (folder for folder in sorted(places.content().iterdir()) if folder.is_dir()):
        yield content / "calendar.json", _calendar(content.name)
    named = {name: f"zlp {name.replace('-', ' --')} --json" for name in PRINTED}
    schemas = {name: published(TypeAdapter(printed), named[name]) for name, printed in PRINTED.items()}
    for name, schema in (schemas | {"show": serialization.schema(), "export": plan_document.schema()}).items():
        yield SCHEMAS / f"{name}.schema.json", json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    yield key_table.PAGE, key_table.page()
    yield form_table.PAGE, form_table.page()


def new_file() -> list[str]:
    """What makes a new file of plans: its tables, what SQLite keeps up to date beside them, and its marks."""
    with closing(connect(Path("tables"), mode="memory")) as connection:
        engine = create_engine("sqlite://", creator=lambda: connection, module=dbapi2, poolclass=StaticPool)
        with engine.connect() as tables:
            tables.exec_driver_sql("BEGIN")
            named = [table for _, table in sorted(METADATA.tables.items())]  # whatever was imported first
            METADATA.create_all(tables, named, checkfirst=False)
            for statement in (*TRIGGERS_AND_INDEXES, STAMP):
                tables.exec_driver_sql(statement)
            tables.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision(SCHEMA),))
            tables.commit()
        statements = [statement for statement in statements_of(connection) if statement not in AROUND]
    indexes = sorted(made for made in statements if made.startswith(INDEXES))  # of one table they come in any order
    return [*(made for made in statements if not made.startswith(INDEXES)), *indexes]


def objects_made_by(statements: Sequence[str]) -> dict[str, str]:
    """What is in a file that these made: each object by kind and name, with a digest of its words."""
    with closing(connect(Path("objects"), mode="memory")) as connection:
        for statement in statements:
            connection.execute(statement)
        return objects_of(connection)


def _compiled(query: AnySelect) -> dict[str, object]:
    """A query as it is kept: its SQL, and the columns that it gives."""
    shapes = shapes_in(query)
    return {
        "sql": " ".join(sql_of(query, SQLITE).split()),
        "columns": [column.key for column in query.selected_columns],
        **({"shapes": shapes} if shapes else {}),
    }


def _calendar(locale: str) -> str:
    """The names of days and months in a language (`zlp_tui/calendar_words.py`)."""
    names = {"days": get_day_names("wide", locale=locale), "months": get_month_names("wide", locale=locale)}
    told = {key: [known[number] for number in sorted(known)] for key, known in names.items()}
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def main() -> int:
    """Write the files, or check them; the exit code."""
    checking = sys.argv[1:] == ["--check"]
    stale = [(path, text) for path, text in generated() if not path.exists() or path.read_text("utf-8") != text]
    for path, text in stale:
        print(f"{path.name} is not what the code makes: run make generated" if checking else f"made {path.name}")
        if not checking:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
    return 1 if checking and stale else 0


if __name__ == "__main__":
    sys.exit(main())
