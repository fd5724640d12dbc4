"""What was said about a choice beside its options: the questions with their answers, and the reasons."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.plan.view import Choice, PlanView, Voice


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question about a choice. Once it is answered: the answer, and from whom that was heard, in words."""

    asked: Quote
    answer: Quote | None = None
    heard_from: str = ""


def questions_of(view: PlanView, choice: Choice) -> tuple[QuestionLine, ...]:
    """The questions about a choice, the open ones first."""
    lines = (
        QuestionLine(
            Quote(question.id, question.text, _name(view, question.voice)),
            Quote(question.id, question.answer, _name(view, question.answered_by)) if question.answer else None,
            question.by or "",
        )
        for question in choice.open_questions
    )
    return tuple(sorted(lines, key=lambda line: line.answer is not None))


def question_line(view: PlanView, ref: str) -> QuestionLine | None:
    """The question with this id; None where the plan has no such question."""
    lines = (line for choice in view.choices for line in questions_of(view, choice))
    return next((line for line in lines if line.asked.ref == ref), None)


def reasons_of(view: PlanView, choice: Choice) -> tuple[Quote, ...]:
    """Why something was chosen, as each person says it."""
    return tuple(Quote(reason.id, reason.text, _name(view, reason.voice)) for reason in choice.reasons)


def sources_of(view: PlanView, choice: Choice) -> tuple[Quote, ...]:
    """Who named each option, and where it was found, as each person says it; that is introduced by its option."""
    return tuple(quote for option in choice.options for quote in (
        *([Quote(option.id, option.title, _name(view, option.voice))] if option.voice else []),
        *(Quote(found.id, found.text, _name(view, found.voice), intro=option.title) for found in option.sources),
    ))


def chosen_by(view: PlanView, choice: Choice) -> str:
    """Who said which option it became, where that is not the client; empty where it was not kept."""
    by = choice.chosen_by
    return view.anyone(by).called if by and by != view.client else ""


def _name(view: PlanView, voice: Voice | None) -> str:
    return view.anyone(voice.id).called if voice else ""
