"""Port for the client at the table: certainly here by their own passphrase, or named; and opening what is folded."""

from __future__ import annotations

from typing import Protocol

from zlp_tui.conversation.ports.wizard import WizardStep


class ClientAtTable(Protocol):
    """What somebody at the table may not read is folded into one line. The client, once certainly here, opens it for
    now: until anybody comes or leaves, one goes on to another topic, or the plan is left or locked (decision 0056)."""

    @property
    def is_confirmed(self) -> bool:
        """Whether the client sits here and gave their own passphrase in this sitting."""

    @property
    def can_confirm(self) -> bool:
        """Whether that is offered: plans are locked, and the client has a key to this one on this computer."""

    @property
    def is_offered(self) -> bool:
        """Whether it is, or was."""

    def confirming(self) -> WizardStep:
        """Have the client give their passphrase; at its end, where it was `kept`, `confirm`. `Refused` where that is
        not offered."""

    def confirm(self) -> None:
        """The client is here. `Refused` while they gave no passphrase, and where the log cannot be told."""

    @property
    def is_folded(self) -> bool:
        """Whether something is folded in the topic that is asked about now."""

    def unfold(self) -> None:
        """Open what is folded in the topic that is asked about now, which the log is told. `Refused` while the client
        is not certainly here, which the log is told too, where nothing is folded, and where the log cannot be told."""
