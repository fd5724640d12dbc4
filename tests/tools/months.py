"""Ten months of a plan with six voices, as data, and what must be true after it, by the points of rows-l (issue 10).

All are invented. Tineke is the client, Roos her daughter, Joke her sister; Achmed and Trijn are carers, Fatma thinks
along. Acts are played on the screens and line by line; a point reads what both leave behind, and what a face tells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from tests.tools.table_acts import Choose, Correct, Disagree, Note, Remark, Say, Sitting, TakeBack, Undo, at
from zlp_tui.conversation.ports.desk import Desk

TINEKE, ROOS, JOKE, ACHMED, TRIJN, FATMA = "Tineke Bos", "Roos", "Joke", "Achmed", "Trijn", "Fatma"

BAD = at("good-day-bad-day", "sides", "bad")
IMPORTANT = at("important-to", "important-to")
FEELS = at("domains-now", "marks", "physical-health")
CONFIRM = at("agreed", "together", "confirm")

HASTE, OUTSIDE, MORE = "Haast in de morgen.", "Elke dag naar buiten.", "En dat de deur open mag."
WALK, JACKET = "Elke dag een rondje.", "Om tien uur de jas aan."
COFFEE, LATER, COFFEE_NOW = "Om negen uur koffie.", "Liever later, na het wassen.", "Koffie na het wassen."
OTHERWISE, LOUD, TOO_EARLY = "Eerst met mijn broer praten.", "De radio staat te hard.", "Ik vind tien uur te vroeg."
PRIEST = "Zij mist de kerk."


class Dated(NamedTuple):
    """A sitting, and the day on which it is held."""

    on: date
    sitting: Sitting


STORY: Final = (
    Dated(date(2026, 1, 5), Sitting((TINEKE, ROOS, ACHMED), (
        Say(by=TINEKE, at=BAD, words=HASTE),
        Say(by=TINEKE, at=IMPORTANT, words=OUTSIDE),
        Choose(by=TINEKE, at=at("domains", "cards"), option="physical-health"),
        Say(by=TINEKE, at=at("agreements", "want", "physical-health"), words=WALK),
        Say(by=ROOS, at=at("agreements", "small-steps", WALK), words=JACKET),
        Say(by=TINEKE, at=at("agreements", "want", "physical-health"), words=COFFEE),
    ))),
    Dated(date(2026, 2, 19), Sitting((ACHMED,), (
        Correct(by=ACHMED, old=HASTE, words="Te weinig hulp.", refused=True),
        TakeBack(by=ACHMED, words=OUTSIDE, refused=True),
        Note(by=ACHMED, about=WALK, done="no", words="Het regende."),
    ))),
    Dated(date(2026, 4, 20), Sitting((TINEKE, ROOS, ACHMED), (
        Choose(by=TINEKE, at=at("agreed", "together", TINEKE), option="agrees"),
        Choose(by=ROOS, at=at("agreed", "together", ROOS), option="does-not"),
        Say(by=ROOS, at=at("agreed", "together", ROOS, "words"), words=OTHERWISE),
        Choose(by=TINEKE, at=CONFIRM, option="yes"),
        Undo(by=TINEKE, at=CONFIRM),
        Choose(by=TINEKE, at=CONFIRM, option="yes"),
    ))),
    Dated(date(2026, 7, 6), Sitting((TINEKE,), (Choose(by=TINEKE, at=FEELS, option="good"),))),
    Dated(date(2026, 7, 7), Sitting((ROOS,), (Choose(by=ROOS, at=FEELS, option="very-bad"),))),
    Dated(date(2026, 9, 1), Sitting((TRIJN, JOKE, FATMA), (
        Remark(by=TRIJN, words=LOUD),
        *(Note(by=TRIJN, about=WALK, done="no", words=f"Dienst {n}.", because="no-time") for n in (1, 2, 3)),
        Say(by=FATMA, at=IMPORTANT, words=PRIEST),
        Disagree(by=JOKE, about=WALK, words=TOO_EARLY),
    ))),
    Dated(date(2026, 10, 6), Sitting((TINEKE,), (
        Say(by=TINEKE, at=IMPORTANT, words=MORE),
        Say(by=TINEKE, at=at("follow-up", "adjust", COFFEE), words=LATER),
        Say(by=TINEKE, at=at("follow-up", "agreed-now", COFFEE), words=COFFEE_NOW),
    ))),
)


class Told(NamedTuple):
    """The plan on the table after the story, and all that one face tells of it, as words with the name behind them."""

    desk: Desk
    face: frozenset[tuple[str, str]]


def _words_stay_of_who_said_them(told: Told) -> None:
    said = {line.text: line.voice.name for line in told.desk.view.live_statements}
    assert {said[HASTE], said[OUTSIDE]} == {TINEKE}
    assert {(HASTE, TINEKE), (OUTSIDE, TINEKE)} <= told.face and (HASTE, ACHMED) not in told.face


def _each_has_a_mark_of_their_own(told: Told) -> None:
    marks = {mark.voice.name: mark.mark for look in told.desk.view.evaluations for mark in look.marks}
    assert marks == {TINEKE: 7, ROOS: 1}


def _the_plan_holds_the_agreements(told: Told) -> None:
    quotes = [quote.text for part in told.desk.letter() for line in part.lines for quote in line.quotes]
    assert WALK in quotes and f"“{JACKET}”" in quotes


def _an_edition_is_made_on_purpose_with_all_who_were_there(told: Told) -> None:
    (edition,) = told.desk.view.agreed_editions
    says = {told.desk.view.person(said.person).name: said.says for said in edition.consent}
    assert says == {TINEKE: "agrees", ROOS: "does-not", ACHMED: "not-asked"}
    resumed = told.desk.resume()
    assert resumed is not None and resumed.topic != "agreed"
    assert told.desk.undo() is None, "it stands since its conversation was over"
    quotes = [q.text for part in told.desk.history.read_edition(1) for line in part.lines for q in line.quotes]
    assert WALK in quotes and OTHERWISE in quotes and MORE not in quotes
    assert {found.quote.text for found in told.desk.history.search("anders broer")} == set()
    assert [found.edition for found in told.desk.history.search("broer")] == [1]


def _an_agreement_changes_and_the_old_one_stays_in_sight(told: Told) -> None:
    known = {agreed.want: agreed for agreed in told.desk.view.agreements}
    assert known[COFFEE_NOW].replaces == known[COFFEE].id and known[COFFEE].ended_on == "2026-10-06"
    card = next(card for card in told.desk.cards() if card.title == COFFEE_NOW)
    assert [quote.text for quote in dict(card.rows)["Eerst"]] == [f"“{COFFEE}”"]
    assert (COFFEE_NOW, TINEKE) in told.face


def _why_it_did_not_go_is_counted_and_asked_of_the_client_still(told: Told) -> None:
    no_time = "3 keer “Er was geen tijd voor”"
    card = next(card for card in told.desk.cards() if card.title == WALK)
    assert any(no_time in quote.text for quote in dict(card.rows)["Is het gedaan?"])
    assert [(line.quote.text, line.because) for line in told.desk.follow_up.to_look_at()] == [(WALK, no_time)]


def _disagreements_and_remarks_are_told(told: Told) -> None:
    assert {(TOO_EARLY, JOKE), (LOUD, TRIJN)} <= told.face


POINTS: Final[Mapping[str, Callable[[Told], None]]] = {
    "L-1": _words_stay_of_who_said_them,
    "L-2": _each_has_a_mark_of_their_own,
    "L-5": _the_plan_holds_the_agreements,
    "L-7": _an_agreement_changes_and_the_old_one_stays_in_sight,
    "L-8": _an_edition_is_made_on_purpose_with_all_who_were_there,
    "L-9": _disagreements_and_remarks_are_told,
    "L-10": _why_it_did_not_go_is_counted_and_asked_of_the_client_still,
}
"""What must be true after the story, by the number of its point. What comes later is added here, its acts above."""
