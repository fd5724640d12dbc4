"""Line by line can do what the screens can (battery “Parity”, rows-v 9, K13, C14)."""

from __future__ import annotations

import re

import pytest

from tests.plain.conftest import Plain
from tests.plain.test_plain_prompt_help import answered
from tests.tools.full import book_of, fill, say_everywhere
from zlp_tui.plan.tables.agreed import choices, goals


@pytest.fixture
def full(plain: Plain) -> Plain:
    """A plan with two of everything."""
    book_of(plain.table).do(fill, 2)
    return plain


@pytest.mark.parametrize(
    ("shown", "number", "asked"),
    [
        ("/afspraken", 1, "“Doel 0”"),
        ("/afspraken", 3, "“Afspraak 0”"),
        ("/afspraken", 4, "“Afspraak 0”"),  # a small step
        ("/keuzes", 1, "“Keuze 0?”"),
        ("/keuzes", 2, "“Keuze 0?”"),  # a reason for an option
        ("/wanneer", 1, "Hoe het ging, wat er nog zo is"),
        ("/afspraken\n/vandaan 4", 3, "“Afspraak 0”"),
        ("/plan", 1, ""),
    ],
)
def test_parity_1_one_goes_to_the_question_that_a_line_belongs_to(
    full: Plain, shown: str, number: int, asked: str
) -> None:
    *_, there = answered(full.hear(f"{shown}\n/praat-over {number}\n/stop\n", topic="two-minutes"))[:-1]
    assert "Vraag" in there or "Hoe het ging" in there
    assert asked in there
    assert "In twee minuten" not in there


def test_parity_1_every_line_of_the_plan_leads_to_its_question(full: Plain) -> None:
    book_of(full.table).do(lambda act: say_everywhere(act, full.table.front.script, 1))
    page = answered(full.hear("/plan\n/stop\n", topic="two-minutes"))[0]
    numbers = re.findall(r"^ *(\d+)\. ", page, re.MULTILINE)
    assert len(numbers) > 40
    talks = answered(full.hear("".join(f"/plan\n/praat-over {n}\n" for n in numbers), topic="two-minutes"))[1::2]
    asked = re.compile(r"Lege regel: verder\. Uitleg: /help\. Stoppen: /stop\.$|is: /gedaan \d+\.$")
    assert [told for told in talks if not asked.search(" ".join(told.split()))] == []
    assert sum("/gedaan" in told for told in talks) == 2, "the remarks, which wait for what is done with them"


def test_parity_1_the_trace_numbers_on_and_all_its_lines_can_be_talked_about(full: Plain) -> None:
    _, traced, goal = answered(full.hear("/afspraken\n/vandaan 4\n/praat-over 1\n", topic="two-minutes"))[:3]
    assert traced.split("\n")[0].startswith("4. Kleine stap: “Stap 0”")
    assert "1. Doel: “Doel 0”" in traced
    assert "Doel" in goal


@pytest.mark.parametrize("typed", ["/praat-over", "/praat-over 99", "/praat-over nee"])
def test_parity_1_a_number_that_is_none_is_one_sentence(full: Plain, typed: str) -> None:
    told = answered(full.hear(f"/afspraken\n{typed}\n/stop\n", topic="two-minutes"))[1]
    assert told.startswith("Dit nummer staat niet in de laatste lijst. Typ /herhaal")
    assert len(told.split("\n")) <= 2


def test_parity_1_what_is_due_without_a_line_of_the_plan_has_a_number_all_the_same(full: Plain) -> None:
    due, traced = answered(full.hear("/wanneer\n/vandaan 1\n/stop\n", topic="two-minutes"))[:2]
    assert due.strip().startswith("1. Samen terugkijken")
    assert "/praat-over" in traced


def test_parity_2_only_what_changed(plain: Plain) -> None:
    plain.hear("Koffie.\n/onderwerp important-to\nMijn kat.\n/onderwerp agreed\n1\n\n1\n", topic="two-minutes")
    plain.hear("Thee.\n", topic="two-minutes")
    every, changed = answered(plain.hear("/toen\n/veranderd\n/stop\n", topic="two-minutes"))[:2]
    assert "“Mijn kat.”" in every and "“Koffie.”" in every
    assert "“Thee.”" in every and "“Thee.”" in changed
    assert "“Mijn kat.”" not in changed and "“Koffie.”" not in changed
    assert every.index("Thee") < every.index("Mijn kat"), "what changed comes first, as on the screens"


def test_c14_what_is_new_says_for_whom_and_the_start_says_that_it_is_there(plain: Plain) -> None:
    """For whom: who types, or who typed last while nobody said that; never who happens to speak."""
    plain.hear("Koffie.\n/nieuw\n/ik-ben Sanne\n/nieuw\n", topic="two-minutes")
    plain.hear("/ik-ben Sanne\n/aan-tafel Sanne\nThee.\n", topic="two-minutes", unasked=True)
    plain.hear("/wie mevrouw De Vries\nMelk.\n", topic="two-minutes", unasked=True)
    started = plain.hear("/nieuw\n1\n/stop\n", unasked=True)
    assert "Nieuw voor Sanne: 1 regel. Horen: /nieuw." in started
    assert "1. Sanne (typte de vorige keer)" in started
    assert "Nieuw voor Sanne\nNieuw sinds" in started
    assert "Nieuw voor mevrouw De Vries: 1 regel. Horen: /nieuw." in plain.hear("/stop\n")


