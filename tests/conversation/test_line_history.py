"""The history of any line, in words: who, when, what stood there before; no id and no JSON is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tools import full
from tests.tools.acts import deeds
from tests.tools.book import Book, new_book
from tests.tools.laws import examples
from tests.tools.looking import here_of
from tests.tools.readers import READERS
from zlp_tui.conversation.ports.history_queries import HistoryLine
from zlp_tui.conversation.telling.history.field_text import is_field, label_of, words_of
from zlp_tui.conversation.telling.history.history_text import labels_of
from zlp_tui.conversation.telling.history.line_history import history_of
from zlp_tui.errors import NotFound
from zlp_tui.plan.comparable_items import items_of
from zlp_tui.plan.kinds import KINDS
from zlp_tui.plan.queries.recorded_changes import whole_history
from zlp_tui.plan.tables import changes, withdrawal
from zlp_tui.plan.tables.agreed import agreements, choices, goals
from zlp_tui.plan.tables.client import domains, people, plans
from zlp_tui.plan.tables.looking_back import evaluations, outcomes
from zlp_tui.plan.tables.said import disagreements, remarks, statements

COFFEE = {"topic": "important-to", "step": "important-to", "prompt": "Wat is belangrijk?"}
DAY = "dinsdag 3 maart 2026"
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-|[\[{]\"|\d{4}-\d\d-\d\d")
ANNIE = "Annie de Vries"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with new_book(tmp_path / "home") as made:
        yield made


def told(book: Book, ref: str) -> tuple[HistoryLine, ...]:
    """The history of a line."""
    with book.store.reading() as session:
        return history_of(here_of(book), whole_history(session, book.view, READERS, ref))


def short(book: Book, ref: str) -> list[tuple[str, str | None, str | None]]:
    """What happened, before and after."""
    return [(one.what, one.before, one.after) for one in told(book, ref)]


def test_words_said_anew_taken_back_and_no_longer_so(book: Book) -> None:
    first = book.do(statements.add_statement, **COFFEE, text="Koffie.")
    book.clock.on(days=1)
    book.by = book.somebody("Sanne")
    second = book.do(statements.say_anew, first, "Thee.")
    book.do(statements.tag, second, domain="housing")
    book.do(outcomes.look_back, book.do(evaluations.open_or_create, [book.client]), second, "no-longer")
    book.do(withdrawal.withdraw, second)
    book.do(changes.undo, book.acts[-1])
    assert told(book, second)[:2] == (
        HistoryLine(DAY, ANNIE, "Gezegd", None, "Koffie.", own_words=True),
        HistoryLine("woensdag 4 maart 2026", "Sanne", "Anders gezegd", "Koffie.", "Thee.", own_words=True),
    )
    assert short(book, second)[2:] == [
        ("Deel van het leven", None, "Wonen"),
        ("Is het nog zo?", None, "Niet meer zo"),
        ("Teruggenomen", "Thee.", None),
        ("Teruggezet", None, "Thee."),
    ]
    assert short(book, first) == [("Gezegd", None, "Koffie.")]
    with pytest.raises(NotFound):
        told(book, "nothing")


def test_a_person_who_got_another_name(book: Book) -> None:
    karim = book.do(people.add, "Karim", "carer")
    book.do(people.change, karim, name="Karim Bos", contact="06 12")
    assert short(book, karim) == [
        ("Erbij gekomen", None, "Karim"),
        ("Wie dat is", None, "Een zorgverlener"),
        ("Naam", "Karim", "Karim Bos"),
        ("Bereiken", None, "06 12"),
    ]


def test_a_goal_with_what_came_of_it_and_what_it_became(book: Book) -> None:
    goal = book.do(goals.add, "Lopen.", domain="physical-health")
    book.do(goals.change, goal, kind="keep")
    look = book.do(evaluations.open_or_create, [book.client])
    book.do(outcomes.of_goal, look, goal, how_close="less", outcome="Ik ken de kast.")
    newer = book.do(outcomes.replace_goal, look, goal, "Met de rollator.")
    assert short(book, newer) == [
        ("Gezegd", None, "Lopen."),
        ("Deel van het leven", None, "Mijn lichaam en gezondheid"),
        ("Wat voor doel dit is", None, "Houden wat er is"),
        ("Wat ervan kwam", None, "Ik ken de kast."),
        ("Hoe het werd", None, "Minder dan gehoopt"),
        ("Anders gezegd", "Lopen.", "Met de rollator."),
        ("Hoe het verdergaat", None, "We gaan door, maar anders"),
    ]
    assert [one.what for one in told(book, newer) if one.own_words] == ["Gezegd", "Wat ervan kwam", "Anders gezegd"]
    book.do(goals.change, newer, kind="reach")
    assert short(book, newer)[-1] == ("Wat voor doel dit is", "Houden wat er is", "Iets nieuws bereiken")


def test_words_that_changed_since_are_told_once(book: Book) -> None:
    first = book.do(statements.add_statement, **COFFEE, text="Koffie.")
    look = book.do(evaluations.open_or_create, [book.client])
    second = book.do(statements.say_anew, first, "Thee.")
    book.do(outcomes.look_back, look, first, "changed", now=second)
    assert short(book, second) == [("Gezegd", None, "Koffie."), ("Anders gezegd", "Koffie.", "Thee.")]
    assert short(book, first) == [
        ("Gezegd", None, "Koffie."), ("Is het nog zo?", None, "Nu anders"), ("Hoe het nu is", None, "“Thee.”"),
    ]


def test_an_agreement_with_its_small_steps_and_who_does_what(book: Book) -> None:
    sanne = book.somebody("Sanne")
    goal = book.do(goals.add, "Lopen.")
    agreed = book.do(agreements.add, "Samen oefenen.", None, goal)
    book.do(agreements.change, agreed, from_="2026-04-01")
    small = book.do(agreements.add_step, agreed, "Naar de bank lopen.")
    book.do(agreements.step_when, small, words="op maandag", weekdays=[1])
    book.do(agreements.task, agreed, sanne, "haalt de rollator")
    book.do(agreements.task, agreed, sanne, "haalt hem op")
    assert short(book, agreed) == [
        ("Gezegd", None, "Samen oefenen."),
        ("Doel", None, "“Lopen.”"),
        ("vanaf", None, "woensdag 1 april 2026"),
        ("Kleine stap", None, "Naar de bank lopen."),
        ("Wanneer en hoe vaak?", None, "op maandag"),
        ("Wie doet wat?", None, "Sanne: haalt de rollator"),
        ("Wie doet wat?", "Sanne: haalt de rollator", "Sanne: haalt hem op"),
    ]


def test_choices_remarks_disagreements_and_domains(book: Book) -> None:
    choice = book.do(choices.ask, "Blijf ik hier?", always="Alles blijft zo")
    (option,) = book.view.choices[0].options
    book.do(choices.change, choice, chosen=option.id, role="self")
    assert ("Gekozen", None, "“Alles blijft zo”") in short(book, choice)
    assert ("Wie beslist", None, "Ik beslis zelf") in short(book, choice)
    remark = book.do(remarks.leave, text="De soep is koud.", kind="remark")
    book.do(remarks.change, remark, done_with="De kok weet het.", told_back_on="2026-03-03")
    assert short(book, remark) == [
        ("Gezegd", None, "De soep is koud."), ("Dit is ermee gedaan", None, "De kok weet het."),
        ("Verteld aan wie het zei", None, DAY),
    ]
    against = book.do(disagreements.disagree, choice, "Ik wil weg.")
    book.do(disagreements.change, against, route="complaints")
    book.do(disagreements.change, against, route="carer")
    assert short(book, against)[-1][1:] == ("De klachtenfunctionaris", "Elkaar, of wie de zorg geeft")
    book.do(domains.change, "housing", relevance="now", discuss_with=[book.client])
    assert short(book, "housing") == [("Erover praten", None, "Ja, nu"), ("Erover praten met", None, ANNIE)]


def test_whatever_is_compared_is_also_told_by_name(book: Book) -> None:
    """A field that is compared between editions has its label in the history, and its value has words; so has what is
    told of a difference without the words of somebody."""
    full.fill_every_kind(book)
    context = here_of(book)
    for kind in KINDS:
        labels = labels_of(context, kind.name)
        for name in kind.compared if kind.counts else ():
            assert kind.column(name) in labels or (kind.name, name) == ("small_step", "when"), (kind.name, name)
    items = [item for item in items_of(book.view) if is_field(item) and item.kind != "detail"]
    assert {item.kind for item in items} >= {"plan", "life_domain", "small_step", "task", "domain_mark", "experience"}
    for item in items:
        words = words_of(context, item, book.view)
        assert label_of(context, item, book.view) and words and not ID.search(words), item


def test_that_one_wants_to_reach_something_and_who_made_the_plan_have_a_history(book: Book) -> None:
    book.do(domains.change, "housing", goal_wanted=False)
    assert short(book, "housing") == [("Hier iets bereiken", None, "Nee")]
    book.do(plans.set_drawn_up_with, [book.client])
    assert ("Samen gemaakt met", None, ANNIE) in short(book, book.plan)


@settings(max_examples=examples(8), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_line_ever_written_has_a_history_in_words(book: Book, data: st.DataObject) -> None:
    book.start()
    for _ in range(data.draw(st.integers(0, 8))):
        book.do(data.draw(deeds(book)))
    for (ref,) in book.rows(f"SELECT DISTINCT row FROM change WHERE plan_id = '{book.plan}'"):
        for line in told(book, str(ref)):
            words = " ".join(filter(None, (line.on, line.by, line.what, line.before, line.after)))
            assert not ID.search(words)
