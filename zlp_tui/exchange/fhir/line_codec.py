"""A line of the plan as an extension, and back: what R4 has no field for, without loss.

The url tells the kind, and each field is an extension in it with the name of the field. Texts, numbers and yes or no
have the types that FHIR has for them; who said something is a reference to that person; a line within a line is an
extension within the extension. What is None is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from zlp_tui.exchange.fhir.codes import LINE
from zlp_tui.exchange.fhir.values import Element, Json, extensions_in, reference, text, text_in
from zlp_tui.plan.view import Voice

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Urn = Callable[[str], str]
"""The address in the bundle of a person, by id."""
Line = TypeVar("Line")

NOTHING: Final[Mapping[str, object]] = {}


def line_extension(
    kind: str, line: DataclassInstance, urn: Urn, without: Collection[str] = (), /, **more: object
) -> Element:
    """The extension with a line of this kind, but for the fields that stand elsewhere; `more` are fields in the place
    of its own, or beside them."""
    told = {own.name: getattr(line, own.name) for own in fields(line)} | more
    return extension_of(kind, {name: value for name, value in told.items() if name not in without}, urn)


def extension_of(kind: str, told: Mapping[str, object], urn: Urn) -> Element:
    """The extension with these fields of a line."""
    parts = [part for name, value in told.items() for part in _parts(name, value, urn)]
    return {"url": f"{LINE}{kind}", "extension": parts}


def _parts(name: str, value: object, urn: Urn) -> Iterator[Element]:
    """The extensions that hold a field: none, one, or one for each of several."""
    if value is None:
        return
    if isinstance(value, bool):
        yield {"url": name, "valueBoolean": value}
    elif isinstance(value, int):
        yield {"url": name, "valueInteger": value}
    elif isinstance(value, str):
        yield {"url": name, **text("valueString", value)}
    elif isinstance(value, Voice):
        yield {"url": name, "valueReference": reference(urn(value.id))}
    elif is_dataclass(value) and not isinstance(value, type):
        inner = [part for own in fields(value) for part in _parts(own.name, getattr(value, own.name), urn)]
        yield {"url": name, "extension": inner}
    elif isinstance(value, Sequence):
        for item in value:
            yield from _parts(name, item, urn)
    else:
        raise TypeError(name)


class LineReader:
    """Makes lines of extensions. `people` gives who an address in the bundle is."""

    def __init__(self, people: Mapping[str, Voice]) -> None:
        self._people = people

    def line(self, made: type[Line], extension: Mapping[str, Json], given: Mapping[str, object] = NOTHING) -> Line:
        """A line of this type, with the fields that are given and the others from the extension. `ValueError` where
        they do not fit, or one is not known here."""
        told = _by_name(extension)
        values, whole = dict(given), made.__mro__[0]
        for name, (declared, has_default) in _declared(whole).items():
            if name in values:
                if values[name] is None and NoneType not in get_args(declared):
                    raise ValueError(name)
                continue
            found = told.pop(name, [])
            if found or _is_tuple(declared) or not has_default:
                values[name] = self._value(declared, found)
        if told:
            raise ValueError(sorted(told))
        return made(**values)

    def _value(self, declared: object, found: Sequence[Mapping[str, Json]]) -> object:
        """What a field of this type holds, from the extensions with its name."""
        if _is_tuple(declared):
            return tuple(self._one(get_args(declared)[0], extension) for extension in found)
        if not found and NoneType in get_args(declared):
            return None
        (extension,) = found
        return self._one(_without_none(declared), extension)

    def _one(self, declared: object, extension: Mapping[str, Json]) -> object:
        if declared is Voice:
            return self._voice(extension)
        if isinstance(declared, type) and is_dataclass(declared):
            return self.line(declared, extension)
        value = _plain(extension)
        allowed = get_args(declared) if get_origin(declared) is Literal else None
        if value not in allowed if allowed is not None else type(value) is not declared:
            raise ValueError(extension.get("url"))
        return value

    def _voice(self, extension: Mapping[str, Json]) -> Voice:
        named = extension.get("valueReference")
        found = named.get("reference") if isinstance(named, Mapping) else None
        if not isinstance(found, str) or found not in self._people:
            raise ValueError(found)
        return self._people[found]


def fields_apart(extension: Mapping[str, Json], *names: str) -> tuple[Element, dict[str, Json]]:
    """The extension without the fields of these names, and what these hold."""
    inner = extensions_in(extension)
    held = {str(part.get("url")): _plain(part) for part in inner if part.get("url") in names}
    return {**extension, "extension": [part for part in inner if part.get("url") not in names]}, held


def _plain(extension: Mapping[str, Json]) -> Json:
    """The text, the number, or the yes or no of an extension."""
    if "valueString" in extension:
        return text_in(extension, "valueString")
    return extension.get("valueInteger", extension.get("valueBoolean"))


def _by_name(extension: Mapping[str, Json]) -> dict[str, list[Mapping[str, Json]]]:
    told: dict[str, list[Mapping[str, Json]]] = {}
    for part in extensions_in(extension):
        told.setdefault(str(part.get("url")), []).append(part)
    return told


@cache
def _declared(made: Hashable) -> Mapping[str, tuple[object, bool]]:
    """The fields of a type with what each holds, and whether it may be left out."""
    if not isinstance(made, type) or not is_dataclass(made):
        raise TypeError(made)
    hints = get_type_hints(made)
    return {
        own.name: (hints[own.name], own.default is not MISSING or own.default_factory is not MISSING)
        for own in fields(made)
    }


def _is_tuple(declared: object) -> bool:
    return get_origin(declared) is tuple


def _without_none(declared: object) -> object:
    if get_origin(declared) not in (Union, UnionType):
        return declared
    (other,) = (kind for kind in get_args(declared) if kind is not NoneType)
    return other
