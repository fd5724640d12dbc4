"""Parses what is typed for a note: its subject, its outcome and the reason."""

from __future__ import annotations

from typing import get_args

from zlp_tui.conversation.ports.turn import Quote, Selectable
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.pages.question_page import OPTIONS
from zlp_tui.plain.pages.text_page import TextPage
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plain.typed.answer_parser import find_by_title, parse_number
from zlp_tui.plan.view import Because, Done
from zlp_tui.text import folded


def things_page(things: tuple[Selectable, ...], signals: tuple[Selectable, ...], tr: Catalogue) -> TextPage:
    """The agreements and goals that a note can be about, and what was said of bad days, numbered on."""
    page = TextPage(tr)
    _listed(page, things)
    if signals:
        page.text(tr("Was it such a day?"))
        _listed(page, signals)
    return page


def _listed(page: TextPage, things: tuple[Selectable, ...]) -> None:
    quotes = [Quote(thing.id, thing.title, by=thing.by or "", note=thing.hint) for thing in things]
    page.listed(quotes, page.quote, newest="first", long=OPTIONS)


def done_options(tr: Catalogue) -> tuple[Selectable, ...]:
    """The three outcomes, translated."""
    return (Selectable("yes", tr("Yes")), Selectable("partly", tr("A little")), Selectable("no", tr("No")))


def thing_typed(talk: PlainTalk, things: tuple[Selectable, ...], typed: str) -> Selectable | None:
    """The one of these with this number or title; None for 0, a note about none of them."""
    number = parse_number(typed)
    if number == 0 or folded(typed) == folded(talk.tr("loose")):
        return None
    if number is not None and number <= len(things):
        return things[number - 1]
    titled = find_by_title(things, typed) if number is None else None
    if titled is None:
        raise Refused("This is not in the list of /note. It was not kept. Type /note to see the list.")
    return next(thing for thing in things if thing.id == titled)


def option_typed(options: tuple[Selectable, ...], typed: str) -> str:
    """The id of the option with this number or title. `Refused` when there is none."""
    number = parse_number(typed)
    if number is not None and 1 <= number <= len(options):
        return options[number - 1].id
    titled = find_by_title(options, typed) if number is None else None
    if titled is None:
        raise Refused("Type a number from 1 to {count}. This was not kept.", count=len(options))
    return titled


def parse_note(talk: PlainTalk, rest: str) -> tuple[Selectable | None, Done | None, str]:
    """Split the argument of `/note` into subject, outcome and words."""
    first, after = (*rest.split(maxsplit=1), "")[:2]
    follow_up = talk.desk.follow_up
    about = thing_typed(talk, (*follow_up.things(), *follow_up.signals()), first)
    return about, *outcome_and_words(done_options(talk.tr) if about else (), after)


def day_options(tr: Catalogue) -> tuple[Selectable, ...]:
    """The outcomes as they are typed for today; those of a note count too."""
    return (Selectable("yes", tr("done")), Selectable("no", tr("not done")), Selectable("no", tr("not")),
            *done_options(tr))


def outcome_and_words(options: tuple[Selectable, ...], typed: str) -> tuple[Done | None, str]:
    """The outcome with which a text begins, and the words after it; no outcome where it begins otherwise."""
    for option in options:
        words = typed[len(option.title) :]
        if folded(typed[: len(option.title)]) == folded(option.title) and not words[:1].isalnum():
            return done_by_id(option.id), words.lstrip(" ,.;:").strip()
    return None, typed.strip()


def done_by_id(picked: str) -> Done:
    """The outcome with this id."""
    return next(done for done in get_args(Done) if done == picked)


def because_by_id(picked: str) -> Because:
    """The reason with this id."""
    return next(reason for reason in get_args(Because) if reason == picked)
