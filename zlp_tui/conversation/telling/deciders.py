"""Who decides besides the client, or for them: by name, and by what they decide about where there are more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.dates import join_names
from zlp_tui.person_words import name_and_role
from zlp_tui.plan.view import Choice, DecidingRole, PlanView
from zlp_tui.text import one_line


def deciders_in_words(context: PlanContext, deciders: Sequence[str]) -> str:
    """People who decide, by person id, in one text: “Ria (zorg) en Kees (geld)”; empty for nobody."""
    return join_names(_named(context, deciders), context.script.locale)


class Deciding(NamedTuple):
    """Who decides about a choice. `said_earlier`: it was not said of this choice, but of choosing as such."""

    role: DecidingRole | None
    people: tuple[str, ...]
    said_earlier: bool = False


def deciding(view: PlanView, choice: Choice) -> Deciding:
    """Who decides about a choice: as was said of it, or else of choosing as such."""
    if choice.role is not None:
        return Deciding(choice.role, choice.deciders)
    return Deciding(view.deciding_role, view.deciders, said_earlier=view.deciding_role is not None)


def other_decides(view: PlanView, choice: Choice) -> bool:
    """Whether somebody else decides for the client."""
    return deciding(view, choice).role == "other"


def who_decides(context: PlanContext, choice: Choice) -> str:
    """Who decides about a choice, as a sentence; empty where that was not said."""
    role, deciders, earlier = deciding(context.view, choice)
    said_by = context.name_answered(context.view.deciding_by if earlier else choice.role_by)
    told = _in_a_sentence(context, role, deciders)
    return context.tr("{told} ({name} said so)", told=told, name=said_by) if told and said_by else told


def _in_a_sentence(context: PlanContext, role: DecidingRole | None, deciders: Sequence[str]) -> str:
    client, others = context.name(context.view.client), _named(context, deciders)
    names = {"self": [client], "together": [client, *others], "other": others}.get(role or "", [])
    if role == "together" and not others:
        return context.tr("We decide together")
    return context.tr("Who decides: {name}", name=join_names(names, context.script.locale)) if names else ""


def _named(context: PlanContext, deciders: Sequence[str]) -> list[str]:
    """Each by name, with what for in their own words where more than one decides."""
    people = [context.view.anyone(person) for person in deciders]
    if len(people) < 2:
        return [name_and_role(context.tr, person) for person in people]
    return [
        f"{person.called} ({one_line(person.for_what).rstrip(' .')})" if person.for_what
        else name_and_role(context.tr, person)
        for person in people
    ]
