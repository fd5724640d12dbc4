"""What was answered to an open question: by what the question keeps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.agreement_cards import NoteWords, noted
from zlp_tui.conversation.telling.introductions import agreement_intro, fact, intro_of, introduced, line_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.statement_quotes import told_at
from zlp_tui.conversation.telling.tellers.agreement_tellers import (
    agreement_quote,
    goal_quote,
    numbered_goals,
    want_lines,
)
from zlp_tui.conversation.telling.tellers.outcome_tellers import (
    outcome_lines,
    outcome_quotes,
    successor_quote,
)
from zlp_tui.dates import told_day
from zlp_tui.plan.view import Agreement, Choice
from zlp_tui.script.schema import Ask, Topic


def answer_lines(context: PlanContext, topic: Topic, step: Ask) -> tuple[LetterLine, ...]:
    """What was said at an `ask` step."""
    intro, choices = intro_of(context, topic, step.id), context.view.open_choices()
    match step.keeps:
        case "statement":
            return introduced(context, topic, told_at(context, topic, step.id, step.into))
        case "choice":
            return tuple(LetterLine(intro, _choice(context, choice)) for choice in choices)
        case "open-question":
            return line_of(intro, tuple(Quote(choice.id, text) for choice in choices for text in choice.open_questions))
        case "thinking-until":
            return _dates(context, intro, ((c, c.thinking_until) for c in choices if not c.chosen))
        case "reason":
            return line_of(intro, tuple(_reason(context, choice, choice.reason) for choice in choices if choice.reason))
        case "revisit-on":
            return _dates(context, intro, ((choice, choice.revisit_on) for choice in choices))
        case "goal":
            return line_of(intro, numbered_goals(context))
        case "agreement":
            return want_lines(context)
        case "result":
            return _notes(context, topic, intro, "text")
        case "adjust":
            return _notes(context, topic, intro, "adjust")
        case "goal-outcome":
            return outcome_lines(context, lambda outcome: outcome_quotes(context, outcome, "outcome", intro))
        case "goal-why":
            return outcome_lines(context, lambda outcome: outcome_quotes(context, outcome, "why", intro))
        case "goal-successor":
            return outcome_lines(context, lambda outcome: _one(successor_quote(context, outcome, intro)))
        case "option" | "option-source":
            return ()
    assert_never(step.keeps)


def _one(quote: Quote | None) -> tuple[Quote, ...]:
    return (quote,) if quote else ()


def goal_quotes(context: PlanContext) -> tuple[Quote, ...]:
    """The goals that are worked on."""
    return tuple(goal_quote(context, goal) for goal in context.view.active_goals())


def agreement_quotes(context: PlanContext, agreements: Iterable[Agreement]) -> tuple[Quote, ...]:
    """Agreements, each in the words of what is wanted."""
    return tuple(agreement_quote(context, agreed) for agreed in agreements)


def choice_quote(context: PlanContext, choice: Choice) -> Quote:
    """A choice by its question."""
    return Quote(choice.id, choice.question, context.name(choice.voice.id))


def _choice(context: PlanContext, choice: Choice) -> tuple[Quote, ...]:
    chosen = next((option.title for option in choice.options if option.id == choice.chosen), None)
    question = choice_quote(context, choice)
    return (question, fact(chosen, ref=choice.id, note=context.tr("chosen"))) if chosen else (question,)


def _reason(context: PlanContext, choice: Choice, reason: str) -> Quote:
    return Quote(choice.id, reason, context.name(choice.voice.id), note=choice.question)


def _dates(context: PlanContext, intro: str, days: Iterable[tuple[Choice, str | None]]) -> tuple[LetterLine, ...]:
    locale = context.script.locale
    dated = tuple(fact(told_day(day, locale), ref=choice.id, note=choice.question) for choice, day in days if day)
    return line_of(intro, dated)


def _notes(context: PlanContext, topic: Topic, intro: str, what: NoteWords) -> tuple[LetterLine, ...]:
    """What was noted of each agreement, under that agreement."""
    return tuple(
        LetterLine(
            agreement_intro(context, topic, note.about),
            (Quote(note.id, words, context.name(note.voice.id), intro=intro),),
        )
        for note in context.view.progress
        if (words := noted(note, what))
    )
