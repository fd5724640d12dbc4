"""Looking into JSON that somebody else may have made: what is not there, or of another type, is nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zlp_tui.exchange.fhir.values import Json, text_in


def part(holder: Json, *path: str | int) -> Json:
    """What stands at a path of names and places; None where nothing does."""
    for step in path:
        if isinstance(step, str):
            holder = holder.get(step) if isinstance(holder, Mapping) else None
        else:
            known = holder if isinstance(holder, Sequence) and not isinstance(holder, str) else ()
            holder = known[step] if step < len(known) else None
    return holder


def each(holder: Json, *path: str | int) -> list[Mapping[str, Json]]:
    """The objects in the list at a path."""
    there = part(holder, *path)
    listed = there if isinstance(there, Sequence) and not isinstance(there, str) else ()
    return [found for found in listed if isinstance(found, Mapping)]


def words(holder: Json, *path: str | int) -> str | None:
    """The text at a path that ends in a name, as it was said."""
    *to, name = path
    found = part(holder, *to)
    return text_in(found, str(name)) if isinstance(found, Mapping) else None
