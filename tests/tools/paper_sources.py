"""What forms of export are made from, without a store: the example plans as `zlp show --json` printed them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Final

from tests.tools.prepared import dutch, our_script
from tests.tools.shown import kept_file
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.plan.access import Readers
from zlp_tui.plan.readable import readable
from zlp_tui.plan.serialization import from_json
from zlp_tui.plan.view import Person, PlanView, Statement

MADE: Final = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ANNIE: Final = "annie-de-vries"
CLIENT: Final = "id-of-client"


@cache
def example_source(name: str = ANNIE) -> ExportSource:
    """One of the example plans, for its client."""
    document = json.loads(kept_file(name).read_text(encoding="utf-8"))
    return source_of(readable(from_json(document), Readers(frozenset({document["client"]}))))


def source_of(view: PlanView) -> ExportSource:
    """A plan, for its client."""
    return ExportSource(PlanContext(our_script(), view, dutch(), MADE.date()), view.client_person, MADE)


def with_view(source: ExportSource, view: PlanView) -> ExportSource:
    """The same of another view."""
    return replace(source, context=replace(source.context, view=view), reader=view.client_person)


def empty_source(name: str = "Annie de Vries") -> ExportSource:
    """A plan of which nothing is known but whose it is."""
    return source_of(PlanView(id="plan", client=CLIENT, address="u", people=(Person(CLIENT, name, "client"),)))


def saying(source: ExportSource, text: str) -> ExportSource:
    """The same plan, in which everything that was said says this, and everybody is called so too."""
    def said(statement: Statement) -> Statement:
        return replace(statement, text=text)

    view, name = source.view, text[:60]
    return with_view(source, replace(
        view,
        people=tuple(replace(p, name=name, salutation=None, relation=text, for_what=text) for p in view.people),
        statements=tuple(map(said, view.statements)),
        goals=tuple(replace(goal, text=text) for goal in view.goals),
        agreements=tuple(
            replace(a, want=text, steps=tuple(replace(step, what=text) for step in a.steps)) for a in view.agreements
        ),
    ))
