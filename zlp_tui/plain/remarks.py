"""Commands for remarks and nice moments: leave one, tell what was done with it and to whom (L56, M11)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from zlp_tui.conversation.ports.follow_up import RemarkLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.asking import Unsaid
from zlp_tui.plain.asking_words import WordsAsked, worded
from zlp_tui.plain.command import Command
from zlp_tui.plain.page import Page, quoted
from zlp_tui.plain.walk import Walk
from zlp_tui.plain.words import numbered
from zlp_tui.plan.view import RemarkKind
from zlp_tui.text import shortened

UNDER = "     "
"""Before a line that tells more about the line above it."""


def remarking(say: Catalogue) -> tuple[Command, ...]:
    """The commands, in the words of the catalogue."""
    words, number = say("WORDS"), say("NUMBER")
    return (
        worded(say("/nice"), words, say("keep a nice moment"), _nice),
        worded(say("/remark"), words, say("leave a remark"), _remark),
        Command(say("/remarks"), "", say("all remarks and nice moments"), _remarks),
        worded(say("/done-with"), say("NUMBER WORDS"), say("what was done with this remark"), _done_with),
        Command(say("/told"), number, say("who made this remark has heard what was done"), _told),
    )


def remarks_page(remarks: tuple[RemarkLine, ...], say: Catalogue) -> Page:
    """Remarks and nice moments, numbered, each with what was done with it."""
    page = Page(say)
    for line in remarks:
        kind = say("Nice moment") if line.kind == "nice-moment" else say("Remark")
        page.quote(replace(line.quote, ref=line.ref, intro=kind, note=line.on), whole=True)
        about_line(page, line.about)
        if line.done_with:
            page.text(say("What was done with it: {words}", words=quoted(line.done_with)), UNDER)
        if line.told_back_on:
            page.text(say("Told back: {date}", date=line.told_back_on), UNDER)
        elif line.open and line.done_with:
            page.text(say("Who said this has not heard that yet. Then: /told."), UNDER)
        elif line.open:
            page.text(say("What was done with it is not told yet. Then: /done-with."), UNDER)
    if not remarks:
        page.text(say("There are no remarks yet."))
    return page


def about_line(page: Page, about: Quote | None) -> None:
    """Add which line of the plan something is about."""
    if about is not None:
        words = quoted(shortened(about.text)) if about.own_words else shortened(about.text)
        page.text(page.say("This is about: {words}", words=words), UNDER)


def _nice(walk: Walk, rest: str) -> tuple[WordsAsked, str]:
    return _leave(walk, "nice-moment", walk.say("What was nice?")), rest


def _remark(walk: Walk, rest: str) -> tuple[WordsAsked, str]:
    return _leave(walk, "remark", walk.say("What is the remark?")), rest


def _leave(walk: Walk, kind: RemarkKind, question: str) -> WordsAsked:
    follow_up = walk.desk.follow_up
    return WordsAsked(walk, question, Unsaid(follow_up, "remark"), partial(follow_up.leave, kind))


def _remarks(walk: Walk, _: str) -> None:
    walk.look(remarks_page(walk.desk.history.remarks(), walk.say))


def _done_with(walk: Walk, rest: str) -> tuple[WordsAsked, str]:
    line, typed = _remark_at(walk, rest)
    follow_up = walk.desk.follow_up
    unsaid = Unsaid(follow_up, "done-with", line.ref)
    question = walk.say("What was done with it?")
    keep = partial(follow_up.done_with, line.ref)
    return WordsAsked(walk, question, unsaid, keep, about=line.quote.text), typed


def _told(walk: Walk, rest: str) -> None:
    line, _ = _remark_at(walk, rest)
    walk.desk.follow_up.told_back(line.ref)
    walk.out.say(walk.say("Saved. Told back: {words}", words=quoted(shortened(line.quote.text))))


def _remark_at(walk: Walk, rest: str) -> tuple[RemarkLine, str]:
    quote, typed = numbered(walk, rest)
    for line in walk.desk.history.remarks():
        if line.ref == quote.ref:
            return line, typed
    raise Refused("This number is no remark. It was not kept. Type /remarks to see them.")
