"""A whole look back line by line: from “what changed” to “this is the plan now”, and then beside now afterwards."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.cli.conftest import Command
from tests.plain.conftest import Plain
from tests.plain.test_plain_prompt_help import MOST, answered
from tests.tools.prepared import front_on
from tests.tools.table import GivenGrants, Table, Ticking, lay_table

MADE = (
    "/onderwerp at-the-table\nSanne\n"
    "/onderwerp important-to\nZelf naar buiten.\nMijn kat.\nDe krant.\n"
    "/onderwerp good-day-bad-day\nKoffie bij het raam.\n\nHaast.\n"
    "/onderwerp domains\n1\n"
    "/onderwerp goals\nWeer naar de bakker.\nElke week zwemmen.\nPiano spelen.\n"
    "/onderwerp agreements\n/neem 1 Elke dag een rondje.\n"
)
AGREED = "/onderwerp agreed\n1\nZo is het goed.\n1\nIk help mee.\n1\n"
"""The client and Sanne agree, each with words of their own, and then the plan is this."""

LOOKED_BACK = (
    "/onderwerp look-back\n\n1, 2\n\nMijn zus is verhuisd.\n\n/onderwerp still-important\n\n"
    # one by one, still so? changed, with new words; no longer; still; nothing new
    "2\nSamen naar buiten.\n3\n1\n\n"
    # good and bad days together: the rest is still so, and one more good thing
    "3\nZingen op dinsdag.\n\n\n"
    # how it goes, one by one: the client by figure, and Sanne passes
    "/onderwerp domains-now\n\n2\n7\n\n"
)
WENT_ON = (
    # Sanne sees it in her own way, by face
    "/wie Sanne\n/onderwerp domains-now\n\n1\n4\n/wie 1\n/onderwerp goals-now\n"
    # reached, and Sanne says for herself how close it came; adjusted, and so a goal that follows it; stopped
    "Ik loop er weer heen.\n4\n3\n3\nDat gaf energie.\n"
    "Soms ging het.\n2\n\n2\nElke week was veel.\nEens per maand zwemmen.\n"
    "\n\n4\nGeen zin meer.\n"
    # the agreement of the goal that was reached goes on
    "1\n"
    # tried, learned, glad of, worried about, what now
    "/onderwerp learned\nEen vaste dag.\n\nRust helpt.\n\n\n\n\n"
    # it helps; nothing to make better; decided as before; how the talk was, for each of them; when again
    "3\n\n\n3\n2\n1 maart 2027\n"
)


def shown(plain: Plain) -> dict[str, Any]:
    """The plan as the command itself shows it."""
    done = Command(plain.table.home)("show", plain.table.plan, "--json")
    assert done.returncode == 0, done.stderr
    plan: dict[str, Any] = json.loads(done.stdout)
    return plan


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Plain:
    """A plan that was made, agreed on, and followed for half a year; to be copied."""
    plain = Plain(lay_table(tmp_path_factory.mktemp("first") / "home"))
    plain.hear(MADE + AGREED)
    for _ in range(3):
        plain.table.clock.now += timedelta(days=60)
        plain.hear("/wie Sanne\n/ik-ben Sanne\n/noteer 1 ja, tot de hoek\n")
    return _closed(plain)


@pytest.fixture(scope="module")
def second(first: Plain, tmp_path_factory: pytest.TempPathFactory) -> Plain:
    """The same plan after a look back in two sittings, agreed on anew; to be copied."""
    plain = _copied(first, tmp_path_factory.mktemp("second") / "home")
    plain.hear(LOOKED_BACK)
    plain.table.clock.now += timedelta(days=7)
    plain.hear(WENT_ON + AGREED)
    return _closed(plain)


@pytest.fixture
def half_a_year(first: Plain, tmp_path: Path) -> Iterator[Plain]:
    """A copy of the plan before the look back."""
    plain = _copied(first, tmp_path / "home")
    yield plain
    plain.table.front.close()


@pytest.fixture
def looked_back(second: Plain, tmp_path: Path) -> Iterator[Plain]:
    """A copy of the plan after the look back."""
    plain = _copied(second, tmp_path / "home")
    yield plain
    plain.table.front.close()


def _closed(plain: Plain) -> Plain:
    plain.table.desk.leave()
    plain.table.front.close()
    return plain


def _copied(plain: Plain, home: Path) -> Plain:
    """The same plan in a home of its own, at the same moment."""
    table = plain.table
    shutil.copytree(table.home, home)
    clock = Ticking(table.clock.now)
    front = front_on(home, clock, lambda: str(uuid4()))
    return Plain(Table(home, front, table.plan, front.sit_down(table.plan), clock, GivenGrants()))


def test_goals_are_reached_adjusted_and_stopped(looked_back: Plain) -> None:
    plan = shown(looked_back)
    texts = {goal["id"]: goal["text"] for goal in plan["goals"]}
    assert [(goal["text"], goal["status"]) for goal in plan["goals"]] == [
        ("Weer naar de bakker.", "reached"),
        ("Elke week zwemmen.", "replaced"),
        ("Piano spelen.", "stopped"),
        ("Eens per maand zwemmen.", "active"),
    ]
    told = [
        (texts[one["goal"]], one["outcome"], one["how_close"], one["decision"], one["why"])
        for one in plan["evaluations"][0]["goals"]
    ]
    assert told == [
        ("Weer naar de bakker.", "Ik loop er weer heen.", "more", "reached", "Dat gaf energie."),
        ("Elke week zwemmen.", "Soms ging het.", "less", "adjust", "Elke week was veel."),
        ("Piano spelen.", None, None, "stop", "Geen zin meer."),
    ]
    successors = [texts.get(one["successor"]) for one in plan["evaluations"][0]["goals"]]
    assert successors == [None, "Eens per maand zwemmen.", None]
    assert [(one["want"], one["ended_on"]) for one in plan["agreements"]] == [("Elke dag een rondje.", None)]


def test_old_words_stay_and_each_voice_has_its_own_mark(looked_back: Plain) -> None:
    plan = shown(looked_back)
    evaluation = plan["evaluations"][0]
    said = {statement["id"]: statement["text"] for statement in plan["statements"]}
    look_backs = [(said[one["statement"]], one["says"]) for one in evaluation["look_backs"]]
    assert look_backs == [
        ("Zelf naar buiten.", "changed"),
        ("Mijn kat.", "no-longer"),
        ("De krant.", "still"),
        ("Koffie bij het raam.", "still"),
        ("Haast.", "still"),
    ]
    assert "Samen naar buiten." in said.values()
    marks = [(one["voice"]["name"], one["mark"], one["face"]) for one in evaluation["marks"]]
    assert sorted(marks) == [("Annie de Vries", 7, False), ("Sanne", 7, True)]
    assert (evaluation["quality"], [one["face"] for one in evaluation["experience"]]) == ("yes", ["good", "so-so"])


def test_it_was_agreed_on_and_has_a_day_for_the_next_time(looked_back: Plain) -> None:
    plan = shown(looked_back)
    assert [(one["number"], one["agreed_on"]) for one in plan["editions"]] == [(1, "2026-03-03"), (2, "2026-09-06")]
    names = {person["id"]: person["name"] for person in plan["people"]}
    for edition in plan["editions"]:
        assert [(names[one["person"]], one["says"]) for one in edition["consent"]] == [
            ("Annie de Vries", "agrees"), ("Sanne", "agrees"),
        ]
    assert plan["evaluations"][0]["held_on"] == "2026-08-30", "stopped halfway, it went on a week later"
    assert plan["next_evaluation"]["on"] == "2027-03-01"


def test_each_person_at_the_table_is_asked_for_a_mark_and_they_stand_side_by_side_b4(half_a_year: Plain) -> None:
    table = "/onderwerp look-back\n\n1, 2\n\nHet gaat wel.\n/onderwerp domains-now\n\n1\n2\n"
    hers, said, daughters = half_a_year.hear(table + "4\n").partition("Nu praat: Sanne")
    assert said and hers.count("Bewaard: Niet zo goed") == 1
    asked, kept, after = " ".join(daughters.split()).partition("Bewaard: Goed")
    assert kept and "Niet zo goed (mevrouw De Vries)" in asked
    assert "Nu praat" not in after, "whoever spoke first has the word again"
    again = " ".join(half_a_year.hear("/onderwerp domains-now\n").split())
    assert "Mijn lichaam en gezondheid: niet zo goed (Sanne: goed)" in again
    marks = half_a_year.view.evaluations[-1].marks
    assert [(mark.voice.name, mark.mark) for mark in marks] == [("Annie de Vries", 3), ("Sanne", 7)]


def test_it_goes_on_where_it_stopped(half_a_year: Plain) -> None:
    half_a_year.hear(LOOKED_BACK)
    written = half_a_year.hear("")
    assert "We gaan verder waar we gestopt zijn." in written
    assert re.search(r"^Vraag \d+ van \d+ · Wat is er van de doelen gekomen\?", written, re.MULTILINE)


def test_then_beside_now_and_what_it_came_to_are_told_in_words(looked_back: Plain) -> None:
    written = looked_back.hear("/toen 1 2\n/uitkomst\n/vastgelegd\n/wanneer\n/toen 9\n/toen x\n/uitkomst 7\n")
    flat = " ".join(written.split())
    assert "Toen: Versie 1, vastgelegd op 3 maart 2026 Nu: Versie 2, vastgelegd op 6 september 2026" in flat
    assert "Toen zei u bij “Dit is belangrijk voor mij”: “Zelf naar buiten.”" in flat
    assert re.search(r"\d+\. Nu zegt u: “Samen naar buiten.” \(mevrouw De Vries\) Dat is nu anders.", flat)
    assert "“Mijn kat.” (mevrouw De Vries) Later is gezegd: dat is niet meer zo." in flat
    then = r"\d+\. Toen zei u bij “Dit is belangrijk voor mij”: “De krant.” \(mevrouw De Vries\) Bevestigd: dat is nog"
    assert re.search(then, flat)
    assert "     3 keer gedaan\n" in written
    assert "  mevrouw De Vries: nu 7\n  Sanne: nu Goed\n" in written
    assert "Doel: “Weer naar de bakker.”" in flat
    assert re.search(r"Hoe we verdergaan: Het is gelukt! \d+\. Waarom: “Dat gaf energie.”", flat)
    assert "Dit gesprek, zegt Sanne: Het ging wel" in written
    assert "Sanne: Ja, mee eens “Ik help mee.”" in written
    assert "Samen terugkijken: 1 maart 2027" in written
    assert "Typ het nummer van een vastgelegd plan, of van twee." in written
    assert "Typ een nummer van 1 tot en met 1." in written


def test_a_second_look_back_tells_then_and_now_and_the_first_can_be_seen(looked_back: Plain) -> None:
    looked_back.table.clock.now += timedelta(days=180)
    written = looked_back.hear("/onderwerp domains-now\n\n2\n5\n/uitkomst\n/uitkomst 2\n")
    assert "  mevrouw De Vries: toen 7, nu 5\n  Sanne: toen Goed\n" in written
    assert "     Niet besproken." in written, "a goal of which nothing was said stays in sight"
    assert "We zijn hier nog mee bezig." in written
    assert re.search(r"^  2\. zondag 30 augustus 2026$", written, re.MULTILINE)
    assert "  mevrouw De Vries: nu 7\n" in written.split("We zijn hier nog mee bezig.")[1]


def test_what_is_new_is_told_once_to_each(looked_back: Plain) -> None:
    looked_back.hear("/wie Sanne\n/ik-ben Sanne\n/nieuw\n/stop\n")
    looked_back.hear("/aan-tafel mevrouw De Vries\n/onderwerp important-to\nVaker zingen.\n/stop\n")
    written = looked_back.hear("/wie Sanne\n/ik-ben Sanne\n/nieuw\n/nieuw\nKoffie met Sanne.\n")
    assert "Vaker zingen." in " ".join(written.split())
    assert written.count("Er is niets nieuws.") == 1


def test_a_line_tells_its_history(looked_back: Plain) -> None:
    written = looked_back.hear("/onderwerp important-to\n/geschiedenis 2\n/geschiedenis 9\n")
    assert "Zelf naar buiten." in written.split("> \n")[2]
    assert "Dit nummer staat niet in de laatste lijst." in written


def test_before_anything_was_agreed_there_is_nothing_to_compare(plain: Plain) -> None:
    written = plain.hear("/toen\n/uitkomst\n/vastgelegd\n/nieuw\n/wanneer\n", topic="good-day-bad-day")
    assert written.count("Er is nog geen plan vastgelegd.") == 2
    assert "We hebben nog niet samen teruggekeken." in written
    assert "Er is niets nieuws." in written
    assert "Er is niets waar een datum bij hoort." in written


def test_what_is_read_together_is_no_question_and_the_quote_comes_before_the_answers(half_a_year: Plain) -> None:
    written = half_a_year.hear("/onderwerp look-back\n/onderwerp still-important\n\n")
    assert "\nSamen terugkijken\nEen tijd geleden maakten we samen dit plan." in written
    told = "\nWat u belangrijk vindt: “Zelf naar buiten.” (mevrouw De Vries)\n  1. Ja, dat is nog zo\n"
    assert told in written and "Dit staat er al" not in written.split(told)[1]
    assert written.count("“Zelf naar buiten.”") == 2, "once in the list of all of them, and once here"


def test_without_a_number_one_looks_up_the_quote_that_is_asked_about(half_a_year: Plain) -> None:
    written = half_a_year.hear("/terugkijken\n/onderwerp still-important\n\n/vandaan\n/geschiedenis\n/terugnemen\n")
    traced = written.split("> \n")[4]
    assert "De vraag was: " in traced and "“Zelf naar buiten.”" in traced
    assert "Zelf naar buiten." in written.split("> \n")[5]
    stands = [one.text for one in half_a_year.view.said("important-to")]
    assert "Zelf naar buiten." in stands, "without a number one only looks up"


def test_ongedaan_takes_back_an_edition_of_this_conversation_and_none_of_before(half_a_year: Plain) -> None:
    half_a_year.hear("/onderwerp important-to\nMuziek.\n")
    written = half_a_year.hear("/onderwerp agreed\n1\nZo is het goed.\n/ongedaan\n/ongedaan\n")
    assert "Ongedaan gemaakt: “Zo is het goed.”" in written
    assert [edition.agreed_on is None for edition in half_a_year.view.editions] == [False]
    written = half_a_year.hear("/aan-tafel mevrouw De Vries, Sanne\n" + AGREED + "/ongedaan\n")
    assert "Ongedaan gemaakt" in written
    assert [edition.agreed_on is None for edition in half_a_year.view.editions] == [False, True]
    half_a_year.hear("/aan-tafel mevrouw De Vries, Sanne\n" + AGREED)
    half_a_year.hear("/ongedaan\n")
    assert [len(edition.consent) for edition in half_a_year.view.agreed_editions] == [2, 2], "it stands after that"


def test_who_sat_here_last_is_told_and_seated_only_when_asked(half_a_year: Plain) -> None:
    flat = " ".join(half_a_year.hear("").split())
    assert "Aan tafel: mevrouw De Vries Vorige keer ook aan tafel: Sanne." in flat
    command = "/aan-tafel mevrouw De Vries, Sanne"
    assert f"Weer erbij? Typ: {command} " in flat
    written = half_a_year.hear(f"{command}\n")
    assert "Aan tafel: mevrouw De Vries en Sanne" in written


def test_how_it_goes_is_said_of_all_parts_of_life_on_one_line_and_kept_for_each_person(half_a_year: Plain) -> None:
    written = half_a_year.hear("/onderwerp look-back\n\n1, 2\n\n\n/onderwerp domains-now\n9=9\n1=4\n1=2\n")
    flat = " ".join(written.split())
    assert "Hoe het gaat: 1 heel slecht, 2 niet zo goed, 3 het gaat wel, 4 goed, 5 heel goed." in flat
    assert "Typ het zo: 1=4." in flat, "what is no such pair is refused"
    assert "Bewaard: Mijn lichaam en gezondheid: Goed" in flat and "Nu praat: Sanne" in flat
    marks = half_a_year.view.evaluations[-1].marks
    assert [(mark.voice.name, mark.mark) for mark in marks] == [("Annie de Vries", 7), ("Sanne", 3)]


@pytest.fixture
def due(first: Plain, tmp_path: Path) -> Iterator[Plain]:
    """A copy of the plan, of which the day to look back came."""
    plain = _copied(first, tmp_path / "home")
    plain.hear("/onderwerp look-again\nover 1 maand\n")
    plain.table.clock.now += timedelta(days=60)
    yield plain
    plain.table.front.close()


@pytest.mark.parametrize(("typed", "now"), [("1", True), ("nu", True), ("2", False), ("", False)])
def test_a_look_back_that_is_due_is_asked_about_now_or_later_c1(due: Plain, typed: str, now: bool) -> None:
    written = due.hear(f"{typed}\n/stop\n")
    assert "Het is tijd om samen terug te kijken." in written and "Zullen we dat nu doen?" in written
    assert ("Hoe het ging, wat er nog zo is en wat er anders mag." in written) is now


@pytest.mark.parametrize("word", ["?", "/help"])
def test_help_at_that_question_tells_what_can_be_typed_and_it_still_waits(due: Plain, word: str) -> None:
    told = answered(due.hear(f"{word}\n1\n/stop\n"))
    lines = told[0].split("\n")
    assert lines[:2] == ["Zullen we dat nu doen?", "Typ 1 voor nu, of 2 voor later."]
    assert "/stop" in lines[-1] and len(lines) <= MOST
    assert "Hoe het ging, wat er nog zo is en wat er anders mag." in told[1]


def test_words_that_are_no_choice_are_an_answer_to_the_question_below_c1(due: Plain) -> None:
    due.hear("2\n/onderwerp important-to\nRust.\n/stop\n")
    due.hear("Vaker zingen.\n/stop\n")
    assert "Vaker zingen." in [said.text for said in due.view.live_statements]


def test_an_edition_is_read_by_its_number(half_a_year: Plain) -> None:
    written = half_a_year.hear("/vastgelegd 1\n/vastgelegd 9\n/vastgelegd morgen\n")
    assert "Ik ben Annie de Vries" in written
    assert "Er is geen vastgelegd plan met nummer 9." in written
    assert "Typ het nummer van een vastgelegd plan." in written
