"""`fhir`: the plan as one document Bundle of FHIR R4 (4.0.1), for other programs and for zlp itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from zlp_tui.exchange.fhir.answers import responses
from zlp_tui.exchange.fhir.bundle_context import BundleContext
from zlp_tui.exchange.fhir.care_plan import care_plan
from zlp_tui.exchange.fhir.choice_responses import choice_response
from zlp_tui.exchange.fhir.codes import PLAN_ID
from zlp_tui.exchange.fhir.composition import composition
from zlp_tui.exchange.fhir.consents import consent
from zlp_tui.exchange.fhir.goal_resources import goal
from zlp_tui.exchange.fhir.other_lines import basics, encounters, loose_notes
from zlp_tui.exchange.fhir.paper import paper
from zlp_tui.exchange.fhir.people_resources import client, others, team
from zlp_tui.exchange.fhir.provenances import binaries, provenance_of_editions, provenance_of_voices, recorded
from zlp_tui.exchange.fhir.questionnaire import questionnaire
from zlp_tui.exchange.fhir.values import Element
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.json_text import json_text
from zlp_tui.plan.view import Chapter, Choice, Disagreement, Goal, Grant, Remark, WishNotMet

Said = Sequence[tuple[str | None, Element]]
"""The responses, each with whose words they are."""


def fhir(source: ExportSource, pdf: bytes | None = None) -> bytes:
    """The bundle, as JSON on one line, with the plan as it is printed where that is given. The same plan at the same
    moment gives the same bytes."""
    return json_text(bundle(source, pdf), indent=None).encode()


def bundle(source: ExportSource, pdf: bytes | None = None) -> Element:
    """The same, before it is written."""
    plan = BundleContext(source)
    said = tuple(responses(plan))
    sections = _by_chapter(plan, said, pdf)
    named = {chapter: [_id(resource) for resource in made] for chapter, made in sections.items()}
    resources = [
        client(plan), *others(plan), questionnaire(plan), *chain.from_iterable(sections.values()),
        *_origins(plan, said),
    ]
    return {
        "resourceType": "Bundle", "id": plan.made_id("bundle"),
        "identifier": {"system": PLAN_ID, "value": plan.view.id}, "type": "document", "timestamp": recorded(plan),
        "entry": [
            {"fullUrl": plan.urn(_id(resource)), "resource": resource}
            for resource in (composition(plan, named), *resources)
        ],
    }


def _by_chapter(plan: BundleContext, said: Said, pdf: bytes | None) -> dict[Chapter, list[Element]]:
    """The resources that each section tells of."""
    return {
        "start": [*encounters(plan), *(consent(plan, grant) for grant in plan.view.grants)],
        "who-am-i": [answers for _, answers in said],
        "my-life": [goal(plan, said) for said in plan.view.goals],
        "support": [
            care_plan(plan), team(plan), *(choice_response(plan, choice) for choice in plan.view.choices),
        ],
        "results": [*basics(plan), *loose_notes(plan), *(paper(plan, pdf) if pdf is not None else ())],
    }


def _origins(plan: BundleContext, said: Said) -> Iterator[Element]:
    """Who said what, and what was agreed on."""
    agreed = {edition.number: edition.view for edition in plan.source.read_editions()}
    told: dict[str, list[str]] = {}
    for person, ref in _words(plan, said):
        told.setdefault(person, []).append(ref)
    yield from provenance_of_voices(plan, told)
    yield from provenance_of_editions(plan, agreed)
    yield from binaries(plan, agreed)


def _words(plan: BundleContext, said: Said) -> Iterator[tuple[str, str]]:
    """By whom something was said, with the id of the resource that holds it."""
    view = plan.view
    lines: tuple[Choice | Goal | Remark | Disagreement | WishNotMet | Grant, ...] = (
        *view.choices, *view.goals, *view.remarks, *view.disagreements, *view.wishes_not_met, *view.grants,
    )
    yield from ((person, _id(answers)) for person, answers in said if person is not None)
    yield from ((line.voice.id, line.id) for line in lines)


def _id(resource: Element) -> str:
    return str(resource["id"])
