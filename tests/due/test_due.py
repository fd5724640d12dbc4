"""When to look back next, and what else is due: months and leap years, wishes and figures, one plan or thousands."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tools.acts import DATES, deeds
from tests.tools.book import Book, new_book
from tests.tools.laws import examples
from tests.tools.prepared import dutch
from zlp_tui import places
from zlp_tui.command.checking.check_command import rules_findings
from zlp_tui.conversation.session.plan_lists.plan_list_dates import facts_of_plans
from zlp_tui.due.due_dates import Due, after, due, next_evaluation, weightiest
from zlp_tui.due.facts import DatedLine, Facts, facts_of
from zlp_tui.due.figures import Figure, figures_for, laws_for
from zlp_tui.due.rules import load_rules
from zlp_tui.due.written_rules import written_rules
from zlp_tui.errors import ScriptBroken
from zlp_tui.plan.access import May, Readers, Scope, everybody_may
from zlp_tui.plan.plan_dates import EvaluationDate, OpenMatter
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.tables import withdrawal
from zlp_tui.plan.tables.agreed import agreements, choices, progress_notes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.tables.looking_back import evaluations
from zlp_tui.plan.tables.said import details, disagreements, remarks
from zlp_tui.store.files.driver_transaction import driver_of
from zlp_tui.store.lists.plan_list_rows import rows_in

RULES = load_rules(places.data() / "rules")
TODAY = date(2026, 9, 3)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with new_book(tmp_path_factory.mktemp("shelf")) as book:
        yield book


def figure(**length: int) -> Figure:
    days, weeks, months = (length.get(unit) for unit in ("days", "weeks", "months"))
    return Figure(
        id="evaluate-every", days=days, weeks=weeks, months=months, after="looked-back", basis="law", source="a law",
        article="1", version="2015",
    )


@pytest.mark.parametrize(("start", "length", "end"), [
    ("2026-03-03", {"months": 6}, "2026-09-03"),
    ("2026-08-31", {"months": 6}, "2027-02-28"),
    ("2027-08-31", {"months": 6}, "2028-02-29"),
    ("2028-02-29", {"months": 12}, "2029-02-28"),
    ("2026-12-31", {"months": 2}, "2027-02-28"),
    ("2026-03-28", {"weeks": 6}, "2026-05-09"),  # over the night in which summer time begins
])
def test_months_end_where_they_end(start: str, length: dict[str, int], end: str) -> None:
    assert after(date.fromisoformat(start), figure(**length)).isoformat() == end


@given(start=st.dates(date(1990, 1, 1), date(2090, 1, 1)), months=st.integers(1, 120))
def test_so_many_months_later_is_in_that_month_and_never_skips_one(start: date, months: int) -> None:
    end = after(start, figure(months=months))
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(("facts", "on", "because"), [
    (Facts(), None, None),
    (Facts(law="wlz", care_started_on="2026-03-02"), "2026-04-13", "plan-within"),
    (Facts(law="wlz", care_started_on="2026-03-02", drawn_up_on="2026-03-20"), "2026-09-20", "evaluate-every"),
    (Facts(law="wmo", drawn_up_on="2026-03-20"), "2027-03-20", "evaluate-every"),
    (Facts(drawn_up_on="2026-03-20"), "2027-03-20", "evaluate-every"),
    (Facts(law="wlz", agreed_on="2026-03-20", wish="2026-06-01"), "2026-06-01", "client-wish"),
    (Facts(law="wlz", agreed_on="2026-03-20", first_evaluation_on="2026-07-01"), "2026-07-01", "first-evaluation"),
    (Facts(law="wlz", agreed_on="2026-03-20", wish="2027-01-01"), "2026-09-20", "evaluate-every"),
    (Facts(law="wlz", looked_back_on="2026-09-20", first_evaluation_on="2026-07-01"), "2027-03-20", "evaluate-every"),
    (Facts(law="wlz", looked_back_on="2026-09-20", wish="2026-09-20"), "2027-03-20", "evaluate-every"),
    (Facts(law="a law of later", agreed_on="2026-03-20"), "2027-03-20", "evaluate-every"),
])
def test_the_earlier_of_the_law_and_the_wish_wins(facts: Facts, on: str | None, because: str | None) -> None:
    """L09, L17, L19, L24: a plan six weeks after care began, and then a look back each year, or more often."""
    found = next_evaluation(facts, RULES)
    assert (found.on, found.because) == (on, because)


def test_what_is_due_comes_in_order_and_says_what_is_late() -> None:
    """L111."""
    dated = (
        DatedLine("indication", "2026-12-31"), DatedLine("thinking-time", "2026-09-02", "c"),
        DatedLine("revisit", "2026-09-03"),
    )
    found = due(Facts(law="wlz", agreed_on="2026-03-01", dated=dated), RULES, TODAY)
    assert [(one.what, one.on, one.late) for one in found] == [
        ("evaluation", "2026-09-01", True), ("thinking-time", "2026-09-02", True), ("revisit", "2026-09-03", False),
        ("indication", "2026-12-31", False),
    ]


def test_of_what_has_come_a_look_back_is_told_first_c1() -> None:
    agreement = Due("2026-01-05", "agreement", late=True, because="agreement", ref="a")
    look_back = Due("2026-06-01", "evaluation", late=True, because="client-wish")
    assert weightiest((agreement, look_back), TODAY) == look_back
    assert weightiest((agreement, look_back._replace(on="2027-06-01", late=False)), TODAY) == agreement
    assert weightiest((), TODAY) is None


def test_a_figure_of_the_law_is_an_edit_of_its_file(tmp_path: Path) -> None:
    for path in (places.data() / "rules").glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text("utf-8").replace("months: 6", "months: 4"), "utf-8")
    assert next_evaluation(Facts(law="wlz", agreed_on="2026-03-20"), load_rules(tmp_path)).on == "2026-07-20"


def test_a_file_of_a_law_that_was_changed_holds_before_all_is_compiled_anew(tmp_path: Path) -> None:
    shutil.copytree(places.data() / "rules", tmp_path, dirs_exist_ok=True)
    assert load_rules(tmp_path) == RULES
    law = tmp_path / "wlz.yaml"
    law.write_text(law.read_text("utf-8").replace("months: 6", "months: 4"), "utf-8")
    assert next_evaluation(Facts(law="wlz", agreed_on="2026-03-20"), load_rules(tmp_path)).on == "2026-07-20"
    law.unlink()
    assert "wlz" not in load_rules(tmp_path)


def test_what_is_compiled_says_what_the_files_of_the_laws_say() -> None:
    files = sorted((places.data() / "rules").glob("*.yaml"))
    assert tuple(RULES.values()) == written_rules(files)


FIGURE = (
    "  - id: evaluate-every\n    weeks: 2\n    after: looked-back\n    basis: law\n    source: x\n    article: '1'\n"
    "    version: '2015-08'"
)


@pytest.mark.parametrize(("right", "wrong", "line"), [
    ("weeks: 2", "weeks: 0", 5), ("weeks: 2", "weeks: 521", 5), ("weeks: 2", "weeks: two", 5),
    ("weeks: 2", "weeks:\n      - 2", 5), ("weeks: 2", "months: 121", 5), ("weeks: 2", "weeks: 2\n    months: 2", 6),
    ("    weeks: 2\n", "", 4), ("weeks: 2", "years: 2", 5), ("evaluate-every", "sometimes", 4),
    ("looked-back", "christmas", 6), ("    source: x\n", "", 4), ("'2015-08'", "'August'", 10),
    ("basis: law", "basis: advice", 9), ("    article: '1'\n", "", 4), ("basis: law", "basis: habit", 7),
    ("law: wlz", "law: wmo", 1), ("law: wlz", "law: aow", 1), ("law: wlz\n", "", 1), ("law: wlz", "lav: wlz", 1),
    ("'2026-11-26'", "'November'", 2), ("checked_on: '2026-11-26'\n", "", 1),
    ("figures:", "beside: wmo\nfigures:", 3), ("figures:", "grounds:\n  - [a]\nfigures:", 3),
    ("figures:", "told: much\nfigures:", 3), ("figures:", "subjects:\n  - id: x\nfigures:", 4),
    (f"figures:\n{FIGURE}", "figures: none", 3), (FIGURE, "  - two weeks", 4),
])
def test_a_broken_file_of_a_law_says_where(tmp_path: Path, right: str, wrong: str, line: int) -> None:
    sound = f"law: wlz\nchecked_on: '2026-11-26'\nfigures:\n{FIGURE}\n"
    (tmp_path / "none.yaml").write_text("law: none\nchecked_on: '2026-11-26'\n", "utf-8")
    (tmp_path / "wlz.yaml").write_text(sound, "utf-8")
    assert load_rules(tmp_path)["wlz"].figures == (figure(weeks=2)._replace(source="x", version="2015-08"),)
    assert right in sound
    (tmp_path / "wlz.yaml").write_text(sound.replace(right, wrong), "utf-8")
    with pytest.raises(ScriptBroken) as broken:
        load_rules(tmp_path)
    assert broken.value.values["line"] == line


def test_every_figure_says_where_it_stands_or_that_it_is_advice() -> None:
    assert set(RULES) == {"wlz", "wmo", "zvw", "none", "wzd", "wkkgz", "zlp"}
    for rules in RULES.values():
        for one in rules.figures:
            assert one.source
            assert "/" not in one.source
            assert (one.basis == "law") == (one.article is not None), (rules.law, one.id)


@pytest.mark.parametrize(("law", "ground", "figure_id", "told"), [
    ("wlz", "somatic", "plan-within", ("Wet langdurige zorg", "6 weeks")),
    ("wlz", "psychogeriatric", "plan-within", ("Wet zorg en dwang", "6 weeks")),
    ("wlz", "intellectual-disability", "quick-look", ("Wet zorg en dwang", "4 weeks")),
    ("wlz", None, "quick-look", ("zlp", "2 weeks")),
    ("wlz", None, "personal-plan", ("Wet langdurige zorg", "7 days")),
    ("wmo", None, "personal-plan", ("Wet maatschappelijke ondersteuning 2015", "7 days")),
    ("wmo", None, "enquiry-within", ("Wet maatschappelijke ondersteuning 2015", "6 weeks")),
    ("wmo", None, "decision-within", ("Wet maatschappelijke ondersteuning 2015", "2 weeks")),
    ("zvw", None, "complaint-answer", ("Wet kwaliteit, klachten en geschillen zorg", "6 weeks")),
    ("zvw", None, "complaint-longer", ("Wet kwaliteit, klachten en geschillen zorg", "4 weeks")),
    ("wlz", None, "dispute-ruling", ("Wet kwaliteit, klachten en geschillen zorg", "6 months")),
    ("wlz", "psychogeriatric", "committee-ruling", ("Wet zorg en dwang", "14 days")),
    ("wmo", None, "plan-within", None), ("wmo", "psychogeriatric", "committee-ruling", None),
    ("wlz", "somatic", "committee-ruling", None), ("wmo", None, "complaint-answer", None),
])
def test_which_figure_holds_follows_from_the_law_and_the_ground(
    law: str, ground: str | None, figure_id: str, told: tuple[str, str] | None
) -> None:
    found = {one.id: one for one in figures_for(law, ground, RULES)}.get(figure_id)  # type: ignore[call-overload]
    lengths = found and {"days": found.days, "weeks": found.weeks, "months": found.months}
    assert (found and (found.source, *(f"{n} {unit}" for unit, n in lengths.items() if n))) == told


def test_only_the_law_of_the_client_stands_beside_them() -> None:
    def told(ground: str) -> list[str]:
        return [one.id for law in laws_for("wlz", ground, RULES) for one in law.told]

    assert told("psychogeriatric") == ["client-support", "personal-plan", "confidant"]
    assert told("somatic") == ["client-support", "personal-plan"]


@pytest.mark.parametrize(("facts", "today", "told"), [
    (Facts(law="wlz", looked_back_on="2026-09-01", looking_back_since="2026-09-01"), TODAY,
     ("write-again", "2026-10-13", False)),
    (Facts(law="wlz", looked_back_on="2026-09-01"), TODAY, None),
    (Facts(law="wlz", agreed_on="2026-08-20"), TODAY, ("quick-look", "2026-09-03", False)),
    (Facts(law="wlz", agreed_on="2026-08-20", noted_on="2026-08-20"), TODAY, ("quick-look", "2026-09-03", False)),
    (Facts(law="wlz", agreed_on="2026-08-20", noted_on="2026-08-21"), TODAY, None),
    (Facts(law="wlz", agreed_on="2026-08-06"), TODAY, ("quick-look", "2026-08-20", True)),
    (Facts(law="wlz", agreed_on="2026-08-05"), TODAY, None),  # advice is told for as long again, and then no more
    (Facts(law="wlz", ground="psychogeriatric", agreed_on="2026-06-01"), TODAY, ("quick-look", "2026-06-29", True)),
    (Facts(law="wlz", own_plan_told_on="2026-09-01"), TODAY, ("personal-plan", "2026-09-08", False)),
    (Facts(law="wlz", own_plan_told_on="2026-09-01", own_plan_received_on="2026-09-02"), TODAY, None),
    (Facts(law="wlz", own_plan_told_on="2026-09-01", drawn_up_on="2026-09-02"), TODAY, None),
    (Facts(law="wmo", own_plan_told_on="2026-09-01"), TODAY, None),
    (Facts(law="wmo", reported_on="2026-08-01", own_plan_received_on="2026-08-02"), TODAY,
     ("enquiry-within", "2026-09-12", False)),
    (Facts(law="wmo", reported_on="2026-08-01", care_started_on="2026-09-01", own_plan_received_on="2026-08-02"), TODAY,
     None),
])
def test_periods_of_a_law_are_told_until_they_are_done(
    facts: Facts, today: date, told: tuple[str, str, bool] | None
) -> None:
    found = [(one.what, one.on, one.late) for one in due(facts, RULES, today) if one.what != "evaluation"]
    assert found == ([told] if told else [])


def test_a_file_is_old_a_year_after_it_was_checked() -> None:
    wlz = RULES["wlz"]
    checked = date.fromisoformat(wlz.checked_on)
    assert not wlz.is_old(after(checked, figure(months=12)))
    late = after(checked, figure(months=12)) + timedelta(days=1)
    assert wlz.is_old(late)
    told = list(rules_findings(dutch(), late))
    assert ("rules", True, "wlz.yaml: al een jaar keek niemand of de wet nog zo is.") in told
    assert len(list(rules_findings(dutch(), checked))) == 1


LATER = date(2030, 1, 1)


def facts_in(book: Book, plan: str, may: May = everybody_may) -> Facts:
    """What this plan says of dates, read as for a list."""
    with book.store.reading() as session:
        (row,) = [row for row in rows_in(session, limit=1000, which="all") if row.id == plan]
        return facts_of_plans(session, [row], LATER, lambda _: may)[plan]


HIDDEN = st.frozensets(st.sampled_from((
    "choices", "agreements", "follow-up", "evaluation", "edition", "personal-details", "look-again", "housing",
)), max_size=3)


TOPICS = st.sampled_from(("personal-details", "look-again"))
FIELDS = st.sampled_from(("care-started-on", "drawn-up-on", "evaluate-on", "wlz-valid-until"))


@settings(max_examples=examples(12))
@given(data=st.data(), hidden=st.just(frozenset[str]()) | HIDDEN)
def test_a_list_tells_of_a_plan_what_its_whole_view_tells(
    shelf: Book, data: st.DataObject, hidden: frozenset[str]
) -> None:
    """Also where the client may not see all of it: what is hidden has no date, and replaces nothing."""
    shelf.start()
    choice = shelf.do(choices.ask, "Wat?", always="Niets")
    agreed = shelf.do(agreements.add, "Lopen.", domain="housing")
    followed_up: tuple[Callable[[Act], object], ...] = (
        lambda act: agreements.add(act, "Fietsen.", domain="learning", replaces=agreed),
        lambda act: choices.ask(act, "Wat dan?", domain="housing", replaces=choice),
        lambda act: progress_notes.note(act, about=agreed, on="2027-01-31", done="yes"),
    )
    shelf.do(data.draw(st.sampled_from(followed_up)))
    for _ in range(data.draw(st.integers(0, 8))):
        topic, field = data.draw(TOPICS), data.draw(FIELDS)
        shelf.do(data.draw(st.sampled_from((
            lambda act, on: choices.change(act, choice, thinking_until=on, revisit_on=on),
            lambda act, on: agreements.change(act, agreed, evaluate_on=on),
            lambda act, on, topic=topic, field=field: details.fill(act, topic, field, on),
            lambda act, _, topic=topic, field=field: details.fill(act, topic, field, None),
            lambda act, on: evaluations.open_or_create(act, [shelf.client]),
        ))), data.draw(DATES))
        shelf.do(data.draw(deeds(shelf)))

    def may(_person: str, _mode: str, scope: Scope) -> bool:
        return not {scope.topic, scope.domain} & hidden

    with shelf.store.reading() as session:
        view = load_view(session, shelf.plan, Readers.of(shelf.client, may=may), every_note=True)
    assert facts_in(shelf, shelf.plan, may) == facts_of(view, LATER)


def test_the_dates_of_many_plans_take_as_many_queries_as_those_of_one(tmp_path: Path) -> None:
    with new_book(tmp_path) as book:
        asked = [_queries_for(book), book.start(), book.start(), _queries_for(book)]
    assert asked[0] == asked[-1]


def _queries_for(book: Book) -> int:
    """How many queries the dates of all plans take."""
    asked: list[str] = []
    with book.store.reading() as session:
        rows = rows_in(session)
        driver_of(session).set_trace_callback(asked.append)
        facts_of_plans(session, rows, LATER)
        driver_of(session).set_trace_callback(None)
    return len(asked)


@pytest.mark.parametrize(("looked_at", "still_due"), [
    ("2026-05-31", True), ("2026-06-01", False), ("2026-06-02", False),
], ids=["the day before", "the day itself", "the day after"])
@pytest.mark.parametrize("by", ["a note", "a look back"])
def test_an_agreement_was_looked_at_on_its_day_or_later(
    tmp_path: Path, by: str, looked_at: str, still_due: bool
) -> None:
    with new_book(tmp_path) as book:
        agreed = book.do(agreements.add, "Lopen.")
        book.do(agreements.change, agreed, evaluate_on="2026-06-01")
        if by == "a note":
            book.do(progress_notes.note, about=agreed, on=looked_at, done="yes")
        else:
            book.clock.now = datetime.fromisoformat(f"{looked_at}T09:00:00+00:00")
            book.do(evaluations.open_or_create, [book.client])
        expected = [("agreement", "2026-06-01", agreed)] if still_due else []
        told = facts_in(book, book.plan)
        assert [tuple(dated) for dated in told.dated] == expected
        assert [tuple(dated) for dated in facts_of(book.view, LATER).dated] == expected


@pytest.mark.parametrize("law", ["wlz", "wmo", "zvw", "none", None])
@pytest.mark.parametrize(("days", "told"), [(13, []), (14, [False]), (15, [True])])
def test_what_waits_for_an_answer_is_due_after_fourteen_days_m11(law: str | None, days: int, told: list[bool]) -> None:
    """L-9: a remark of January was still silently open in October."""
    since = (TODAY - timedelta(days=days)).isoformat()
    matters = (OpenMatter("remark", "r", since), OpenMatter("disagreement", "d", since))
    found = [item for item in due(Facts(law=law, open_matters=matters), RULES, TODAY) if item.ref in ("r", "d")]
    assert [item.late for item in found] == told * 2


@pytest.mark.parametrize(
    "hidden", [frozenset[str](), *map(frozenset, (["housing"], ["remarks"], ["follow-up"], ["people"]))]
)
@pytest.mark.parametrize("over", [False, True])
def test_lists_know_what_waits_as_the_view_does(shelf: Book, hidden: frozenset[str], *, over: bool) -> None:
    """Nobody learns that something is said of what they may not see; what was answered waits no more. What is said of a
    note or of a person has a day too (M11); what is said of who does something, is said of its agreement."""
    shelf.start()
    agreed = shelf.do(agreements.add, "Lopen.", domain="housing")
    loose, about = shelf.do(remarks.leave, "Het is koud."), shelf.do(remarks.leave, "Te kort.", about=agreed)
    shelf.do(remarks.leave, "We lachten.", kind="nice-moment")
    step = shelf.do(agreements.add_step, agreed, "Jas aan.")
    part, gone = shelf.do(remarks.leave, "Te warm.", about=step), shelf.do(agreements.add_step, agreed, "Hoed op.")
    shelf.do(remarks.leave, "Geen hoed.", about=gone)
    shelf.do(withdrawal.withdraw, gone)
    against = shelf.do(disagreements.disagree, agreed, "Te vaak.")
    joke, left = (shelf.do(people.add, name, "family") for name in ("Joke Kuil", "Jan Kuil"))
    person = shelf.do(remarks.leave, "Zij is verhuisd.", about=joke)
    shelf.do(remarks.leave, "Hij is verhuisd.", about=left)
    shelf.do(withdrawal.withdraw, left)
    notes = (shelf.do(progress_notes.note, about=noted, on="2026-03-03", text="Regen.") for noted in (agreed, None))
    note, loosely = (shelf.do(remarks.leave, "Dat was anders.", about=noted) for noted in notes)
    if over:
        shelf.do(remarks.change, loose, done_with="De ramen zijn dicht.", told_back_on="2026-03-03")
        shelf.do(disagreements.change, against, ended_how="Wat minder vaak.")

    def may(_person: str, _mode: str, scope: Scope) -> bool:
        return not {scope.topic, scope.domain} & hidden

    with shelf.store.reading() as session:
        view = load_view(session, shelf.plan, Readers.of(shelf.client, may=may), every_note=True)
    all_open = {loose, about, part, against, person, note, loosely}
    seen = all_open - {
        "remarks": all_open - {against}, "housing": {about, part, against, note}, "follow-up": {note, loosely},
        "people": {person},
    }.get(next(iter(hidden), ""), set())
    told = facts_in(shelf, shelf.plan, may).open_matters
    assert {matter.id for matter in told} == seen - ({loose, against} if over else set())
    assert told == facts_of(view, LATER).open_matters


def test_the_rules_that_always_hold_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ScriptBroken, match=r"none\.yaml"):
        load_rules(tmp_path)


def test_a_wish_that_was_fulfilled_is_over_for_a_list_too(tmp_path: Path) -> None:
    with new_book(tmp_path) as book:
        book.do(details.fill, "personal-details", "law", "wlz")
        book.do(details.fill, "look-again", "evaluate-on", "2025-12-01")
        book.do(evaluations.open_or_create, [book.client])
        told = facts_in(book, book.plan)
        assert next_evaluation(told, RULES) == EvaluationDate("2026-09-03", "evaluate-every")
