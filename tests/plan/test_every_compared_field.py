"""A change of anything that a kind declares as compared is found, in every kind and in every part of a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import is_dataclass, replace
from typing import Any, Final

import pytest

from tests.tools import full
from tests.tools.book import new_book
from zlp_tui.plan.difference import changed_lines, difference
from zlp_tui.plan.kind_declaration import Kind
from zlp_tui.plan.kinds import KINDS, kind_of
from zlp_tui.plan.view import PlanView, When

FIELDS: Final = [
    (kind, name) for kind in KINDS if kind.counts and kind.name != "plan"
    for name in dict.fromkeys((*([kind.words] if kind.words else ()), *kind.compared))
]
"""All that is compared of lines, by kind."""
GOING: Final = [kind for kind in KINDS if kind.counts and kind.view is not None and kind.name != "life_domain"]
"""The kinds whose lines can go: a life domain is always there."""
Line = Any
Change = Callable[[Line], Line]


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlanView]:
    """A plan with a line of every kind that counts, and of every part."""
    with new_book(tmp_path_factory.mktemp("full")) as book:
        full.fill_every_kind(book)
        yield book.view


def test_nothing_differs_in_a_plan_that_did_not_change(view: PlanView) -> None:
    assert {told.kind for told in difference(view, view)} == {"still"}
    assert changed_lines(view, view) == {}


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=lambda value: getattr(value, "name", value))
def test_another_value_of_a_compared_field_is_a_change(view: PlanView, kind: Kind, field: str) -> None:
    changed = changed_in(view, kind, field)
    assert [told for told in difference(view, changed) if told.kind != "still"]


@pytest.mark.parametrize("kind", GOING, ids=lambda kind: str(kind.name))
def test_a_line_that_is_gone_is_a_change(view: PlanView, kind: Kind) -> None:
    gone = with_lines(view, kind, lambda line: None)
    assert [told for told in difference(view, gone) if told.kind != "still"]


@pytest.mark.parametrize("field", kind_of("plan").compared)
def test_another_value_of_a_field_of_the_plan_itself_is_a_change(view: PlanView, field: str) -> None:
    then = replace(view, deciding_role="other", deciders=(view.people[1].id,))
    changed: dict[str, Any] = {field: another(getattr(then, field))}
    now = replace(then, **changed)
    assert [told for told in difference(then, now) if told.kind != "still"]


def changed_in(view: PlanView, kind: Kind, field: str) -> PlanView:
    """The view with another value in this field of the lines of a kind."""
    said = kind.said.get(field)
    return with_lines(view, kind, lambda line: replace(
        line, **{field: another(getattr(line, field))} | ({said: None} if said else {})
    ))


def with_lines(view: PlanView, kind: Kind, change: Change) -> PlanView:
    """The view with the lines of a kind changed, wherever they stand; without those of which the change is None."""
    path, tried = [kind], list[object]()
    while path[0].parent is not None:
        path.insert(0, kind_of(path[0].parent))

    def noted(line: Line) -> Line:
        tried.append(line)
        return change(line)

    changed: PlanView = _inside(view, path, noted)
    assert tried, f"no line of {kind.name} to try"
    return changed


def _inside(whole: Line, path: list[Kind], change: Change) -> Line:
    kind, *deeper = path
    made = [_inside(line, deeper, change) if deeper else change(line) for line in getattr(whole, kind.place)]
    return replace(whole, **{kind.place: tuple(line for line in made if line is not None)})


def another(value: object) -> object:
    """Some other value, of the same type as far as that can be seen."""
    match value:
        case When():
            return replace(value, words=f"{value.words} en dan")
        case bool():
            return not value
        case int():
            return value + 1
        case tuple():
            return value[1:] if value else ("another",)
        case None:
            return "another"
        case _:
            assert not is_dataclass(value)
            return f"{value} another"
