"""What is sent or laid ready before a talk: an invitation, the questions to think about, and a card to send round."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from zlp_tui.conversation.telling.plan_context import PlanContext, address_of
from zlp_tui.dates import told_day
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.paper.pictograms import Pictograms
from zlp_tui.paper.typesetting import typeset
from zlp_tui.script.roles import Role

if TYPE_CHECKING:
    from zlp_tui.paper.typesetting import Json

ON_THE_CARD: Final = 3
"""So many of its questions: who is sent a card fills in no form."""


def invitation(source: ExportSource) -> bytes:
    """A letter to one person: come to the talk. It tells nothing of the plan but what the talk is about (L89)."""
    context, pictures, tr = source.context, Pictograms(), source.context.tr
    client, ahead = context.view.client_person, source.read_questions()
    data: dict[str, Json] = {
        "name": tr("Will you join us?"),
        "picture": pictures.of_role(context.script, Role.AT_THE_TABLE),
        "dear": tr("Dear"),
        "to": "" if source.reader.id == client.id else source.reader.called,
        "about": [
            tr("{name} would like to talk about how things are, and about what matters.", name=client.called),
            *([ahead.how_long] if ahead is not None else []),
            tr("It would be nice to have you there."),
        ],
        "ready": [
            tr("Nothing needs to be prepared. A photo, or something to tell, is always welcome."),
            tr("Is this day not possible? Say so, then another one is found."),
        ],
        "when": tr("Day and time"), "day": _next_day(context), "where": tr("Where"),
        "greeting": tr("Until then!"), "from": client.called,
    }
    return typeset("invitation", source, data, pictures)


def preparation(source: ExportSource) -> bytes:
    """The questions of the next talk, with room to write: nothing of it is a must (V75)."""
    pictures, tr = Pictograms(), source.context.tr
    ahead = source.read_questions()
    data: dict[str, Json] = {
        "name": tr("To think about beforehand"),
        "picture": pictures.of_role(source.context.script, Role.HOW_WE_TALK),
        "talk": ahead.title if ahead is not None else "",
        "about": [ahead.about, ahead.how_long] if ahead is not None else [],
        "may": tr("Nothing of this is a must. One question may be enough."),
        "questions": list(ahead.questions) if ahead is not None else [],
        "nothing": "" if ahead is not None else tr("There are no questions to think about now."),
    }
    return typeset("preparation", source, data, pictures)


def appreciation_card(source: ExportSource) -> bytes:
    """A card to send round: what others find nice about somebody, and how it comes back."""
    context, pictures, tr = source.context, Pictograms(), source.context.tr
    client = context.view.client_person
    other = "je" if source.reader.id == client.id else address_of(source.reader)
    put = replace(context, other=other)
    topic = context.script.with_role(Role.APPRECIATION)
    pages = (page for step in (topic.steps if topic is not None else ()) for page in step.on_paper)
    asked = [page.put_to_others[0] for page in pages if page.put_to_others]
    data: dict[str, Json] = {
        "title": tr("A card with nice words"),
        "name": tr("What is nice about {name}?", name=client.called),
        "picture": pictures.of_role(context.script, Role.APPRECIATION),
        "why": [
            tr("{name} is making a plan for care and life.", name=client.called),
            tr("What others find nice about {name} belongs in it. One sentence is enough.", name=client.called),
        ],
        "questions": [put.words(question) for question in asked[:ON_THE_CARD]],
        "by": tr("My name"),
        "told": tr("These words come in the plan of {name}, with the name of who wrote them.", name=client.called),
        "back": tr("Give this card back to {name}, or bring it along to the talk.", name=client.called),
    }
    return typeset("appreciation-card", source, data, pictures)


def _next_day(context: PlanContext) -> str:
    day = context.view.fact("next-talk")
    return told_day(day, context.tr.locale) if day is not None and day >= context.today.isoformat() else ""
