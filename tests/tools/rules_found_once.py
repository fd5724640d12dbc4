"""Which rules of the styles hold for a widget is found once for all widgets that are alike, in all apps of a process.

Textual looks through all rules for each widget, whenever its styles may be others: when it is mounted, and when it or
what it stands in gets or loses the focus or a class. What a rule can look at is the kind, id, classes and pseudo
classes of the widget and of all that it stands in: where those are the same, so are the rules
(`tests/screens/test_rules_found_once.py`).
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any, ClassVar

import pytest
from textual.css.model import RuleSet
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

APPLY = Stylesheet.apply
REPLACE_RULES = Stylesheet.replace_rules
FLAGS = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")
"""What applying styles writes down of a widget, for when they are to be applied again."""


@dataclass(slots=True, eq=False)
class _Kind:
    """The widgets of a class with an id and classes: which pseudo classes the rules that may hold for them look at."""

    pseudo_classes: tuple[str, ...]
    flags: tuple[bool, ...]
    found: dict[Hashable, RulesMap | None] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Rules:
    """The rules of a stylesheet, and what was found in them."""

    rules: list[RuleSet]
    kinds: dict[Hashable, _Kind] = field(default_factory=dict)


class _Found:
    """What was found in each list of rules: those that hold for a widget, from one that was like it."""

    by_rules: ClassVar[dict[tuple[RuleSet, ...], dict[Hashable, _Kind]]] = {}
    awaited: ClassVar[dict[DOMNode, RulesMap | None]] = {}


def rules_found_once(patch: pytest.MonkeyPatch) -> None:
    """From now on."""
    patch.setattr(Stylesheet, "apply", _apply)
    patch.setattr(Stylesheet, "replace_rules", classmethod(_replace_rules))


def _apply(styles: Stylesheet, node: DOMNode, *, animate: bool = False, cache: object = None) -> None:
    """As Textual does it, for each node by itself."""
    kinds = _kinds_in(styles)
    own = (node.__class__, node._id, frozenset(node._classes))
    kind = kinds.get(own)
    if kind is None:
        kind = kinds[own] = _kind_of(styles, node)
    alike = _alike(node, kind.pseudo_classes)
    if alike not in kind.found:
        kind.found[alike] = _looked_up(styles, node, animate)
        return
    node._has_hover_style, node._has_focus_within, node._has_order_style, node._has_odd_or_even = kind.flags
    rules = kind.found[alike]
    if rules is not None:
        styles.replace_rules(node, rules, animate=animate)
    styles._process_component_classes(node)


def _looked_up(styles: Stylesheet, node: DOMNode, animate: bool) -> RulesMap | None:
    """Let Textual look, and see what it finds; None where no rule holds."""
    _Found.awaited[node] = None
    try:
        APPLY(styles, node, animate=animate)
    finally:
        found = _Found.awaited.pop(node)
    return found


def _replace_rules(styles: type[Stylesheet], node: DOMNode, rules: RulesMap, animate: bool = False) -> None:
    """As Textual does it, but for setting each rule to what it is."""
    if node in _Found.awaited:
        _Found.awaited[node] = rules
    if not animate and node.styles.base._rules == rules:
        node.notify_style_update()
    else:
        REPLACE_RULES(node, rules, animate=animate)


def _kinds_in(styles: Stylesheet) -> dict[Hashable, _Kind]:
    rules = styles.rules
    last: Any = styles.__dict__.get("_found_in")
    if last is None or last.rules is not rules:
        last = _Rules(rules, _Found.by_rules.setdefault(tuple(rules), {}))
        styles.__dict__["_found_in"] = last
    kinds: dict[Hashable, _Kind] = last.kinds
    return kinds


def _kind_of(styles: Stylesheet, node: DOMNode) -> _Kind:
    """What the rules look at that may hold for this node."""
    may_hold = {rule for name in styles.rules_map.keys() & node._selector_names for rule in styles.rules_map[name]}
    looked_at = {
        name
        for rule in may_hold
        for selectors in rule.selector_set
        for selector in selectors.selectors
        for name in selector.pseudo_classes
    }
    of_itself = set[str]().union(*(rule.pseudo_classes for rule in may_hold))
    ordered = {"first-of-type", "last-of-type", "first-child", "last-child", "empty"}
    flags = (
        "hover" in of_itself, "focus-within" in of_itself, not of_itself.isdisjoint(ordered),
        not of_itself.isdisjoint({"odd", "even"}),
    )
    return _Kind(tuple(sorted(looked_at)), flags)


def _alike(node: DOMNode, pseudo_classes: tuple[str, ...]) -> Hashable:
    """All that those rules can see of the node and of what it stands in."""
    seen = []
    above: Any = node
    while isinstance(above, DOMNode):
        checks: Any = above._PSEUDO_CLASSES
        seen.append((above.__class__, above._id, frozenset(above._classes), *[
            name in checks and bool(checks[name](above)) for name in pseudo_classes
        ]))
        above = above._parent
    return tuple(seen)
