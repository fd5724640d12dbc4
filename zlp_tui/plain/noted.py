"""What a note says, as it is typed: what it is about, and whether it worked out."""

from __future__ import annotations

from typing import get_args

from zlp_tui.conversation.ports.turn import Quote, Selectable
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.page import Page
from zlp_tui.plain.reading import by_title, read_number
from zlp_tui.plain.walk import Walk
from zlp_tui.plan.view import Because, Done
from zlp_tui.text import folded


def things_page(things: tuple[Selectable, ...], say: Catalogue) -> Page:
    """The agreements and goals that a note can be about, numbered."""
    page = Page(say)
    for one in things:
        page.quote(Quote(one.id, one.title, by=one.by or "", note=one.hint))
    return page


def how_it_went(say: Catalogue) -> tuple[Selectable, ...]:
    """Whether it worked out."""
    return (Selectable("yes", say("Yes")), Selectable("partly", say("A little")), Selectable("no", say("No")))


def thing(walk: Walk, things: tuple[Selectable, ...], typed: str) -> Selectable | None:
    """What a number of the list of `/noteer`, or a title, stands for; None for what belongs to nothing here."""
    number = read_number(typed)
    if number == 0 or folded(typed) == folded(walk.say("loose")):
        return None
    if number is not None and number <= len(things):
        return things[number - 1]
    titled = by_title(things, typed) if number is None else None
    if titled is None:
        raise Refused("This is not in the list of /note. It was not kept. Type /note to see the list.")
    return next(one for one in things if one.id == titled)


def one_of(options: tuple[Selectable, ...], typed: str) -> str:
    """The id of the one option that was typed, by number or by title."""
    number = read_number(typed)
    if number is not None and 1 <= number <= len(options):
        return options[number - 1].id
    titled = by_title(options, typed) if number is None else None
    if titled is None:
        raise Refused("Type a number from 1 to {count}. This was not kept.", count=len(options))
    return titled


def told_at_once(walk: Walk, rest: str) -> tuple[Selectable | None, Done | None, str]:
    """What stood on the line of the command: a number, whether it worked out, and words."""
    first, after = (*rest.split(maxsplit=1), "")[:2]
    about = thing(walk, walk.desk.follow_up.things(), first)
    for option in how_it_went(walk.say) if about else ():
        words = after[len(option.title) :]
        if folded(after[: len(option.title)]) == folded(option.title) and not words[:1].isalnum():
            return about, done(option.id), words.lstrip(" ,.;:").strip()
    return about, None, after.strip()


def done(picked: str) -> Done:
    """An answer by its id."""
    return next(one for one in get_args(Done) if one == picked)


def because(picked: str) -> Because:
    """A reason by its id."""
    return next(one for one in get_args(Because) if one == picked)
