"""Pages of the plan: map, letter, agreements, choices, and the trace of a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from zlp_tui.conversation.ports.choice_words import QuestionLine, chosen_by, questions_of, reasons_of, sources_of
from zlp_tui.conversation.ports.plan_pages import (
    Beforehand,
    Card,
    ChapterLine,
    LetterPart,
    RouteLine,
    TopicLine,
    TraceStep,
)
from zlp_tui.conversation.ports.turn import Grid, Quote, Selectable
from zlp_tui.dates import told_day
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.pages.question_board import grid_lines
from zlp_tui.plain.pages.text_page import UNDER, TextPage, in_brackets, quoted, told_quote
from zlp_tui.plan.view import Choice, PlanView
from zlp_tui.text import shortened

LAST = 60


def map_page(chapters: Sequence[ChapterLine], tr: Catalogue) -> TextPage:
    """All topics, numbered, each with what was said there last."""
    page = TextPage(tr)
    for chapter in chapters:
        page.gap()
        page.text(chapter.title)
        for topic in chapter.topics:
            page.last += 1
            page.text(_topic(topic, tr), f"  {page.last}. ")
    return page


def _topic(topic: TopicLine, tr: Catalogue) -> str:
    state = ""
    if topic.state != "not-yet":
        state = tr("(begun)") if topic.state == "begun" else tr("(talked about)")
    last = quoted(shortened(topic.last, LAST)) if topic.last else ""
    parts = (topic.title, state, tr("[you are here]") if topic.here else "", last, topic.last_by or "")
    return " ".join(part for part in parts if part)


def routes_page(routes: Sequence[RouteLine], tr: Catalogue) -> TextPage:
    """The conversations that can be held, numbered, each with what it is about and how long it takes."""
    page = TextPage(tr)
    for number, line in enumerate(routes, start=1):
        page.text(f"{line.title} [{line.how_far}]" if line.how_far else line.title, f"  {number}. ")
        page.text(f"{line.about} {line.how_long}", "     ")
    page.gap()
    page.text(tr("To hold one: {command} and its number.", command=tr("/route")))
    return page


def topics_of(chapters: Sequence[ChapterLine]) -> tuple[TopicLine, ...]:
    """The topics in the order in which the map numbers them."""
    return tuple(topic for chapter in chapters for topic in chapter.topics)


def letter_page(parts: Sequence[LetterPart], tr: Catalogue, *, numbers: bool = True) -> TextPage:
    """The plan as a letter; every quote whole."""
    page = TextPage(tr, numbers=numbers)
    for part in parts:
        page.gap()
        page.text(part.title)
        for line in part.lines:
            page.text(line.intro, "  ")
            page.quotes_of(line.quotes, "    ", whole=True)
    if not page.paragraphs:
        page.text(tr("Nothing stands here yet."))
    return page


def readers_page(people: Sequence[Selectable], tr: Catalogue) -> TextPage:
    """Everybody but the client, with what they may read."""
    page = TextPage(tr)
    page.text(tr("Who reads this plan?") if people else tr("Nobody else is in this plan yet."))
    for person in people:
        page.text(f"{person.title}: {person.hint or tr('reads only what they heard or said themselves')}", "  ", "    ")
    return page


def seen_page(name: str, parts: Sequence[LetterPart], tr: Catalogue) -> TextPage:
    """The plan as somebody sees it, without numbers: it is only to look at."""
    page = TextPage(tr, numbers=False)
    page.text(tr("This is how {name} sees it", name=name))
    if not parts:
        page.text(tr("Nothing of this plan may be seen."))
    for part in parts:
        page.gap()
        page.text(part.title)
        for line in part.lines:
            page.text(line.intro, "  ")
            page.quotes_of(line.quotes, "    ", whole=True)
    return page


def questions_page(beforehand: Beforehand | None, tr: Catalogue) -> TextPage:
    """The questions of the next talk, to think about, with a line between them."""
    page = TextPage(tr)
    if beforehand is None:
        page.text(tr("Nothing is left to ask in this plan."))
        return page
    page.text(beforehand.title)
    page.text(f"{beforehand.about} {beforehand.how_long}")
    for question in beforehand.questions:
        page.gap()
        page.text(question)
    return page


def cards_page(
    view: PlanView, cards: Sequence[Card], tr: Catalogue, beside: Mapping[str, str] | None = None
) -> TextPage:
    """The goals one works on, and the agreements card by card: each question with what stands there.

    `beside` is what is said beside a line, by its id.
    """
    beside = beside or {}
    page = TextPage(tr)
    kinds = ((tr("What I want to reach"), view.active_goals()), (tr("This can wait"), view.waiting_goals()))
    for title, goals in kinds:
        if goals:
            page.text(title)
            said = [
                Quote(goal.id, goal.text, view.anyone(goal.voice.id).called, note=beside.get(goal.id, ""))
                for goal in goals
            ]
            page.listed(said, partial(page.quote, whole=True), newest="first")
    page.listed(cards, partial(_card, page, beside), newest="first")
    if not page.paragraphs:
        page.text(tr("There are no agreements yet."))
    return page


def _card(page: TextPage, beside: Mapping[str, str], card: Card) -> None:
    page.gap()
    page.text(card.domain)
    page.quote(Quote(card.ref, card.title, card.by, note=beside.get(card.ref, "")), "", whole=True)
    page.text(card.goal and page.tr("For the goal: {words}", words=quoted(card.goal)), "  ")
    for label, quotes in card.rows:
        if quotes:
            page.text(label, "  ")
            page.listed(quotes, partial(page.quote, indent="    "), newest="last")


def choices_page(
    view: PlanView, choices: Sequence[tuple[str, str, Grid]], who_decides: Callable[[str], str], tr: Catalogue
) -> TextPage:
    """The choices on the table, each with who decides, its options, and what was said about choosing."""
    page = TextPage(tr)

    def tell(told: tuple[str, str, Grid]) -> None:
        ref, question, grid = told
        page.gap()
        choice = next((known for known in view.choices if known.id == ref), None)
        if choice is None:
            page.text(question)
        else:
            page.quote(Quote(ref, question, own_words=False), "", whole=True)
            page.text(who_decides(ref), "  ")
        grid_lines(page, grid)
        if choice is not None:
            _about_choosing(page, view, choice)

    page.listed(choices, tell, newest="first")
    if not page.paragraphs:
        page.text(tr("There are no choices yet."))
    return page


def _about_choosing(page: TextPage, view: PlanView, choice: Choice) -> None:
    """Add where the ideas come from, the questions and their answers, the time to think, what was chosen and why, and
    when to look again."""
    tr = page.tr
    _titled(page, tr("Where the ideas come from"), sources_of(view, choice))
    questions = questions_of(view, choice)
    _titled(page, tr("Still to ask"), tuple(line.asked for line in questions if line.answer is None))
    _found_out(page, tuple(line for line in questions if line.answer is not None))
    chosen = next((option.title for option in choice.options if option.id == choice.chosen), "")
    said_by = in_brackets(chosen_by(view, choice))
    page.text(chosen and f"{tr('Chosen')}: {chosen} {said_by}".rstrip(), "  ")
    page.quotes_of(reasons_of(view, choice), "    ")
    thinking, again = choice.thinking_words or choice.thinking_until, choice.revisit_words or choice.revisit_on
    if thinking and not chosen:
        page.text(tr("Time to think until {day}", day=told_day(thinking, tr.locale)), "  ")
    if again:
        page.text(tr("We look at this again on {day}", day=told_day(again, tr.locale)), "  ")
    if any(line.answer is None for line in questions):
        page.text(tr("Is a question answered? Type {command} and its number.", command=tr("/answer")), "  ")


def _titled(page: TextPage, title: str, quotes: Sequence[Quote]) -> None:
    if quotes:
        page.text(title, "  ")
        page.quotes_of(quotes, "    ")


def _found_out(page: TextPage, questions: Sequence[QuestionLine]) -> None:
    """Add the questions that were answered, each with its answer under it."""
    page.text(page.tr("What we found out") if questions else "", "  ")
    for line in questions:
        page.quote(line.asked, "    ")
        if line.answer is not None:
            page.text(told_quote(replace(line.answer, ref="")), UNDER + "  ")
        page.text(page.tr("From: {words}", words=quoted(line.heard_from)) if line.heard_from else "", UNDER + "  ")


def trace_page(
    steps: Sequence[TraceStep], tr: Catalogue, numbered: Mapping[int, Quote] | None = None,
    came_of: Sequence[TraceStep] = (),
) -> TextPage:
    """From a line back to the words it came from, and then what came of it. What has a number already keeps it; the
    rest is numbered on."""
    known = {quote.ref: number for number, quote in reversed([*(numbered or {}).items()])}
    page = TextPage(tr, last=max(known.values(), default=0))
    _traced(page, steps, known)
    if came_of:
        page.gap()
        page.text(tr("This came of it:"))
        _traced(page, came_of, known)
        page.text(tr("The whole way of this wish: {command} and the number.", command=tr("/how-so")))
    return page


def way_page(steps: Sequence[TraceStep], tr: Catalogue, numbered: Mapping[int, Quote] | None = None) -> TextPage:
    """The way of a wish over the talks, the oldest first."""
    return trace_page(steps, tr, numbered)


def _traced(page: TextPage, steps: Sequence[TraceStep], known: Mapping[str, int]) -> None:
    tr = page.tr
    for step in steps:
        told = f"{step.what}: {quoted(step.text) if step.own_words else step.text}"
        if not step.ref:
            page.text(told)
        elif step.ref in known:
            page.text(told, f"{known[step.ref]}. ")
        else:
            page.about(told, Quote(step.ref, step.text, step.by), None, "")
        page.text(", ".join(part for part in (step.by, step.on) if part), "  ")
        page.text(step.asked and tr("Asked: {question}", question=step.asked), "  ")
        page.listed(step.history, partial(_before, page), newest="first")
        for said in step.beside:
            page.text(said, "  ")


def _before(page: TextPage, words: str) -> None:
    page.text(page.tr("Before: {words}", words=words), "  ")
