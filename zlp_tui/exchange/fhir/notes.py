"""Notes of how it went, as annotations of what they are about."""

from __future__ import annotations

from zlp_tui.exchange.fhir.bundle_context import BundleContext
from zlp_tui.exchange.fhir.line_codec import line_extension
from zlp_tui.exchange.fhir.values import Element, element, text
from zlp_tui.plan.view import Progress

WORDLESS = "wordless"
"""The field of a note that nobody wrote a word with: its annotation then tells whether it was done."""


def notes_about(plan: BundleContext, ref: str) -> list[Element]:
    """The notes about a goal or an agreement, oldest first."""
    return [note(plan, said) for said in plan.view.progress if said.about == ref]


def note(plan: BundleContext, said: Progress) -> Element:
    """One note. An annotation must have a text, so one without words tells what was ticked."""
    wordless = True if said.text is None else None
    line = line_extension(
        "progress", said, plan.urn, ("text",), seq=plan.number(said.seq), **{WORDLESS: wordless}
    )
    words = said.text if said.text is not None else said.done or said.adjust or "-"
    return element(extension=[line], authorReference=plan.to(said.voice.id), time=said.on, **text("text", words))
