"""Pages of the plan: map, letter, agreements, choices, and the trace of a line."""

from __future__ import annotations

from collections.abc import Sequence

from zlp_tui.conversation.ports.plan_pages import Card, ChapterLine, LetterPart, TopicLine, TraceStep
from zlp_tui.conversation.ports.turn import Grid, Quote
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.question_page import grid_lines
from zlp_tui.plain.text_page import TextPage, quoted
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
    if not page.lines:
        page.text(tr("Nothing has been said yet."))
    return page


def cards_page(cards: Sequence[Card], tr: Catalogue) -> TextPage:
    """Goals and agreements, card by card: each question with what stands there."""
    page = TextPage(tr)
    for card in cards:
        page.gap()
        page.text(card.domain)
        page.quote(Quote(card.ref, card.title, card.by), "", whole=True)
        page.text(card.goal and tr("For the goal: {words}", words=quoted(card.goal)), "  ")
        for label, quotes in card.rows:
            if quotes:
                page.text(label, "  ")
                page.quotes_of(quotes, "    ")
    if not page.lines:
        page.text(tr("There are no agreements yet."))
    return page


def choices_page(choices: Sequence[tuple[str, str, Grid]], tr: Catalogue) -> TextPage:
    """The choices on the table, each with its options."""
    page = TextPage(tr)
    for _, question, grid in choices:
        page.gap()
        page.text(question)
        grid_lines(page, grid)
    if not page.lines:
        page.text(tr("There are no choices yet."))
    return page


def trace_page(steps: Sequence[TraceStep], tr: Catalogue) -> TextPage:
    """From a line back to the words it came from."""
    page = TextPage(tr)
    for step in steps:
        page.text(f"{step.what}: {quoted(step.text)}")
        page.text(", ".join(part for part in (step.by, step.on) if part), "  ")
        page.text(step.asked and tr("Asked: {question}", question=step.asked), "  ")
        for before in step.history:
            page.text(tr("Before: {words}", words=before), "  ")
    return page
