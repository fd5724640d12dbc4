"""What makes each form, by the id of the form. It imports all of them: only who makes a form imports it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from zlp_tui.exchange.agreements_csv import agreements_csv
from zlp_tui.exchange.dates_ics import dates_ics
from zlp_tui.exchange.evidence import evidence
from zlp_tui.exchange.fhir.bundle import fhir
from zlp_tui.exchange.html_page import plan_html
from zlp_tui.exchange.markdown_page import plan_markdown
from zlp_tui.exchange.plan_document import plan_document
from zlp_tui.exports.export_source import ExportSource, Maker
from zlp_tui.paper.before_a_talk import appreciation_card, invitation, preparation
from zlp_tui.paper.booklet import booklet
from zlp_tui.paper.day_card import day_card
from zlp_tui.paper.minutes import minutes
from zlp_tui.paper.plan import plan
from zlp_tui.paper.poster import poster
from zlp_tui.paper.recovery import recovery
from zlp_tui.paper.rights import rights
from zlp_tui.paper.who import who


def _fhir_with_paper(source: ExportSource) -> bytes:
    return fhir(source, plan(source))


MAKERS: Final[Mapping[str, Maker]] = {
    "minutes": minutes,
    "plan": plan,
    "who": who,
    "preparation": preparation,
    "rights": rights,
    "booklet": booklet,
    "recovery": recovery,
    "card": day_card,
    "poster": poster,
    "invitation": invitation,
    "appreciation-card": appreciation_card,
    "html": plan_html,
    "ics": dates_ics,
    "csv": agreements_csv,
    "md": plan_markdown,
    "evidence": evidence,
    "json": plan_document,
    "fhir": _fhir_with_paper,
}
"""All forms but the zip of all others."""
