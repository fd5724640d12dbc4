"""The life domains of a plan: which matter now, and what the client wants with one of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.dates import join_names
from zlp_tui.plan.line_lookup import lines_in
from zlp_tui.plan.view import LifeDomain, PlanView

LEAVE_BEFORE: Final = "leave-"
"""How the detail began that kept leave for a sensitive domain, until that became its relevance (decision 0027)."""


def domains_now(context: PlanContext) -> tuple[LifeDomain, ...]:
    """The domains that matter now, in the client's order, then in the script's."""
    rank = {text.id: n for n, text in enumerate(context.script.domains)}
    now = [d for d in context.view.domains if d.relevance == "now" and d.id in rank]
    return tuple(sorted(now, key=lambda d: (d.order is None, d.order or 0, rank[d.id])))


def domain_of(context: PlanContext, domain: str) -> LifeDomain:
    """What the client wants with a domain, also when nothing was said of it yet."""
    return next((d for d in context.view.domains if d.id == domain), LifeDomain(domain))


def with_whom(context: PlanContext, domain: LifeDomain) -> str:
    """With whom the client wants to talk about a domain, in words; empty where they named nobody."""
    names = join_names([context.name(person) for person in domain.discuss_with], context.tr.locale)
    if not names:
        return ""
    later = domain.relevance == "later"
    return context.tr("later, with {names}", names=names) if later else (
        context.tr("Talk about it with {names}", names=names)
    )


def asked_along(context: PlanContext) -> dict[str, str]:
    """By person, with whom the client wants to talk later: about what, in words. What is not named is not told, only
    that they are asked to join."""
    later = [domain for domain in context.view.domains if domain.relevance == "later"]
    told: dict[str, str] = {}
    for person in dict.fromkeys(person for domain in later for person in domain.discuss_with):
        titles = [f"“{title}”" for d in later if person in d.discuss_with and (title := context.domain_title(d.id))]
        about = join_names(titles, context.tr.locale)
        told[person] = context.tr("to talk about {domains}", domains=about) if titles else context.tr("for a talk")
    return told


@dataclass(frozen=True, slots=True)
class UntoldDomains:
    """Life domains that are not told of: how they are called, and the ids of all lines that stand in them."""

    titles: frozenset[str]
    refs: frozenset[str | None]

    def without(self, told: Iterable[LetterLine]) -> tuple[LetterLine, ...]:
        """What is told, without these domains and all that was said, chosen, wanted or agreed on in them."""
        kept = (replace(line, quotes=tuple(quote for quote in line.quotes if self._stays(quote))) for line in told)
        return tuple(line for line in kept if line.quotes)

    def _stays(self, quote: Quote) -> bool:
        return quote.ref not in self.refs and (quote.own_words or quote.text not in self.titles)


def untold_domains(context: PlanContext, domains: Collection[str]) -> UntoldDomains:
    """These life domains, as what is left out; looked up once for all that is told of a plan."""
    return UntoldDomains(
        frozenset(context.words(context.script.domain(domain).title) for domain in domains),
        frozenset(getattr(found.line, "id", None) for found in lines_in(context.view) if found.domain in domains),
    )


def with_named_domains(context: PlanContext, view: PlanView) -> PlanView:
    """The plan without what stands about life domains that are not named, as then is told beside now."""
    unnamed = {text.id for text in context.script.domains if not context.names_domain(text.id)}
    leave = {f"{LEAVE_BEFORE}{domain}" for domain in unnamed}
    return replace(
        view, domains=tuple(known for known in view.domains if known.id not in unnamed),
        details=tuple(detail for detail in view.details if detail.field not in leave),
    )
