"""Who is named with which words, on every page of a plan: as data of the desk, on the screens, and as printed lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from typing import Final

from screens.navigation.routes import (
    AGREEMENTS,
    CHOICES,
    DISAGREE,
    EDITIONS,
    HISTORY,
    LETTER,
    NEW_SINCE,
    REMARKS,
    RESULTS,
    STATEMENT,
    THEN_AND_NOW,
    TRACE,
)
from tests.tools.window import Window
from zlp_tui.conversation.ports.choice_words import questions_of, reasons_of, sources_of
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.errors import NotFound

Named = tuple[str, str]
"""Words, and the name that stands with them."""

PAIRS: Final = (("text", "by"), ("title", "by"), ("last", "last_by"), ("after", "by"))
"""Fields of one object of which the second names who said the first."""

PRINTED: Final = re.compile(r"“([^“”]+)” \(([^()]+)\)")


def named_in(node: object) -> Iterator[Named]:
    """All words in a tree of data that have a name with them."""
    for words, by in PAIRS:
        told, name = getattr(node, words, None), getattr(node, by, None)
        chose = words == "after" and not getattr(node, "own_words", True)  # who changed a line need not have said it
        if isinstance(told, str) and isinstance(name, str) and name and not chose:
            yield told.strip("“”"), name
    if is_dataclass(node):
        for part in fields(node):
            yield from named_in(getattr(node, part.name))
    elif isinstance(node, Mapping):
        yield from named_in(tuple(node.values()))
    elif isinstance(node, tuple | list):
        for each in node:
            yield from named_in(each)


def lines_of(desk: Desk) -> tuple[str, ...]:
    """The ids of all lines that somebody said."""
    view = desk.view
    kinds = (view.statements, view.goals, view.agreements, view.choices, view.progress, view.remarks)
    return tuple(line.id for kind in kinds for line in kind)


def told_by(desk: Desk) -> Iterator[Named]:
    """What the desk tells: letter, cards, map, grids, choices, traces, histories, then and now, what is new."""
    past, view = desk.history, desk.view
    pages = (
        desk.letter(), desk.cards(), desk.map(), desk.choice_grids(), past.remarks(), past.disagreements(),
        past.then_and_now(), past.results(), past.due(),
        [(reasons_of(view, choice), sources_of(view, choice), questions_of(view, choice)) for choice in view.choices],
    )
    yield from named_in(pages)
    for ref in lines_of(desk):
        with suppress(NotFound):
            yield from named_in((desk.trace(ref), past.history(ref)))
    for person in desk.view.people:
        desk.seat((person.id,))
        desk.speak_as(person.id)
        yield from named_in(desk.history.new_since())


async def shown_in(window: Window, *, of_each_line: bool = True) -> Iterable[Named]:
    """What the screens show, on every page with words of somebody; `of_each_line` also on those about one line."""
    navigator, seen = window.app.navigator, set[Named]()
    assert navigator is not None

    async def look() -> None:
        await window.settled()
        seen.update(named_in(_items(window)))

    for route in (LETTER, AGREEMENTS, CHOICES, RESULTS, EDITIONS, NEW_SINCE):
        navigator.navigate(route)
        await look()
    navigator.navigate(THEN_AND_NOW, None, None)
    await look()
    for about in (REMARKS, DISAGREE):
        navigator.navigate(about, None)
        await look()
    for ref in lines_of(window.desk) if of_each_line else ():
        navigator.navigate(STATEMENT, ref, lambda: None)
        await look()
        for told in (TRACE, HISTORY):
            navigator.navigate(told, ref)
            await look()
    return seen


def _items(window: Window) -> tuple[object, ...]:
    """The sheets of all lists of the screen on top."""
    return tuple(getattr(node, "_sheet", None) for node in window.page.walk_children())


def printed_in(printed: str) -> set[Named]:
    """What is printed between quotation marks, with the name behind it."""
    return set(PRINTED.findall(" ".join(printed.split())))
