"""Where within a step something can be said: what an introduction, or a route, may name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from zlp_tui.script.schema import Step
from zlp_tui.script.steps.form_models import Form
from zlp_tui.script.steps.looking_back_models import Still
from zlp_tui.script.steps.word_models import Day, TwoSides

_PARTS: Final[Mapping[str, Sequence[str]]] = {
    "weigh": ("for", "against"),
    "people": (
        "kind", "precisely", "acts-as", "acts-since", "acts-until", "relation", "for-what", "informed", "contact",
    ),
    "domains": ("relevance", "leave", "with-whom"),
    "steps": ("often", "what", "when"),
    "who-does": ("does",),
    "hopes": ("wanted", "far-less", "less", "as-hoped", "more", "far-more"),
    "still": ("together", "now"),
    "scale": ("together", "how"),
    "who-may": ("read", "together", "domains", "topics", "acts", "write", "until", "parts"),
    "agree": ("words", "more", "confirm"),
}
"""For kinds whose parts are always the same: what those are called."""


def places_within(step: Step) -> Iterator[str]:
    """Where in a step something can be said: the step itself, and its parts."""
    yield step.id
    parts: Iterable[str]
    match step:
        case TwoSides():
            parts = step.sides
        case Day():
            parts = step.moments
        case Form():
            parts = step.fields
        case Still():
            parts = (*_PARTS[step.kind], *(option.id for option in step.options))
        case _:
            parts = _PARTS.get(step.kind, ())
    for part in parts:
        yield f"{step.id}/{part}"
