"""Picks about the whole plan: a detail, the form of address, the role in deciding (V70-V74, L83)."""

from __future__ import annotations

from dataclasses import dataclass

from zlp_tui.conversation.desk import LetterLine
from zlp_tui.conversation.here import Here
from zlp_tui.conversation.kinds.about import choice_of
from zlp_tui.conversation.kinds.picks_base import PickKeep
from zlp_tui.plan.act import Act
from zlp_tui.plan.writers import choices, details, plans


@dataclass(frozen=True, slots=True)
class DetailKeep(PickKeep):
    """A detail under the step's own id; several picked ids are kept with spaces between."""

    def stands(self, here: Here) -> tuple[str, ...]:
        return tuple((here.view.details.get(self.step.id) or here.view.how_we_talk.get(self.step.id) or "").split())

    def keep(self, here: Here, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        details.fill(act, here.topic.id, self.step.id, " ".join(ids) or None)
        return ()

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        return tuple(line for option in self.stands(here) for line in self.line(here, self.title(here, option)))


@dataclass(frozen=True, slots=True)
class AddressKeep(PickKeep):
    """u or je."""

    def stands(self, here: Here) -> tuple[str, ...]:
        return (here.view.address,)

    def keep(self, here: Here, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        for address in ids:
            plans.set_address(act, "je" if address == "je" else "u")
        return ()

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        """How the client is addressed; it is chosen when a plan begins, and told once somebody talked."""
        return self.line(here, self.title(here, here.view.address)) if here.view.conversations else ()


@dataclass(frozen=True, slots=True)
class DecidingKeep(PickKeep):
    """How the client wants to decide: alone, together, or somebody else; may differ per choice."""

    def stands(self, here: Here) -> tuple[str, ...]:
        return (here.view.deciding_role,) if here.view.deciding_role else ()

    def keep(self, here: Here, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        for role in ids:
            plans.set_deciding(act, role, here.view.decider if role != "self" else None)
        return ()

    def decider(self, here: Here) -> str | None:
        return here.view.decider

    def keep_decider(self, here: Here, person: str, act: Act) -> tuple[str, ...]:
        plans.set_deciding(act, here.view.deciding_role or "other", person)
        return (person,)

    def lines(self, here: Here) -> tuple[LetterLine, ...]:
        role, decider = here.view.deciding_role, here.view.decider
        if role is None:
            return ()
        return self.line(here, self.title(here, role), note=here.name(decider) if decider else "")


@dataclass(frozen=True, slots=True)
class ChoiceRoleKeep(PickKeep):
    """The same, for one choice."""

    def stands(self, here: Here) -> tuple[str, ...]:
        role = choice_of(here).role
        return (role,) if role else ()

    def keep(self, here: Here, ids: tuple[str, ...], act: Act) -> tuple[str, ...]:
        choice = choice_of(here)
        choices.change(act, choice.id, role=ids[0] if ids else None)
        return (choice.id,)

    def decider(self, here: Here) -> str | None:
        return choice_of(here).decider

    def keep_decider(self, here: Here, person: str, act: Act) -> tuple[str, ...]:
        choice = choice_of(here)
        choices.change(act, choice.id, decider=person)
        return (choice.id,)
