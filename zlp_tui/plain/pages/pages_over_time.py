"""Pages over time: new since the last visit, due dates, editions, and the history of a line."""

from __future__ import annotations

from collections.abc import Callable

from zlp_tui.conversation.ports.history_queries import (
    DueLine,
    EditionLine,
    HistoryLine,
    LookedDay,
    NewLine,
    NewSince,
    Today,
    Week,
    WhoLooked,
)
from zlp_tui.conversation.ports.talk_places import TalkPlace
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.pages.text_page import UNDER, TextPage, quoted, told_quote
from zlp_tui.text import shortened


def new_page(new: NewSince, tr: Catalogue, name: str = "") -> TextPage:
    """What is new for the keyboard user, whose name this is, by topic."""
    page = TextPage(tr)
    page.text(name and tr("New for {name}", name=name))
    if new.since:
        page.text(tr("New since {date}:", date=new.since))
    elif name:
        page.text(tr("You look here for the first time. This tells of the last three days."))
    told: set[str] = set()

    def tell(line: tuple[str, NewLine]) -> None:
        title, said = line
        if title not in told:
            told.add(title)
            page.gap()
            page.text(title)
        page.quote(said.quote, whole=True)

    page.listed([(title, line) for title, lines in new.parts for line in lines], tell, newest="first")
    if not new.count:
        page.text(tr("Nothing is new."))
    return page


def looked_page(looked: WhoLooked, tr: Catalogue) -> TextPage:
    """Who looked into the plan and what they did there, by day, the newest first."""
    page = TextPage(tr)
    if not looked.sound:
        page.text(tr("Something in this list was changed by somebody. Type: zlp audit NAME --verify"))
    if looked.days:
        page.text(tr("Write a code down: it shows later whether somebody changed this list."))
    page.listed(looked.days, lambda day: _looked_day(page, day, tr), newest="first")
    if not looked.locked:
        page.gap()
        page.text(tr("This plan has no lock. Who can open its file can also change this list."))
    return page


def _looked_day(page: TextPage, day: LookedDay, tr: Catalogue) -> None:
    page.gap()
    page.text(day.title)
    for line in day.lines:
        page.text(line, "  ")
    page.text(tr("code: {code}", code=day.code), "  ")


def today_page(
    today: Today, tr: Catalogue, place_of: Callable[[DueLine], TalkPlace | None] = lambda _: None
) -> TextPage:
    """What is agreed for today, by part of the day, and then what it is time for. The number of a line is that of the
    agreement; what is not told in this company has none."""
    page = TextPage(tr)
    for part in today.parts:
        page.text(part.title)
        for line in part.lines:
            told = " · ".join(filter(None, (line.what, line.who, line.noted)))
            if line.private:
                page.text(told, "  ")
            else:
                page.about(told, Quote(line.ref, line.what, part=line.part), None)
    for nth, due in enumerate(today.due):
        if nth == 0:
            page.text(tr("It is time for this"))
        page.about(f"{due.title}: {due.when}", due.quote or Quote("", due.title), place_of(due))
    if not page.paragraphs:
        page.text(tr("Nothing is agreed for today."))
    return page


def week_page(week: Week, tr: Catalogue, *, numbers: bool = True) -> TextPage:
    """What is agreed for this week, by day; the number of a line is that of the agreement, if lines have numbers."""
    page = TextPage(tr, numbers=numbers)
    page.text(week.title)
    for part in week.parts:
        page.gap()
        page.text(part.title)
        for line in part.lines:
            told = " · ".join(filter(None, (f"{line.at}: {line.what}" if line.at else line.what, line.who, line.note)))
            if line.private or not numbers:
                page.text(told, "  ", "    ")
            else:
                page.about(told, Quote(line.ref, line.what), None)
    page.gap()
    page.text(week.nothing_else if week.parts else tr("Nothing is agreed for this week."))
    return page


def due_page(
    lines: tuple[DueLine, ...], tr: Catalogue, place_of: Callable[[DueLine], TalkPlace | None] = lambda _: None
) -> TextPage:
    """What has a date, the earliest first. `place_of` tells where it is done."""
    page = TextPage(tr)

    def tell(line: DueLine) -> None:
        page.about(due_line(line, tr), line.quote or Quote("", line.title), place_of(line))
        page.text(line.because, UNDER)
        page.text(told_quote(line.quote) if line.quote is not None else "", UNDER)

    page.listed(lines, tell, newest="first")
    if not lines:
        page.text(tr("Nothing has a date."))
    return page


def due_line(line: DueLine, tr: Catalogue) -> str:
    """A due date in one sentence."""
    told = f"{line.title}: {line.when}"
    return f"{told} {tr('[it is time]')}" if line.late else told


def editions_page(editions: tuple[EditionLine, ...], tr: Catalogue) -> TextPage:
    """The versions that were agreed on, the newest first, each with who agreed."""
    page = TextPage(tr)

    def tell(edition: EditionLine) -> None:
        page.gap()
        page.text(edition.title)
        page.text(tr("At the table: {names}", names=edition.present) if edition.present else "", "  ")
        for consent in edition.consents:
            words = quoted(shortened(consent.words)) if consent.words else ""
            page.text(" ".join(filter(None, (f"{consent.name}: {consent.says}", words))), "  ")

    page.listed(editions, tell, newest="first")
    if not editions:
        page.text(tr("No version of the plan was agreed on yet."))
    return page


def history_page(lines: tuple[HistoryLine, ...], tr: Catalogue) -> TextPage:
    """All changes of a line, the oldest first: who, when, and what stood here before and after."""
    page = TextPage(tr, numbers=False)

    def tell(line: HistoryLine) -> None:
        page.text(" · ".join(filter(None, (line.on, line.by, line.what))))
        before, after = (quoted(words) if words and line.own_words else words for words in (line.before, line.after))
        if before:
            page.text(tr("Before: {words}", words=before) if after else before, "  ")
        if after:
            page.text(tr("After: {words}", words=after) if before else after, "  ")

    page.listed(lines, tell, newest="last")
    if not lines:
        page.text(tr("Nothing changed here."))
    return page
