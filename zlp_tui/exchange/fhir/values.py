"""The small parts that resources are made of: references, codes, extensions, and texts of any kind."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from zlp_tui.exchange.fhir.codes import EXACT, TERMINOLOGY, system

Json: TypeAlias = "Mapping[str, Json] | Sequence[Json] | str | int | float | bool | None"
"""What JSON can hold."""
Element: TypeAlias = dict[str, Json]
"""A resource or a part of one."""

_UNALLOWED: Final = re.compile(
    "[^\\S \\r\\n\\t]|[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufffe\\uffff]"
)
"""What a FHIR string may not hold: other white space than these four, and characters that XML does not know."""


def element(**parts: Json) -> Element:
    """An element without the parts that are nothing: FHIR knows neither null nor empty lists."""
    return {name: part for name, part in parts.items() if part is not None and part not in ([], {}, ())}


def text(name: str, said: str | None) -> Element:
    """A text under a name, where one was said. What a FHIR string may not hold is shown as a space, and stands exactly
    as it was said in an extension."""
    if said is None:
        return {}
    shown = _UNALLOWED.sub(" ", said)
    if shown == said and said:
        return {name: said}
    shown = shown if shown.strip() else "-"
    return {name: shown, f"_{name}": {"extension": [{"url": EXACT, "valueString": json.dumps(said)}]}}


def text_in(holder: Mapping[str, Json], name: str) -> str | None:
    """The text under a name, as it was said; None where there is none."""
    beside = holder.get(f"_{name}")
    for extension in extensions_in(beside) if isinstance(beside, Mapping) else ():
        exact = extension.get("valueString")
        if extension.get("url") == EXACT and isinstance(exact, str):
            said = json.loads(exact)
            if not isinstance(said, str):
                raise ValueError(name)
            return said
    said = holder.get(name)
    return said if isinstance(said, str) else None


def extensions_in(holder: Mapping[str, Json]) -> Sequence[Mapping[str, Json]]:
    """The extensions of an element."""
    found = holder.get("extension")
    listed = found if isinstance(found, Sequence) and not isinstance(found, str) else ()
    return [extension for extension in listed if isinstance(extension, Mapping)]


def reference(urn: str) -> Element:
    """A reference to another resource of the bundle."""
    return {"reference": urn}


def coding(of: str, code: str, display: str | None = None) -> Element:
    """A code of a system."""
    return element(system=of, code=code, display=display)


def concept(of: str, code: str, display: str | None = None) -> Element:
    """A concept with one code."""
    return {"coding": [coding(of, code, display)]}


def hl7(name: str, code: str) -> Element:
    """A concept of one of the code systems that HL7 publishes beside R4."""
    return concept(f"{TERMINOLOGY}{name}", code)


def ours(name: str, code: str, display: str | None = None) -> Element:
    """A concept of one of our closed lists."""
    return concept(system(name), code, display)


def period(start: str | None, end: str | None) -> Element | None:
    """From one day or instant to another; None where neither is known. A clock that was set back may have ended
    something before it began, which FHIR does not allow (per-1)."""
    backwards = start is not None and end is not None and end < start
    return element(start=start, end=None if backwards else end) or None
