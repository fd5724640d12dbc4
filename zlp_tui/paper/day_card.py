"""The day card: what is agreed by part of the day, who does it, what works and what does not (L64, L65, L106).

It hangs where anybody looks: what is about a private part of life is not told.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from zlp_tui.conversation.ports.history_queries import WeekLine, WeekPart
from zlp_tui.conversation.telling.agreements.week_list import week_of
from zlp_tui.conversation.telling.overviews.summary import told_on_page
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.today_text import part_title
from zlp_tui.dates import day_of_week
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.paper.pictograms import Pictograms
from zlp_tui.paper.template_data import by_others
from zlp_tui.paper.typesetting import typeset
from zlp_tui.plan.agreed_today import PARTS
from zlp_tui.text import sentence

if TYPE_CHECKING:
    from zlp_tui.paper.typesetting import Json

SIDES: Final = ("works", "does-not-work")
"""The sides that a card tells: what works and what does not."""


def day_card(source: ExportSource) -> bytes:
    """One page for who comes to help, today and every week."""
    context, pictures = source.context, Pictograms()
    week = week_of(context, lambda domain: domain not in context.script.sensitive_domains)
    data: dict[str, Json] = {
        "name": context.tr("My days"),
        "week": week.title,
        "called": context.view.client_person.called,
        "days": [_day(context, part, pictures) for part in week.parts],
        "nothing": "" if week.parts else context.tr("Nothing was agreed yet for fixed days."),
        "sides": _sides(context, pictures),
    }
    return typeset("card", source, data, pictures)


def _day(context: PlanContext, day: WeekPart, pictures: Pictograms) -> Json:
    """One day, or every day, with what is agreed for each part of it."""
    titles = {part_title(context.tr, part): part for part in PARTS}
    parts: list[Json] = [
        {"title": at, "picture": pictures("parts-of-day", titles.get(at)), "lines": [_line(line) for line in lines]}
        for at, lines in groupby(day.lines, key=lambda line: line.at)
    ]
    return {"title": _lasting(context, day.title), "parts": parts}


def _lasting(context: PlanContext, title: str) -> str:
    """The title of a day as it stays true after today."""
    today = sentence(day_of_week(context.today, context.tr.locale))
    return today if title == context.tr("{day}, today", day=today) else title


def _line(line: WeekLine) -> Json:
    return {"what": line.what, "who": line.who, "note": line.note if not line.at else "", "own": not line.private}


def _sides(context: PlanContext, pictures: Pictograms) -> list[Json]:
    """What works and what does not, as on the page of the plan."""
    return [
        {
            "title": context.words(part.title), "picture": pictures("sides", side),
            "quotes": by_others(quotes, context),
        }
        for side in SIDES for part, quotes in told_on_page(context)
        if quotes and any(place.endswith(f"/{side}") for place in part.tells)
    ]
