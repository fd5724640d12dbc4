"""Ten months of a plan with six voices, as data, and what must be true after it, by the points of rows-l
and table.md (issue 10).

All are invented. Tineke is the client, Roos her daughter, Joke her sister; Achmed and Trijn are carers, Fatma thinks
along. Acts are played on the screens and line by line; a point reads what both leave behind, and what a face tells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from tests.tools.table_acts import Choose, Correct, Disagree, Note, Remark, Say, Sitting, TakeBack, Undo, at
from zlp_tui import places
from zlp_tui.conversation.ports.turn import Pick
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.conversation.session.front_door import Front
from zlp_tui.conversation.telling.overviews.law_check import law_lines
from zlp_tui.due.rules import load_rules
from zlp_tui.plan.view import Place

TINEKE, ROOS, JOKE, ACHMED, TRIJN, FATMA = "Tineke Bos", "Roos", "Joke", "Achmed", "Trijn", "Fatma"

BAD = at("good-day-bad-day", "sides", "bad")
IMPORTANT = at("important-to", "important-to")
FEELS = at("domains-now", "marks", "physical-health")
GOES_ON = at("agreements-on", "goes-on")
READ_BACK = at("who-am-i-read-back", "read-back")
KNOWN = at("people", "people")
CONFIRM = at("agreed", "together", "confirm")

HASTE, OUTSIDE, MORE = "Haast in de morgen.", "Elke dag naar buiten.", "En dat de deur open mag."
COFFEE, LATER, COFFEE_NOW = "Om negen uur koffie.", "Liever later, na het wassen.", "Koffie na het wassen."
WALK, JACKET, OFTEN = "Elke dag een rondje.", "Om tien uur de jas aan.", "elke dag, na het ontbijt"
STRONG = "Weer zelf naar de markt."
OTHERWISE, LOUD, TOO_EARLY = "Eerst met mijn broer praten.", "De radio staat te hard.", "Ik vind tien uur te vroeg."
PRIEST = "Zij mist de kerk."
FOR_WHAT = "De post en de bank."


class Dated(NamedTuple):
    """A sitting, and the day on which it is held."""

    on: date
    sitting: Sitting


STORY: Final = (
    Dated(date(2026, 1, 5), Sitting((TINEKE, ROOS, ACHMED), (
        Say(by=TINEKE, at=BAD, words=HASTE),
        Say(by=TINEKE, at=IMPORTANT, words=OUTSIDE),
        Choose(by=TINEKE, at=at("domains", "cards"), option="physical-health"),
        Say(by=TINEKE, at=at("agreements", "want", "anything"), words=WALK),
        Say(by=ROOS, at=at("agreements", "small-steps", WALK), words=JACKET),
        Say(by=TINEKE, at=at("agreements", "want", "anything"), words=COFFEE),
        Say(by=TINEKE, at=at("agreements", "small-steps", WALK, "often"), words=OFTEN),
        Say(by=TINEKE, at=at("goals", "goal"), words=STRONG),
        Choose(by=TINEKE, at=KNOWN._replace(item=(ROOS, "kind")), option="family"),
        Say(by=TINEKE, at=KNOWN._replace(item=(ROOS, "for-what")), words=FOR_WHAT),
        Choose(by=TINEKE, at=KNOWN._replace(item=(ACHMED, "kind")), option="professional"),
        Choose(by=TINEKE, at=KNOWN._replace(item=(ACHMED, "precisely")), option="key-worker"),
        Choose(by=TINEKE, at=READ_BACK, option="yes"),
    ))),
    Dated(date(2026, 2, 19), Sitting((ACHMED,), (
        Correct(by=ACHMED, old=HASTE, words="Te weinig hulp.", refused=True),
        TakeBack(by=ACHMED, words=OUTSIDE, refused=True),
        Note(by=ACHMED, about=WALK, done="no", words="Het regende."),
        Note(by=ACHMED, about=STRONG, done="yes", words="Samen naar de markt."),
    ))),
    Dated(date(2026, 4, 20), Sitting((TINEKE, ROOS, ACHMED), (
        Choose(by=TINEKE, at=at("agreed", "together", TINEKE), option="agrees"),
        Choose(by=ROOS, at=at("agreed", "together", ROOS), option="does-not"),
        Say(by=ROOS, at=at("agreed", "together", ROOS, "words"), words=OTHERWISE),
        Choose(by=TINEKE, at=CONFIRM, option="yes"),
        Undo(by=TINEKE, at=CONFIRM),
        Choose(by=TINEKE, at=CONFIRM, option="yes"),
    ))),
    Dated(date(2026, 7, 6), Sitting((TINEKE,), (
        Choose(by=TINEKE, at=FEELS, option="good"),
        Choose(by=TINEKE, at=GOES_ON._replace(item=(WALK,)), option="goes-on"),
    ))),
    Dated(date(2026, 7, 7), Sitting((ROOS,), (Choose(by=ROOS, at=FEELS, option="very-bad"),))),
    Dated(date(2026, 9, 1), Sitting((TRIJN, JOKE, FATMA), (
        Remark(by=TRIJN, words=LOUD),
        *(Note(by=TRIJN, about=WALK, done="no", words=f"Dienst {n}.", because="no-time") for n in (1, 2, 3)),
        Note(by=TRIJN, about=STRONG, done="no", words="Te druk."),
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
    """The plan on the table after the story, the door it was opened by, and all that one face tells of it, as words
    with the name behind them."""

    desk: DeskSession
    face: frozenset[tuple[str, str]]
    front: Front


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
    """In the plan, at its line, with since when; and due after fourteen days (M08, M11)."""
    assert {(TOO_EARLY, JOKE), (LOUD, TRIJN)} <= told.face
    notes = {q.text: q.note for part in told.desk.letter() for line in part.lines for q in line.quotes if q.own_words}
    assert notes[WALK].startswith("Hier is Joke het niet mee eens, sinds 1 september")
    assert notes[LOUD].startswith("sinds 1 september") and notes[TOO_EARLY].startswith("sinds 1 september")
    assert {"remark", "disagreement"} <= {line.what for line in told.desk.history.due() if line.late}


def _what_was_asked_again_is_told_apart(told: Told) -> None:
    both = told.desk.history.then_and_now(1)
    assert both is not None
    asked = {pair.then.text: pair.asked for part in both.parts for pair in part.pairs if pair.then and not pair.what}
    assert (asked[WALK], asked[OUTSIDE]) == ("confirmed", "not-asked")


def _a_result_once_kept_stays(told: Told) -> None:
    shown = told.desk.history.results()
    assert shown is not None
    assert [(goal.goal.text, goal.tally) for goal in shown.goals] == [(STRONG, "1 keer gedaan")]


def _an_agreement_without_a_goal_is_looked_at(told: Told) -> None:
    quotes = [q.text for part in told.desk.letter() for line in part.lines for q in line.quotes]
    assert quotes.count("Ja, die gaat door") == 1


def _what_was_read_back_once_is_asked_anew_of_new_words(told: Told) -> None:
    turn = told.desk.go(Place("who-am-i-read-back", "read-back"))
    assert isinstance(turn.input, Pick) and turn.input.chosen == ()


def _the_day_is_told(told: Told) -> None:
    assert [(part.title, [line.what for line in part.lines]) for part in told.desk.history.today().parts] == [
        ("In de ochtend", [WALK]),
    ]


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
    assert (ACHMED, "no", "Het regende.") in notes and {by for by, _, _ in notes} == {ACHMED, TRIJN}


def _who_coordinates_and_what_the_law_wants_is_found(told: Told) -> None:
    """Whom an inspector asks for, what was talked about by article, and the dates with why. Paper is an issue apart."""
    people = [quote for part in told.desk.letter() for line in part.lines for quote in line.quotes]
    assert any(quote.text == ACHMED and "eerste contactpersoon" in quote.note for quote in people)
    lines = law_lines(told.desk._plan.letter_context, load_rules(places.data() / "rules"))
    assert lines and all(line.article and line.title for line in lines)
    talked_about = {line.rule: line.where for line in lines if line.met_by}
    assert talked_about and all(talked_about.values())
    assert all(line.because for line in told.desk.history.due())


def _all_that_is_due_is_told_the_look_back_first(told: Told) -> None:
    """And home and the list of today say how many other dates there are (L-13, M13)."""
    due = [line for line in told.desk.history.due() if line.on <= "2026-10-07"]
    assert {"remark", "disagreement"} <= {line.what for line in due}
    (home,), notes = told.front.plans(), told.front.notes_of_today
    notes.write_as(ACHMED)
    (listed,) = notes.today().due
    assert home.due_more == listed.more == len(due) - 1
    weightiest = next((line for line in due if line.what == "evaluation"), due[0])
    assert (home.due_what, listed.title) == (weightiest.what, weightiest.title)
    titles = [line.title for line in due] + [line.quote.text for line in due if line.quote]
    assert not any(told.desk.view.id in words or (line.ref or "-") in words for line in due for words in titles)


def _whoever_cares_at_home_has_her_own_words_and_a_page_to_take_along(told: Told) -> None:
    """Whom to ask for what, on the page that is taken along; a lane of her own and paper are issues apart."""
    page = [quote for part in told.desk.letter("page") for line in part.lines for quote in line.quotes]
    assert any(quote.text == ROOS and FOR_WHAT in quote.note for quote in page)
    assert any(WALK in quote.text for quote in page) and told.desk.letter("short")
    (edition,) = told.desk.view.agreed_editions
    roos = next(person.id for person in told.desk.view.people if person.name == ROOS)
    assert [said.words for said in edition.consent if said.person == roos] == [OTHERWISE]


def _who_works_notes_what_is_agreed_today_in_their_own_name(told: Told) -> None:
    """Persona F: today's own list, with the client's name and what is agreed; a note is his, and can be undone."""
    notes = told.front.notes_of_today
    notes.write_as(TRIJN)
    ((line,),) = [part.lines for part in notes.today().parts]
    assert (line.name, line.what, line.noted) == (TINEKE, WALK, "")
    notes.note(line, done="yes")
    told.desk.reload()
    assert (told.desk.view.progress[-1].voice.name, told.desk.view.progress[-1].done) == (TRIJN, "yes")
    assert [done.noted for part in notes.today().parts for done in part.lines] == ["gedaan"]
    assert notes.undo() is not None


def _days_and_parts_of_the_day_are_data(told: Told) -> None:
    (walk,) = (agreed for agreed in told.desk.view.agreements if agreed.want == WALK)
    whens = [(step.when.words, step.when.weekdays, step.when.parts) for step in walk.steps if step.when]
    assert whens == [(OFTEN, (1, 2, 3, 4, 5, 6, 7), ("morning",))]


POINTS: Final[Mapping[str, Callable[[Told], None]]] = {
    "L-1": _words_stay_of_who_said_them,
    "L-2": _each_has_a_mark_of_their_own,
    "L-3": _what_was_asked_again_is_told_apart,
    "L-4": _a_result_once_kept_stays,
    "L-5": _the_plan_holds_the_agreements,
    "L-6": _an_agreement_without_a_goal_is_looked_at,
    "L-7": _an_agreement_changes_and_the_old_one_stays_in_sight,
    "L-8": _an_edition_is_made_on_purpose_with_all_who_were_there,
    "L-9": _disagreements_and_remarks_are_told,
    "L-10": _why_it_did_not_go_is_counted_and_asked_of_the_client_still,
    "L-11": _new_is_what_came_since_they_were_there,
    "L-12": _who_coordinates_and_what_the_law_wants_is_found,
    "L-13": _all_that_is_due_is_told_the_look_back_first,
    "L-14": _a_note_is_made_by_its_words_in_ones_own_name,
    "L-15": _whoever_cares_at_home_has_her_own_words_and_a_page_to_take_along,
    "B6": _an_agreement_without_a_goal_is_looked_at,
    "B14": _what_was_read_back_once_is_asked_anew_of_new_words,
    "F": _who_works_notes_what_is_agreed_today_in_their_own_name,
    "M4": _the_day_is_told,
    "M5": _days_and_parts_of_the_day_are_data,
    "M13": _all_that_is_due_is_told_the_look_back_first,
}
"""What must be true after the story, by the number of its point. What comes later is added here, its acts above."""
