"""One declaration per kind of line: a walk over all kinds, all tables and all fields of the view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import get_args, get_type_hints

import pytest

from zlp_tui.plan import view
from zlp_tui.plan.kind_declaration import Kind
from zlp_tui.plan.kinds import BY_NAME, FOR_HISTORY, KINDS, PLAN_FIELDS, kind_of, parts_of, top_kinds
from zlp_tui.plan.line_scopes import scope_of
from zlp_tui.plan.queries.selects import EXTRA
from zlp_tui.plan.tables.all_tables import METADATA
from zlp_tui.plan.view import PlanView

NO_LINES = {"draft", "change", "seen", "keyboard_user", "audit", "audit_head", "citizen_number"}
"""Tables that hold no lines of a plan: what is typed, the history, how far somebody read, who typed last, the log, and
the digits of which a detail tells the last."""
KEPT_FOR_US = {"plan_id", "id", "seq", "version", "withdrawn_at"}
SCOPED_BY_THEMSELVES = {"detail", "statement", "read_back", "prompt"}
"""Kinds whose lines name their own topic."""
PLACED_BY_SCRIPT = {"topic", "step", "side", "moment"}


def every_kind() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))


def test_every_table_has_its_kind_and_every_kind_its_table() -> None:
    assert {kind.name for kind in KINDS} | NO_LINES == set(METADATA.tables)
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_every_field_of_the_view_has_a_rule_and_no_rule_is_for_nothing() -> None:
    """What has no rule is not shown (`readable.py`), so a field without one would always be empty."""
    ruled = [kind.place for kind in top_kinds()] + list(PLAN_FIELDS) + list(FOR_HISTORY) + list(BY_NAME)
    assert sorted(ruled) == sorted(field.name for field in fields(PlanView))


@every_kind()
def test_every_column_is_read_or_named_as_unread(kind: Kind) -> None:
    read = {kind.column(name) for name in kind.read_fields} | {kind.parent_column} | set(EXTRA.get(kind.name, ()))
    columns = set(METADATA.tables[kind.name].columns.keys())
    assert read - {""} <= columns
    assert columns - read - KEPT_FOR_US <= set(kind.unread)
    assert set(kind.unread) <= columns


@every_kind()
def test_a_kind_names_columns_and_fields_that_there_are(kind: Kind) -> None:
    table = METADATA.tables[kind.name].columns
    assert {*kind.quoted, *([kind.words] if kind.words else [])} <= set(table.keys())
    if kind.view is not None:
        known = {field.name for field in fields(kind.view)}
        named = {*kind.derived, *kind.compared, *kind.columns, *(reference.field for reference in kind.references)}
        assert named | ({kind.domain} if kind.domain else set()) <= known
        assert set(kind.derived) <= known
    assert kind.replaces == ("replaces" in table)
    assert kind.can_be_withdrawn <= ("withdrawn_at" in table)


@every_kind()
def test_every_reference_is_to_a_kind_that_there_is(kind: Kind) -> None:
    known = {kind.name for kind in KINDS} | {"*"}
    assert {name for reference in kind.references for name in reference.to} <= known
    if kind.parent is not None:
        assert kind in parts_of(kind.parent)
        if kind.view is not None:
            assert kind.place in {field.name for field in fields(kind_of(kind.parent).view_type())}


@every_kind()
def test_every_column_that_refers_in_the_tables_refers_in_the_declaration(kind: Kind) -> None:
    referring = {
        key.column_keys[1]: key.referred_table.name
        for key in METADATA.tables[kind.name].foreign_key_constraints if len(key.column_keys) == 2
    }
    declared = {kind.column(reference.field): reference.to for reference in kind.references} | {kind.parent_column: ()}
    left = {column: to for column, to in referring.items() if column not in declared and column not in kind.unread}
    assert left.keys() <= {"prompt"}


@every_kind()
def test_every_kind_has_a_scope(kind: Kind) -> None:
    assert (kind.topic is None) == (kind.name in SCOPED_BY_THEMSELVES or kind.name == "attendance")


def test_what_counts_is_compared_in_every_field_that_says_something() -> None:
    """A field that is neither compared nor named here could change without anybody being told."""
    told_otherwise = {by for kind in KINDS for by in kind.voices.values()} | {
        "id", "seq", "voice", "prompt", "source", "conversation", "said_on", "replaces", "withdrawn_at", "ended_on",
            "ended_because",
        "about", "status", "decided_on", "held_on", "side", "term", "present",
        "closed_on", "outcome_by", "why_by", "how_close_by", "answered_by", "answered_on", "successor", "now", "beside",
        "face", "taken_on", "whole",
    }
    for kind in KINDS:
        if not kind.counts or kind.view is None:
            continue
        parts = {part.place for part in parts_of(kind.name)}
        words = {kind.words} if kind.words else set()
        about = {reference.field for reference in kind.references if reference.otherwise == "line"}
        left = {field.name for field in fields(kind.view)} - set(kind.compared) - parts - words - told_otherwise - about
        read_off = {"done", "result", "adjust"} if kind.name == "agreement" else set()
        key = {"topic", "field"} if kind.name == "detail" else PLACED_BY_SCRIPT if kind.name == "statement" else set()
        domain = {"domain"} if kind.name == "domain_mark" else set()
        assert left - read_off - key - domain - set(kind.said.values()) == set(), kind.name


def test_every_view_type_that_holds_lines_is_of_a_kind() -> None:
    held = {type_ for type_ in _types_in(PlanView) if type_ not in {view.Voice, view.When, view.Place, view.Tally}}
    assert held == {kind.view for kind in KINDS if kind.view is not None}


def test_a_line_without_a_scope_is_an_error_and_never_shown() -> None:
    with pytest.raises(LookupError):
        scope_of(kind_of("attendance"), view.Attendance("p", "2026-03-03T09:00:00.000Z"))


def _types_in(of: type) -> Iterator[type]:
    """All dataclasses that are in the fields of one, and in theirs."""
    for hint in get_type_hints(of).values():
        for type_ in (hint, *get_args(hint), *(inner for arg in get_args(hint) for inner in get_args(arg))):
            if isinstance(type_, type) and is_dataclass(type_):
                yield type_
                yield from _types_in(type_)
