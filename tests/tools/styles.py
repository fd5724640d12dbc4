"""The apps of a process do once what one app, of which there is one in the program, does once or hardly ever again.

The same styles are parsed once, and rules told apart by C; which rules hold for a widget is found once for all that are
alike; which methods of a class handle a message is found once; strips, each of which is drawn once, get no caches. What
an app does and shows is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from rich.segment import Segment
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.message import Message
from textual.message_pump import MessagePump
from textual.strip import Strip

from tests.tools.rules_found_once import rules_found_once

PARSE_RULES = Stylesheet._parse_rules
GET_DISPATCH_METHODS = MessagePump._get_dispatch_methods


@contextmanager
def styles_parsed_once() -> Iterator[None]:
    """Meanwhile the same styles, with the same colours, are parsed once for all apps."""
    if Stylesheet._parse_rules is not PARSE_RULES:  # they are already
        yield
        return
    last: tuple[Mapping[str, str] | None, _Variables] = (None, _variables(()))

    def parse_rules(
        styles: Stylesheet, css: str, read_from: tuple[str, str], is_default_rules: bool = False, tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        nonlocal last
        if last[0] is not styles._variables:
            last = (styles._variables, _variables(tuple(styles._variables.items())))
        return _parsed(last[1], css, read_from, is_default_rules, tie_breaker, scope)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_rules)
        patch.setattr(RuleSet, "__hash__", object.__hash__)
        patch.setattr(Strip, "__init__", _strip_of)
        patch.setattr(MessagePump, "_get_dispatch_methods", _dispatched)
        rules_found_once(patch)
        yield


class _Variables:
    """The colours and other variables of styles; the same are one object, found without comparing them all."""

    def __init__(self, items: tuple[tuple[str, str], ...]) -> None:
        self.items = items


_variables = cache(_Variables)


@cache
def _parsed(
    variables: _Variables, css: str, read_from: tuple[str, str], is_default_rules: bool, tie_breaker: int, scope: str,
) -> list[RuleSet]:
    return PARSE_RULES(
        Stylesheet(variables=dict(variables.items)), css, read_from, is_default_rules, tie_breaker, scope
    )


Handlers = tuple[tuple[type, Any], ...]
"""The functions that handle a message, by the class that has them, in the order in which they are called."""


_known: dict[tuple[type, str, type], Handlers | None] = {}


def _dispatched(pump: MessagePump, name: str, message: Message) -> Iterator[tuple[type, Any]]:
    """As Textual does it, but for looking through all base classes at each message."""
    key = (type(pump), name, type(message))
    if key not in _known:
        _known[key] = _handlers(*key)
    found = _known[key]
    if found is None:
        yield from GET_DISPATCH_METHODS(pump, name, message)
        return
    for kind, method in found:
        if message._no_default_action:
            return
        yield kind, method.__get__(pump, kind)


def _handlers(pump: type, name: str, message: type) -> Handlers | None:
    """None where it depends on the message itself, as by a selector."""
    found = []
    for kind in pump.__mro__:
        decorated = kind.__dict__.get("_decorated_handlers")
        if decorated and any(decorated.get(base) for base in message.__mro__):
            return None
        method = kind.__dict__.get(f"_{name}") or kind.__dict__.get(name)
        if method is not None and not getattr(method, "_textual_on", None):
            found.append((kind, method))
    return tuple(found)


class _NothingKept:
    """A cache of a strip in which nothing is found again."""

    def get(self, key: object, default: Any = None) -> Any:  # noqa: ANN401 - as the cache of Textual
        return default

    def __setitem__(self, key: object, value: object) -> None:
        pass


_NOTHING: Any = _NothingKept()


def _strip_of(strip: Strip, segments: Iterable[Segment], cell_length: int | None = None) -> None:
    """A strip without caches of its own."""
    strip._segments = list(segments)
    strip._cell_length = cell_length
    strip._divide_cache = strip._crop_cache = strip._style_cache = strip._filter_cache = _NOTHING
    strip._line_length_cache = strip._crop_extend_cache = strip._offsets_cache = _NOTHING
    strip._render_cache = strip._link_ids = strip._cell_count = None
