"""Parses a typed line as the answer to a question. What cannot be parsed is `Refused`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zlp_tui.conversation.ports.turn import InOrder, Input, Pick, Selectable, Spoken, Words
from zlp_tui.errors import Refused
from zlp_tui.names import names_in
from zlp_tui.text import folded, one_line

_NUMBERS: Final = re.compile(r"\d{1,9}(?:[\s,;]+\d{1,9})*[.,;]?")
_NONE: Final = (0,)
_PAIR: Final = re.compile(r"\s*(\d{1,3})\s*[=:]\s*(\d{1,3})\s*\.?\s*")


@dataclass(frozen=True, slots=True)
class ParsedChoice:
    """Ids of picked or ordered options, and new names that were typed with them."""

    ids: tuple[str, ...]
    names: tuple[str, ...] = ()


def parse_answer(asked: Input, typed: str) -> Spoken | ParsedChoice:
    """Parse a line as the answer to this question.

    Words stay as they are; a pick is one number or title, or several with commas; an order is numbers in their order.
    Only new names, where several may be picked, join those who were picked already.
    """
    match asked:
        case Words():
            return Spoken(typed)
        case Pick(rows=rows) if rows:
            return _rated(asked, typed)
        case Pick():
            return _picked(asked, typed)
        case InOrder(items=items):
            return _ordered(items, typed)
        case _:
            raise Refused("Here is nothing to say. An empty line goes on. This was not kept.")


def parse_number(typed: str) -> int | None:
    """The number, or None when the text is none."""
    stripped = typed.strip().rstrip(".")
    return int(stripped) if stripped.isdecimal() and len(stripped) < 10 else None


def find_by_title(items: tuple[Selectable, ...], typed: str, *, whole: bool = False) -> str | None:
    """The id of the one item with this title or id; unless `whole`, also when its title alone begins so."""
    wanted = folded(typed)
    exact = [item.id for item in items if wanted in (folded(item.title), item.id)]
    if exact or whole or not wanted:
        return exact[0] if exact else None
    begins = [item.id for item in items if folded(item.title).startswith(wanted)]
    return begins[0] if len(begins) == 1 else None


def _numbers(typed: str) -> tuple[int, ...]:
    whole = typed.strip()
    return tuple(int(number) for number in re.findall(r"\d+", whole)) if _NUMBERS.fullmatch(whole) else ()


def _at(items: tuple[Selectable, ...], numbers: tuple[int, ...]) -> tuple[str, ...]:
    if any(not 1 <= number <= len(items) for number in numbers):
        raise Refused("Type a number from 1 to {count}. This was not kept.", count=len(items))
    return tuple(dict.fromkeys(items[number - 1].id for number in numbers))


def _picked(asked: Pick, typed: str) -> ParsedChoice:
    numbers = _numbers(typed)
    if numbers == _NONE:
        return ParsedChoice(())
    named = None if numbers else find_by_title(asked.options, typed, whole=asked.can_add)
    if named is not None:
        return ParsedChoice(_with_chosen(asked, (named,)))
    ids, names = (_at(asked.options, numbers), ()) if numbers else _each(asked, typed)
    if not asked.many and len(ids) + len(names) > 1:
        raise Refused("Choose one of these. This was not kept.")
    return ParsedChoice(asked.chosen if asked.many and names and not ids else _with_chosen(asked, ids), names)


def _with_chosen(asked: Pick, ids: tuple[str, ...]) -> tuple[str, ...]:
    """A line that only leads to other questions takes nothing away from what is chosen."""
    leads = {option.id for option in asked.options if option.leads}
    return (*asked.chosen, *ids) if ids and leads.issuperset(ids) else ids


def _rated(asked: Pick, typed: str) -> ParsedChoice:
    """Pairs such as `1=4`: the number of a row, and that of its level. Rows that are not named stay as they are."""
    pairs = [_PAIR.fullmatch(piece) for piece in _pieces(typed) if piece.strip()]
    first = asked.first_level
    picked = list(asked.chosen)
    for pair in pairs:
        try:
            if pair is None:
                raise IndexError
            picked.append(asked.option_at(int(pair[1]) - 1, int(pair[2]) - first).id)
        except IndexError:
            last = first + len(asked.levels) - 1
            raise Refused(
                "Type pairs such as 1=4: a number of 1 to {rows}, and one of {first} to {last}. This was not kept.",
                rows=len(asked.rows), first=first, last=last,
            ) from None
    return ParsedChoice(asked.one_for_each_row(picked))


def _each(asked: Pick, typed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Titles, numbers and new names between commas."""
    titles = tuple((option.title, (option.title,)) for option in asked.options)
    pieces = names_in(typed, titles) if asked.many and asked.can_add else _pieces(typed) if asked.many else (typed,)
    ids: list[str] = []
    names: list[str] = []
    for piece in filter(None, map(one_line, pieces)):
        number = parse_number(piece)
        titled = find_by_title(asked.options, piece, whole=asked.can_add)
        found = titled if number is None else _at(asked.options, (number,))[0]
        if found is not None:
            ids.append(found)
        elif asked.can_add:
            names.append(piece)
        else:
            raise Refused("Type a number from 1 to {count}. This was not kept.", count=len(asked.options))
    return tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(names))


def _pieces(typed: str) -> tuple[str, ...]:
    return tuple(re.split(r"[,;\n]", typed))


def _ordered(items: tuple[Selectable, ...], typed: str) -> ParsedChoice:
    """Those that are named come first, in the order typed; all others follow as they stand."""
    numbers = _numbers(typed)
    first = _at(items, numbers) if numbers else _each(Pick(items, many=True), typed)[0]
    rest = tuple(item.id for item in items if item.id not in first)
    return ParsedChoice(first + rest)
