"""Who may see and write what: scopes, and the one question that grants answer.

What a plan itself says of it are its grants (`granted.py`); a `Grants` that is handed to the front door can only take
more away. What readers may see is the filter in `readable.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from zlp_tui.plan.lines.field_scopes import BSN, CITIZEN_NUMBER

AccessMode = Literal["see", "write"]


class Scope(NamedTuple):
    """What a line belongs to: a topic of the script (by id, or by role where no question keeps the line), and the life
    domain it is about, if any."""

    topic: str
    domain: str | None = None
    line: str | None = None
    """The id of the one line that is asked about, where a rule may be about lines."""


def scope_topic(topic: str, field: str) -> str:
    """The topic of the scope of a detail: its own, but for the one field that is closed apart."""
    return CITIZEN_NUMBER if field == BSN else topic


May = Callable[[str, AccessMode, Scope], bool]
"""Whether a person, by id, may see or write what belongs to a scope."""


def everybody_may(person: str, action: AccessMode, scope: Scope) -> bool:
    """The rule while there are no grants."""
    return True


def number_for_client_only(client: str) -> May:
    """The rule while the client granted nothing: all may everything, but for the citizen service number."""
    return lambda person, action, scope: action == "write" or person == client or scope.topic != CITIZEN_NUMBER


Grants = Callable[[str], May]
"""Gives what may be seen and written in a plan, by its id; asked again whenever the plan is read."""


def no_grants(plan: str) -> May:
    """The grants of a plan in which nobody gave any."""
    return everybody_may


def both(one: May, other: May) -> May:
    """What two rules both allow."""
    if one is everybody_may:
        return other
    return lambda person, action, scope: one(person, action, scope) and other(person, action, scope)


class Readers(NamedTuple):
    """Who reads: all who are present, by person id. They see what every one of them may see; nobody sees nothing.

    Who speaks is one of them and never widens what is seen.
    """

    people: frozenset[str]
    may: May = everybody_may
    by_line: bool = False
    """Whether some of them may see one line and not another of the same scope, so that each is asked about."""

    @classmethod
    def of(cls, *people: str, may: May = everybody_may) -> Readers:
        """These people."""
        return cls(frozenset(people), may)

    def sees(self, scope: Scope) -> bool:
        """Whether all of them may see what belongs to this scope."""
        return bool(self.people) and all(self.may(person, "see", scope) for person in self.people)
