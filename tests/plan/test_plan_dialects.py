"""Tables and statements compile for another database too, with every rule and every condition that they have here."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from inspect import signature
from pkgutil import walk_packages

import pytest
from sqlalchemy import CheckConstraint, Index, Table
from sqlalchemy.schema import CreateIndex, CreateTable

from zlp_tui.plan import tables
from zlp_tui.plan.compiled import CompiledStatement, Upsert, sql_of
from zlp_tui.plan.dialects import POSTGRESQL, HasShape, dialect_of
from zlp_tui.plan.queries.selects import QUERIES
from zlp_tui.plan.tables.all_tables import METADATA, ROWS
from zlp_tui.plan.tables.columns import OwnedRow, columns_of
from zlp_tui.plan.transaction import SQLITE

TABLES = tuple(METADATA.sorted_tables)
INDEXES = tuple(sorted((index for table in TABLES for index in table.indexes), key=lambda index: str(index.name)))
ONLY_IN_SQLITE = re.compile(r"GLOB|json_type|json_extract|STRICT|ROWID|INDEXED BY", re.IGNORECASE)


def named(thing: Table | Index) -> str:
    return str(thing.name)


@pytest.mark.parametrize("table", TABLES, ids=named)
def test_a_table_has_the_same_rules_in_another_database(table: Table) -> None:
    made = str(CreateTable(table).compile(dialect=dialect_of(POSTGRESQL)))
    assert not ONLY_IN_SQLITE.search(made)
    rules = [rule for rule in table.constraints if isinstance(rule, CheckConstraint)]
    assert made.count(" CHECK (") == len(rules)
    shapes = {rule.sqltext.column for rule in rules if isinstance(rule.sqltext, HasShape)}
    assert set(re.findall(r"(\w+) ~ '\^", made)) == shapes


@pytest.mark.parametrize("index", INDEXES, ids=named)
def test_an_index_has_its_condition_in_every_database(index: Index) -> None:
    here, there = (str(CreateIndex(index).compile(dialect=dialect_of(name))) for name in (SQLITE, POSTGRESQL))
    assert here.partition(" WHERE ")[2] == there.partition(" WHERE ")[2]
    assert ("UNIQUE" in here) == ("UNIQUE" in there)


def test_there_are_indexes_with_a_condition() -> None:
    assert sum("WHERE" in str(CreateIndex(index).compile(dialect=dialect_of(POSTGRESQL))) for index in INDEXES) == 6


ARGUMENTS = {"names": ("seq",), "columns": ("id",), "column": "id"}


def statements_of_writers() -> Iterator[tuple[str, CompiledStatement]]:
    """Every statement that a writer makes, by where it is made; those of a row for all kinds of rows."""
    owned = [row for row in ROWS if issubclass(row, OwnedRow) and "withdrawn_at" in columns_of(row)]
    for module in sorted(module.name for module in walk_packages(tables.__path__, f"{tables.__name__}.")):
        for name, make in vars(importlib.import_module(module)).items():
            if not hasattr(make, "cache_info"):
                continue
            if signature(make).return_annotation not in ("CompiledStatement", "Upsert", CompiledStatement, Upsert):
                continue
            wanted = [name for name in signature(make).parameters if name != "row"]
            more = {name: ARGUMENTS[name] for name in wanted}
            for row in owned if "row" in signature(make).parameters else (None,):
                yield f"{module.split('.')[-1]}.{name} {row}", make(row, **more) if row else make(**more)


def test_every_statement_of_a_writer_compiles_for_another_database() -> None:
    made = dict(statements_of_writers())
    assert {name.partition(" ")[0] for name in made} >= {"changes._adding", "changes._altering", "drafts._keeping"}
    for name, statement in made.items():
        assert not ONLY_IN_SQLITE.search(statement.sql(POSTGRESQL)), name


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_of_a_plan_compiles_for_another_database(name: str) -> None:
    assert not ONLY_IN_SQLITE.search(sql_of(QUERIES[name](), POSTGRESQL))
