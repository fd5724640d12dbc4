"""Who is addressed how: the markers that texts of the script and the help carry.

`{u|je}` picks by the client's form of address, `{>u|jij}` by that of somebody else, to whom the question is put.
`{client}`, `{who}`, `{person}` and `{item}` are names and words of the plan.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

AddressForm = Literal["u", "je"]

NAMES: Final = frozenset({"client", "who", "person", "item", "about", "minutes", "when", "coming", "words"})
"""The places that a text may leave for a name."""

MARKER: Final = re.compile(r"\{(?:(?P<name>[a-z]+)|(?P<other>>?)(?P<u>[^{}|>][^{}|]*)\|(?P<je>[^{}|]*))\}")
"""One marker; anything else between braces is none, and a finding of the lint."""


def worded(
    text: str, *, client: AddressForm, other: AddressForm = "je", names: Mapping[str, str] | None = None,
) -> str:
    """A text as it is said to this client. Values of `names` go in as they are and are never looked into.

    A marker that is unknown, or whose name is not given, stays as it stands, so that nothing is ever left out unseen.
    """
    if "{" not in text:
        return text
    known = names or {}

    def fill(marker: re.Match[str]) -> str:
        name = marker["name"]
        if name is not None:
            return known.get(name, marker[0]) if name in NAMES else marker[0]
        form = other if marker["other"] else client
        return marker["u"] if form == "u" else marker["je"]

    return MARKER.sub(fill, text)
