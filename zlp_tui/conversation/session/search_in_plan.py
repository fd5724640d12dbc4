"""Reads what a search in one plan needs: all of its notes, its editions, and when each line was added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from zlp_tui.conversation.ports.plan_pages import FoundWords
from zlp_tui.conversation.session.company import Company
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.telling.overviews.words_found import found_words
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.queries.recorded_changes import history


def search_in(plan: LoadedPlan, typed: str, company: Company) -> tuple[FoundWords, ...]:
    """What is found in a plan, as far as it is told in this company."""
    with plan.store.reading() as session:
        view = plan.told_apart(load_view(session, plan.id, company.readers, every_note=True))

        def days_of(refs: Sequence[str]) -> Mapping[str, str]:
            added = history(session, view, company.readers, *refs)
            return {change.row: change.on for change in reversed(added) if change.kind == "add"}

        editions = ((edition, plan.edition(edition.number, company)) for edition in view.agreed_editions)
        return found_words(replace(plan.plan_context(company), view=view), typed, editions, days_of)
