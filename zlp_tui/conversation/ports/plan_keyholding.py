"""Ports for the keys of one plan: who may open it, as it is told, and what is asked to change that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

from zlp_tui.conversation.ports.keyholding import ShownCode
from zlp_tui.conversation.ports.wizard import WizardQuestion, WizardStep

KeysAct = Literal["give", "take-back", "former", "passphrase", "recovery", "public"]
"""To give somebody a key, to take one back, to let the file of before go, to change one's own words or code, and to
show one's own key to somebody elsewhere."""


class KeyName(NamedTuple):
    """Somebody with a key. `id` stands for the key, `name` is what they are called here; empty where nobody knows."""

    id: str
    name: str
    here: bool = True
    """Whether they have their key on this computer."""
    mine: bool = False


class Keyring(Protocol):
    """What is done with the keys of one plan, by whoever unlocked. Errors are those of keys and stores.

    All that writes takes long: not for a thread that answers keys.
    """

    def openers(self) -> tuple[KeyName, ...]:
        """Who may open the plan, oneself first."""

    def others(self) -> tuple[KeyName, ...]:
        """Whom one knows who may not."""

    def names(self) -> tuple[str, ...]:
        """The names that are taken."""

    @property
    def has_former(self) -> bool:
        """Whether the file of the plan under an earlier key is still here."""

    def words_of(self, key: str) -> Sequence[str]:
        """Five words that tell this key from every other, to be read aloud."""

    def read_line(self, typed: str) -> str:
        """The key in such a line, by its id; `Refused` when there is a mistake in it."""

    def know(self, name: str, key: str) -> None:
        """Know somebody elsewhere by this name. `Refused` for a name of somebody with another key."""

    def new_keyholder(self, name: str, passphrase: str) -> tuple[str, ShownCode]:
        """Make a keyholder on this computer: their key by its id, and their recovery code."""

    def give(self, key: str) -> None:
        """Give somebody a key to the plan."""

    def take_back(self, key: str) -> None:
        """Give the plan another key, that this one does not open. What its owner copied stays readable for them."""

    def remove_former(self) -> None:
        """Remove the file of the plan under an earlier key."""


class KeysOfPlan(Protocol):
    """The conversations about the keys of one plan, for both faces."""

    def openers(self) -> tuple[KeyName, ...]:
        """Who may open the plan, oneself first; nobody where plans have no lock."""

    def acts(self) -> tuple[tuple[KeysAct, str], ...]:
        """What can be done now, each with its label."""

    def told(self, opener: KeyName) -> str:
        """What is told of somebody beside their name: that it is oneself, or somebody elsewhere."""

    def begin(self, act: KeysAct) -> WizardStep:
        """The conversation to do it."""

    def ask(self) -> WizardQuestion:
        """Who may open the plan, and what to do: for a face that shows no list of it."""
