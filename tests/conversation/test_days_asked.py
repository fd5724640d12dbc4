"""Every question of the script that asks for a day: what its own wordings invite is kept, and doubts are asked once.

Findings F4, F5 and F6 of issue 8.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.tools.prepared import dutch
from tests.tools.table import GivenGrants, Table, Ticking, open_door
from zlp_tui import places
from zlp_tui.conversation.ports.turn import Kept, Picked, Spoken, Words
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.dates import long_date, read_day
from zlp_tui.errors import Doubtful, Refused
from zlp_tui.plan.difference import is_changed
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.view import Place
from zlp_tui.said_day import SaidDay
from zlp_tui.script.loading import load_script
from zlp_tui.script.meaning import DAY_KEPT
from zlp_tui.script.question_models import Days, Question, range_of
from zlp_tui.script.steps.form_models import Form
from zlp_tui.script.steps.word_models import Ask

TODAY = date(2026, 11, 26)
"""A Thursday."""
BORN = Place("personal-details", "person", "born-on")
SOON = Place("look-again", "dates", "first-evaluation-on")
CARE = Place("personal-details", "care", "care-started-on")

INVITED = {
    "agreements/from": (
        "twee weken|dinsdag|ja, aanstaande maandag|morgen|3 maart|per 1 januari|begin januari|half maart|"
        "do 26-11|morgenochtend|3 maart om 10.00 uur|volgende week dinsdag|over 6 wkn|nu|"
        "maandag 30 november"
    ),
    "agreements/until": (
        "over 3 maanden|1 september|6 weken|zes weken|een half jaar|tot 1 september|mei 2027|eind mei|"
        "voor de zomer|een week of zes|2 of 3 weken|t/m 31 december|over anderhalf jaar|na de zomervakantie"
    ),
    "agreements/evaluate-on": (
        "na 6 weken|over 6 weken|6 weken|15 mei|zes tot acht weken|vrijdag over een week|over 2 mnd|"
        "over veertien dagen|na het weekend"
    ),
    "look-again/first-evaluation-on": (
        "voorjaar|in de zomer|volgend voorjaar|over 6 maanden|een half jaar|12 mei|2027/03/03|3–3–2027|"
        "half mei|mei 2027"
    ),
    "look-again/evaluate-on": (
        "na Pasen|eind mei|na de zomer|mijn verjaardag|op mijn verjaardag|20 april|over 2 maanden|"
        "met kerst|na oud en nieuw|tweede paasdag|Koningsdag|na het Suikerfeest"
    ),
    "look-again/drawn-up-on": (
        "vandaag|gisteren|21 november|afgelopen maandag|3 sept|eergisteren|vorige week"
    ),
    "next-time/evaluate-on": (
        "na Pasen|eind mei|na de zomer|kerst|in het voorjaar|een half jaar|over 6 maanden|op 3 september|"
        "volgende week vrijdag|moederdag|begin volgend jaar|eind 2027"
    ),
    "sitting/next-talk": (
        "volgende week|morgen|over twee weken|maandag 30 november|na het weekend|vrijdag over een week|"
        "3 december om 10.00 uur|begin januari|na oud en nieuw"
    ),
    "personal-details/born-on": (
        "12 juni 1946|12 juni 1946.|1946|juni 1946|zomer 1946|in de winter van 1946|omstreeks 1946|"
        "12-6-'46|12-6-36|5 mei 30|ik ben 83|jaren veertig|twaalf juni 1946|12 juni, 1946|12061946|"
        "rond 1946"
    ),
    "personal-details/care-started-on": (
        "maart|september 2025|1 september|1 oktober 2025.|een half jaar geleden|twee jaar|vorig voorjaar|"
        "vorig jaar|2019|di 3-3-2026|in de winter|afgelopen zomer|zes weken geleden|1e januari|3 maart '25"
    ),
    "personal-details/wmo-reported-on": (
        "3 februari|vorige maand"
    ),
    "own-plan/own-plan-received-on": (
        "vandaag|gisteren"
    ),
    "personal-details/wlz-valid-until": (
        "31 december 2027|eind 2027|1 januari 2030|over 2 jaar"
    ),
    "choices/thinking-until": (
        "over 2 weken|3 maart|dinsdag|volgende week|na het weekend|veertien dagen|op vrijdag"
    ),
    "choices/revisit-on": (
        "over 3 maanden|1 juni|een half jaar|zes weken|na de vakantie|op mijn verjaardag|in mei"
    ),
    "goals/goal-until": (
        "drie maanden|over een jaar|eind 2027|volgende zomer|12 juni 2027|op mijn verjaardag"
    ),
}
"""What the wordings of each question invite. A new question with a day needs its answers here."""

NO_DAY = ("weet ik niet", "Dat weet ik nog niet.", "geen idee")


def asked() -> Iterator[tuple[str, Question, Days]]:
    """The questions that ask for a day, by topic and name."""
    for topic in load_script(places.content() / "nl").topics:
        for step in topic.steps:
            if isinstance(step, Ask) and step.keeps in DAY_KEPT:
                assert step.days is not None
                yield f"{topic.id}/{step.keeps}", step, step.days
            for name, field in step.form_fields.items() if isinstance(step, Form) else ():
                if field.kind == "date":
                    assert field.days is not None, name
                    yield f"{topic.id}/{name}", field, field.days


ASKED = {name: (question, days) for name, question, days in asked()}


@pytest.fixture
def day_table(tmp_path: Path) -> Iterator[Table]:
    """A plan with a choice, an agreement, a goal and a day of birth, on 26 November 2026."""
    clock = Ticking(datetime(2026, 11, 26, 9, 0, tzinfo=UTC))
    front = open_door(tmp_path / "home", clock)
    plan = front.new_plan("Annie de Vries", "mevrouw De Vries")
    desk = front.sit_down(plan)
    for place, words in (
        (Place("choices", "choice"), "Hoe kom ik buiten?"), (Place("agreements", "want", "anything"), "Een ommetje."),
        (Place("goals", "goal"), "Weer lopen."), (BORN, "12 juni 1946"),
    ):
        desk.go(place)
        desk.answer(Spoken(words))
    yield Table(tmp_path / "home", front, plan, desk, clock, GivenGrants())
    front.close()


def place_of(desk: DeskSession, name: str) -> Place:
    """Where this is asked in the plan on the table."""
    topic, field = name.split("/")
    if topic == "choices":
        step, choice = {"thinking-until": "time-to-think", "revisit-on": "revisit"}[field], desk.view.choices[0]
        if step == "revisit" and choice.chosen is None:  # one looks again at what was chosen
            desk.go(Place(topic, "chosen", choice.id))
            desk.answer(Picked((choice.options[0].id,)))
        return Place(topic, step, choice.id)
    if topic == "goals":
        return Place(topic, "until", desk.view.goals[0].id)
    about = f"{desk.view.agreements[0].id}/" if topic == "agreements" else ""
    form = next(step for step in desk.script.topic(topic).steps if field in step.form_fields)
    return Place(topic, form.id, f"{about}{field}")


def test_every_question_of_a_day_says_where_it_looks() -> None:
    assert ASKED.keys() == INVITED.keys()


@pytest.mark.parametrize("name", sorted(INVITED))
def test_what_the_wordings_invite_is_understood_f5(name: str) -> None:
    question, days = ASKED[name]
    born = date(1946, 6, 12)
    for words in (*question.examples, *INVITED[name].split("|")):
        said = read_day(words, TODAY, "nl", range_of(days), birthday=born)
        assert isinstance(said, SaidDay), words
        asked_range = range_of(days)
        assert not (said.other or said.misnamed or said.unusual), words
        assert not (asked_range.is_behind(said, TODAY) or asked_range.is_ahead(said, TODAY)), words
        assert not asked_range.is_far(said, TODAY), words


NOT_ALWAYS = frozenset({
    "next-time/evaluate-on", "personal-details/wlz-valid-until", "personal-details/wmo-reported-on",
    "own-plan/own-plan-received-on",
})
"""Asked in an evaluation, under one law, or after a plan of one's own was brought."""


