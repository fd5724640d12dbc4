"""Who is addressed how: the markers that texts of the script and the help carry.

`{u|je}` picks by the client's form of address, `{>u|jij}` by that of somebody else, to whom the question is put.
`{u|je|ik}` has a third form, for the letter, in which the client is the one who speaks.
`{client}`, `{who}`, `{person}`, `{decider}` and `{item}` are names and words of the plan.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

AddressForm = Literal["u", "je"]

NAMES: Final = frozenset({"client", "who", "person", "decider", "item", "about", "minutes", "when", "coming", "words"})
"""The places that a text may leave for a name."""

MARKER: Final = re.compile(
    r"\{(?:(?P<name>[a-z]+)|(?P<other>>?)(?P<u>[^{}|>][^{}|]*)\|(?P<je>[^{}|]*)(?:\|(?P<ik>[^{}|]*))?)\}"
)
"""One marker; anything else between braces is none, and a finding of the lint."""


def addresses_client(text: str) -> bool:
    """Whether a text speaks to the client: it has a marker of their form of address."""
    return any(marker["u"] is not None and not marker["other"] for marker in MARKER.finditer(text))


def worded(
    text: str, *, client: AddressForm, other: AddressForm = "je", names: Mapping[str, str] | None = None,
    first_person: bool = False,
) -> str:
    """A text as it is said to this client. Values of `names` go in as they are and are never looked into.

    With `first_person` it is said by the client: a marker with a third form picks that one.

    A marker that is unknown, or whose name is not given, stays as it stands, so that nothing is ever left out unseen.
    """
    if "{" not in text:
        return text
    known = names or {}

    def fill(marker: re.Match[str]) -> str:
        name = marker["name"]
        if name is not None:
            return known.get(name, marker[0]) if name in NAMES else marker[0]
        if first_person and marker["ik"] is not None:
            return marker["ik"]
        form = other if marker["other"] else client
        return marker["u"] if form == "u" else marker["je"]

    return MARKER.sub(fill, text)
