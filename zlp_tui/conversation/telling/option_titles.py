"""The title of an option that was picked, as the question called it at which it was picked."""

from __future__ import annotations

from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.i18n import Catalogue


def option_title(context: PlanContext, answer: str, option: str | None) -> str:
    """The title of an option of a kind of answer (`StepBase.options_of`). Empty where the script lacks it.

    The last question in the script wins: an evaluation asks once more what was asked at the beginning.
    """
    titles = (
        known.title
        for topic in reversed(context.script.topics)
        for step in topic.steps
        for known in step.options_of(answer)
        if known.id == option
    )
    return context.words(next(titles, "")) if option else ""


def face_title(context: PlanContext, mark: int) -> str:
    """The words of the face for a mark of 0 to 10, from sad to glad."""
    faces = next((options for step in context.script.steps if (options := step.options_of("scale"))), ())
    return context.words(faces[round(mark * (len(faces) - 1) / 10)].title) if faces else str(mark)


def route_title(tr: Catalogue, route: str | None) -> str:
    """Where one can go with a disagreement (L38, M08), in words; empty for None and for an unknown id."""
    return {
        "carer": tr("Whoever gives the care"),
        "supporter": tr("An independent client supporter"),
        "complaints": tr("The complaints officer"),
        "confidant": tr("The client's confidential adviser"),
    }.get(route or "", "")


def term_in_words(tr: Catalogue, term: str | None) -> str:
    """Whether a reason is for now or for later, in words; empty where nobody said."""
    return {"short": tr("now"), "long": tr("later")}.get(term or "", "")
