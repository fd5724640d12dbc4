"""Picks about the whole plan: a detail, the form of address, the role in deciding (V70-V74, L83)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.answers.pick_handler import PickHandler
from zlp_tui.conversation.asking.answers.said_of_deciding import said_before
from zlp_tui.conversation.asking.context_lookup import choice_of
from zlp_tui.conversation.asking.kept_details import keep_detail
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Group
from zlp_tui.conversation.telling.tellers.pick_tellers import name_behind_detail, picked_details
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.agreed import choices
from zlp_tui.plan.tables.client import plans
from zlp_tui.plan.view import ADDRESS_SAID


@dataclass(frozen=True, slots=True)
class DetailHandler(PickHandler):
    """A detail under the step's own id; several picked ids are kept with spaces between."""

    def current(self, context: StepContext) -> tuple[str, ...]:
        """The picked ids that the detail holds."""
        return picked_details(context, context.topic.id, self.step.id)

    def said_by(self, context: StepContext) -> str:
        """Who filled in the detail."""
        return name_behind_detail(context, context.topic.id, self.step.id)

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set the detail, or clear it when nothing is picked."""
        keep_detail(context, act, context.topic.id, self.step.id, " ".join(ids) or None)
        return ()


@dataclass(frozen=True, slots=True)
class AddressHandler(PickHandler):
    """u or je."""

    def current(self, context: StepContext) -> tuple[str, ...]:
        """The form of address that somebody chose; what a plan begins with nobody chose."""
        said = context.view.detail(*ADDRESS_SAID)
        return (said,) if said else ()

    def said_by(self, context: StepContext) -> str:
        """Who chose the form of address."""
        return name_behind_detail(context, *ADDRESS_SAID)

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set the form of address of the plan."""
        for address in ids:
            plans.set_address(act, "je" if address == "je" else "u")
            keep_detail(context, act, *ADDRESS_SAID, address)
        return ()


@dataclass(frozen=True, slots=True)
class DecidingHandler(PickHandler):
    """How the client wants to decide: alone, together, or somebody else; may differ per choice."""

    def current(self, context: StepContext) -> tuple[str, ...]:
        """The role of the plan."""
        return (context.view.deciding_role,) if context.view.deciding_role else ()

    def said_by(self, context: StepContext) -> str:
        """Who said how it is decided."""
        return context.name_answered(context.view.deciding_by)

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set the role of the plan; the deciders are cleared where the client decides alone."""
        for role in ids:
            plans.set_deciding(act, role, context.view.deciders if role != "self" else ())
        return ()

    def deciders(self, context: StepContext) -> tuple[str, ...]:
        """The deciders of the plan."""
        return context.view.deciders

    def save_deciders(self, context: StepContext, people: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set the deciders of the plan."""
        plans.set_deciding(act, context.view.deciding_role or "other", people)
        return people


@dataclass(frozen=True, slots=True)
class ChoiceRoleHandler(PickHandler):
    """The same, for one choice. What was said of choosing as such holds until it is said otherwise here."""

    def beside(self, context: StepContext) -> tuple[Group, ...]:
        """What was said before of choosing as such."""
        return said_before(context)

    def current(self, context: StepContext) -> tuple[str, ...]:
        """The role of the choice."""
        role = choice_of(context).role
        return (role,) if role else ()

    def said_by(self, context: StepContext) -> str:
        """Who said who decides about it."""
        return context.name_answered(choice_of(context).role_by)

    def save(self, context: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set the role of the choice."""
        choice = choice_of(context)
        choices.change(act, choice.id, role=ids[0] if ids else None)
        return (choice.id,)

    def deciders(self, context: StepContext) -> tuple[str, ...]:
        """The deciders of the choice."""
        return choice_of(context).deciders

    def save_deciders(self, context: StepContext, people: tuple[str, ...], act: Act) -> tuple[str, ...]:
        """Set the deciders of the choice."""
        choice = choice_of(context)
        choices.set_deciders(act, choice.id, people)
        return (choice.id,)