@pytest.mark.parametrize("name", sorted(set(INVITED) - NOT_ALWAYS))
def test_what_the_wordings_invite_is_kept_and_told_f5(day_table: Table, name: str) -> None:
    desk = day_table.desk
    place = place_of(desk, name)
    for words in (*ASKED[name][0].examples, *INVITED[name].split("|")):
        desk.go(place)
        kept = desk.answer(Spoken(words))
        assert kept.told and not kept.unanswered, words
        asked = desk.go(place).input
        assert isinstance(asked, Words)
        if name != "look-again/evaluate-on" or asked.value:
            assert asked.value == kept.told, words
        assert desk.draft() == ""
        assert desk.undo() is not None


@pytest.mark.parametrize("name", sorted(set(INVITED) - NOT_ALWAYS))
def test_the_refusal_has_an_example_of_the_question_f5(day_table: Table, name: str) -> None:
    desk = day_table.desk
    desk.go(place_of(desk, name))
    with pytest.raises(Refused) as refused:
        desk.answer(Spoken("als de bladeren vallen"))
    assert refused.value.values == {"example": ASKED[name][0].examples[0].rstrip(".")}


@pytest.mark.parametrize("words", NO_DAY)
def test_not_knowing_is_no_answer_and_no_fault_f5(day_table: Table, words: str) -> None:
    desk = day_table.desk
    desk.go(BORN)
    before = as_json(desk.view)
    desk.keep_draft(words)
    assert desk.answer(Spoken(words)) == Kept(
        (), goes_on=True,
        told="Dat geeft niet. We gaan verder. Later kan het altijd nog.",
        unanswered=True, written=False,
    )
    assert (as_json(desk.view), desk.draft()) == (before, "")


