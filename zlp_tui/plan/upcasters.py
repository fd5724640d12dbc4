"""What makes of a plan as an earlier version printed it a plan as the next version prints it: editions keep the old."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

Document = Mapping[str, Any]

ONCE_APART: Final = ("disagreements", "evaluations")
"""What schema 2 kept out of the body of an edition, though it is compared."""

MADE: Final = ":"
"""Stands in an id that was made here, for what had none in its time. No other id holds one."""


def _to_2(document: Document) -> Document:
    """Open questions, reasons and sources of options are lines of their own. Who said them was not kept."""
    return {**document, "show_version": 2, "choices": [_choice(choice) for choice in document.get("choices", ())]}


def _choice(choice: Document) -> Document:
    ref = choice["id"]
    return {
        **choice,
        "open_questions": [*_lines(f"{ref}{MADE}question", choice.get("open_questions", ()))],
        "reasons": [*_lines(f"{ref}{MADE}reason", (choice.get("reason"),))],
        "options": [
            {**option, "sources": [*_lines(f"{option['id']}{MADE}source", (option.get("source"),))]}
            for option in choice.get("options", ())
        ],
    }


def _lines(ref: str, texts: Any) -> Iterator[Document]:  # noqa: ANN401 - what stands in JSON
    yield from ({"id": f"{ref}-{number}", "text": text} for number, text in enumerate(texts, start=1) if text)


UPCASTERS: Final[Mapping[int, Callable[[Document], Document]]] = MappingProxyType({1: _to_2})
"""By version: the step to the next one."""
