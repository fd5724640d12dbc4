"""What is decided together: a response for each choice, at the questions of the script by which one chooses."""

from __future__ import annotations

from collections.abc import Iterator

from zlp_tui.exchange.fhir.answers import response
from zlp_tui.exchange.fhir.bundle_context import BundleContext
from zlp_tui.exchange.fhir.line_codec import line_extension
from zlp_tui.exchange.fhir.values import Element, element, text
from zlp_tui.plan.view import Choice
from zlp_tui.script.roles import Role


def choice_response(plan: BundleContext, choice: Choice) -> Element:
    """One choice. Its line hangs on the question; all other answers tell it to who knows no extension of ours."""
    topic = plan.context.script.with_role(Role.CHOICES)
    steps = {step.kept_as or step.id: step.id for step in topic.steps} if topic else {}
    group = topic.id if topic else "choices"
    line = line_extension("choice", choice, plan.urn, ("question",), seq=plan.number(choice.seq))
    items = [
        element(
            linkId=f"{group}/{steps.get(kept, kept)}",
            answer=[element(extension=[line] if kept == "choice" else None, **text("valueString", words))
                    for words in said],
        )
        for kept, said in _told(choice)
    ]
    return response(plan, choice.id, choice.voice.id, [element(linkId=group, item=items)])


def _told(choice: Choice) -> Iterator[tuple[str, list[str]]]:
    """By what each question keeps: the answers to it, where there are any."""
    titles = {option.id: option.title for option in choice.options}
    told: dict[str, list[str | None]] = {
        "choice": [choice.question],
        "choice-role": [choice.role],
        "option": [option.title for option in choice.options],
        "option-source": [source.text for option in choice.options for source in option.sources],
        "weigh": [weighed.text for option in choice.options for weighed in option.considerations],
        "open-question": [question.text for question in choice.open_questions],
        "thinking-until": [choice.thinking_words or choice.thinking_until],
        "chosen": [titles.get(choice.chosen or "")],
        "reason": [reason.text for reason in choice.reasons],
        "revisit-on": [choice.revisit_words or choice.revisit_on],
    }
    for kept, words in told.items():
        said = [word for word in words if word]
        if said:
            yield kept, said
