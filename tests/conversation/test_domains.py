"""Which parts of life to talk about: one page, or card by card; leave for a sensitive one; the talk about each
(issue 9 §2; V27, V45-V47, V55, V87-V97; decision 0027)."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.tools.full import book_of
from tests.tools.laws import examples
from tests.tools.table import Table, choose_domains, lay_table
from zlp_tui.conversation.asking.route import stops_of
from zlp_tui.conversation.asking.turns import turn_at
from zlp_tui.conversation.ports.turn import Pick, Picked, Spoken, Turn
from zlp_tui.conversation.session.desk_session import DeskSession
from zlp_tui.errors import Refused
from zlp_tui.plan.tables.agreed import agreements, choices, goals
from zlp_tui.plan.tables.client import domains
from zlp_tui.plan.tables.looking_back import editions
from zlp_tui.plan.tables.said import remarks, statements
from zlp_tui.plan.view import DOMAINS, PersonKind, Place

PAGE = Place("domains", "cards")
PRIVATE = "sexuality-and-intimacy"
LEAVE = Place("domains", "cards", f"{PRIVATE}/leave")


def page(desk: DeskSession) -> Pick:
    shown = desk.go(PAGE).input
    assert isinstance(shown, Pick)
    return shown


def listed(desk: DeskSession) -> list[str]:
    return [option.id for option in page(desk).options]


def said(desk: DeskSession) -> dict[str, str]:
    return {domain.id: domain.relevance for domain in desk.view.domains if domain.relevance}


def order(desk: DeskSession) -> list[str]:
    placed = [domain for domain in desk.view.domains if domain.order]
    return [domain.id for domain in sorted(placed, key=lambda domain: domain.order or 0)]


def items(desk: DeskSession, topic: str) -> list[str | None]:
    """The items of a topic's questions, as one walks past them."""
    turn: Turn | None = desk.go_topic(topic)
    found = []
    while turn is not None and turn.place.topic == topic:
        found.append(turn.place.item)
        turn = desk.forward()
    return found


def seat(desk: DeskSession, *people: tuple[str, PersonKind]) -> list[str]:
    """Let the client sit at the table with these people, and nobody else; their ids."""
    ids = []
    for name, kind in people:
        desk.go(Place("people", "people"))
        desk.answer(Spoken(name))
        person = next(known for known in desk.view.people if known.name == name)
        desk.go(Place("people", "people", f"{person.id}/kind"))
        desk.answer(Picked((kind,)))
        ids.append(person.id)
    desk.seat([desk.view.client, *ids])
    return ids


def test_what_is_chosen_first_comes_first_and_of_the_rest_nothing_is_said(table: Table) -> None:
    desk = table.desk
    assert page(desk).chosen == ()
    desk.answer(Picked(("housing", "physical-health", "learning")))
    assert said(desk) == dict.fromkeys(("housing", "physical-health", "learning"), "now")
    assert page(desk).chosen == ("housing", "physical-health", "learning")
    desk.answer(Picked(("learning", "housing")))
    assert said(desk) == dict.fromkeys(("housing", "learning"), "now")
    assert order(desk) == ["learning", "housing"]
    desk.undo()
    assert page(desk).chosen == ("housing", "physical-health", "learning")
    with pytest.raises(Refused):
        desk.answer(Picked(("no-such-domain",)))


def test_who_likes_goes_card_by_card_and_says_with_whom_later(table: Table) -> None:
    desk = table.desk
    page(desk)
    desk.answer(Picked(("housing", "one-by-one")))
    assert said(desk) == {"housing": "now"}
    cards = items(desk, "domains")
    assert cards[:3] == [None, "physical-health", "work-and-leisure"] and len(cards) == 11
    desk.go(Place("domains", "cards", "learning"))
    desk.answer(Picked(("now",)))
    assert order(desk) == ["housing", "learning"], "a card comes behind what was chosen before"
    desk.go(Place("domains", "cards", "money-and-rights"))
    desk.answer(Picked(("later",)))
    turn = desk.forward()
    assert turn is not None and turn.place.item == "money-and-rights/with"
    desk.answer(Picked((), added="Lies"))
    assert desk.asked_along() == {desk.view.people[-1].id: "voor een gesprek over “Geld en rechten”"}
    page(desk)
    desk.answer(Picked(("housing", "learning")))
    assert items(desk, "domains") == [None, LEAVE.item], "back to one page"


