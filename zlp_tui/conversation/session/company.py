"""The plan as it is told in some company: without the sensitive parts of life that do not fit there (V96)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from zlp_tui.plan.access import AccessMode, May, Readers, Scope
from zlp_tui.plan.view import PlanView


@dataclass(frozen=True, slots=True)
class Company:
    """Who looks and listens. All that is asked, told or looked up among them is read as this (decision 0042)."""

    readers: Readers
    """They see no line of a part of life that is private here, nor its history."""
    view: PlanView
    """The plan without those lines and what is about them. What was decided about the parts of life stays."""
    private: frozenset[str]
    """The life domains that are not named here."""


def company_of(
    whole: PlanView, seen_by: Callable[[Readers], PlanView], readers: Readers, private: frozenset[str]
) -> Company:
    """The company of these readers. `whole` is the plan as they may see it, which `seen_by` filters for others."""
    if not private:
        return Company(readers, whole, private)
    fitting = Readers(readers.people, outside(private, readers.may), readers.by_line)
    seen = seen_by(fitting)
    return Company(fitting, replace(seen, domains=whole.domains, people=whole.people), private)


def outside(private: frozenset[str], may: May) -> May:
    """The rule `may`, and beside it that nothing is seen of these life domains."""

    def fits(person: str, action: AccessMode, scope: Scope) -> bool:
        return scope.domain not in private and may(person, action, scope)

    return fits
