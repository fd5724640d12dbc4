"""The poster: what others appreciate, what is important, and how to help well (L102). Once on A4 and once on A3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zlp_tui.conversation.telling.overviews.summary import told_on_page
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.paper.pictograms import Pictograms
from zlp_tui.paper.template_data import by_others
from zlp_tui.paper.typesetting import typeset
from zlp_tui.script.outline import SummaryPart
from zlp_tui.script.roles import Role

if TYPE_CHECKING:
    from zlp_tui.paper.typesetting import Json


def poster(source: ExportSource) -> bytes:
    """Who somebody is, to hang on a wall: nothing private, no agreements and no telephone numbers."""
    context, pictures = source.context, Pictograms()
    parts: list[Json] = [
        {
            "title": context.words(part.title), "quotes": by_others(quotes, context),
            "picture": _picture(part, pictures),
        }
        for part, quotes in told_on_page(context) if quotes and not _is_agreed_or_asked(context, part)
    ]
    data: dict[str, Json] = {
        "name": context.tr("This is me"),
        "called": context.view.client_person.name,
        "parts": parts,
        "nothing": "" if parts else context.tr("Nothing was said for this yet."),
    }
    return typeset("poster", source, data, pictures)


def _picture(part: SummaryPart, pictures: Pictograms) -> str:
    """The drawing of the side of which a part tells, else of its topic."""
    return pictures("sides", part.tells[0].rpartition("/")[2]) or pictures("topics", _topic(part))


def _topic(part: SummaryPart) -> str:
    return part.tells[0].partition("/")[0]


def _is_agreed_or_asked(context: PlanContext, part: SummaryPart) -> bool:
    topic = context.script.find_topic(_topic(part))
    return topic is not None and topic.role in (Role.AGREEMENTS, Role.PEOPLE)
