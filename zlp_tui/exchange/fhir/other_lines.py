"""Sittings as Encounter, and the lines for which R4 has no resource of their own, as Basic."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Final

from zlp_tui.exchange.fhir.bundle_context import BundleContext
from zlp_tui.exchange.fhir.codes import TERMINOLOGY
from zlp_tui.exchange.fhir.line_codec import line_extension
from zlp_tui.exchange.fhir.values import Element, coding, element, ours, period
from zlp_tui.plan.kinds import kind_of
from zlp_tui.plan.view import Conversation

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

BASIC: Final = ("read_back", "remark", "disagreement", "wish_not_met", "evaluation")
"""The kinds of lines that are a Basic each."""


def encounters(plan: BundleContext) -> Iterator[Element]:
    """The sittings, with who was there from when to when."""
    for at, talk in enumerate(plan.view.conversations):
        yield element(
            resourceType="Encounter", id=talk.id, extension=[line_extension("conversation", talk, plan.urn, place=at)],
            status="finished" if talk.ended else "in-progress", subject=plan.client,
            **{"class": coding(f"{TERMINOLOGY}v3-ActCode", "AMB")},
            participant=[*_present(plan, talk)], period=period(talk.started, talk.ended),
        )


def _present(plan: BundleContext, talk: Conversation) -> Iterator[Element]:
    """Who was there besides the client, whom the encounter is of."""
    for seat in talk.present:
        if seat.person != plan.view.client:
            yield element(individual=plan.to(seat.person), period=period(seat.since, seat.until))


def basics(plan: BundleContext) -> Iterator[Element]:
    """What was read back, remarks, disagreements, wishes not met and looks back."""
    for name in BASIC:
        for at, line in enumerate(getattr(plan.view, kind_of(name).place)):
            yield basic(plan, name, line, at)


def loose_notes(plan: BundleContext) -> Iterator[Element]:
    """The notes that are about neither a goal nor an agreement."""
    told = {goal.id for goal in plan.view.goals} | {agreed.id for agreed in plan.view.agreements}
    for note in plan.view.progress:
        if note.about not in told:
            yield basic(plan, "progress", note, 0)


def basic(plan: BundleContext, name: str, line: DataclassInstance, place: int) -> Element:
    """One line as it stands in the plan."""
    known = {own.name for own in fields(line)}
    order: dict[str, object] = (
        {"seq": plan.number(getattr(line, "seq"))} if "seq" in known else {"place": place}  # noqa: B009 - of any kind
    )
    ref, voice = str(getattr(line, "id")), getattr(line, "voice", None)  # noqa: B009 - each of them has one
    return element(
        resourceType="Basic", id=ref, extension=[line_extension(name, line, plan.urn, (), **order)],
        code=ours("kind-of-line", name), subject=plan.client, created=getattr(line, "said_on", None),
        author=plan.to(voice.id) if voice is not None else None,
    )
