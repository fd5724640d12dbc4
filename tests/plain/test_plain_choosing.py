"""A choice line by line: enough weighed, now or later, an extra question, and answers to open questions."""

from __future__ import annotations

import re

from tests.plain.conftest import Plain
from tests.plain.test_plain_prompt_help import answered

CHOICE = "Hoe kom ik buiten?\n\n1\nMet de groep.\n"
"""The choice, who decides, one option; the next empty line begins the weighing."""


def test_now_or_later_is_a_word_after_the_reason_and_need_not_be_said(plain: Plain) -> None:
    written = plain.hear(f"{CHOICE}\nGezellig.\n/later\nMet Loes.\n/stop\n", topic="choices")
    assert written.count("Is dat voor nu of voor later? Typ /nu of /later.") == 2
    (option,) = [option for option in plain.table.desk.view.choices[0].options if option.voice]
    assert [(reason.text, reason.term) for reason in option.considerations] == [
        ("Gezellig.", "long"), ("Met Loes.", None),
    ]
    assert "“Gezellig.” (mevrouw De Vries) [later]" in plain.hear("/keuzes\n/stop\n", topic="two-minutes")


def test_enough_goes_on_after_the_weighing_and_is_refused_elsewhere(plain: Plain) -> None:
    pages = answered(plain.hear(f"{CHOICE}\n/genoeg\n/genoeg\n/stop\n", topic="choices"))
    assert any("Genoeg afgewogen? Typ /genoeg." in page for page in pages)
    assert "Wat wilt u eerst nog weten?" in pages[5]
    assert "Hier valt niets af te wegen." in pages[6]


def test_more_asks_where_an_idea_comes_from_and_returns(plain: Plain) -> None:
    written = plain.hear(f"{CHOICE}\n/meer\nVan Loes.\n\n/stop\n", topic="choices")
    assert written.count("“Met de groep.”: wat is daar fijn aan?") == 2
    told = plain.hear("/keuzes\n/stop\n", topic="two-minutes")
    named, found = (rf".*“{words}” \(mevrouw De Vries\)" for words in ("Met de groep.", "Van Loes."))
    assert re.search(rf"Waar de ideeën vandaan komen\n{named}\n{found}", told)


def test_an_open_question_is_answered_by_its_number_v79(plain: Plain) -> None:
    plain.hear(f"{CHOICE}\n/genoeg\nWat kost het?\n/stop\n", topic="choices")
    before = plain.hear("/keuzes\n/stop\n", topic="two-minutes")
    number = re.search(r"(\d+)\. “Wat kost het\?”", before)
    assert number is not None and "Dit willen we nog weten" in before
    said = f"/keuzes\n/antwoord {number[1]} Niets.\n/keuzes\n/van-wie {number[1]} de folder\n/keuzes\n/stop\n"
    told = answered(plain.hear(said, topic="two-minutes"))[-2]
    assert "Dit willen we nog weten" not in told
    assert "“Niets.” (mevrouw De Vries)" in told and "Van: “de folder”" in told
