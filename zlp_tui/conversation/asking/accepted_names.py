"""The one door for names of people in a plan: what is no name, what is doubtful, and who is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from zlp_tui.conversation.telling.namesakes import namesakes
from zlp_tui.dates import join_names
from zlp_tui.errors import Doubtful, Refused
from zlp_tui.i18n import message
from zlp_tui.names import meaning_of, nearest
from zlp_tui.plan.view import Namesake, Person, PlanView
from zlp_tui.text import Cleaned, clean_name, same_name

Again = Literal["type", "do"]
"""How one says that a name is meant as it is: it is typed once more, or what was done with it is done once more."""
SEEN: Final = 40
"""Letters of a name in a message at most, where it may be no name."""
_ARE_THERE: Final[Mapping[Again, str]] = {
    "type": message(
        "{names} are there already. Type one of these names. Is this somebody else? Then type it once more."
    ),
    "do": message("{names} are there already. Look as one of them. Is this somebody else? Then do it once more."),
}
_IS_THERE: Final[Mapping[Again, str]] = {
    "type": message("{name} is there already. Is this somebody else? Then type it once more."),
    "do": message("{name} is there already. Is this somebody else? Then do it once more."),
}
_NEAR: Final[Mapping[Again, str]] = {
    "type": message("Do you mean {known}? Or is “{name}” right? Then type it once more."),
    "do": message("Do you mean {known}? Or is “{name}” right? Then do it once more."),
}


def names_meant(people: Sequence[Person]) -> tuple[tuple[Person, str], ...]:
    """The names by which one of these people can be meant: what each is called, which tells them apart, then the full
    names that nobody else has."""
    called = tuple((person, person.called) for person in people)
    full = ((person, name) for person in people for name in person.names if name != person.called)
    return (*called, *((person, name) for person, name in full if len(namesakes(people, name)) == 1))


def person_called(view: PlanView, name: str) -> Person | None:
    """Who in the plan goes by this name; None for nobody, and where it does not say who of several is meant."""
    return next((person for person, known in names_meant(view.people) if same_name(known, name)), None)


def require_meant(view: PlanView, person: Person, *, confirmed: bool, locale: str) -> None:
    """`Doubtful`, unless it was `confirmed`, where what somebody is called is the name of somebody else too."""
    shared = [p for p in namesakes(view.people, person.called) if p.id != person.id]
    if not shared or isinstance(person, Namesake) or confirmed:
        return
    others = join_names([p.called for p in shared], locale)
    if person.id == view.client:
        raise Doubtful(
            "Do you mean {name}, whose plan this is? Then type it once more. Or type: {others}", name=person.called,
            others=others,
        )
    raise Doubtful("Do you mean {name}? Then type it once more. Or type: {others}", name=person.called, others=others)


def require_name(typed: str, *, confirmed: bool, locale: str) -> Cleaned:
    """What somebody is to be called, cleaned, before it is known in which plan (`new_name`).

    `Refused` for no name, and for words that mean nobody or oneself. `Doubtful`, unless it was `confirmed`, for what
    may be no name (F9, B11).
    """
    name = clean_name(typed)
    meaning = meaning_of(name, locale)
    if not name:
        raise Refused("Please type a name.")
    if meaning in ("nobody", "myself"):
        raise Refused("“{name}” is not a name. Nothing was changed.", name=_brief(name))
    if meaning == "doubtful" and not confirmed:
        raise Doubtful("Is “{name}” a name? Then type it once more.", name=_brief(name))
    return name


def _brief(name: str) -> str:
    """So much of a name that a message with it is seen in a small window."""
    return name if len(name) <= SEEN else f"{name[:SEEN - 1].rstrip()}…"


def new_name(view: PlanView, typed: str, *, confirmed: bool, locale: str, of: str | None = None) -> Cleaned:
    """The name of somebody who is new in the plan, or from now on that `of` somebody who is there, by id; cleaned.

    `Refused` for no name, and for words that mean nobody or oneself. `Doubtful`, unless it was `confirmed`, for what
    may be no name, for the name of somebody else who is there, and for one that differs from theirs in a letter.
    """
    name = require_name(typed, confirmed=confirmed, locale=locale)
    if not confirmed:
        require_unlike(view, name, locale=locale, of=of)
    return name


def require_unlike(view: PlanView, name: str, *, locale: str, again: Again = "type", of: str | None = None) -> None:
    """`Doubtful` for the name of somebody else who is in the plan, and for one that differs from theirs in a letter;
    `of` is who has this name from now on, by id."""
    others = tuple(person for person in view.people if person.id != of)
    there = namesakes(others, name)
    if len(there) > 1:
        raise Doubtful(_ARE_THERE[again], names=join_names([person.called for person in there], locale))
    if there:
        raise Doubtful(_IS_THERE[again], name=there[0].called)
    near = nearest(name, ((person, person.names) for person in others))
    if near is not None:
        raise Doubtful(_NEAR[again], known=near.called, name=name)
