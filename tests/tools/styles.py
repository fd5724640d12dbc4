"""The styles of the apps of a process, parsed once: an app of ours does so once, as there is one of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

PARSE_RULES = Stylesheet._parse_rules


@contextmanager
def styles_parsed_once() -> Iterator[None]:
    """Meanwhile the same styles, with the same colours, are parsed once for all apps."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", _parse_rules)
        yield


def _parse_rules(
    styles: Stylesheet, css: str, read_from: tuple[str, str], is_default_rules: bool = False, tie_breaker: int = 0,
    scope: str = "",
) -> list[RuleSet]:
    return _parsed(tuple(styles._variables.items()), css, read_from, is_default_rules, tie_breaker, scope)


@cache
def _parsed(
    variables: tuple[tuple[str, str], ...], css: str, read_from: tuple[str, str], is_default_rules: bool,
    tie_breaker: int, scope: str,
) -> list[RuleSet]:
    return PARSE_RULES(Stylesheet(variables=dict(variables)), css, read_from, is_default_rules, tie_breaker, scope)
