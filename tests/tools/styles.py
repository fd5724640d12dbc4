"""The apps of a process do once what one app, of which there is one in the program, does once or hardly ever again.

The same styles are parsed once; rules are told apart by C; strips, each of which is drawn once, get no caches. What an
app shows is the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from textual import strip
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

PARSE_RULES = Stylesheet._parse_rules


@contextmanager
def styles_parsed_once() -> Iterator[None]:
    """Meanwhile the same styles, with the same colours, are parsed once for all apps."""
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
        patch.setattr(strip, "FIFOCache", _nothing_kept)
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


class _NothingKept:
    """A cache of a strip in which nothing is found again."""

    def get(self, key: object, default: Any = None) -> Any:  # noqa: ANN401 - as the cache of Textual
        return default

    def __setitem__(self, key: object, value: object) -> None:
        pass


_NOTHING = _NothingKept()


def _nothing_kept(size: int) -> _NothingKept:
    return _NOTHING