def test_who_was_named_is_proposed_where_one_sits_down_and_what_waited_is_asked_again(table: Table) -> None:
    desk = table.desk
    [lies] = seat(desk, ("Lies", "friend"))
    desk.seat([desk.view.client])
    with desk._unit_of_work.undoable(None) as act:
        domains.change(act, "housing", relevance="later", discuss_with=[lies])
    who = desk.go(Place("at-the-table", "who")).input
    assert isinstance(who, Pick) and [o.hint for o in who.options if o.id == lies] == ["voor een gesprek over “Wonen”"]
    assert [option.hint for option in page(desk).options if option.id == "housing"] == ["later, met Lies"]
    assert any(
        line.quotes and "later, met Lies" in {q.note for q in line.quotes} for p in desk.letter() for line in p.lines
    )
    desk.seat([desk.view.client, lies])
    assert desk.asked_along() == {}


@pytest.mark.parametrize(("company", "asked"), [
    ((), True),
    ((("Bea", "carer"),), True),
    ((("Bea", "carer"), ("Kees", "gp")), False),
    ((("Sanne", "family"),), False),
    ((("Sanne", "other"),), False),
])
def test_leave_is_asked_only_alone_or_with_one_professional_v96(
    table: Table, company: tuple[tuple[str, PersonKind], ...], asked: bool
) -> None:
    desk = table.desk
    seat(desk, *company)
    assert PRIVATE not in listed(desk)
    assert (LEAVE.item in items(desk, "domains")) is asked


def test_after_a_yes_it_is_one_of_the_list_and_asked_in_fitting_company_only_v96(table: Table) -> None:
    desk = table.desk
    choose_domains(desk, "housing")
    desk.go(LEAVE)
    desk.answer(Picked(("yes",)))
    assert order(desk) == ["housing", PRIVATE]
    assert page(desk).chosen == ("housing", PRIVATE)
    desk.go(Place("parts-of-my-life", "change", PRIVATE))
    desk.answer(Spoken("Een groter bed."))
    for topic, each in (("parts-of-my-life", 2), ("agreements", 1)):
        assert items(desk, topic).count(PRIVATE) == each
    seat(desk, ("Sanne", "family"))
    assert PRIVATE not in listed(desk)
    for topic in ("parts-of-my-life", "agreements"):
        assert PRIVATE not in items(desk, topic)
    page(desk)
    desk.answer(Picked(("learning", "housing")))
    assert order(desk) == ["learning", "housing", PRIVATE], "what is not on the page stays as it is"


def test_later_is_asked_with_whom_she_named_and_with_nobody_else_v96(table: Table) -> None:
    desk = table.desk
    lies, bea = seat(desk, ("Lies", "friend"), ("Bea", "carer"))
    desk.seat([desk.view.client])
    desk.go(LEAVE)
    desk.answer(Picked(("later",)))
    turn = desk.forward()
    assert turn is not None and turn.place.item == f"{PRIVATE}/with"
    assert "ntimi" not in turn.heading
    desk.answer(Picked((lies,)))
    assert desk.asked_along() == {lies: "voor een gesprek"}, "never what about"
    for present, asked in (((bea,), False), ((lies, bea), False), ((lies,), True), ((), True)):
        desk.seat([desk.view.client, *present])
        assert (LEAVE.item in items(desk, "domains")) is asked


def test_of_each_chosen_part_of_life_is_asked_what_is_good_and_what_may_change(table: Table) -> None:
    desk = table.desk
    page(desk)
    desk.answer(Picked(("housing", "mental-health")))
    assert items(desk, "parts-of-my-life") == ["housing", "housing", "mental-health", "mental-health"]
    turn = desk.go(Place("parts-of-my-life", "good", "housing"))
    assert (turn.heading, turn.pictogram) == ("Wonen", "⌂") and "kamer" in turn.hint
    desk.answer(Spoken("Mijn raam op het zuiden."))
    desk.go(Place("parts-of-my-life", "change", "mental-health"))
    desk.answer(Spoken("Minder piekeren."))
    assert [(s.step, s.domain, s.about) for s in desk.view.live_statements] == [
        ("good", "housing", None), ("change", "mental-health", None),
    ]
    beside = desk.go(Place("parts-of-my-life", "change", "housing")).board
    assert "Mijn raam op het zuiden." in repr(beside) and "piekeren" not in repr(beside)
    assert "Mijn raam op het zuiden." in repr(desk.go(Place("agreements", "want", "housing")).board)


def test_what_one_agrees_on_is_asked_once_and_of_a_part_of_life_where_something_may_change(table: Table) -> None:
    """Issue 9 §2: few questions. Where nothing may change one says it at the last question, for all of it."""
    desk = table.desk
    choose_domains(desk, "housing", "mental-health", "learning")
    assert items(desk, "agreements") == ["anything"]
    desk.go(Place("parts-of-my-life", "good", "mental-health"))
    desk.answer(Spoken("Mijn kat."))
    desk.go(Place("parts-of-my-life", "change", "housing"))
    desk.answer(Spoken("Minder lawaai."))
    assert items(desk, "agreements") == ["housing", "anything"]
    with desk._unit_of_work.undoable(None) as act:
        goals.add(act, "Leren lezen.", "learning")
    desk.reload()
    assert items(desk, "agreements") == ["housing", "learning", "anything"]
    assert desk.go(Place("agreements", "want", "mental-health")).heading, "whoever wishes goes there all the same"


