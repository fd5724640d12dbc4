"""The plan as it was agreed on, as it is printed: without what tells how much of it the reader may not see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from zlp_tui.plan.serialization import ranked_document
from zlp_tui.plan.view import DOMAINS, LifeDomain, PlanView

Shown = dict[str, Any]
"""What `zlp show PLAN --json` prints."""


def edition_document(view: PlanView) -> Shown:
    """The document. Numbers are ranks, and life domains of which nothing was said are left out: that these are there,
    or how many changes there were, tells of what is not."""
    document = ranked_document(view)
    return {**document, "domains": [said for said in document["domains"] if said != _unsaid(said["id"])]}


def with_all_domains(document: Mapping[str, Any]) -> Shown:
    """The same with all ten life domains. KeyError or TypeError for what is no such document."""
    said = {domain["id"]: domain for domain in document["domains"]}
    return {**document, "domains": [said.get(domain) or _unsaid(domain) for domain in DOMAINS]}


def _unsaid(domain: str) -> Shown:
    return {**asdict(LifeDomain(domain)), "discuss_with": []}
