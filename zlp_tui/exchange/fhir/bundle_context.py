"""What every part of the bundle is made from: the plan, and the address of each line of it in the bundle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final
from uuid import NAMESPACE_OID, UUID, uuid5

from zlp_tui.exchange.fhir.values import Element, reference
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.plan.kinds import top_kinds
from zlp_tui.plan.view import BSN, Person, PlanView


class BundleContext:
    """One plan on its way into a bundle, without the last digits of a citizen service number. Ids follow from those of
    the plan, so the same plan gives the same bundle."""

    def __init__(self, source: ExportSource) -> None:
        self.source: Final = source
        details = tuple(detail for detail in source.view.details if detail.field != BSN)
        self.view: Final[PlanView] = replace(source.view, details=details)
        self.context: Final = replace(source.context, view=self.view)
        self.today: Final = self.context.today.isoformat()

    @property
    def everybody(self) -> tuple[Person, ...]:
        """All who are named, those included who are no longer in the plan."""
        return (*self.view.people, *self.view.former_people)

    @cached_property
    def _numbers(self) -> Mapping[int, int]:
        return {seq: number for number, seq in enumerate(sorted(_seqs(self.view)), start=1)}

    def number(self, seq: int) -> int:
        """Where a line stands among those in the view: the number of its Change would tell how many are not in it."""
        return self._numbers[seq]

    def made_id(self, name: str) -> str:
        """The id of a resource that is no line of the plan by itself."""
        return str(uuid5(NAMESPACE_OID, f"{self.view.id}/{name}"))

    def urn(self, ref: str) -> str:
        """The address of the resource of a line or of one that was made, by id."""
        return urn_of(ref)

    def to(self, ref: str) -> Element:
        """A reference to it."""
        return reference(urn_of(ref))

    @property
    def client(self) -> Element:
        """A reference to the client."""
        return self.to(self.view.client)


def urn_of(ref: str) -> str:
    """An id as an address."""
    try:
        return f"urn:uuid:{UUID(ref)}"
    except ValueError:
        return f"urn:uuid:{uuid5(NAMESPACE_OID, ref)}"


def _seqs(view: PlanView) -> Iterator[int]:
    for kind in top_kinds():
        for line in getattr(view, kind.place):
            seq = getattr(line, "seq", None)
            if seq is not None:
                yield seq
