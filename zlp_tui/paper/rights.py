"""One sheet of rights: whose plan it is, what one may choose, who thinks along, where to complain (L37)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from zlp_tui.conversation.telling.answered_before import is_for_client
from zlp_tui.conversation.telling.granted_text import granted_words
from zlp_tui.conversation.telling.option_titles import route_title
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.paper.pictograms import Pictograms
from zlp_tui.paper.typesetting import typeset
from zlp_tui.script.roles import Role
from zlp_tui.text import sentence

if TYPE_CHECKING:
    from zlp_tui.paper.typesetting import Json

TOLD_OF: Final = (Role.WHO_MAY, Role.DECIDING, Role.OWN_PLAN, Role.RIGHTS)
"""The topics whose texts to read together tell of rights, in the order of the sheet."""


def rights(source: ExportSource) -> bytes:
    """The texts that were read together, with what was agreed on who reads what, and whom to call."""
    context, pictures = source.context, Pictograms()
    tr = context.tr
    data: dict[str, Json] = {
        "name": tr("My plan, my rights"),
        "parts": list(_parts(context, pictures)),
        "sees_title": tr("Who sees what"),
        "sees": [
            {"called": person.called, "what": words}
            for person in context.others if (words := granted_words(context, person))
        ],
        "nothing": tr("Nothing was agreed on that yet. Who was there, knows what was said there."),
        "call_title": tr("Whom to call"),
        "call": [
            {
                "called": sentence(route_title(tr, contact.id)),
                "what": " · ".join(filter(None, (contact.name, contact.phone))),
            }
            for contact in context.script.contacts.values()
        ],
    }
    return typeset("rights", source, data, pictures)


def _parts(context: PlanContext, pictures: Pictograms) -> Iterator[Json]:
    for role in TOLD_OF:
        topic = context.script.with_role(role)
        if topic is None:
            continue
        told: list[Json] = [
            context.words(text)
            for step in topic.steps if is_for_client(context.view, step)
            for page in step.on_paper for text in page.read
        ]
        if told:
            yield {"title": context.words(topic.title), "picture": pictures("topics", topic.id), "told": told}
