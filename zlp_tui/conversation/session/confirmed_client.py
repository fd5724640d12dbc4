"""`ConfirmedClient`: the client who shows that they are here, and opens what is folded. Implements `ClientAtTable`."""

from __future__ import annotations

from collections.abc import Callable

from zlp_tui.conversation.ports.wizard import WizardStep
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.session.locked_plans.client_key import ClientKey
from zlp_tui.conversation.session.script_position import ScriptPosition
from zlp_tui.conversation.session.unit_of_work import UnitOfWork
from zlp_tui.conversation.wizards.keys.confirm_client_wizard import ConfirmClientWizard
from zlp_tui.errors import Refused
from zlp_tui.plan.view import Person


class ConfirmedClient:
    """`find_key` gives the key of the client, None where plans have no lock or they have none here."""

    def __init__(
        self, plan: LoadedPlan, unit_of_work: UnitOfWork, position: ScriptPosition,
        find_key: Callable[[Person], ClientKey | None],
    ) -> None:
        self._plan = plan
        self._unit_of_work = unit_of_work
        self._position = position
        self._find_key = find_key
        self._proved: ClientKey | None = None
        """The key whose passphrase was given just now."""

    @property
    def is_confirmed(self) -> bool:
        """Whether the client sits here and gave their own passphrase."""
        return self._plan.seats.client_confirmed

    @property
    def can_confirm(self) -> bool:
        """Whether that is offered."""
        return not self.is_confirmed and self._key() is not None

    @property
    def is_offered(self) -> bool:
        """Whether it is, or was."""
        return self.is_confirmed or self.can_confirm

    def _key(self) -> ClientKey | None:
        return self._find_key(self._plan.view.client_person)

    def confirming(self) -> WizardStep:
        """Have the client give their passphrase."""
        key = self._key()
        if key is None:
            raise Refused("The client has no password for this plan on this computer.")
        self._proved = None

        def require(typed: str) -> None:
            key.require(typed)
            self._proved = key

        return ConfirmClientWizard(self._plan.view.client_person.called, require, self._plan.tr).ask()

    def confirm(self) -> None:
        """The client is here."""
        key, self._proved = self._proved, None
        client, plan = self._plan.seats.client, self._plan
        if key is None:
            raise Refused("The client has no password for this plan on this computer.")
        if not plan.readings.read_by_key(client, key.public):
            raise _untold()
        with plan.seats.unchanged_on_error():
            plan.seats.confirm_client()
            self._unit_of_work.save_seats()
        plan.reload()

    @property
    def is_folded(self) -> bool:
        """Whether something is folded in the topic that is asked about now."""
        return self._position.place.topic in self._plan.folded

    def unfold(self) -> None:
        """Open what is folded in the topic that is asked about now."""
        plan, topic = self._plan, self._position.place.topic
        if not self.is_folded:
            raise Refused("Nothing is folded away here.")
        if not self.is_confirmed:
            plan.readings.unfolded(plan.seats.types or plan.seats.acts, topic, allowed=False)
            raise Refused("Only {name} can open this, with the own password.", name=plan.view.client_person.called)
        if not plan.readings.unfolded(plan.seats.client, topic, allowed=True):
            raise _untold()
        plan.unfold(topic)


def _untold() -> Refused:
    return Refused("This cannot be told in the log now, so it was not done.")
