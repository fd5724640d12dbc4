"""What was answered to an open question: by what the question keeps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.agreements.agreement_cards import NoteWords, noted
from zlp_tui.conversation.telling.agreements.conflicts import of_goal
from zlp_tui.conversation.telling.introductions import agreement_intro, fact, intro_of, introduced, line_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.statement_quotes import in_order_of_domains, told_at
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
from zlp_tui.plan.view import Agreement, Choice, Goal, OpenQuestion, Option, OptionSource, Reason, Voice
from zlp_tui.script.schema import Topic
from zlp_tui.script.steps.word_models import Ask
from zlp_tui.text import one_line


def answer_lines(context: PlanContext, topic: Topic, step: Ask) -> tuple[LetterLine, ...]:
    """What was said at an `ask` step."""
    intro, choices = intro_of(context, topic, step.id), context.view.open_choices()
    match step.keeps:
        case "statement" | "must-know":
            said = told_at(context, topic, step.id, step.into)
            return introduced(context, topic, in_order_of_domains(context, said) if step.each == "domains" else said)
        case "choice":
            return tuple(LetterLine(intro, _choice(context, choice)) for choice in choices)
        case "open-question":
            return _open_questions(context, intro, choices)
        case "thinking-until":
            return _dates(context, intro, ((c, c.thinking_until) for c in choices if not c.chosen))
        case "reason":
            return line_of(intro, tuple(_reason(context, c, reason) for c in choices for reason in c.reasons))
        case "revisit-on":
            return _dates(context, intro, ((choice, choice.revisit_on) for choice in choices))
        case "goal":
            goals = tuple((goal, goal_quote(context, goal)) for goal in context.view.goals)
            return (*line_of(intro, numbered_goals(context)), *_no_longer(context, goals))
        case "agreement":
            agreed = tuple((agreed, agreement_quote(context, agreed)) for agreed in context.view.agreements)
            return (*want_lines(context), *_no_longer(context, agreed))
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
        case "option-source":
            options = tuple(option for choice in choices for option in choice.options)
            return line_of(intro, tuple(_source(context, o, found) for o in options for found in o.sources))
        case "option" | "agreement-successor" | "goal-until":  # it is told with what is agreed, or with its goal
            return ()
    assert_never(step.keeps)


def _no_longer(context: PlanContext, lines: Iterable[tuple[Goal | Agreement, Quote]]) -> tuple[LetterLine, ...]:
    """What ended with a reason, which stands with it, and with who gave it, where that is not who said the line."""
    ended = tuple(
        replace(quote, note=_because(context, line, line.ended_because)) for line, quote in lines if line.ended_because
    )
    return line_of(context.tr("No longer:"), ended)


def _because(context: PlanContext, line: Goal | Agreement, why: str) -> str:
    told = context.tr("because: “{words}”", words=one_line(why))
    if line.ended_by is None or line.ended_by == line.voice.id:
        return told
    return context.tr("{told} ({name} said so)", told=told, name=context.name(line.ended_by))


def _one(quote: Quote | None) -> tuple[Quote, ...]:
    return (quote,) if quote else ()


def goal_quotes(context: PlanContext) -> tuple[Quote, ...]:
    """The goals that are worked on, each with whether there is a wish behind it, where that was not said."""
    goals = context.view.active_goals()
    quotes = ((goal_quote(context, goal), of_goal(context, goal)) for goal in goals)
    return tuple(replace(quote, note=" · ".join(filter(None, (quote.note, doubt)))) for quote, doubt in quotes)


def agreement_quotes(context: PlanContext, agreements: Iterable[Agreement]) -> tuple[Quote, ...]:
    """Agreements, each in the words of what is wanted."""
    return tuple(agreement_quote(context, agreed) for agreed in agreements)


def choice_quote(context: PlanContext, choice: Choice) -> Quote:
    """A choice by its question."""
    return Quote(choice.id, choice.question, context.name(choice.voice.id))


def _choice(context: PlanContext, choice: Choice) -> tuple[Quote, ...]:
    chosen = next((option.title for option in choice.options if option.id == choice.chosen), None)
    question = choice_quote(context, choice)
    if chosen is None:
        return (question,)
    return question, fact(chosen, choice.id, context.name_answered(choice.chosen_by), context.tr("chosen"))


def reason_quote(context: PlanContext, reason: Reason) -> Quote:
    """Why something was chosen, with who says so."""
    return Quote(reason.id, reason.text, _name(context, reason.voice))


def source_quote(context: PlanContext, found: OptionSource) -> Quote:
    """Where an option was found, with who says so."""
    return Quote(found.id, found.text, _name(context, found.voice))


def question_quotes(context: PlanContext, question: OpenQuestion) -> tuple[Quote, ...]:
    """A question about a choice with who asked it; once it is answered, the answer as well, with who told it."""
    asked = Quote(question.id, question.text, _name(context, question.voice))
    if question.answer is None:
        return (asked,)
    heard = context.tr("from: “{words}”", words=question.by) if question.by else ""
    intro = context.tr("We know now:")
    return asked, Quote(question.id, question.answer, _name(context, question.answered_by), intro=intro, note=heard)


def _open_questions(context: PlanContext, intro: str, choices: Iterable[Choice]) -> tuple[LetterLine, ...]:
    """The questions that are open still under one introduction, and then each that was answered."""
    questions = [question for choice in choices for question in choice.open_questions]
    waiting = tuple(q for question in questions if not question.answer for q in question_quotes(context, question))
    found_out = context.tr("What we found out:")
    answered = (question_quotes(context, question) for question in questions if question.answer)
    return (*line_of(intro, waiting), *(LetterLine(found_out, quotes) for quotes in answered))


def _reason(context: PlanContext, choice: Choice, reason: Reason) -> Quote:
    return replace(reason_quote(context, reason), note=choice.question)


def _source(context: PlanContext, option: Option, found: OptionSource) -> Quote:
    return replace(source_quote(context, found), note=option.title)


def _name(context: PlanContext, voice: Voice | None) -> str:
    return context.name(voice.id) if voice else ""


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
