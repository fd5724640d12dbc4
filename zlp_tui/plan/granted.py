"""Who may see and write what, as the grants of a plan say: the rules of decision 0051, on lines that are read already.

They hold from the first time that the client was asked about anybody. Then the client may everything, and another what
the client said; of whom nothing was said, what they heard at the table and said themselves. That a line is closed
to all but the client and who said it holds by itself, also before that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from zlp_tui.plan.access import AccessMode, Scope
from zlp_tui.plan.heard import Heard
from zlp_tui.plan.view import CITIZEN_NUMBER, CLOSED_AT_FIRST, DOMAINS, HOW_WE_TALK, MAIN, PARTS, REPRESENTATIVE, WORK

FOR_THE_WORK: Final = frozenset({
    "agreements", "goals", "follow-up", "agreements-on", "working", HOW_WE_TALK, "important-to", "important-for",
    "domains", "at-the-table",
})
"""Topics that who works for the client needs: what is agreed on and what for, what works, how one talks, what is
important; and with whom one sat there."""

WHO_MAY: Final = "who-may"
"""The topic of grants: only the client changes them, and who acts in the client's name."""

ALWAYS_WRITTEN: Final = frozenset({"at-the-table"})
"""What is written because somebody is there: that they are."""


@dataclass(frozen=True, slots=True)
class GivenGrant:
    """One grant that holds today; see `plan.view.Grant`."""

    person: str | None
    scope: str
    see: bool
    write: bool


@dataclass(frozen=True, slots=True)
class Closing:
    """That a line was closed to all but the client and who said it: the first wording of it, and who closed it."""

    line: str
    by: str


@dataclass(frozen=True, slots=True)
class Unfolding:
    """What the client opened for now to whoever sits at the table: topics, without what belongs to parts of life that
    are private in that company (decision 0056)."""

    topics: frozenset[str] = frozenset()
    private: frozenset[str] = frozenset()


NOTHING_UNFOLDED: Final = Unfolding()


@dataclass(frozen=True, slots=True, eq=False)
class Granted:
    """What everybody may see and write in a plan in which anything was granted or closed. `allows` is a `May`."""

    client: str
    grants: Mapping[tuple[str | None, str], GivenGrant]
    """Those that hold today, by person and scope."""
    heard: Heard
    about: Mapping[str, str | None] = field(default_factory=dict)
    """Of each grant by its id whom it is about: they may know of it."""
    conversation: str | None = None
    """The one that goes on: what is said in it is not taken from the sight of who hears it."""
    asked: bool = True
    """Whether the client was asked about anybody. Until then all may everything but what is closed by itself."""
    closings: Mapping[str, Closing] = field(default_factory=dict)
    """Every line that was ever closed, by the id of the grant that says so."""
    unfolding: Unfolding = NOTHING_UNFOLDED
    _mains: dict[str, GivenGrant | None] = field(default_factory=dict, init=False, repr=False)

    def allows(self, person: str, action: AccessMode, scope: Scope) -> bool:
        """Whether a person may see or write what belongs to a scope, or one line of it."""
        if person == self.client:
            return True
        sees = self._sees(person, scope)
        return sees or self._is_unfolded(scope) if action == "see" else self._writes(person, scope, sees)

    def _is_unfolded(self, scope: Scope) -> bool:
        """Whether something is opened for now: to be read, not to be changed. What another closed stays theirs."""
        if scope.topic not in self.unfolding.topics or scope.domain in self.unfolding.private:
            return False
        first = self.heard.first_wording(scope.line) if scope.line is not None else None
        return all(closing.line != first or closing.by == self.client for closing in self.closings.values())

    def _sees(self, person: str, scope: Scope) -> bool:
        if scope.topic == CITIZEN_NUMBER:  # who heard it, or wrote it down, has it not for that
            return any(grant.see for grant in self._named(person, scope))
        line = scope.line
        if line is not None:
            if self._knows_of_itself(person, line):
                return True
            closing = self.closings.get(line)
            if closing is not None:
                return person == closing.by or self.heard.said(person, closing.line)
            scope_of_line = f"line:{self.heard.first_wording(line)}"
            own = self.grants.get((person, scope_of_line), self.grants.get((None, scope_of_line)))
            if own is not None:
                return own.see
            if self.heard.is_of(line, self.conversation) and self.heard.knows(person, line):
                return True
        if not self.asked:
            return True
        named = self._named(person, scope)
        if named:
            return all(grant.see for grant in named)
        return self._sees_by_main(person, scope)

    def _knows_of_itself(self, person: str, line: str) -> bool:
        """Whether somebody said a line, it is a grant about them, or it says nothing yet."""
        return (
            self.heard.said(person, line) or self.about.get(line) == person
            or (line in DOMAINS and self.heard.is_untold(line))
        )

    def _sees_by_main(self, person: str, scope: Scope) -> bool:
        main = self._main(person)
        if main is None:
            return scope.line is not None and self.heard.knows(person, scope.line)
        if scope.domain in CLOSED_AT_FIRST or main.scope == PARTS:
            return False
        return main.see and (main.scope != WORK or scope.topic in FOR_THE_WORK)

    def _writes(self, person: str, scope: Scope, sees: bool) -> bool:
        if scope.topic in ALWAYS_WRITTEN:
            return True
        if scope.topic == WHO_MAY:
            return self._decides(person, scope.line)
        if scope.line is not None and not sees and scope.topic != CITIZEN_NUMBER:  # who wrote it mends it
            return False
        if not self.asked:
            return True
        named = self._named(person, scope)
        main = self._main(person)
        return all(grant.write for grant in named) if named else main is None or (main.write and main.see)

    def _decides(self, person: str, grant: str | None) -> bool:
        """Whether somebody gives and takes back grants: in the client's name, or that they closed their own words."""
        acting = self.grants.get((person, REPRESENTATIVE))
        if acting is not None and acting.see:
            return True
        closing = self.closings.get(grant or "")
        return closing is not None and closing.by == person

    def _named(self, person: str, scope: Scope) -> tuple[GivenGrant, ...]:
        """The grants about a topic and a life domain by their names. A domain that is closed at first needs its own:
        that its topic may be read opens it not."""
        topic = self.grants.get((person, f"topic:{scope.topic}"))
        domain = self.grants.get((person, f"domain:{scope.domain}")) if scope.domain is not None else None
        if domain is None and scope.domain in CLOSED_AT_FIRST and topic is not None and topic.see:
            topic = None
        return tuple(grant for grant in (topic, domain) if grant is not None)

    def _main(self, person: str) -> GivenGrant | None:
        """What was said of the whole plan; who acts in the client's name reads and writes all of it. It is asked for
        each line, so it is looked up once for each person."""
        if person not in self._mains:
            found = (self.grants.get((person, scope)) for scope in (REPRESENTATIVE, *MAIN))
            holds = (grant for grant in found if grant is not None and (grant.see or grant.scope != REPRESENTATIVE))
            self._mains[person] = next(holds, None)
        return self._mains[person]


def holding(grants: Iterable[tuple[GivenGrant, str | None]], day: str) -> Mapping[tuple[str | None, str], GivenGrant]:
    """Of grants, each with its last day, those that hold on an ISO day; of two about one thing the last given."""
    return {(grant.person, grant.scope): grant for grant, until in grants if until is None or until >= day}
