"""The blank booklet: the script on paper, one question a page, with room to write and the code of its step (L51)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from zlp_tui.conversation.telling.answered_before import is_for_client
from zlp_tui.conversation.telling.evaluation_lookup import can_be_evaluated
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.paper.pictograms import Pictograms
from zlp_tui.paper.typesetting import typeset
from zlp_tui.script.blank_question import BlankQuestion
from zlp_tui.script.schema import Step, Topic

if TYPE_CHECKING:
    from zlp_tui.paper.typesetting import Json

BLANK: Final = "…………"
"""Where the script would name somebody or something that nobody said yet."""


def booklet(source: ExportSource) -> bytes:
    """The questions that a plan begins with; of a plan that was made, those by which one looks back."""
    context, pictures = source.context, Pictograms()
    tr = context.tr
    data: dict[str, Json] = {
        "name": tr("My own booklet"),
        "client": context.view.client_person.name,
        "how": [
            tr("Write or draw what fits. Leave out what does not."),
            tr("Everything may be left blank. Somebody may write along."),
            tr("Write your name behind your own words."),
        ],
        "by": tr("Who says this?"),
        "about": tr("What is this about?"),
        "pages": list(_pages(context, pictures)),
    }
    return typeset("booklet", source, data, pictures)


def topics_on_paper(context: PlanContext) -> tuple[Topic, ...]:
    """The topics of the booklet, in the order in which they are asked when it is typed over; none in a script without
    such a route."""
    looks_back = can_be_evaluated(context.view)
    routes = (route for route in context.script.routes if route.source == "paper" and route.again == looks_back)
    route = next(routes, None)
    legs = context.script.legs(route) if route is not None else ()
    return tuple(leg.topic for leg in legs if not any(step.frames_sitting for step in leg.topic.steps))


def questions_on_paper(step: Step) -> tuple[BlankQuestion, ...]:
    """What of a step stands in the booklet: all but what is asked on request."""
    return tuple(page for page in step.on_paper if not step.is_on_request(page.part or None))


def _pages(context: PlanContext, pictures: Pictograms) -> Iterator[Json]:
    for topic in topics_on_paper(context):
        for step in (step for step in topic.steps if is_for_client(context.view, step)):
            for page in questions_on_paper(step):
                yield _page(context, topic, step, page, pictures)


def _page(context: PlanContext, topic: Topic, step: Step, page: BlankQuestion, pictures: Pictograms) -> Json:
    def said(text: str) -> str:
        return context.words(text, item=BLANK, person=BLANK, words=BLANK, decider=BLANK, coming=BLANK)

    ticks: list[Json] = [
        {"title": said(option.title), "hint": said(option.hint), "picture": pictures("faces", option.id)}
        for option in page.options
    ]
    if page.listed == "domains":
        ticks = [
            {"title": said(text.title), "hint": said(text.brief), "picture": pictures("domains", text.id)}
            for text in context.script.domains
        ]
    return {
        "topic": said(topic.title), "picture": pictures("topics", topic.id), "title": said(page.title),
        "ask": said(page.ask), "hint": said(page.hint), "read": [said(text) for text in page.read],
        "ticks": ticks, "room": page.room, "repeats": step.repeated_over is not None,
        "code": "/".join(filter(None, (topic.id, step.id, page.part))),
    }