def test_v9_choices_tell_all_that_the_screen_tells(plain: Plain) -> None:
    book = book_of(plain.table)
    sanne = book.somebody("Sanne")
    choice = book.do(choices.ask, "Waar woon ik?")
    option = book.do(choices.add_option, choice, "Hier blijven")
    book.do(choices.consider, option, "for", "long", "Mijn buren.")
    book.do(choices.open_question, choice, "Wat kost het?")
    book.do(choices.change, choice, role="together", thinking_until="2026-04-01")
    book.do(choices.set_deciders, choice, [sanne])
    thinking = answered(plain.hear("/keuzes\n/stop\n", topic="two-minutes"))[0]
    for told in ("Waar woon ik?", "mevrouw De Vries en Sanne", "Hier blijven", "“Mijn buren.”", "“Wat kost het?”",
                 "1 april 2026"):
        assert told in thinking
    book.do(choices.change, choice, chosen=option, revisit_on="2026-09-01")
    book.do(choices.say_reason, choice, "Hier ken ik iedereen.")
    chosen = answered(plain.hear("/keuzes\n/stop\n", topic="two-minutes"))[0]
    for told in ("Gekozen: Hier blijven", "“Hier ken ik iedereen.”", "1 september 2026"):
        assert told in chosen


def test_v9_a_goal_without_an_agreement_is_among_the_agreements(plain: Plain) -> None:
    book_of(plain.table).do(goals.add, "Weer zwemmen.")
    assert "1. “Weer zwemmen.” (mevrouw De Vries)" in plain.hear("/afspraken\n/stop\n", topic="two-minutes")


@pytest.mark.parametrize("topic", ["deciding-together", "choices"])
def test_v9_the_page_with_the_three_steps_can_be_heard(plain: Plain, topic: str) -> None:
    told = answered(plain.hear("/uitleg\n/stop\n", topic=topic))[0]
    heard = " ".join(told.split())
    for words in ("1. Hoe wilt u meebeslissen?", "2. Wat kan er?", "3. Wat kiest u?", "keuzehulp", "thuisarts.nl"):
        assert words in heard
    for of_screens in ("#", "<!--", "Esc", "{u"):
        assert of_screens not in heard


def test_v9_where_there_is_no_page_that_is_said(plain: Plain) -> None:
    assert "geen bladzijde met uitleg" in plain.hear("/uitleg\n/stop\n", topic="two-minutes")


def test_v9_the_word_on_many_goals_comes_when_it_is_said(plain: Plain) -> None:
    heard = answered(plain.hear("".join(f"Doel {n}.\n" for n in range(8)) + "/stop\n", topic="goals"))
    told = [at for at, part in enumerate(heard) if "Er zijn al drie doelen." in part]
    assert told == [2], "once, after the third goal, and not at each goal"
    assert heard[2].startswith("Bewaard")


@pytest.mark.parametrize("command", ["/verbeter {} Anders.", "/gezegd-door {} Sanne", "/over {} Wonen"])
def test_k13_a_line_that_is_no_statement_says_how_it_is_changed(full: Plain, command: str) -> None:
    """Small steps, facts and notes: each line of the page, and what is said is so. Goals and what is agreed can
    be said anew, and only those."""
    book = book_of(full.table)
    page = answered(full.hear("/afspraken\n/stop\n", topic="two-minutes"))[0]
    count = max(int(number) for number in re.findall(r"^ *(\d+)\. ", page, re.MULTILINE))
    assert all(words in page for words in ("Stap 0", "Notitie 0", "Doel 0"))
    before = book.view
    for number in range(1, count + 1):
        typed = command.format(number)
        if "gezegd-door" not in typed and re.search(rf"^ *{number}\. “(Afspraak|Doel) \d”", page, re.MULTILINE):
            continue
        told = " ".join(answered(full.hear(f"/afspraken\n{typed}\n/stop\n", topic="two-minutes"))[1].split())
        assert "niet meer in het plan" not in told
        assert f"/praat-over {number}" in told or f"/intrekken {number}" in told
        assert told.endswith("Dit is niet bewaard.")
    assert book.view == before


def test_l13_what_is_agreed_is_agreed_otherwise_and_the_old_stays_in_sight(full: Plain) -> None:
    """Issue 10 §2; a line about the agreement is not taken for what is agreed."""
    full.hear("/wie mevrouw De Vries\n/afspraken\n/verbeter 3 Liever fietsen.\n/stop\n", topic="two-minutes")
    (agreed,) = (agreed for agreed in full.view.active_agreements() if agreed.replaces)
    assert agreed.want == "Liever fietsen."
    assert "Eerst" in full.hear("/afspraken\n/stop\n", topic="two-minutes")


@pytest.mark.parametrize(("shown", "number", "kind"), [
    ("/afspraken", 1, "goals"), ("/afspraken", 3, "agreements"), ("/keuzes", 1, "choices"),
])
def test_the_part_of_life_of_a_goal_an_agreement_or_a_choice_is_said_by_its_number(
    full: Plain, shown: str, number: int, kind: str
) -> None:
    """As on the page of a line on the screens."""
    heard = full.hear(f"{shown}\n/over {number} Leren\n/stop\n", topic="two-minutes")
    assert "Bewaard. Dit hoort bij: Leren en ontdekken" in heard
    assert [line.domain for line in getattr(full.view, kind)].count("learning") == 1
    full.hear(f"{shown}\n/over {number} 0\n/stop\n", topic="two-minutes")
    assert "learning" not in [line.domain for line in getattr(full.view, kind)]
