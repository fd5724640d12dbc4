"""What is said beside a line of the plan, in words: that a wish is not met, and who does not agree (L38, M08).

The line keeps its place and its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from zlp_tui.conversation.ports.plan_pages import LetterLine, LetterPart
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import day_of
from zlp_tui.conversation.telling.remarks.not_met_text import in_a_note
from zlp_tui.plan.view import Disagreement


def notes_beside(context: PlanContext) -> Mapping[str, str]:
    """By line as it stands now: that it cannot be done now, and who does not agree with it, since when and why."""
    told = [(said.about, in_a_note(context, said)) for said in context.view.last_not_met()]
    told += [(said.about, not_agreed(context, said)) for said in context.view.open_disagreements()]
    return _joined(context, told)


def short_notes_beside(context: PlanContext) -> Mapping[str, str]:
    """By line as it stands now: who does not agree with it and since when, without a word why."""
    told = [(said.about, _briefly(context, said)) for said in context.view.open_disagreements()]
    return _joined(context, told)


def not_agreed(context: PlanContext, said: Disagreement) -> str:
    """Who does not agree, since when, and their words."""
    return context.tr(
        "{name} does not agree with this, since {day}: “{words}”", name=context.name(said.voice.id),
        day=day_of(context, said.said_on), words=said.text,
    )


def _briefly(context: PlanContext, said: Disagreement) -> str:
    return context.tr(
        "{name} does not agree with this, since {day}", name=context.name(said.voice.id),
        day=day_of(context, said.said_on),
    )


def newest(anew: Mapping[str, str], ref: str) -> str:
    """The line that says now what a line said; `anew` is which line says anew what each one said."""
    while ref in anew:
        ref = anew[ref]
    return ref


def _joined(context: PlanContext, told: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """By line as it stands now, what was said of it and of what it replaced."""
    anew, notes = context.view.said_anew(), dict[str, str]()
    for about, words in told:
        ref = newest(anew, about)
        notes[ref] = f"{notes[ref]} · {words}" if ref in notes else words
    return notes


def with_notes(parts: Iterable[LetterPart], notes: Mapping[str, str]) -> tuple[LetterPart, ...]:
    """The parts of a letter in which each line tells what is said beside it."""
    if not notes:
        return tuple(parts)
    return tuple(replace(part, lines=tuple(_noted(line, notes) for line in part.lines)) for part in parts)


def _noted(line: LetterLine, notes: Mapping[str, str]) -> LetterLine:
    return replace(line, quotes=tuple(_quoted(quote, notes) for quote in line.quotes))


def _quoted(quote: Quote, notes: Mapping[str, str]) -> Quote:
    """A quote with its note. A fact about a line, such as who does it, has the id of that line too."""
    if not quote.own_words or quote.ref not in notes:
        return quote
    return replace(quote, note=" · ".join(filter(None, (quote.note, notes[quote.ref]))))
