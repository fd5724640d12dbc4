"""A plan as a bundle of FHIR, and a bundle as a plan: what the tests of exchange are made with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from tests.tools.prepared import dutch, our_script
from tests.tools.readers import READERS
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.exchange.fhir.bundle import fhir
from zlp_tui.exchange.fhir.bundle_parser import bundle_in
from zlp_tui.exchange.fhir.own_bundle import own_plan
from zlp_tui.exports.export_source import AgreedPlan, ExportSource
from zlp_tui.plan.queries.load import load_edition, load_view
from zlp_tui.plan.serialization import ranked_document
from zlp_tui.plan.tables.imported.taken_over import take_over
from zlp_tui.store.store import Store

MADE_AT: Final = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def source_of(store: Store, plan: str) -> ExportSource:
    """A plan as its client gets it."""
    with store.reading() as session:
        view = load_view(session, plan, READERS, every_note=True)
        agreed = tuple(
            AgreedPlan(edition.number, load_edition(session, plan, edition.number, READERS, whole=True))
            for edition in view.agreed_editions
        )
    context = PlanContext(our_script(), view, dutch(), MADE_AT.date())
    return ExportSource(context, view.client_person, MADE_AT, read_editions=lambda: agreed)


def bundle_of(store: Store, plan: str) -> bytes:
    """The same as a bundle."""
    return fhir(source_of(store, plan))


def keep(store: Store, bundle: bytes, new_id: Callable[[], str]) -> str:
    """Keep the plan of a bundle of ours, whose id it is."""
    read = own_plan(bundle_in(bundle))
    with store.writing() as session:
        take_over(session, read.view, read.agreed, at=MADE_AT, today=MADE_AT.date(), new_id=new_id)
    return read.view.id


def shown(store: Store, plan: str) -> object:
    """What `zlp show --json` prints of it, with numbers by order: how many changes there were is not carried."""
    with store.reading() as session:
        return ranked_document(load_view(session, plan, READERS, every_note=True))