@pytest.mark.parametrize(("words", "told"), [
    ("12-6-36", "vrijdag 12 juni 1936"), ("5 mei 30", "maandag 5 mei 1930"), ("1946", "1946"),
    ("juni 1946", "juni 1946"), ("Omstreeks 1946", "Omstreeks 1946"), ("ik ben 83", "ik ben 83 (1942-1943)"),
    ("juni '46", "juni '46 (juni 1946)"),
])
def test_a_year_of_two_digits_is_a_year_of_birth_that_was_f4(day_table: Table, words: str, told: str) -> None:
    desk = day_table.desk
    desk.go(BORN)
    assert desk.answer(Spoken(words)).told == told
    [born] = [detail for detail in desk.view.details if detail.field == "born-on"]
    assert date.fromisoformat(born.value) <= TODAY
    assert told in " ".join(quote.text for part in desk.letter() for line in part.lines for quote in line.quotes)


@pytest.mark.parametrize("words", ["morgen", "3 maart", "12-6-2036", "volgende vrijdag", "over 3 weken", "27 nov 2026"])
def test_nobody_is_born_tomorrow_or_in_a_year_that_is_guessed_f4(day_table: Table, words: str) -> None:
    desk = day_table.desk
    desk.go(BORN)
    before = as_json(desk.view)
    for _ in range(2):
        with pytest.raises(Refused):
            desk.answer(Spoken(words))
    assert as_json(desk.view) == before


@pytest.mark.parametrize(("place", "words", "told"), [
    (SOON, "03-03-26", "dinsdag 3 maart 2026 ligt al achter ons. Klopt dat? Zeg het dan nog een keer."),
    (SOON, "mei 2025", "mei 2025 ligt al achter ons. Klopt dat? Zeg het dan nog een keer."),
    (SOON, "3 maart 2060", "woensdag 3 maart 2060 is ver weg. Klopt dat? Zeg het dan nog een keer."),
    (SOON, "zondag 3 maart", ("woensdag 3 maart 2027: dat is een andere dag van de week. Klopt het toch? "
                              "Zeg het dan nog een keer.")),
    (CARE, "3 maart 2027", "woensdag 3 maart 2027 moet nog komen. Klopt dat? Zeg het dan nog een keer."),
    (CARE, "1 mei 1940", ("Die dag (woensdag 1 mei 1940) is vóór de geboortedag (woensdag 12 juni 1946). Klopt dat? "
                          "Zeg het dan nog een keer.")),
    (SOON, "volgende vrijdag", ("Dit kan vrijdag 27 november 2026 zijn, of vrijdag 4 december 2026. Schrijf welke dag "
                                "het is. Of zeg het nog een keer, dan wordt het vrijdag 4 december 2026.")),
])
def test_what_is_doubtful_is_asked_once_and_kept_when_it_is_said_again_f4(
    day_table: Table, place: Place, words: str, told: str
) -> None:
    for again in (words, f"  {words.upper()}", "Ja, dat klopt."):
        desk = day_table.desk
        desk.go(place)
        before = as_json(desk.view)
        desk.keep_draft(words)
        with pytest.raises(Doubtful) as doubt:
            desk.answer(Spoken(words))
        assert dutch()(doubt.value.message, **doubt.value.values) == told
        assert (as_json(desk.view), desk.draft()) == (before, words)
        assert desk.answer(Spoken(again)).told.casefold() in told.casefold()
        assert as_json(desk.view) != before
        desk.undo()


