"""Commands for “I do not agree”: with a line of the plan, with whom one talks about it, and how it ended (L38, M08)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import get_args

from zlp_tui.conversation.ports.follow_up import DisagreementLine
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.asking import Unsaid
from zlp_tui.plain.asking_words import WordsAsked, worded
from zlp_tui.plain.command import Command
from zlp_tui.plain.noted import one_of
from zlp_tui.plain.page import Page, quoted
from zlp_tui.plain.remarks import UNDER, about_line
from zlp_tui.plain.walk import Walk
from zlp_tui.plain.words import numbered
from zlp_tui.plan.view import Route


def disagreeing(say: Catalogue) -> tuple[Command, ...]:
    """The commands, in the words of the catalogue."""
    words = say("NUMBER WORDS")
    with_line = worded(say("/disagree"), words, say("I do not agree with this line; without a number: all"), _disagree)
    return (
        replace(with_line, run=lambda walk, rest: with_line.run(walk, rest) if rest else _show(walk)),
        Command(say("/disagree-to"), say("NUMBER WHERE"), say("with whom we talk about that"), _take_to),
        worded(say("/disagree-ended"), words, say("how that ended"), _ended),
    )


def disagreements_page(lines: tuple[DisagreementLine, ...], say: Catalogue) -> Page:
    """Who does not agree with what, numbered, each with where it was taken and how it ended."""
    page = Page(say)
    for line in lines:
        page.quote(replace(line.quote, ref=line.ref, note=line.on), whole=True)
        about_line(page, line.about)
        if line.route_title:
            page.text(say("Talked about with: {who}", who=line.route_title), UNDER)
        if line.ended_how:
            page.text(say("How it ended: {words}", words=quoted(line.ended_how)), UNDER)
    if not lines:
        page.text(say("Everybody agrees, as far as was said."))
    page.text(say("Do you not agree with a line? Type /disagree, its number, and why."))
    return page


def _show(walk: Walk) -> None:
    walk.look(disagreements_page(walk.desk.history.disagreements(), walk.say))


def _disagree(walk: Walk, rest: str) -> tuple[WordsAsked, str]:
    quote, typed = numbered(walk, rest)
    follow_up = walk.desk.follow_up
    unsaid = Unsaid(follow_up, "disagree", quote.ref)
    keep = partial(follow_up.disagree, quote.ref)
    question = walk.say("What should be otherwise?")
    return WordsAsked(walk, question, unsaid, keep, about=quote.text, then=partial(_tell_where, walk)), typed


def _tell_where(walk: Walk) -> None:
    """Say with whom it can be talked about, and how that is written down."""
    walk.out.say(walk.say("One can talk about this with:"))
    _tell_routes(walk)
    walk.out.say(walk.say("Write down with whom: type /disagree first, and then /disagree-to."))


def _tell_routes(walk: Walk) -> None:
    for number, route in enumerate(walk.desk.follow_up.routes(), start=1):
        walk.out.say(": ".join(filter(None, (route.title, route.hint))), f"  {number}. ")


def _take_to(walk: Walk, rest: str) -> None:
    line, where = _disagreement_at(walk, rest)
    routes = walk.desk.follow_up.routes()
    if not where:
        walk.out.say(walk.say("With whom? Type /disagree-to, the number of the line, and a number from here."))
        _tell_routes(walk)
        return
    picked = one_of(routes, where)
    walk.desk.follow_up.take_to(line.ref, _route(picked))
    title = next(route.title for route in routes if route.id == picked)
    walk.out.say(walk.say("Saved. Talked about with: {who}", who=title))


def _route(picked: str) -> Route:
    return next(route for route in get_args(Route) if route == picked)


def _ended(walk: Walk, rest: str) -> tuple[WordsAsked, str]:
    line, typed = _disagreement_at(walk, rest)
    follow_up = walk.desk.follow_up
    unsaid = Unsaid(follow_up, "ended", line.ref)
    question = walk.say("How did it end?")
    return WordsAsked(walk, question, unsaid, partial(follow_up.ended, line.ref), about=line.quote.text), typed


def _disagreement_at(walk: Walk, rest: str) -> tuple[DisagreementLine, str]:
    quote, typed = numbered(walk, rest)
    for line in walk.desk.history.disagreements():
        if line.ref == quote.ref:
            return line, typed
    raise Refused("This number is not in the list of /disagree. It was not kept. Type /disagree to see it.")
