"""How a line of the plan is introduced where it is told: by its step, by its topic, or by what it is about."""

from __future__ import annotations

from collections.abc import Iterable

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.view import Goal, Statement
from zlp_tui.script.schema import Topic
from zlp_tui.text import one_line


def fact(text: str, ref: str = "", by: str = "", note: str = "", intro: str = "") -> Quote:
    """A line that is not a quotation: a date, a name, what was picked."""
    return Quote(ref=ref, text=text, by=by, intro=intro, note=note, own_words=False)


def intro_of(context: PlanContext, topic: Topic, step: str) -> str:
    """How the topic introduces what was said at this step: the step's own introduction, or the topic's."""
    return context.words(topic.intros.get(step, topic.intro))


def line_of(intro: str, quotes: tuple[Quote, ...]) -> tuple[LetterLine, ...]:
    """One introduced line; none where there is nothing to introduce."""
    return (LetterLine(intro, quotes),) if quotes else ()


def together(told: Iterable[LetterLine]) -> tuple[LetterLine, ...]:
    """Lines with one introduction as one line, where the first of them stood."""
    lines: dict[str, tuple[Quote, ...]] = {}
    for line in told:
        lines[line.intro] = lines.get(line.intro, ()) + line.quotes
    return tuple(LetterLine(intro, quotes) for intro, quotes in lines.items())


def introduced(context: PlanContext, topic: Topic, statements: Iterable[Statement]) -> tuple[LetterLine, ...]:
    """Statements of one topic, under the introduction of their step, side or moment, apart for who said them."""
    lines: dict[str, list[Quote]] = {}
    for statement in statements:
        lines.setdefault(introduction(context, topic, statement), []).append(context.quote(statement))
    return tuple(LetterLine(intro, tuple(quotes)) for intro, quotes in lines.items())


def introduction(context: PlanContext, topic: Topic, statement: Statement) -> str:
    """How a statement is introduced: never paraphrased, only told what it is about and, for others, who said it."""
    part = statement.side or statement.moment
    key = next((k for k in (f"{statement.step}/{part}", statement.step) if k in topic.intros), None)
    by_client = statement.voice.id == context.view.client
    if not by_client and key is None and topic.intro_by_other:
        return context.words(topic.intro_by_other, who=context.name(statement.voice.id))
    return context.words(topic.intros[key] if key else topic.intro)


def goal_intro(context: PlanContext, goal: Goal) -> str:
    """How all that is told of one goal is introduced: by the goal, so that it reads as one."""
    return context.tr("Goal: “{words}”", words=one_line(goal.text))


def agreement_intro(context: PlanContext, topic: Topic, agreement: str | None) -> str:
    """How all that is told of one agreement is introduced: by what was agreed, so that it reads as one."""
    want = next((a.want for a in context.view.agreements if a.id == agreement), None)
    return context.tr("Agreed: “{words}”", words=one_line(want)) if want else context.words(topic.intro)
