"""When an agreement is kept is read back as it was understood (M5)."""

from __future__ import annotations

import pytest

from zlp_tui import places
from zlp_tui.conversation.telling.when_text import moments_told
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import When


@pytest.mark.parametrize(("when", "told"), [
    (When("ma en do na het ontbijt", (1, 4), "morning"), "elke maandag en donderdag, in de ochtend"),
    (When("elke dag, 2 x", (1, 2, 3, 4, 5, 6, 7), None, ("morning", "evening")),
     "elke dag, in de ochtend en in de avond"),
    (When("om de week op vrijdag", (5,), None, (), 2, "2026-11-27"), "eens in de 2 weken op vrijdag"),
    (When("als het kan"), ""),
])
def test_what_was_understood_is_told(when: When, told: str) -> None:
    assert moments_told(Catalogue("nl", places.content()), when) == told
