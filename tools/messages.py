"""The catalogue's messages: gathered from the code, and checked to be complete.

A message stands in the code as a literal: `tr("Saved")`, `tr.plural("{count} plan", "{count} plans", n)`, an error of
the `ZlpError` family (`Refused("This is not a date.")`), or `message("Later")` where the words are only said later.
"""

from __future__ import annotations

import ast
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from zlp_tui import errors

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "content" / "nl" / "LC_MESSAGES" / "zlp_tui.po"
PACKAGES = ("zlp_tui", "screens")
FAMILY = frozenset(
    name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.ZlpError)
)
TRANSLATING = frozenset({"tr", "_tr", "message"})
GATHERED_ELSEWHERE = ("message", "msgid")
"""How the attributes are called, or end, that hold a message which stands as a literal where the object is made."""


@dataclass(frozen=True, slots=True)
class Found:
    """One message in the code: `ids` is its msgid, and its plural where it has one; `where` is `file:line`."""

    ids: tuple[str, ...]
    where: str


def _called(call: ast.Call) -> tuple[str, str]:
    """What is called, as (owner, name): `self.tr.plural(…)` is ("tr", "plural")."""
    match call.func:
        case ast.Name(id=name):
            return "", name
        case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name):
            return owner, name
        case ast.Attribute(attr=name):
            return "", name
    return "", ""


def _literals(node: ast.expr) -> tuple[str, ...]:
    """The literal texts an expression can be; none when it is not made of literals."""
    match node:
        case ast.Constant(value=str(text)):
            return (text,)
        case ast.IfExp(body=body, orelse=otherwise):
            return _literals(body) + _literals(otherwise)
    return ()


def _messages(call: ast.Call) -> Iterator[tuple[str, ...]]:
    owner, name = _called(call)
    if name == "plural" and owner in TRANSLATING and len(call.args) >= 2:
        one, more = _literals(call.args[0]), _literals(call.args[1])
        if one and more:
            yield (one[0], more[0])
    elif call.args and (name in TRANSLATING or name in FAMILY):
        yield from ((text,) for text in _literals(call.args[0]))


def not_literal(tree: ast.AST) -> Iterator[ast.Call]:
    """Calls that say what is no literal, nor the message of an error or an action, gathered where these are made."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        owner, name = _called(node)
        says = (name == "plural" and owner in TRANSLATING) or name == "tr"
        passes_on = isinstance(node.args[0], ast.Attribute) and node.args[0].attr.endswith(GATHERED_ELSEWHERE)
        if says and not passes_on and not tuple(_literals(node.args[0])):
            yield node


def gather(root: Path = ROOT) -> tuple[Found, ...]:
    """Every message that stands in the code, file by file."""
    found = []
    for package in PACKAGES:
        for file in sorted((root / package).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    where = f"{file.relative_to(root)}:{node.lineno}"
                    found += [Found(ids, where) for ids in _messages(node)]
    return tuple(found)


def read_catalogue(path: Path = CATALOGUE) -> Catalog:
    """The Dutch catalogue as translators keep it."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _dutch(message: Message | None) -> tuple[str, ...]:
    """The translations of a message: none, one, or one per plural form."""
    if message is None or not message.string:
        return ()
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def problems(found: tuple[Found, ...], catalogue: Catalog) -> tuple[str, ...]:
    """What keeps the catalogue from being complete: a message without Dutch, a fuzzy one, places that differ."""
    said = []
    for use in found:
        message = catalogue.get(use.ids[0])
        dutch = _dutch(message)
        if message is None or not all(dutch) or len(dutch) != len(use.ids):
            said.append(f"{use.where}: no Dutch for {use.ids[0]!r}")
        elif message.fuzzy:
            said.append(f"{use.where}: fuzzy: {use.ids[0]!r}")
        elif any(_places(text) - {"count"} != _places(use.ids[-1]) - {"count"} for text in dutch):
            said.append(f"{use.where}: other {{places}} in the Dutch for {use.ids[0]!r}")
    return tuple(said)


def unused(found: tuple[Found, ...], catalogue: Catalog) -> tuple[str, ...]:
    """Messages of the catalogue that no code says."""
    known = {use.ids[0] for use in found}
    ids = (message.id if isinstance(message.id, str) else message.id[0] for message in catalogue if message.id)
    return tuple(msgid for msgid in ids if msgid not in known)


def update(found: tuple[Found, ...], path: Path = CATALOGUE) -> None:
    """Bring the catalogue up to date: new messages come in empty, those that nothing says go."""
    template = Catalog(locale="nl", domain="zlp_tui", charset="utf-8")
    for use in found:
        template.add(use.ids if len(use.ids) > 1 else use.ids[0])
    catalogue = read_catalogue(path)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    with path.open("wb") as file:
        write_po(file, catalogue, width=110, sort_output=True, no_location=True)


def main(arguments: list[str]) -> int:
    """`--check` only tells what is wrong; otherwise the catalogue is brought up to date first."""
    found = gather()
    if "--check" not in arguments:
        update(found)
    catalogue = read_catalogue()
    wrong = problems(found, catalogue) + tuple(f"said nowhere: {msgid!r}" for msgid in unused(found, catalogue))
    print("\n".join([*wrong, f"{len(found)} places in the code, {len(wrong)} problems"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
