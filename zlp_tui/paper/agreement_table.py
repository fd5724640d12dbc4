"""The agreements as the model plan has them: seven columns, by part of life (V127-V131)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from zlp_tui.conversation.ports.plan_pages import Card
from zlp_tui.conversation.telling.agreements.agreement_cards import agreements_in_order, card_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.i18n import Catalogue
from zlp_tui.paper.pictograms import Pictograms
from zlp_tui.paper.template_data import by_others

if TYPE_CHECKING:
    from zlp_tui.paper.typesetting import Json

ON_A_PAGE: Final = 1200
"""So many letters of one agreement stay together on a page."""


def labels(tr: Catalogue) -> list[Json]:
    """The heads of the seven columns."""
    return [
        tr("What do I want?"), tr("What do we do?"), tr("When and how often?"), tr("Who does what?"),
        tr("Was it done?"), tr("What did it bring?"), tr("Must it change?"),
    ]


def agreement_groups(context: PlanContext, pictures: Pictograms) -> list[Json]:
    """The agreements in force by part of life, in the client's order; those about no part come last, untitled."""
    grouped = groupby(agreements_in_order(context), key=lambda agreed: agreed.domain)
    return [
        {
            "title": context.domain_title(domain), "picture": pictures("domains", domain),
            "rows": [_row(context, card_of(context, agreed)) for agreed in agreements],
        }
        for domain, agreements in grouped
    ]


def _row(context: PlanContext, card: Card) -> Json:
    """One agreement: what is wanted and for which goal, the six columns, and what else its card tells, below it."""
    heads = labels(context.tr)
    cells = dict(card.rows)
    columns: list[Json] = [by_others(cells.get(str(label), ()), context) for label in heads[1:]]
    more: list[Json] = [
        {"label": label, "quotes": by_others(quotes, context)} for label, quotes in card.rows if label not in heads
    ]
    by = "" if card.by == context.name(context.view.client) else card.by
    letters = len(card.title) + sum(len(quote.text) + len(quote.note) for _, quotes in card.rows for quote in quotes)
    return {
        "want": card.title, "by": by, "goal": card.goal, "columns": columns, "more": more,
        "short": letters <= ON_A_PAGE,
    }
