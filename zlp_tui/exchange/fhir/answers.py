"""What was said and filled in as QuestionnaireResponses: one for each voice, so it is known who said it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from zlp_tui.exchange.fhir.bundle_context import BundleContext
from zlp_tui.exchange.fhir.line_codec import line_extension
from zlp_tui.exchange.fhir.provenances import recorded
from zlp_tui.exchange.fhir.questionnaire import address, option_coding
from zlp_tui.exchange.fhir.values import Element, Json, element, text, text_in
from zlp_tui.plan.view import Detail, Statement

DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")

Status = Literal["completed", "stopped", "entered-in-error"]
"""Whether words still stand, were said anew or are no longer so, or were taken back."""


@dataclass
class _Answers:
    """The answers at one place of the script, and the places within it."""

    said: list[Element] = field(default_factory=list)
    question: str | None = None
    parts: dict[str, _Answers] = field(default_factory=dict)

    def at(self, link: str) -> _Answers:
        """The place with this id: a topic, a step of it, or a part of that."""
        here, path = self, ""
        for piece in link.split("/"):
            path = f"{path}/{piece}" if path else piece
            here = here.parts.setdefault(path, _Answers())
        return here

    def items(self) -> list[Element]:
        """All places within it, as items. One with answers has no places within it (qrs-1): these are an item more."""
        return [
            element(linkId=link, **text("text", part.question), answer=said, item=within)
            for link, part in self.parts.items()
            for said, within in ((part.said, []), ([], part.items()))
            if said or within
        ]


def responses(plan: BundleContext) -> Iterator[tuple[str | None, Element]]:
    """All responses, each with the person whose words they are; None where that was not kept."""
    answers: dict[tuple[str | None, Status], _Answers] = {}
    live = {said.id for said in plan.view.live_statements}
    for said in plan.view.statements:
        status: Status = "entered-in-error" if said.withdrawn_at else "completed" if said.id in live else "stopped"
        place = answers.setdefault((said.voice.id, status), _Answers()).at(link_of(said))
        place.said.append(_statement(plan, said))
        place.question = said.prompt
    for at, detail in enumerate(plan.view.details):
        voice = detail.voice.id if detail.voice else None
        place = answers.setdefault((voice, "completed"), _Answers()).at(link_of_detail(plan, detail))
        place.said.append(_detail(plan, detail, at))
    for (person, status), given in answers.items():
        ref = plan.made_id(f"answers/{person}/{status}")
        yield person, response(plan, ref, person, given.items(), status=status)


def response(
    plan: BundleContext, ref: str, person: str | None, items: Sequence[Json], *, status: str = "completed"
) -> Element:
    """One response to the script."""
    source = plan.to(person) if person else None
    return element(
        resourceType="QuestionnaireResponse", id=ref, questionnaire=address(plan), status=status, subject=plan.client,
        authored=recorded(plan), source=source, item=items,
    )


def link_of(said: Statement) -> str:
    """The item of the script that a statement answers."""
    return "/".join(filter(None, (said.topic, said.step, said.side or said.moment)))


def link_of_detail(plan: BundleContext, detail: Detail) -> str:
    """The item of the script that a field stands at; its topic and its own name, where the script no longer asks it."""
    topic = plan.context.script.find_topic(detail.topic)
    for step in topic.steps if topic else ():
        if detail.field in step.form_fields:
            return f"{detail.topic}/{step.id}/{detail.field}"
    return f"{detail.topic}/{detail.field}" if detail.topic else detail.field


def _statement(plan: BundleContext, said: Statement) -> Element:
    line = line_extension("statement", said, plan.urn, ("text",), seq=plan.number(said.seq))
    return element(extension=[line], **text("valueString", said.text))


def _detail(plan: BundleContext, detail: Detail, place: int) -> Element:
    line = line_extension("detail", detail, plan.urn, ("value",), place=place)
    return element(extension=[line], **_value(plan, detail))


def _value(plan: BundleContext, detail: Detail) -> Element:
    """What stands in a field: a day, one of the fixed answers, or words."""
    context = plan.context
    topic = context.script.find_topic(detail.topic)
    for step in topic.steps if topic else ():
        asked = step.form_fields.get(detail.field)
        if asked is not None and asked.kind == "date" and DAY.fullmatch(detail.value):
            return {"valueDate": detail.value}
        options = asked.options if asked is not None else step.options_of(step.kept_as or "")
        for option in options if asked is not None or step.id == detail.field else ():
            if option.id == detail.value:
                return {"valueCoding": option_coding(context, option)}
    return text("valueString", detail.value)


def value_in(answer: Mapping[str, Json]) -> str | None:
    """What an answer holds, in whichever of these forms; None for none of them."""
    coded = answer.get("valueCoding")
    if isinstance(coded, Mapping):
        return text_in(coded, "code")
    return text_in(answer, "valueDate") or text_in(answer, "valueString")
