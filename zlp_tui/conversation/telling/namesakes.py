"""People of one plan who go by one name: what tells them apart stands behind it, wherever they are named.

The relation in the client's words tells most, then what somebody is to the client, then what they are asked for. Where
all of that is the same, or nothing is known, there is a number. The client is told by the name alone: whose plan it is,
is known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Final

from zlp_tui.i18n import Catalogue
from zlp_tui.person_words import kind_in_words
from zlp_tui.plan.view import Namesake, Person, PlanView
from zlp_tui.text import first_words, folded, same_name

LONGEST: Final = 24
"""How much of a relation in somebody's own words stands behind a name, in characters."""


def with_namesakes_apart(view: PlanView, tr: Catalogue) -> PlanView:
    """The plan in which everybody who goes by another's name is a `Namesake`."""
    groups: dict[str, list[Person]] = defaultdict(list)
    for person in (*view.people, *view.former_people):
        groups[folded(person.salutation or person.name)].append(person)
    shared = [group for group in groups.values() if len(group) > 1]
    if not shared:
        return view
    former = {person.id for person in view.former_people}
    apart = {p.id: _namesake(p, words) for group in shared for p, words in _apart(group, view.client, former, tr)}
    return replace(
        view,
        people=tuple(apart.get(person.id, person) for person in view.people),
        former_people=tuple(apart.get(person.id, person) for person in view.former_people),
    )


def _namesake(person: Person, apart: str) -> Namesake:
    known = {own.name: getattr(person, own.name) for own in fields(Person)}
    return Namesake(**known, apart=apart)


def _apart(
    group: Sequence[Person], client: str, former: set[str], tr: Catalogue
) -> Iterator[tuple[Person, str]]:
    """For all of one name but the client, who is known, and whoever is the only one left of that name: their words."""
    here = [person for person in group if person.id not in former]
    told = {person.id: tuple(_words_for(person, tr)) for person in here}
    for number, person in enumerate(here, start=1):
        if person.id != client and len(here) > 1:
            others = {folded(words) for other in here if other is not person for words in told[other.id]}
            own = next((words for words in told[person.id] if folded(words) not in others), "")
            yield person, own or str(number)
    gone = [person for person in group if person.id in former]
    for number, person in enumerate(gone, start=1):
        words = tr("no longer here")
        yield person, words if len(gone) == 1 else f"{words}, {number}"


def _words_for(person: Person, tr: Catalogue) -> Iterator[str]:
    """What is known of somebody, what tells most first."""
    for words in filter(None, (person.relation, kind_in_words(tr, person.kind), person.for_what)):
        yield first_words(words, LONGEST).rstrip(" .")


def namesakes(people: Iterable[Person], name: str) -> tuple[Person, ...]:
    """Who of these people go by this name, what tells them apart left aside."""
    return tuple(p for p in people if any(same_name(known, name) for known in (p.name, p.salutation or p.name)))