SEES_ALL = ("physical-health", "work-and-leisure", "social-contacts")


def test_three_parts_of_life_are_chosen_in_two_questions_and_talked_about_in_six(table: Table) -> None:
    desk = table.desk
    page(desk)
    desk.answer(Picked(SEES_ALL))
    assert len(items(desk, "domains")) == 2
    assert len(items(desk, "parts-of-my-life")) == 6


def test_the_ten_texts_name_all_that_the_source_names_v88_v97(table: Table) -> None:
    desk = table.desk
    texts = {text.id: f"{text.brief} {text.about}".lower() for text in desk.script.domains}
    assert tuple(texts) == DOMAINS
    named = {
        "physical-health": "ziek gezond eten wassen dokter bewegen sport slapen",
        "work-and-leisure": "werk vrije|thuis hobby overdag",
        "social-contacts": "band familie vrienden collega buren partner kinderen kleinkinderen",
        "mental-health": "veilig bang stress blij|somber vindt",
        "learning": "leren school opleiding",
        "housing": "huis veilig thuis schoon",
        "money-and-rights": "geld formulieren rechten privé",
        "own-direction": "zelf|beslist keuzes",
        "sexuality-and-intimacy": "vrijen fijn mist zwanger overgang",
        "meaning-and-spirituality": "geloof gelooft belangrijk",
    }
    for domain, words in named.items():
        for word in words.split():
            assert any(one in texts[domain] for one in word.split("|")), (domain, word)


def everything_told(desk: DeskSession) -> str:
    """All pages that tell of the plan, and all questions one comes past."""
    history = desk.history
    pages: list[object] = [
        *(desk.letter(length) for length in ("whole", "page", "short")), desk.map(), desk.cards(), desk.domains(),
        desk.asked_along(), desk.choice_grids(), history.new_since(), history.editions(),
        [history.then_and_now(line.number) for line in history.editions()], history.due(), desk.welcome_back,
    ]
    base = desk._plan.step_context()
    pages += [turn_at(stop.context) for topic in desk.script.topics for stop in stops_of(topic, base)]
    return re.sub(PRIVATE, "", repr(pages))  # ids are no words


def test_in_other_company_intimate_words_are_neither_read_back_nor_on_the_map_v96(table: Table) -> None:
    desk = table.desk
    choose_domains(desk, "housing")
    desk.go(LEAVE)
    desk.answer(Picked(("yes",)))
    for domain, words in (("housing", "Mijn raam op het zuiden."), (PRIVATE, "Samen in bed liggen.")):
        desk.go(Place("parts-of-my-life", "good", domain))
        desk.answer(Spoken(words))
    assert "Samen in bed" in repr(desk.go_topic("my-life-read-back").board)
    assert "Mijn raam" in repr(desk.map()) and "Samen in bed" not in repr(desk.map())
    seat(desk, ("Sanne", "family"))
    for topic in ("start-read-back", "my-life-read-back"):
        read = repr(desk.go_topic(topic).board)
        assert "Samen in bed" not in read and "ntimi" not in read
    assert "Mijn raam" in read


def test_after_a_no_it_is_named_nowhere_v96(table: Table) -> None:
    """Also not beside words of before, in what changed since an edition, or to who was away."""
    desk = table.desk
    with desk._unit_of_work.undoable(None) as act:
        editions.agree(act, [desk.view.client])
    choose_domains(desk, "housing")
    desk.go(LEAVE)
    desk.answer(Picked(("yes",)))
    desk.go(Place("parts-of-my-life", "good", PRIVATE))
    desk.answer(Spoken("Samen in bed liggen."))
    desk.go(Place("agreements", "want", PRIVATE))
    desk.answer(Spoken("Een dubbel bed."))
    title = "Intimiteit en seksualiteit"
    assert title in everything_told(desk)
    with desk._unit_of_work.undoable(None) as act:
        editions.agree(act, [desk.view.client])
    desk.go(LEAVE)
    desk.answer(Picked(("no",)))
    assert said(desk)[PRIVATE] == "never-ask"
    desk = table.next_sitting()
    seat(desk, ("Sanne", "family"))
    desk.sit_at_keyboard(desk.view.people[-1].id)
    told = everything_told(desk)
    assert "dubbel bed" in told
    assert re.findall(r".{90}(?:eksuali|ntimi).{60}", told) == []