def test_another_answer_after_the_question_is_a_new_one_f4(day_table: Table) -> None:
    desk = day_table.desk
    desk.go(SOON)
    with pytest.raises(Doubtful):
        desk.answer(Spoken("volgende vrijdag"))
    assert desk.answer(Spoken("27 november")).told == "vrijdag 27 november 2026"
    desk.go(SOON)
    with pytest.raises(Doubtful):
        desk.answer(Spoken("1 mei 2025"))
    with pytest.raises(Doubtful):
        desk.answer(Spoken("2 mei 2025"))
    desk.go(CARE)
    with pytest.raises(Refused):
        desk.answer(Spoken("ja"))


def test_an_agreement_that_ends_before_it_begins_is_asked_about_at_once_f6(day_table: Table) -> None:
    desk = day_table.desk
    agreed = desk.view.agreements[0].id
    said = {"from": "1 juni 2027", "until": "1 januari 2027", "evaluate-on": "1 maart 2027"}
    desk.go(Place("agreements", "period", f"{agreed}/from"))
    desk.answer(Spoken(said["from"]))
    for field in ("until", "evaluate-on"):
        desk.go(Place("agreements", "period", f"{agreed}/{field}"))
        with pytest.raises(Doubtful) as doubt:
            desk.answer(Spoken(said[field]))
        told = dutch()(doubt.value.message, **doubt.value.values)
        assert long_date("2027-06-01") in told and long_date(date(2027, 1 if field == "until" else 3, 1)) in told
        desk.answer(Spoken(said[field]))
    assert (desk.view.agreements[0].until, desk.view.agreements[0].evaluate_on) == ("2027-01-01", "2027-03-01")


@pytest.mark.parametrize(("begin", "end"), [
    ("mei 2027", "mei 2027"), ("10 mei 2027", "mei 2027"), ("mei 2027", "2027"),
])
def test_what_was_said_less_exactly_contradicts_nothing_it_may_mean_f6(day_table: Table, begin: str, end: str) -> None:
    desk = day_table.desk
    agreed = desk.view.agreements[0].id
    for field, words in (("from", begin), ("until", end), ("evaluate-on", end)):
        desk.go(Place("agreements", "period", f"{agreed}/{field}"))
        assert desk.answer(Spoken(words)).told in (words, long_date("2027-05-10"))


def test_an_agreement_is_told_as_over_after_its_last_day_and_comes_up_when_one_looks_back_f6(day_table: Table) -> None:
    desk = day_table.desk
    agreed = desk.view.agreements[0].id
    desk.go(Place("agreements", "period", f"{agreed}/until"))
    desk.answer(Spoken("30 november"))
    over = "Deze afspraak is voorbij. De laatste dag was maandag 30 november 2026"

    def told() -> tuple[bool, bool, list[str]]:
        card = [quote.text for card in desk.cards() for _, quotes in card.rows for quote in quotes]
        letter = [quote.note for part in desk.letter() for line in part.lines for quote in line.quotes]
        return over in card, over in letter, [line.title for line in desk.history.due() if line.ref == agreed]

    day_table.clock.now = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
    assert told() == (False, False, []), "its last day is part of it"
    day_table.clock.now = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
    assert told() == (True, True, ["Een afspraak is voorbij"])
    desk.go(Place("look-back", "life-now"))
    desk.answer(Spoken("Rustig."))
    goes_on = Place("agreements-on", "goes-on", agreed)
    assert told()[2] == [], "it was looked back on"
    desk.go(goes_on)
    desk.answer(Picked(("goes-on",)))
    assert desk.view.agreements[0].until is None
    assert told() == (False, False, [])
    desk.forward()
    desk.undo()
    desk.go(goes_on)
    desk.answer(Picked(("ends",)))
    assert desk.view.agreements[0].ended_on == "2026-12-01"
    assert desk.turn().place == goes_on, "one can think again"


def test_a_day_that_was_said_less_exactly_is_the_same_said_or_printed_and_counts_as_a_change(day_table: Table) -> None:
    desk = day_table.desk
    agreed = desk.view.agreements[0].id
    until = Place("agreements", "period", f"{agreed}/until")
    desk.go(until)
    desk.answer(Spoken("mei 2027"))
    before = desk.view
    assert as_json(before)["agreements"][0] | {"until": "2027-05-31", "until_words": "mei 2027"} == as_json(before)[
        "agreements"
    ][0]
    desk.go(until)
    desk.answer(Spoken("31 mei 2027"))
    assert desk.view.agreements[0].until_words is None
    assert is_changed(before, desk.view)
    history = [line for line in desk.history.history(agreed) if line.before or line.after]
    assert [(line.before, line.after) for line in history if line.before == "mei 2027" or line.after == "mei 2027"]
