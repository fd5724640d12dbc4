"""Who may see and write what: scopes, and the one question that grants answer.

Today everybody at the table may see and write everything (`no_grants`). Grants are another `Grants`, handed to the
front door; nothing else changes then. What readers may see is the filter in `readable.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

AccessMode = Literal["see", "write"]


class Scope(NamedTuple):
    """What a line belongs to: a topic of the script (by id, or by role where no question keeps the line), and the life
    domain it is about, if any."""

    topic: str
    domain: str | None = None


May = Callable[[str, AccessMode, Scope], bool]
"""Whether a person, by id, may see or write what belongs to a scope."""


def everybody_may(person: str, action: AccessMode, scope: Scope) -> bool:
    """The rule while there are no grants."""
    return True


Grants = Callable[[str], May]
"""Gives what may be seen and written in a plan, by its id; asked again whenever the plan is read."""


def no_grants(plan: str) -> May:
    """The grants of a plan in which nobody gave any."""
    return everybody_may


@dataclass(frozen=True, slots=True)
class Readers:
    """Who reads: all who are present, by person id. They see what every one of them may see; nobody sees nothing.

    Who speaks is one of them and never widens what is seen.
    """

    people: frozenset[str]
    may: May = everybody_may

    @classmethod
    def of(cls, *people: str, may: May = everybody_may) -> Readers:
        """These people."""
        return cls(frozenset(people), may)

    def sees(self, scope: Scope) -> bool:
        """Whether all of them may see what belongs to this scope."""
        return bool(self.people) and all(self.may(person, "see", scope) for person in self.people)