def say_in_all_kinds_of_lines(table: Table) -> None:
    """Secret words in each kind of line that belongs to the sensitive domain, and in what is about those lines."""
    book = book_of(table)
    goal = book.do(goals.add, "Geheim doel.", PRIVATE)
    for topic, step in (("important-to", "important-to"), ("a-good-day", "a-good-day"), ("future", "future")):
        said = book.do(statements.add_statement, topic=topic, step=step, prompt="?", text="Geheim.", domain=PRIVATE)
    book.do(agreements.add, "Geheime afspraak.", domain=PRIVATE, goal=goal)
    choice = book.do(choices.ask, "Geheim kiezen?", domain=PRIVATE)
    book.do(choices.add_option, choice, "Geheime keuze.")
    book.do(choices.open_question, choice, "Geheime vraag?")
    for about in (goal, said, choice):
        book.do(remarks.leave, "Geheim gezegd.", about=about)
    book.do(editions.agree, [table.desk.view.client])


def asked_and_beside(desk: DeskSession) -> str:
    """All questions of all topics, with what stands beside them, the choices on the table and the cards."""
    base = desk._plan.step_context()
    asked = [turn_at(stop.context) for topic in desk.script.topics for stop in stops_of(topic, base)]
    return repr((asked, desk.cards(), desk.choice_grids()))


def test_in_other_company_intimate_words_stand_beside_no_question_at_all_v96(table: Table) -> None:
    """Law over all steps and what stands beside them: steps of looking back, groups beside, examples, lists, cards."""
    desk = table.desk
    sanne, bea, _kees = seat(desk, ("Sanne", "family"), ("Bea", "carer"), ("Kees", "gp"))
    desk.seat([desk.view.client])
    choose_domains(desk, "housing")
    desk.go(LEAVE)
    desk.answer(Picked(("yes",)))
    say_in_all_kinds_of_lines(table)
    desk.reload()
    assert "Geheim" in asked_and_beside(desk), "alone it is asked"
    for company in ((sanne,), (bea, sanne), (bea, _kees)):
        desk.seat([desk.view.client, *company])
        assert re.findall(r".{90}Geheim.{60}", asked_and_beside(desk)) == []
    desk.seat([sanne])
    assert "Geheim" not in asked_and_beside(desk), "without the client"
    desk.seat([desk.view.client, bea])
    assert "Geheim" in asked_and_beside(desk)
    lying_about = repr((desk.preparation(), desk.map(), desk.welcome_back))
    assert re.findall(r".{90}Geheim.{60}", lying_about) == [], "a page may lie about"


CHOOSE = st.tuples(st.just("page"), st.lists(st.sampled_from([*DOMAINS, "one-by-one"]), unique=True, max_size=4))
CARD = st.tuples(st.sampled_from(DOMAINS), st.sampled_from(("now", "later", "not-now", "never-ask", "yes", "no")))
COMPANY = st.tuples(st.just("seat"), st.sets(st.integers(0, 1)))


@settings(max_examples=examples(12), deadline=None, phases=(Phase.generate,))
@given(acts=st.lists(CHOOSE | CARD | COMPANY, max_size=10))
def test_order_and_names_hold_whatever_is_answered_where_and_by_whom(acts: list[tuple[str, object]]) -> None:
    """What matters now is in one order without a gap, and a sensitive domain is named only after a yes, in company that
    fits; what was not on the page is not changed by it."""
    with TemporaryDirectory() as folder:
        table = lay_table(Path(folder))
        desk = table.desk
        people = seat(desk, ("Sanne", "family"), ("Bea", "carer"))
        for where, what in acts:
            before, asked = said(desk), None
            if where == "seat":
                assert isinstance(what, set)
                desk.seat([desk.view.client, *(people[number] for number in what)])
            elif where == "page":
                asked = page(desk)
                assert isinstance(what, list)
                desk.answer(Picked(tuple(ref for ref in what if ref in {option.id for option in asked.options})))
            else:
                card = desk.go(Place("domains", "cards", f"{where}/leave" if where == PRIVATE else where)).input
                if isinstance(card, Pick) and not card.many and what in {option.id for option in card.options}:
                    desk.answer(Picked((str(what),)))
            now = {domain for domain, relevance in said(desk).items() if relevance == "now"}
            assert set(order(desk)) == now and sorted(d.order for d in desk.view.domains if d.order) == [
                *range(1, len(now) + 1)
            ]
            assert asked is None or all(
                said(desk).get(domain) == before.get(domain)
                for domain in DOMAINS if domain not in {option.id for option in asked.options}
            )
            assert PRIVATE not in listed(desk) or (PRIVATE in now and people[0] not in {p.id for p in desk.present})
        table.front.close()
