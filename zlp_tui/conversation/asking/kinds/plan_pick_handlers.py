"""Picks about the whole plan: a detail, the form of address, the role in deciding (V70-V74, L83)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.asking.kinds.context_lookup import choice_of
from zlp_tui.conversation.asking.kinds.pick_handler import PickHandler
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.desk import LetterLine
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.writers import choices, details, plans


@dataclass(frozen=True, slots=True)
class DetailHandler(PickHandler):
    """A detail under the step's own id; several picked ids are kept with spaces between."""

    def current(self, here: StepContext) -> tuple[str, ...]:
        return tuple((here.view.details.get(self.step.id) or here.view.how_we_talk.get(self.step.id) or "").split())

    def keep(self, here: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        details.fill(act, here.topic.id, self.step.id, " ".join(ids) or None)
        return ()

    def lines(self, here: StepContext) -> tuple[LetterLine, ...]:
        return tuple(line for option in self.current(here) for line in self.line(here, self.title(here, option)))


@dataclass(frozen=True, slots=True)
class AddressHandler(PickHandler):
    """u or je."""

    def current(self, here: StepContext) -> tuple[str, ...]:
        return (here.view.address,)

    def keep(self, here: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        for address in ids:
            plans.set_address(act, "je" if address == "je" else "u")
        return ()

    def lines(self, here: StepContext) -> tuple[LetterLine, ...]:
        """How the client is addressed; it is chosen when a plan begins, and told once somebody talked."""
        return self.line(here, self.title(here, here.view.address)) if here.view.conversations else ()


@dataclass(frozen=True, slots=True)
class DecidingHandler(PickHandler):
    """How the client wants to decide: alone, together, or somebody else; may differ per choice."""

    def current(self, here: StepContext) -> tuple[str, ...]:
        return (here.view.deciding_role,) if here.view.deciding_role else ()

    def keep(self, here: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        for role in ids:
            plans.set_deciding(act, role, here.view.decider if role != "self" else None)
        return ()

    def decider(self, here: StepContext) -> str | None:
        return here.view.decider

    def keep_decider(self, here: StepContext, person: str, act: Act) -> tuple[str, ...]:
        plans.set_deciding(act, here.view.deciding_role or "other", person)
        return (person,)

    def lines(self, here: StepContext) -> tuple[LetterLine, ...]:
        role, decider = here.view.deciding_role, here.view.decider
        if role is None:
            return ()
        return self.line(here, self.title(here, role), note=here.name(decider) if decider else "")


@dataclass(frozen=True, slots=True)
class ChoiceRoleHandler(PickHandler):
    """The same, for one choice."""

    def current(self, here: StepContext) -> tuple[str, ...]:
        role = choice_of(here).role
        return (role,) if role else ()

    def keep(self, here: StepContext, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        choice = choice_of(here)
        choices.change(act, choice.id, role=ids[0] if ids else None)
        return (choice.id,)

    def decider(self, here: StepContext) -> str | None:
        return choice_of(here).decider

    def keep_decider(self, here: StepContext, person: str, act: Act) -> tuple[str, ...]:
        choice = choice_of(here)
        choices.change(act, choice.id, decider=person)
        return (choice.id,)
