"""The line of the plan behind a number that was printed, for commands that take one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from zlp_tui.conversation.ports.talk_places import role_of, where_to_talk
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.errors import Refused
from zlp_tui.plain.pages.text_width import unbroken
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plain.typed.answer_parser import parse_number


class _HasRef(Protocol):
    """What is told of one line of the plan, by its id."""

    @property
    def ref(self) -> str: ...


ToldT = TypeVar("ToldT", bound=_HasRef)


def require_statement(talk: PlainTalk, quote: Quote, rest: str) -> None:
    """Raise `Refused` for a line that is no statement, such as a small step or a note, and say how it is changed."""
    if any(said.id == quote.ref for said in talk.desk.view.live_statements):
        return
    number, tr = rest.split(maxsplit=1)[0], talk.tr
    take_back = unbroken(f"{tr('/take-back')} {number}")
    if where_to_talk(talk.desk, quote.ref, role_of(talk.desk, quote.ref)) is None:
        raise Refused(
            "This line is not changed. It can be taken back, and then be said once more: {take_back}. "
            "This was not kept.",
            take_back=take_back,
        )
    raise Refused(
        "This line is changed at its own question: {talk_about}. Or take it back: {take_back}. This was not kept.",
        talk_about=unbroken(f"{tr('/talk-about')} {number}"), take_back=take_back,
    )


def is_goal_or_agreement(talk: PlainTalk, quote: Quote) -> bool:
    """Whether a line is a goal or what is agreed, and not one of the lines about it, such as its days."""
    view = talk.desk.view
    standing = (
        *((agreed.id, agreed.want) for agreed in view.active_agreements()),
        *((goal.id, goal.text) for goal in view.open_goals()),
    )
    return (quote.ref, quote.text) in standing


def quote_to_look_up(talk: PlainTalk, rest: str) -> Quote:
    """The quote with this number, or without a number the one that is asked about now."""
    about = talk.turn.about
    return about if about is not None and not rest else quote_by_number(talk, rest)[0]


def no_such_number() -> Refused:
    """The error for what is no number of the last list."""
    return Refused("This number is not in the last list. Type /again to see the lines with their numbers.")


def quote_by_number(talk: PlainTalk, rest: str) -> tuple[Quote, str]:
    """The quote with this number on the page printed last, and the rest of the argument. `Refused` for no number."""
    first, after = (*rest.split(maxsplit=1), "", "")[:2]
    number = parse_number(first)
    if number is None or number not in talk.numbered:
        raise no_such_number()
    if not talk.numbered[number].ref:
        raise Refused("No line of the plan belongs to this number. Type /talk-about and the number to go to it.")
    return talk.numbered[number], after.strip()


def told_by_number(talk: PlainTalk, rest: str, told: Iterable[ToldT], otherwise: Refused) -> tuple[ToldT, str]:
    """The one of `told` behind this number, and the rest of the argument; raises `otherwise` where it is none of
    them."""
    quote, typed = quote_by_number(talk, rest)
    for line in told:
        if line.ref == quote.ref:
            return line, typed
    raise otherwise
