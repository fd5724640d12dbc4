"""Giving somebody a key to a plan: somebody with a key here, somebody who is new here, or somebody elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from zlp_tui.conversation.ports.keyholding import PlanLock, ShownCode
from zlp_tui.conversation.ports.plan_keyholding import Keyring
from zlp_tui.conversation.ports.wizard import WizardDone, WizardOption, WizardQuestion, WizardStep, WizardWork
from zlp_tui.conversation.wizards.keys.new_keyholder_wizard import NewKeyholderWizard
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.text import clean_name

NEW_HERE: Final = "new-here"
ELSEWHERE: Final = "elsewhere"
YES: Final = "yes"
NO: Final = "no"


class GiveKeyWizard:
    """From the question whom to the key that was given."""

    def __init__(self, ring: Keyring, lock: PlanLock, tr: Catalogue) -> None:
        self._ring = ring
        self._lock = lock
        self._tr = tr
        self._heading = tr("Give somebody a key")

    def ask(self) -> WizardQuestion:
        """Whom."""
        tr = self._tr
        known = {other.id: other for other in self._ring.others()}

        def answer(picked: str, typed: str) -> WizardStep:
            if picked == NEW_HERE:
                return self._new_here()
            if picked == ELSEWHERE:
                return self._line()
            return self._sure(known[picked].name, picked, self.ask)

        return WizardQuestion(
            self._heading, tr("Who gets a key?"), answer,
            told=(tr("Whoever has a key can open this plan and read all of it."),),
            options=(
                *(WizardOption(each.id, each.name, "" if each.here else tr("on another computer"))
                  for each in known.values()),
                WizardOption(NEW_HERE, tr("Somebody who sits here, without a key yet")),
                WizardOption(ELSEWHERE, tr("Somebody on another computer")),
            ),
        )

    def _sure(self, name: str, key: str, back: Callable[[], WizardQuestion]) -> WizardQuestion:
        tr = self._tr
        return WizardQuestion(
            self._heading, tr("Shall {name} get a key to this plan?", name=name),
            lambda picked, typed: self._give(name, key) if picked == YES else WizardDone(kept=False),
            told=(tr("{name} can read all of it then, also without you.", name=name),),
            options=(WizardOption(YES, tr("Yes, give the key")), WizardOption(NO, tr("No"))), back=back,
        )

    def _give(self, name: str, key: str) -> WizardWork:
        def run(tell: Callable[[str], None]) -> WizardDone:
            self._ring.give(key)
            return WizardDone(self._tr("{name} has a key to this plan now.", name=name))

        return WizardWork(self._tr("One moment please"), run)

    # somebody who is new here

    def _new_here(self) -> WizardQuestion:
        tr = self._tr
        made: list[tuple[str, str]] = []

        def make(name: str, passphrase: str) -> ShownCode:
            key, code = self._ring.new_keyholder(name, passphrase)
            made.append((name, key))
            return code

        return NewKeyholderWizard(
            self._lock, tr, make=make, then=lambda: self._give(*made[0]), taken=self._ring.names(), back=self.ask,
            told=(tr("Give them the keyboard now. They choose their own words."),),
        ).ask()

    # somebody elsewhere

    def _line(self) -> WizardQuestion:
        tr = self._tr
        return WizardQuestion(
            self._heading, tr("What is the line of the other?"), self._compare,
            told=(
                tr("The other opens zlp there, and chooses: Show my key to somebody elsewhere."),
                tr("That line begins with zlp1. Paste it here, or type it."),
            ),
            field="words", starter=tr("zlp1-…"), back=self.ask,
        )

    def _compare(self, picked: str, typed: str) -> WizardQuestion:
        tr, key = self._tr, self._ring.read_line(typed)

        def answer(picked: str, typed: str) -> WizardStep:
            return self._name(key) if picked == YES else WizardDone(tr("Nobody got a key."), kept=False)

        return WizardQuestion(
            self._heading, tr("Does the other have the same five words?"), answer,
            told=(tr("Call each other, and read the words aloud."), tr("Other words? Then it is not their key.")),
            code=(" ".join(self._ring.words_of(key)),),
            options=(WizardOption(YES, tr("Yes, the same words")), WizardOption(NO, tr("No, other words"))), back=self._line,
        )

    def _name(self, key: str) -> WizardQuestion:
        tr = self._tr
        return WizardQuestion(
            self._heading, tr("What is the other called?"), partial(self._named, key),
            told=(tr("By this name you find the key again."),), field="words", starter=tr("Type the name"),
            back=self._line,
        )

    def _named(self, key: str, picked: str, typed: str) -> WizardQuestion:
        name = clean_name(typed).text
        if not name:
            raise Refused("There is no name in this.")
        self._ring.know(name, key)
        return self._sure(name, key, self._line)
