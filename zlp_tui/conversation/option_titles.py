"""What an answer with an id is called: in the words of the question at which it was picked."""

from __future__ import annotations

from collections.abc import Iterator

from zlp_tui.conversation.here import Here
from zlp_tui.script.schema import Agree, Domains, Form, People, Pick, PickOption, Scale, Step


def option_title(here: Here, asked: str, answer: str | None) -> str:
    """The title of an answer; `asked` is what the step keeps, or its kind. Empty where the script lacks it.

    The script's latest question tells: at an evaluation one is asked once more what was asked at the beginning.
    """
    titles = (
        option.title
        for topic in reversed(here.script.topics)
        for step in topic.steps
        for option in _options(step, asked)
        if option.id == answer
    )
    return here.words(next(titles, "")) if answer else ""


def face_title(here: Here, mark: int) -> str:
    """The words of the face for a mark of 0 to 10, from sad to glad."""
    faces = next((step.faces for step in here.script.steps if isinstance(step, Scale)), None)
    return here.words(faces[round(mark * (len(faces) - 1) / 10)].title) if faces else str(mark)


def _options(step: Step, asked: str) -> Iterator[PickOption]:
    """The fixed answers of a step, when it is the one that asks for this."""
    if isinstance(step, Pick):
        if step.keeps == asked:
            yield from step.options
        if step.because is not None and asked == "because":
            yield from step.because.options
    elif isinstance(step, Form):
        yield from (option for name, one in step.fields.items() if name == asked for option in one.options)
    elif isinstance(step, Domains) and asked == "relevance":
        yield from step.relevance
    elif isinstance(step, People) and asked == "person-kind":
        yield from step.person_kind.options
    elif isinstance(step, Agree) and asked == step.kind:
        yield from step.options
