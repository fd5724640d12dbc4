"""People and the client's life domains, as the view has them."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.plan.lines.closed_lists import ActsAs, PersonKind, Relevance


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something: a person's id and name as known now."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Person:
    """Anyone who matters in the plan, the client included (V42, V104, L88)."""

    id: str
    name: str
    kind: PersonKind
    salutation: str | None = None
    relation: str | None = None
    for_what: str | None = None
    contact: str | None = None
    informed: str | None = None
    """What they are told about the client, and when (L16, L93)."""

    acts_as: ActsAs | None = None
    """On what ground they represent the client, since when and until when; days as they were said where that was less
    exactly (C8)."""
    acts_since: str | None = None
    acts_since_words: str | None = None
    acts_until: str | None = None
    acts_until_words: str | None = None

    @property
    def called(self) -> str:
        """What somebody is called at the table: the salutation they chose, else their name."""
        return self.salutation or self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The names that somebody goes by."""
        return tuple(dict.fromkeys((self.name, self.called)))

    @property
    def told_beside(self) -> str:
        """The relation, where it is told beside the name."""
        return self.relation or ""


@dataclass(frozen=True, slots=True)
class Namesake(Person):
    """A person who goes by the name of somebody else in the plan. `apart` tells them apart, in words."""

    apart: str = ""

    @property
    def called(self) -> str:
        """What somebody is called, with what tells them apart."""
        return f"{self.salutation or self.name} ({self.apart})"

    @property
    def names(self) -> tuple[str, ...]:
        """The only name by which they alone can be meant."""
        return (self.called,)

    @property
    def told_beside(self) -> str:
        """The relation, where it is told beside the name and does not stand behind it already."""
        relation = self.relation or ""
        return "" if relation.rstrip(" .") == self.apart else relation


@dataclass(frozen=True, slots=True)
class LifeDomain:
    """What the client wants with one life domain (V27, V45-V47)."""

    id: str
    relevance: Relevance | None = None
    order: int | None = None
    discuss_with: tuple[str, ...] = ()
    goal_wanted: bool | None = None
    relevance_by: str | None = None
    """Who said whether it is talked about, by person id; None where that was not kept."""
