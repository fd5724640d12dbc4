"""What comes from outside, as JSON and nothing else, within limits: it is looked at before it is believed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NoReturn

from zlp_tui.errors import Refused
from zlp_tui.exchange.fhir.values import Json

MOST_BYTES: Final = 64 * 1024 * 1024
"""A plan of ten years, with what was agreed on each half year, is eleven million bytes."""
DEEPEST: Final = 60
MOST_RESOURCES: Final = 20_000
MOST_VALUES: Final = 2_000_000

_TOKEN: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
"""A text as a whole, to its end or that of the file, so each letter is looked at once; or a bracket outside of one."""

Resource = Mapping[str, Json]


@dataclass(frozen=True)
class Entry:
    """One resource of a bundle, with the address by which others refer to it."""

    address: str
    resource: Resource

    @property
    def kind(self) -> str:
        """Which resource it is."""
        return str(self.resource["resourceType"])

    @property
    def addresses(self) -> tuple[str, ...]:
        """All ways in which others may refer to it."""
        ref = self.resource.get("id")
        return (self.address, f"{self.kind}/{ref}") if isinstance(ref, str) else (self.address,)


@dataclass(frozen=True)
class Bundle:
    """A bundle that fits within the limits."""

    whole: Resource
    entries: tuple[Entry, ...]

    def of(self, *kinds: str) -> Iterator[Entry]:
        """The entries with these resources."""
        return (entry for entry in self.entries if entry.kind in kinds)


def bundle_in(content: bytes) -> Bundle:
    """The bundle in a file. `Refused`, with one sentence, for what is none or does not fit."""
    if len(content) > MOST_BYTES:
        raise Refused("This file is larger than {count} MB. It was not read.", count=MOST_BYTES // 1024 // 1024)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise Refused("zlp reads FHIR as JSON, and not as XML. Nothing was taken in.")
    try:
        text = content.decode("utf-8-sig")
        if _depth(text) > DEEPEST:
            raise _none()
        whole: Json = json.loads(text, object_pairs_hook=_each_once, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise _none() from None
    if not isinstance(whole, Mapping) or whole.get("resourceType") != "Bundle" or _values(whole) > MOST_VALUES:
        raise _none()
    return Bundle(whole, tuple(_entries(whole)))


def _entries(whole: Resource) -> Iterator[Entry]:
    listed = whole.get("entry", ())
    if not isinstance(listed, Sequence) or isinstance(listed, str) or len(listed) > MOST_RESOURCES:
        raise _none()
    for number, entry in enumerate(listed):
        resource = entry.get("resource") if isinstance(entry, Mapping) else None
        if not isinstance(entry, Mapping) or not isinstance(resource, Mapping):
            raise _none()
        if not isinstance(resource.get("resourceType"), str):
            raise _none()
        address = entry.get("fullUrl") or f"{resource['resourceType']}/{resource.get('id', number)}"
        yield Entry(str(address), resource)


def _each_once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    """An object; a name that stands in it twice would be read by one program as the first, by another as the last."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name stands twice")
    return made


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _depth(text: str) -> int:
    """How deep brackets stand within each other, seen before any of it is parsed."""
    deepest = depth = 0
    for token in _TOKEN.finditer(text):
        if token[0] in ("[", "{"):
            depth += 1
            deepest = max(deepest, depth)
        elif token[0] in ("]", "}"):
            depth -= 1
    return deepest


def _values(whole: Json) -> int:
    """How many values there are in all."""
    count, waiting = 0, [whole]
    while waiting:
        value = waiting.pop()
        count += 1
        if isinstance(value, Mapping):
            waiting.extend(value.values())
        elif isinstance(value, Sequence) and not isinstance(value, str):
            waiting.extend(value)
    return count


def _none() -> Refused:
    return Refused("This is no FHIR file that zlp can read. Nothing was taken in.")
