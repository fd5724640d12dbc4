"""Line by line: what was ticked or put in order on the screens and not kept, by who speaks and by others (F7, C18)."""

from __future__ import annotations

import re

from tests.plain.conftest import Plain
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.plan.view import Place

ROLE = Place("deciding-together", "role")


def marked(plain: Plain) -> str:
    """Annie marked “together”, Sanne “myself”, and neither kept it. Sanne's id."""
    desk = plain.table.desk
    sanne, _ = desk.join("Sanne")
    desk.seat((desk.view.client, sanne.id))
    desk.go(Place("good-day-bad-day", "sides", "good"))
    desk.answer(Spoken("Koffie."))
    desk.go(ROLE)
    desk.keep_marks(("together",))
    desk.speak_as(sanne.id)
    desk.keep_marks(("self",))
    return sanne.id


def words(plain: Plain, typed: str) -> str:
    """What is written, with single spaces."""
    return " ".join(plain.hear(typed, topic=ROLE.topic).split())


def test_what_was_marked_is_told_with_whose_it_is_and_only_they_keep_it_f7(plain: Plain) -> None:
    marked(plain)
    heard = words(plain, "\n/wie Sanne\n/wie Annie de Vries\n/zeg\n")
    first, _, rest = heard.partition("Nu praat: Sanne")
    assert "Hier gekozen en nog niet bewaard: We beslissen samen" in first
    assert re.search(r"1\. Ik beslis zelf \([^)]*\) \[nog niet bewaard · Sanne\]", first)
    hers, _, rest = rest.partition("Nu praat: mevrouw De Vries")
    assert "Hier gekozen en nog niet bewaard: Ik beslis zelf" in hers
    assert re.search(r"2\. We beslissen samen \([^)]*\) \[nog niet bewaard · mevrouw De Vries\]", hers)
    assert "Bewaard: We beslissen samen" in rest
    assert plain.view.deciding_role == "together"
    assert "[nog niet bewaard · Sanne]" in words(plain, "\n")


def test_what_was_marked_is_thrown_away_by_who_marked_it_f7(plain: Plain) -> None:
    marked(plain)
    words(plain, "\n/weg\n")
    heard = words(plain, "\n")
    assert "Hier gekozen" not in heard and "[nog niet bewaard · Sanne]" in heard
