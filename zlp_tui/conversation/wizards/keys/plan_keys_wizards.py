"""`PlanKeysWizards`: who may open a plan, and the conversations that change it. Implements `KeysOfPlan`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from zlp_tui.conversation.ports.keyholding import KeyholderName, PlanLock
from zlp_tui.conversation.ports.plan_keyholding import KeyName, Keyring, KeysAct
from zlp_tui.conversation.ports.wizard import WizardOption, WizardQuestion, WizardStep
from zlp_tui.conversation.wizards.keys.give_key_wizard import GiveKeyWizard
from zlp_tui.conversation.wizards.keys.own_key_wizard import OwnKeyWizard, own_acts
from zlp_tui.conversation.wizards.keys.revoke_key_wizard import RevokeKeyWizard, former_file
from zlp_tui.errors import StoreError
from zlp_tui.i18n import Catalogue


class PlanKeysWizards:
    """The keys of one plan. `me` is who unlocked."""

    def __init__(self, ring: Keyring, lock: PlanLock, me: KeyholderName, tr: Catalogue) -> None:
        self._ring = ring
        self._lock = lock
        self._me = me
        self._tr = tr

    def openers(self) -> tuple[KeyName, ...]:
        """Who may open the plan, oneself first."""
        return self._ring.openers()

    def told(self, opener: KeyName) -> str:
        """What is told beside a name."""
        if opener.mine:
            return self._tr("this is you")
        return "" if opener.here else self._tr("on another computer")

    def acts(self) -> tuple[tuple[KeysAct, str], ...]:
        """What can be done now."""
        tr, own = self._tr, own_acts(self._tr)
        others = any(not opener.mine for opener in self.openers())
        return (
            ("give", tr("Give somebody a key")),
            *((("take-back", tr("Take a key back")),) if others else ()),
            *((("former", tr("Is everything there?")),) if self._ring.has_former else ()),
            ("passphrase", own["passphrase"]), ("recovery", own["recovery"]), ("public", own["public"]),
        )

    def begin(self, act: KeysAct) -> WizardStep:
        """The conversation to do it."""
        own = OwnKeyWizard(self._lock, self._me, self._tr)
        begins: Mapping[KeysAct, Callable[[], WizardStep]] = {
            "give": lambda: GiveKeyWizard(self._ring, self._lock, self._tr).ask(),
            "take-back": lambda: RevokeKeyWizard(self._ring, self._tr).ask(),
            "former": lambda: former_file(self._ring, self._tr),
            "passphrase": own.change_words, "recovery": own.new_code, "public": own.show,
        }
        return begins[act]()

    def ask(self) -> WizardQuestion:
        """Who may open the plan, and what to do."""
        tr, acts = self._tr, dict(self.acts())

        def answer(picked: str, typed: str) -> WizardStep:
            for act in acts:
                if act == picked:
                    return self.begin(act)
            raise StoreError("The plans could not be read or kept.")

        return WizardQuestion(
            tr("Who has a key?"), tr("Who can open this plan?"), answer,
            told=tuple(" · ".join(filter(None, (named(opener, tr), self.told(opener)))) for opener in self.openers()),
            options=tuple(WizardOption(act, label) for act, label in acts.items()),
        )


def named(opener: KeyName, tr: Catalogue) -> str:
    """What somebody with a key is called."""
    return opener.name or tr("Somebody whose name is not known here")
