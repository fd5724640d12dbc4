"""What an evaluation came to: domains then and now, a mark per person, and every goal, talked about or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tools.book import Book, new_book
from tests.tools.laws import examples
from tests.tools.looking import agree, here_of, loaded
from zlp_tui.conversation.ports.evaluation_pages import GoalResult, HowCloseSaid, Results
from zlp_tui.conversation.ports.history_queries import ConsentLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.history.edition_list import editions as told
from zlp_tui.conversation.telling.history.evaluation_results import evaluations as looks
from zlp_tui.conversation.telling.history.evaluation_results import results
from zlp_tui.conversation.telling.overviews.notes_since_evaluation import goal_beside
from zlp_tui.errors import NotFound
from zlp_tui.plan.tables.agreed import agreements, goals, progress_notes
from zlp_tui.plan.tables.client import domains
from zlp_tui.plan.tables.looking_back import editions, evaluations, outcomes
from zlp_tui.plan.view import Done


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    with new_book(tmp_path / "home") as made:
        yield made


def came_to(book: Book, evaluation: str | None = None) -> Results:
    """What an evaluation came to; there was one."""
    plan = loaded(book)
    found = results(plan.plan_context(), plan.every_note(), evaluation)
    assert found is not None
    return found


def of_goal(book: Book, text: str, evaluation: str | None = None) -> GoalResult:
    """What it came to for the goal of these words."""
    return next(one for one in came_to(book, evaluation).goals if one.goal.text == text)


def _words(quote: Quote | None) -> str:
    return quote.text if quote else ""


def test_nothing_to_tell_before_anybody_looked_back(book: Book) -> None:
    assert looks(here_of(book)) == ()
    assert results(here_of(book), ()) is None
    with pytest.raises(NotFound):
        results(here_of(book), (), "nothing")


def test_domains_then_and_now_with_a_mark_per_person(book: Book) -> None:
    for domain in ("housing", "learning", "social-contacts"):
        book.do(domains.change, domain, relevance="now")
    book.do(domains.order, ["social-contacts", "housing", "learning"])
    sanne = book.somebody("Sanne")
    first = book.do(evaluations.open_or_create, [book.client, sanne])
    book.do(outcomes.mark, first, "housing", 5, face=True)
    book.do(outcomes.mark, first, "mental-health", 3)
    book.do(evaluations.close, first)
    book.clock.on(days=180)
    book.by = sanne
    second = book.do(evaluations.open_or_create, [sanne])
    book.do(outcomes.mark, second, "housing", 6)
    book.by = book.client
    book.do(outcomes.mark, second, "housing", 8, face=True)
    found = came_to(book)
    assert [line.ref for line in looks(here_of(book))] == [second, first]
    assert found.before is not None
    assert (found.evaluation.ref, found.before.ref) == (second, first)
    assert (found.evaluation.present, found.evaluation.open, found.before.open) == ("Sanne", True, False)
    assert (found.before.on, found.before.present) == ("dinsdag 3 maart 2026", "Annie de Vries en Sanne")
    told = {
        one.id: ([(m.by, m.words) for m in one.then], [(m.by, m.words) for m in one.now]) for one in found.domains
    }
    assert list(told) == ["social-contacts", "housing", "learning", "mental-health"]
    assert told["housing"] == (
        [("Annie de Vries", "Het gaat wel")], [("Annie de Vries", "Goed"), ("Sanne", "6")],
    )
    assert told["mental-health"] == ([("Annie de Vries", "3")], [])
    assert told["learning"] == ([], [])
    assert came_to(book, first).before is None


def test_the_five_faces_each_have_their_words(book: Book) -> None:
    look = book.do(evaluations.open_or_create, [book.client])
    words = []
    for mark in (0, 1, 2, 3, 5, 7, 8, 9, 10):
        book.do(outcomes.mark, look, "housing", mark, face=True)
        words.append(came_to(book).domains[0].now[0].words)
    assert words == [
        "Heel slecht", "Heel slecht", "Niet zo goed", "Niet zo goed", "Het gaat wel", "Goed", "Goed", "Heel goed",
        "Heel goed",
    ]


def test_every_goal_has_its_line_and_one_that_was_not_discussed_stays_in_sight(book: Book) -> None:
    """L27."""
    walk, sing, read = (book.do(goals.add, text) for text in ("Lopen.", "Zingen.", "Lezen."))
    together = book.do(agreements.add, "Samen lopen.", None, walk)
    for done in ("yes", "yes", "partly", "no"):
        book.do(progress_notes.note, about=together, on="2026-03-03", done=done)
    book.clock.on(days=180)
    look = book.do(evaluations.open_or_create, [book.client])
    book.do(outcomes.of_goal, look, walk, outcome="Ik ken de kast.", how_close="less", why="De knie.")
    newer = book.do(outcomes.replace_goal, look, walk, "Met de rollator.")
    book.do(outcomes.of_goal, look, sing, how_close="far-more", decision="reached")
    for _ in range(2):  # while it goes on and after it was closed it tells the same
        first = of_goal(book, "Lopen.")
        assert first.discussed and first.how_close == (HowCloseSaid(1, "Minder dan gehoopt"),)
        assert first.decision == "We gaan door, maar anders"
        assert (_words(*first.outcome), _words(*first.why)) == ("Ik ken de kast.", "De knie.")
        assert first.successor is not None
        assert (first.successor.ref, first.successor.text) == (newer, "Met de rollator.")
        assert first.tally == "2 keer gedaan, 1 keer een beetje gedaan, 1 keer niet gedaan"
        sung = of_goal(book, "Zingen.")
        assert (sung.how_close[0].step, sung.decision) == (4, "Het is gelukt!")
        assert of_goal(book, "Lezen.") == GoalResult(of_goal(book, "Lezen.").goal, discussed=False)
        assert [one.goal.text for one in came_to(book).goals] == ["Lopen.", "Zingen.", "Lezen."]
        book.do(evaluations.close, look)
    book.clock.on(days=180)
    book.do(goals.change, read, status="stopped")
    later = book.do(evaluations.open_or_create, [book.client])
    assert [one.goal.text for one in came_to(book, later).goals] == ["Met de rollator."]
    assert len(came_to(book, look).goals) == 3


def test_a_result_counts_the_notes_between_two_looks_back_and_a_new_goal_begins_at_nothing(book: Book) -> None:
    """L20: a goal's period is that from one look back to the next.

    rows-l 4: the result of May counted notes of June, and the goal of July began with what January brought."""
    walk = book.do(goals.add, "Lopen.")
    together = book.do(agreements.add, "Samen lopen.", None, walk)

    def noted(*done: Done) -> None:
        for one in done:
            book.do(progress_notes.note, about=together, on="2026-03-03", done=one)

    noted("no", "no", "no")
    first = book.do(evaluations.open_or_create, [book.client])
    newer = book.do(outcomes.replace_goal, first, walk, "Met de rollator.")
    book.do(evaluations.close, first)
    assert of_goal(book, "Lopen.", first).tally == "3 keer niet gedaan"
    noted(*("yes",) * 12)
    assert of_goal(book, "Lopen.", first).tally == "3 keer niet gedaan"
    second = book.do(evaluations.open_or_create, [book.client])
    assert of_goal(book, "Met de rollator.", second).tally == "12 keer gedaan"
    (beside,) = goal_beside(here_of(book), next(goal for goal in book.view.goals if goal.id == newer))
    assert [quote.text for quote in beside.quotes] == ["12 keer gedaan"]
    third = book.do(goals.add, "Alleen lopen.")
    book.do(agreements.change, together, goal=third)
    assert of_goal(book, "Alleen lopen.", second).tally == ""


@settings(max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.sampled_from(("yes", "partly", "no", "look back", "a day")), min_size=3, max_size=12))
def test_law_a_result_once_kept_never_changes_whatever_is_noted_later(book: Book, acts: list[str]) -> None:
    book.start()
    walk = book.do(goals.add, "Lopen.")
    together = book.do(agreements.add, "Samen lopen.", None, walk)
    kept: dict[str, Results] = {}
    for act in acts:
        if act == "look back":
            look = book.do(evaluations.open_or_create, [book.client])
            book.do(outcomes.of_goal, look, walk, how_close="less", decision="go-on")
            book.do(evaluations.close, look)
            kept[look] = came_to(book, look)
        elif act == "a day":
            book.clock.on(days=1)
        else:
            on = book.clock().date().isoformat()
            book.do(progress_notes.note, about=together, on=on, done=act)
        assert {look: came_to(book, look) for look in kept} == kept


def test_quality_and_how_the_talk_was_in_words(book: Book) -> None:
    sanne = book.somebody("Sanne")
    look = book.do(evaluations.open_or_create, [book.client])
    assert (came_to(book).quality, came_to(book).experience) == ((), ())
    book.do(evaluations.set_quality, look, "partly")
    book.do(outcomes.experience, look, book.client, "good")
    book.do(outcomes.experience, look, sanne, "not-good")
    assert [said.words for said in came_to(book).quality] == ["Een beetje"]
    assert came_to(book).experience == (("Annie de Vries", "Goed"), ("Sanne", "Niet zo goed"))


def test_whether_the_plan_helps_is_told_over_the_years_up_to_the_look_back_that_is_read_l79(book: Book) -> None:
    looks_back = []
    for says in ("no", None, "yes"):
        looks_back.append(book.do(evaluations.open_or_create, [book.client]))
        book.do(evaluations.set_quality, looks_back[-1], says)
        book.do(evaluations.close, looks_back[-1])
        book.clock.on(days=180)
    told_of = [[(said.on, said.says, said.words) for said in came_to(book, look).quality] for look in looks_back]
    first = ("dinsdag 3 maart 2026", "no", "Nee, niet genoeg")
    assert told_of == [[first], [first], [first, ("vrijdag 26 februari 2027", "yes", "Ja, het helpt")]]


def test_editions_tell_who_was_there_and_what_each_says(book: Book) -> None:
    assert told(here_of(book)) == ()
    sanne = book.somebody("Sanne")
    book.do(editions.consent, book.client, "agrees", "Zo is het goed.")
    book.do(editions.consent, sanne, "does-not")
    agree(book)
    book.clock.on(days=180)
    book.do(goals.add, "Lopen.")
    agree(book)
    newest, first = told(here_of(book))
    assert (newest.number, newest.title) == (2, "Versie 2, vastgelegd op 30 augustus 2026")
    assert newest.consents == (ConsentLine("Annie de Vries", "Niet gevraagd"),), "who was there is in it"
    assert (first.title, first.present) == ("Versie 1, vastgelegd op 3 maart 2026", "Annie de Vries")
    assert first.consents == (
        ConsentLine("Annie de Vries", "Ja, mee eens", "Zo is het goed.", "agrees"),
        ConsentLine("Sanne", "Nee, niet mee eens", None, "does-not"),
    )
