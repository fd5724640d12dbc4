"""Then beside now, as introduced quotes: what is still so, what changed, what ended and why, what is new."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tools.acts import deeds
from tests.tools.book import Book, new_book
from tests.tools.laws import examples
from tests.tools.looking import agree, here_of
from tests.tools.readers import READERS
from zlp_tui.conversation.ports.history_queries import Pair, ThenAndNow
from zlp_tui.conversation.telling.history.then_and_now import then_and_now
from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan.confirmations import goes_on_field, said_since
from zlp_tui.plan.difference import difference, items_of
from zlp_tui.plan.queries.load import load_edition
from zlp_tui.plan.tables import withdrawal
from zlp_tui.plan.tables.agreed import agreements, choices, goals
from zlp_tui.plan.tables.client import domains, people, plans
from zlp_tui.plan.tables.looking_back import evaluations, outcomes
from zlp_tui.plan.tables.said import details, statements
from zlp_tui.plan.view import PlanView

IMPORTANT = {"topic": "important-to", "step": "important-to", "prompt": "Wat is belangrijk?"}
GOOD = {"topic": "good-day-bad-day", "step": "sides", "prompt": "Een goede dag?", "side": "good"}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with new_book(tmp_path / "home") as made:
        yield made


def edition(book: Book, number: int) -> PlanView:
    """The plan as it was agreed on."""
    with book.store.reading() as session:
        return load_edition(session, book.plan, number, READERS)


def compared(book: Book, then: int | None = None, now: int | None = None) -> ThenAndNow:
    """Then beside now; there is an edition."""
    found = then_and_now(here_of(book), partial(edition, book), then, now)
    assert found is not None
    return found


def told(one: Pair) -> str:
    """A pair as it is told in one line."""
    then = f"{one.then.intro} “{one.then.text}” " if one.then else ""
    now = f"{one.now.intro} “{one.now.text}” " if one.now and one.kind != "still" else ""
    return f"{then}{now}{one.says}"


def everything(book: Book) -> list[str]:
    """All pairs since the last edition, told."""
    return [told(pair) for part in compared(book).parts for pair in part.pairs]


def test_a_plan_without_an_edition_has_no_then(book: Book) -> None:
    assert then_and_now(here_of(book), partial(edition, book), None, None) is None


def test_words_that_stand_changed_ended_and_came(book: Book) -> None:
    coffee = book.do(statements.add_statement, **IMPORTANT, text="Koffie bij het raam.")
    shop = book.do(statements.add_statement, **IMPORTANT, text="Zelf naar de winkel.")
    gone = book.do(statements.add_statement, **IMPORTANT, text="De krant.")
    book.do(statements.add_statement, **GOOD, text="Buiten lopen.")
    agree(book)
    book.do(statements.say_anew, shop, "Met de rollator, samen met Sanne.")
    book.do(outcomes.look_back, book.do(evaluations.open_or_create, [book.client]), gone, "no-longer")
    book.do(statements.add_statement, **IMPORTANT, text="Muziek in de avond.")
    found = compared(book)
    assert (found.then, found.now) == ("Versie 1, vastgelegd op 3 maart 2026", "Het plan zoals het nu is")
    assert (found.then_number, found.now_number) == (1, None)
    assert [part.title for part in found.parts] == [
        "Een goede dag, een slechte dag", "Dit is belangrijk voor mij", "Samen terugkijken",
    ]
    assert everything(book) == [
        "Toen zei u bij “Een goede dag”: “Buiten lopen.” Staat er nog, niet opnieuw gevraagd.",
        ("Toen zei u bij “Dit is belangrijk voor mij”: “Zelf naar de winkel.” Nu zegt u: "
        "“Met de rollator, samen met Sanne.” Dat is nu anders."),
        "Toen zei u bij “Dit is belangrijk voor mij”: “De krant.” Later is gezegd: dat is niet meer zo.",
        "Nu zegt u bij “Dit is belangrijk voor mij”: “Muziek in de avond.” Dat is er nu bij.",
        "Toen zei u bij “Dit is belangrijk voor mij”: “Koffie bij het raam.” Staat er nog, niet opnieuw gevraagd.",
        "Nu staat er bij “Samen terugkijken”: “dinsdag 3 maart 2026” Dat is er nu bij.",
    ]
    assert [pair.ref for pair in found.parts[1].pairs if pair.kind == "still"] == [coffee]


def test_only_what_somebody_said_since_then_is_confirmed(book: Book) -> None:
    """rows-l 3: “Dat is nog zo” was told where nobody was asked, and of what was asked an edition ago."""
    said = ("Koffie.", "Krant.", "Rust.")
    coffee, paper, rest = (book.do(statements.add_statement, **IMPORTANT, text=words) for words in said)
    walk, agreed = book.do(goals.add, "Lopen."), book.do(agreements.add, "Samen lopen.")
    agree(book)
    look = book.do(evaluations.open_or_create, [book.client])
    book.do(outcomes.look_back, look, coffee, "still")
    book.do(outcomes.look_back, look, paper, "changed")
    book.do(outcomes.of_goal, look, walk, decision="go-on")
    book.do(details.fill, "agreements-on", goes_on_field(agreed, 1), "goes-on")
    pairs = {pair.ref: pair for part in compared(book).parts for pair in part.pairs}
    assert {ref: pairs[ref].asked for ref in (coffee, paper, rest, walk, agreed)} == {
        coffee: "confirmed", paper: "otherwise", rest: "not-asked", walk: "confirmed", agreed: "confirmed",
    }
    assert (pairs[coffee].says, pairs[paper].says, pairs[rest].says) == (
        "Bevestigd: dat is nog zo.", "Dat is nu anders.", "Staat er nog, niet opnieuw gevraagd.",
    )
    book.do(evaluations.close, look)
    agree(book)
    asked_since = {pair.asked for part in compared(book, 2).parts for pair in part.pairs}
    assert asked_since == {"not-asked"}, "that was said before then"


def test_what_was_taken_back_is_only_told_to_be_gone(book: Book) -> None:
    said = book.do(statements.add_statement, **IMPORTANT, text="De krant.")
    agree(book)
    book.do(withdrawal.withdraw, said)
    assert everything(book)[0].endswith("Dat staat er niet meer.")


def test_somebody_elses_words_are_told_as_theirs_and_je_is_je(book: Book) -> None:
    book.do(plans.set_address, "je")
    mine = book.do(statements.add_statement, **IMPORTANT, text="Rust.")
    book.by = book.somebody("Sanne")
    hers = book.do(statements.add_statement, **IMPORTANT, text="Zij wil bezoek.")
    agree(book)
    book.do(statements.say_anew, hers, "Zij wil vaak bezoek.")
    book.by = book.client
    book.do(statements.say_anew, mine, "Veel rust.")
    assert everything(book)[-2:] == [
        ("Toen zei Sanne bij “Dit is belangrijk voor mij”: “Zij wil bezoek.” "
        "Nu zegt Sanne: “Zij wil vaak bezoek.” Dat is nu anders."),
        "Toen zei je bij “Dit is belangrijk voor mij”: “Rust.” Nu zeg je: “Veel rust.” Dat is nu anders.",
    ]


def test_goals_and_agreements_tell_how_they_ended(book: Book) -> None:
    walk, sing = book.do(goals.add, "Lopen."), book.do(goals.add, "Zingen.")
    read = book.do(goals.add, "Lezen.")
    agreed = book.do(agreements.add, "Samen oefenen.", None, sing)
    agree(book)
    look = book.do(evaluations.open_or_create, [book.client])
    book.do(outcomes.of_goal, look, walk, decision="reached")
    book.do(outcomes.of_goal, look, sing, decision="stop")
    book.do(outcomes.replace_goal, look, read, "Luisterboeken.")
    book.do(agreements.change, agreed, ended_on="2026-03-03")
    assert everything(book) == [
        "Toen zei u bij “Wat ik wil bereiken”: “Lezen.” Nu zegt u: “Luisterboeken.” Dat is nu anders.",
        "Toen zei u bij “Wat ik wil bereiken”: “Lopen.” Dat is gelukt!",
        "Toen zei u bij “Wat ik wil bereiken”: “Zingen.” Daar zijn we mee gestopt.",
        "Toen zei u bij “Wat we afspreken”: “Samen oefenen.” Die afspraak is gestopt.",
        "Nu staat er bij “Samen terugkijken”: “dinsdag 3 maart 2026” Dat is er nu bij.",
    ]


def test_a_small_step_a_task_a_telephone_the_law_and_the_order_of_domains_are_told(book: Book) -> None:
    """What is asked to be agreed on anew is told where then is put beside now (the half-year evaluation)."""
    sanne = book.somebody("Sanne")
    agreed = book.do(agreements.add, "Samen de was vouwen.")
    step = book.do(agreements.add_step, agreed, "De was halen.")
    book.do(agreements.task, agreed, sanne, "Sanne haalt de mand.")
    book.do(details.fill, "personal-details", "law", "wmo")
    agree(book)
    book.do(agreements.step_when, step, "elke maandag", [1])
    book.do(agreements.task, agreed, sanne, "Sanne vouwt mee.")
    book.do(people.change, sanne, contact="06 12")
    book.do(details.fill, "personal-details", "law", "wlz")
    book.do(domains.order, ["housing", "learning"])
    found = [line for line in everything(book) if not line.endswith("Staat er nog, niet opnieuw gevraagd.")]
    assert found == [
        "Nu staat er bij “Wat het eerst komt”: “Wonen en Leren en ontdekken” Dat is er nu bij.",
        "Nu staat er bij “Bereiken · Sanne”: “06 12” Dat is er nu bij.",
        ("Toen stond er bij “Zo is mijn zorg geregeld”: “Via de gemeente” "
        "Nu staat er: “Via de Wet langdurige zorg” Dat is nu anders."),
        ("Toen stond er bij “Wie doet wat? · Samen de was vouwen”: “Sanne: Sanne haalt de mand.” "
        "Nu staat er: “Sanne: Sanne vouwt mee.” Dat is nu anders."),
        "Nu staat er bij “Wanneer en hoe vaak? · Samen de was vouwen”: “elke maandag” Dat is er nu bij.",
    ]


def test_facts_are_told_in_words_and_not_in_ids(book: Book) -> None:
    book.do(domains.change, "housing", relevance="now")
    book.do(plans.set_deciding, "self")
    choice = book.do(choices.ask, "Blijf ik hier?", always="Alles blijft zoals het is")
    (option,) = book.view.choices[0].options
    sanne = book.somebody("Sanne")
    agree(book)
    book.do(domains.change, "housing", relevance="not-now")
    book.do(plans.set_deciding, "together", [sanne])
    book.do(choices.change, choice, chosen=option.id)
    book.do(people.change, sanne, name="Sanne Bos")
    assert everything(book) == [
        ("Toen stond er bij “Samen beslissen”: “Ik beslis zelf” "
        "Nu staat er: “We beslissen samen: Sanne Bos” Dat is nu anders."),
        "Toen stond er bij “Wonen”: “Ja, nu” Nu staat er: “Nu niet” Dat is nu anders.",
        "Toen stond er bij “Mijn mensen”: “Sanne” Nu staat er: “Sanne Bos” Dat is nu anders.",
        "Nu staat er bij “Blijf ik hier?”: “Alles blijft zoals het is” Dat is er nu bij.",
        "Toen zei u bij “Wat ik kies”: “Blijf ik hier?” Staat er nog, niet opnieuw gevraagd.",
    ]


def test_facts_that_stayed_the_same_are_told_together(book: Book) -> None:
    for domain, relevance in (("housing", "now"), ("work-and-leisure", "now"), ("mental-health", "not-now")):
        book.do(domains.change, domain, relevance=relevance)
    book.somebody("Sanne")
    karim = book.somebody("Karim")
    agree(book)
    assert everything(book) == [
        "Toen stond er bij “Ja, nu”: “Mijn dag en mijn vrije tijd · Wonen” Staat er nog, niet opnieuw gevraagd.",
        "Toen stond er bij “Nu niet”: “Hoe ik me voel” Staat er nog, niet opnieuw gevraagd.",
        "Toen stond er bij “Mijn mensen”: “Sanne · Karim” Staat er nog, niet opnieuw gevraagd.",
    ]
    book.do(people.change, karim, name="Karim Bos")
    assert everything(book)[-2:] == [
        "Toen stond er bij “Mijn mensen”: “Karim” Nu staat er: “Karim Bos” Dat is nu anders.",
        "Toen stond er bij “Mijn mensen”: “Sanne” Staat er nog, niet opnieuw gevraagd.",
    ]
    each = then_and_now(here_of(book), partial(edition, book), None, None, each_fact=True)
    assert each is not None
    assert sum(len(part.pairs) for part in each.parts) == 5


def test_an_edition_beside_a_later_one_and_beside_itself(book: Book) -> None:
    said = book.do(statements.add_statement, **IMPORTANT, text="Koffie.")
    agree(book)
    book.do(statements.say_anew, said, "Thee.")
    agree(book)
    found = compared(book, 1, 2)
    assert (found.then_number, found.now_number, found.now) == (1, 2, "Versie 2, vastgelegd op 3 maart 2026")
    assert [pair.kind for part in found.parts for pair in part.pairs] == ["changed"]
    assert compared(book, None, 2) == found
    assert {pair.kind for part in compared(book, 1, 1).parts for pair in part.pairs} == {"still"}
    for then, now in ((3, None), (None, 3), (None, 1), (0, None)):
        with pytest.raises(NotFound):
            compared(book, then, now)
    with pytest.raises(Refused):
        compared(book, 2, 1)


def test_right_after_agreeing_it_is_told_what_that_changed(book: Book) -> None:
    said = book.do(statements.add_statement, text="Koffie.", **IMPORTANT)
    agree(book)
    book.do(statements.say_anew, said, "Thee.")
    agree(book)
    seen = compared(book)
    assert (seen.then_number, seen.now_number) == (1, None)
    assert [pair.kind for part in seen.parts for pair in part.pairs] == ["changed"]
    assert compared(book, 2).then_number == 2
    book.do(statements.add_statement, text="Muziek.", **IMPORTANT)
    assert compared(book).then_number == 2


def test_words_of_a_question_that_left_the_script_keep_their_question(book: Book) -> None:
    book.do(statements.add_statement, topic="stars", step="sign", prompt="Welk sterrenbeeld?", text="Vis.")
    agree(book)
    (part,) = compared(book).parts
    assert part.title == "Eerder gezegd, bij vragen die we nu niet meer stellen"
    assert told(part.pairs[0]) == "Toen zei u bij “Welk sterrenbeeld?”: “Vis.” Staat er nog, niet opnieuw gevraagd."


@settings(max_examples=examples(8), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_line_of_both_sides_is_told_once(book: Book, data: st.DataObject) -> None:
    book.start()
    for _ in range(data.draw(st.integers(0, 6))):
        book.do(data.draw(deeds(book, agreeing=False)))
    number = agree(book)
    then = edition(book, number)
    assert {one.kind for one in difference(then, then)} <= {"still"}
    for _ in range(data.draw(st.integers(0, 6))):
        book.do(data.draw(deeds(book, agreeing=False)))
    lines = difference(then, book.view)
    for side, view in (("before", then), ("after", book.view)):
        told_of = [item.ref for line in lines if (item := getattr(line, side))]
        assert len(told_of) == len(set(told_of)) and set(told_of) <= {item.ref for item in items_of(view)}
        assert {item.ref for item in items_of(view) if not item.quiet} <= set(told_of)
    found = then_and_now(here_of(book), partial(edition, book), None, None, each_fact=True)
    assert found is not None
    pairs = [pair for part in found.parts for pair in part.pairs]
    assert sorted(pair.kind for pair in pairs) == sorted(one.kind for one in lines)
    assert all(pair.says for pair in pairs)
    said = said_since(then, book.view)
    for pair in pairs:  # the three words part all lines: what is as it was, asked about or not, and what is otherwise
        asked = said.get(pair.ref) if pair.kind == "still" and pair.voice and not pair.what else None
        words = {True: "confirmed", False: "otherwise", None: "not-asked" if pair.kind == "still" else "otherwise"}
        assert pair.asked == words[asked]
    assert not [quote.intro for pair in pairs for quote in (pair.then, pair.now) if quote and "“”" in quote.intro]
