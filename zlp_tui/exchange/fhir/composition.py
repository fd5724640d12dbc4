"""The document: a section for each chapter, to read, with the resources that it tells of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from zlp_tui.conversation.telling.overviews.letter import topic_lines
from zlp_tui.exchange.fhir.bundle_context import BundleContext
from zlp_tui.exchange.fhir.codes import LANGUAGE, LOINC, PLAN_ID, PLAN_NOTE
from zlp_tui.exchange.fhir.narrative import TopicTold, narrative
from zlp_tui.exchange.fhir.provenances import recorded
from zlp_tui.exchange.fhir.values import Element, concept, element, ours, text
from zlp_tui.plan.view import Chapter


def composition(plan: BundleContext, entries: Mapping[Chapter, Sequence[str]]) -> Element:
    """The document of this plan; `entries` are ids of resources, by chapter."""
    context = plan.context
    return element(
        resourceType="Composition", id=plan.made_id("composition"), language=LANGUAGE,
        identifier={"system": PLAN_ID, "value": plan.view.id}, status="final", type=concept(LOINC, *PLAN_NOTE),
        subject=plan.client, date=recorded(plan), author=[plan.client], confidentiality="R",
        **text("title", context.tr("The plan of {name}", name=context.view.client_person.called)),
        section=[*_sections(plan, entries)],
    )


def _sections(plan: BundleContext, entries: Mapping[Chapter, Sequence[str]]) -> Iterator[Element]:
    context = plan.context
    for chapter in context.script.chapters:
        title = context.words(chapter.title)
        told: list[TopicTold] = [
            (context.words(topic.title), lines) for topic in context.script.topics_of(chapter.id)
            if not topic.reads_back and (lines := topic_lines(topic, context))
        ]
        yield element(
            **text("title", title), code=ours("chapter", chapter.id),
            text=narrative(told, context.tr("Nothing stands here yet.")),
            entry=[plan.to(ref) for ref in entries.get(chapter.id, ())],
        )
