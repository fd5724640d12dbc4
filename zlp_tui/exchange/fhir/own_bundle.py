"""A bundle that zlp made, read back: each line from its extension, and its words from where FHIR has them."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, Final
from uuid import UUID

from zlp_tui.errors import Refused
from zlp_tui.exchange.fhir.answers import value_in
from zlp_tui.exchange.fhir.bundle_context import urn_of
from zlp_tui.exchange.fhir.bundle_parser import Bundle
from zlp_tui.exchange.fhir.care_plan import IN_PLAN
from zlp_tui.exchange.fhir.codes import EDITION_OF, LINE, PLAN_ID
from zlp_tui.exchange.fhir.edition_document import with_all_domains
from zlp_tui.exchange.fhir.json_parts import each, part, words
from zlp_tui.exchange.fhir.line_codec import LineReader, fields_apart
from zlp_tui.exchange.fhir.notes import WORDLESS
from zlp_tui.exchange.fhir.parsed_plan import ParsedPlan
from zlp_tui.exchange.fhir.values import Json, extensions_in
from zlp_tui.plan.kinds import kind_of, parts_of, top_kinds
from zlp_tui.plan.view import BSN, DOMAINS, LifeDomain, PlanView, Voice
from zlp_tui.text import clean, clean_name

Host = Mapping[str, Json]
HeldLine = tuple[str, Host, Host]
"""A kind of line, the extension with it, and the element that it stands in."""

_ID: Final = re.compile(r"[A-Za-z0-9.-]{1,64}")


def is_ours(bundle: Bundle) -> bool:
    """Whether zlp made this bundle."""
    named = bundle.whole.get("identifier")
    return isinstance(named, Mapping) and named.get("system") == PLAN_ID


def own_plan(bundle: Bundle) -> ParsedPlan:
    """The plan in a bundle that zlp made. `Refused` when something of it is missing or does not fit."""
    try:
        return _Reading(bundle).taken_in()
    except (ValueError, KeyError, TypeError, StopIteration, AttributeError) as cause:
        raise Refused("This file was made by zlp, and is damaged. Nothing was taken in.") from cause


class _Reading:
    """One pass over a bundle: first who is who, then every line, then the plan that they make."""

    def __init__(self, bundle: Bundle) -> None:
        self._bundle = bundle
        self._found: dict[str, list[tuple[Host, Host]]] = {}
        for entry in bundle.entries:
            for kind, extension, host in _lines(entry.resource):
                self._found.setdefault(kind, []).append((extension, host))
        self._reader = LineReader({})
        everybody = self._read("person")
        self._people = tuple(person for person, held in everybody if not held.get("former"))
        self._former = tuple(person for person, held in everybody if held.get("former"))
        voices = (Voice(person.id, person.name) for person, _ in everybody)
        self._reader = LineReader({urn_of(voice.id): voice for voice in voices})

    def taken_in(self) -> ParsedPlan:
        """The plan with its editions."""
        ((extension, host),) = self._found["plan"]
        lines: dict[str, object] = {
            kind.place: tuple(line for line, _ in self._read(kind.name)) for kind in top_kinds()
            if kind.name not in ("person", *IN_PLAN)
        }
        (client,) = (person.id for person in self._people if person.kind == "client")
        lines |= {"id": str(UUID(str(host["id"]))), "client": client, "people": self._people, "tallies": {}}
        lines |= {"former_people": self._former, "readable": frozenset(), "wholes": {}}
        view = self._reader.line(PlanView, extension, lines)
        _require_sound("plan", view)
        said = {domain.id: domain for domain in view.domains}
        if not said.keys() <= {*DOMAINS}:
            raise ValueError("domains")
        view = replace(view, domains=tuple(said.get(domain) or LifeDomain(domain) for domain in DOMAINS))
        return ParsedPlan(view, ours=True, agreed={
            edition.number: self._document(edition.number) for edition in view.agreed_editions
        })

    def _read(self, name: str) -> list[tuple[Any, Mapping[str, Json]]]:
        """All lines of a kind in their order, each with what its extension holds beside its fields."""
        kind = kind_of(name)
        made = []
        for extension, host in self._found.get(name, ()):
            own, held = fields_apart(extension, "place", "former", WORDLESS)
            given = _words(name, host, wordless=WORDLESS in held)
            known = {str(kind.words): given} if given is not NOT_HERE else {}
            line = self._reader.line(kind.view_type(), own, known)
            _require_sound(name, line)
            made.append((line, held))
        return sorted(made, key=lambda line_and_held: _place(*line_and_held))

    def _document(self, number: int) -> Mapping[str, Any]:
        """The plan as it was printed when this edition was agreed on."""
        named = {"system": EDITION_OF, "value": str(number)}
        sources = (source for entry in self._bundle.of("Provenance") for source in each(entry.resource, "entity"))
        address = next(words(source, "what", "reference") for source in sources
                       if part(source, "what", "identifier") == named)
        data = next(words(entry.resource, "data") for entry in self._bundle.of("Binary") if entry.address == address)
        return with_all_domains(json.loads(b64decode(data or "", validate=True)))


def _place(line: object, held: Mapping[str, Json]) -> int:
    """Where a line comes: by its number, or by its place among those of its kind."""
    number = getattr(line, "seq", held.get("place"))
    if not isinstance(number, int):
        raise TypeError(number)
    return number


NOT_HERE: Final = object()
"""The words of a line stand with its other fields."""


def _words(kind: str, host: Host, *, wordless: bool) -> object:
    """The words of a line, from where FHIR has them."""
    match kind:
        case "person":
            return words(host, "name", 0, "text")
        case "statement" | "detail" | "choice":
            return value_in(host)
        case "goal":
            return words(host, "description", "text")
        case "agreement":
            return words(host, "detail", "description")
        case "progress" if "resourceType" not in host:
            return None if wordless else words(host, "text")
        case _:
            return NOT_HERE


def _lines(element: Json) -> Iterator[HeldLine]:
    """All lines in a resource, wherever they stand in it."""
    if isinstance(element, Mapping):
        for extension in extensions_in(element):
            url = extension.get("url")
            if isinstance(url, str) and url.startswith(LINE):
                yield url.removeprefix(LINE), extension, element
        for name, value in element.items():
            if name != "extension":
                yield from _lines(value)
    elif isinstance(element, Sequence) and not isinstance(element, str):
        for value in element:
            yield from _lines(value)


def _require_sound(kind: str, line: Any) -> None:  # noqa: ANN401 - of any kind
    """ValueError for texts that could never have been kept here, and for ids that are none."""
    refs = [line.id] if hasattr(line, "id") else []
    for reference in kind_of(kind).references:
        named = getattr(line, reference.field)
        refs += named if isinstance(named, tuple) else [named.id if isinstance(named, Voice) else named]
    if not all(ref is None or _ID.fullmatch(ref) for ref in refs):
        raise ValueError(kind)
    within = map(kind_of, IN_PLAN) if kind == "plan" else parts_of(kind)
    for other in within:
        for piece in getattr(line, other.place):
            _require_sound(other.name, piece)
    if kind == "detail" and line.field == BSN:
        raise ValueError(kind)
    for own in fields(line):
        value = getattr(line, own.name)
        if isinstance(value, str) and value != (clean_name if own.name in ("name", "salutation") else clean)(value):
            raise ValueError(own.name)
