"""Which life domains may be asked about, and named in a list, at this table (V96; decision 0027)."""

from __future__ import annotations

from collections.abc import Sequence

from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.telling.life_domains import domains_now
from zlp_tui.plan.view import PROFESSIONAL_KINDS, LifeDomain, PlanView
from zlp_tui.script.outline import DomainText
from zlp_tui.script.script import Script


def may_be_asked(context: StepContext, domain: str) -> bool:
    """Whether who is here leaves room for questions about a domain. A sensitive one is asked about with the people whom
    the client named for it; while they named nobody, with one professional; and with nobody else than the client.
    """
    return not context.script.domain(domain).sensitive or _fits(context.view, context.present, domain)


def private_domains(script: Script, view: PlanView, present: Sequence[str]) -> frozenset[str]:
    """The sensitive domains that are neither asked about nor told of among who is present."""
    return frozenset(domain for domain in script.sensitive_domains if not _fits(view, present, domain))


def _fits(view: PlanView, present: Sequence[str], domain: str) -> bool:
    others = {person for person in present if person != view.client}
    named = next((known.discuss_with for known in view.domains if known.id == domain), ())
    of_work = {person.id for person in view.people if person.kind in PROFESSIONAL_KINDS}
    fits = others <= {*named} if named else len(others) <= 1 and others <= of_work
    return view.client in present and fits


def domains_to_ask(context: StepContext) -> tuple[LifeDomain, ...]:
    """The domains that matter now and may be asked about, in the client's order."""
    return tuple(domain for domain in domains_now(context) if may_be_asked(context, domain.id))


def domains_to_name(context: StepContext) -> tuple[DomainText, ...]:
    """The domains that may stand in a list. Not those never to be asked about (V27), and a sensitive one only after
    leave was given for it."""
    never = {domain.id for domain in context.view.domains if domain.relevance == "never-ask"}
    return tuple(
        text for text in context.script.domains
        if text.id not in never and context.names_domain(text.id) and may_be_asked(context, text.id)
    )


def is_awaited(context: StepContext, domain: LifeDomain) -> bool:
    """Whether a domain was put off until somebody is here, and they are."""
    return domain.relevance == "later" and any(person in context.present for person in domain.discuss_with)
