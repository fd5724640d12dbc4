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
        Say(by=FATMA, at=IMPORTANT, words=PRIEST),
        Disagree(by=JOKE, about=WALK, words=TOO_EARLY),
    ))),
    Dated(date(2026, 10, 6), Sitting((TINEKE,), (Say(by=TINEKE, at=IMPORTANT, words=MORE),))),
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


def _disagreements_and_remarks_are_told(told: Told) -> None:
    assert {(TOO_EARLY, JOKE), (LOUD, TRIJN)} <= told.face


def _new_is_what_came_since_they_were_there(told: Told) -> None:
    """Roos said her last in July, Joke in September: each hears what came after it, and never the whole plan."""
    for name, hears, knows in ((ROOS, {TOO_EARLY, LOUD, MORE}, {HASTE, OUTSIDE, WALK}), (FATMA, {MORE}, {HASTE, LOUD})):
        person = next(person for person in told.desk.view.people if person.name == name)
        told.desk.seat((person.id,))
        told.desk.sit_at_keyboard(person.id)
        new = told.desk.history.new_since()
        words = {line.quote.text for _, lines in new.parts for line in lines}
        assert new.since and hears <= words and not knows & words, (name, words)


def _a_note_is_made_by_its_words_in_ones_own_name(told: Told) -> None:
    (about,) = (thing.id for thing in told.desk.follow_up.things() if thing.title == WALK)
    notes = [(note.voice.name, note.done, note.text) for note in told.desk.view.progress if note.about == about]
    assert notes == [(ACHMED, "no", "Het regende.")]


POINTS: Final[Mapping[str, Callable[[Told], None]]] = {
    "L-1": _words_stay_of_who_said_them,
    "L-2": _each_has_a_mark_of_their_own,
    "L-5": _the_plan_holds_the_agreements,
    "L-8": _an_edition_is_made_on_purpose_with_all_who_were_there,
    "L-9": _disagreements_and_remarks_are_told,
    "L-11": _new_is_what_came_since_they_were_there,
    "L-14": _a_note_is_made_by_its_words_in_ones_own_name,
}
"""What must be true after the story, by the number of its point. What comes later is added here, its acts above."""
