"""Grants: who may see and write what in a plan, as the client said it (decision 0051)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.tools.acts import deeds
from tests.tools.book import Book, new_book
from tests.tools.laws import examples
from zlp_tui.errors import NotAllowed, Refused
from zlp_tui.plan.access import Readers, Scope
from zlp_tui.plan.granted import FOR_THE_WORK, Granted
from zlp_tui.plan.heard import Heard
from zlp_tui.plan.kinds import KINDS, top_kinds
from zlp_tui.plan.queries.granted_in_plan import follow_history, granted_in
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.queries.recorded_changes import WITHOUT_ID, history
from zlp_tui.plan.readable import scope_of
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.tables import withdrawal
from zlp_tui.plan.tables.agreed import goals
from zlp_tui.plan.tables.client import grants
from zlp_tui.plan.tables.said import statements
from zlp_tui.plan.tables.sittings import conversations
from zlp_tui.plan.view import CLOSED_AT_FIRST, DOMAINS, PlanView

SCOPES = ("everything", "work", "parts", "domain:housing", f"domain:{DOMAINS[8]}", "topic:future", "representative")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with new_book(tmp_path_factory.mktemp("grants")) as made:
        yield made


def rules(book: Book) -> Granted | None:
    """What is granted now, with all that was heard."""
    heard = Heard()
    with book.store.reading() as session:
        follow_history(session, book.plan, heard)
        return granted_in(session, book.plan, book.clock().date().isoformat(), heard)


def seen(book: Book, *readers: str) -> PlanView:
    """The plan as these people may see it together."""
    granted = rules(book)
    asked = Readers.of(*readers) if granted is None else Readers(frozenset(readers), granted.allows, by_line=True)
    with book.store.reading() as session:
        return load_view(session, book.plan, asked)


def say(book: Book, text: str, topic: str = "future", domain: str | None = None) -> str:
    return book.do(statements.add_statement, topic=topic, step="step", prompt="Wat?", text=text, domain=domain)


def words(view: PlanView) -> set[str]:
    return {said.text for said in view.statements}


@pytest.fixture
def talk(kept: Book) -> tuple[Book, str, str]:
    """Annie said something before Karim came and after; Sanne was there all the time, and said something too."""
    book = kept
    book.start()
    sanne, karim = book.somebody("Sanne"), book.somebody("Karim", "carer")
    book.conversation = None
    book.conversation = book.do(conversations.begin, [book.client, sanne])
    say(book, "Voor Karim.")
    say(book, "Intiem.", domain=DOMAINS[8])
    say(book, "Dat helpt.", topic="working")
    book.by = sanne
    say(book, "Van Sanne.")
    book.by = book.client
    book.do(conversations.attend, book.conversation, [book.client, sanne, karim])
    say(book, "Met Karim.")
    book.do(conversations.end, book.conversation)
    book.conversation = None
    return book, sanne, karim


def test_until_the_client_was_asked_everybody_sees_everything(talk: tuple[Book, str, str]) -> None:
    book, _, karim = talk
    assert rules(book) is None and len(words(seen(book, karim))) == 5


def test_each_ready_answer_opens_what_it_says_and_of_others_what_they_heard(talk: tuple[Book, str, str]) -> None:
    """Everything but what is closed at first; what is needed for the work; nothing: one's own words are one's own."""
    book, sanne, karim = talk
    book.do(grants.give, karim, "everything", see=True)
    assert words(seen(book, karim)) == {"Voor Karim.", "Van Sanne.", "Met Karim.", "Dat helpt."}
    assert words(seen(book, sanne)) == {"Voor Karim.", "Intiem.", "Van Sanne.", "Met Karim.", "Dat helpt."}, "she heard"
    assert len(words(seen(book, book.client))) == 5
    book.do(grants.give, karim, "work", see=True)
    assert words(seen(book, karim)) == {"Dat helpt."}
    book.do(grants.give, sanne, "everything", see=False)
    assert words(seen(book, sanne)) == {"Van Sanne."}
    assert words(seen(book, sanne, karim)) == set(), "what the least of them may see"
    assert len(book.view.grants) == 2, "another answer takes the place of the first"


def test_a_topic_a_part_of_life_and_a_line_have_grants_of_their_own(talk: tuple[Book, str, str]) -> None:
    book, sanne, karim = talk
    book.do(grants.give, karim, "everything", see=False)
    book.do(grants.give, karim, f"domain:{DOMAINS[8]}", see=True)
    assert words(seen(book, karim)) == {"Intiem."}
    book.do(grants.give, karim, "topic:future", see=True)
    assert words(seen(book, karim)) == {"Voor Karim.", "Intiem.", "Van Sanne.", "Met Karim."}
    said = next(line for line in book.view.statements if line.text == "Voor Karim.")
    book.do(grants.close, said.id)
    assert "Voor Karim." not in words(seen(book, karim)) | words(seen(book, sanne))
    of_sanne = next(line for line in book.view.statements if line.text == "Van Sanne.")
    book.do(grants.close, of_sanne.id)
    assert "Van Sanne." in words(seen(book, sanne)) & words(seen(book, book.client)), "who said it sees it"


def test_a_closed_line_stays_closed_in_every_wording_and_opens_again(talk: tuple[Book, str, str]) -> None:
    """Before the client was asked about anybody too, and nothing else is hidden by it. Who said it closes it as well,
    and opens that again; nobody else does, not by the grant itself either."""
    book, sanne, karim = talk
    said = {line.text: line.id for line in book.view.statements}
    first = said["Met Karim."]
    anew = book.do(statements.say_anew, first, "Anders.")
    book.do(grants.close, anew)
    assert words(seen(book, karim)) == {"Voor Karim.", "Intiem.", "Dat helpt.", "Van Sanne."}
    third = book.do(statements.say_anew, anew, "Van Karim zelf.", voice=karim)
    assert "Van Karim zelf." in words(seen(book, karim)) - words(seen(book, sanne))
    book.by = sanne
    for deed in (grants.close, grants.open_again):
        with pytest.raises(Refused):
            book.do(deed, third)
    closing = book.do(grants.close, said["Van Sanne."])
    assert not {"Van Sanne.", "Van Karim zelf."} & words(seen(book, karim, sanne))
    assert closing not in {grant.id for grant in seen(book, karim).grants}, "that there is one is theirs too"
    granted = rules(book)
    assert granted is not None and not granted.allows(karim, "write", Scope("who-may", line=closing))
    assert granted.allows(sanne, "write", Scope("who-may", line=closing)), "she may undo it"
    assert book.do(grants.open_again, said["Van Sanne."]) and not book.do(grants.open_again, said["Van Sanne."])
    book.by = book.client
    assert book.do(grants.open_again, third)
    assert words(seen(book, karim)) == words(book.view)


def test_a_grant_holds_until_its_day_and_is_taken_back_in_one_act(talk: tuple[Book, str, str]) -> None:
    book, _, karim = talk
    day = book.clock().date()
    given_to_karim = book.do(grants.give, karim, "everything", see=True, until=day.isoformat())
    assert "Voor Karim." in words(seen(book, karim))
    book.clock.on(days=1)
    assert words(seen(book, karim)) == {"Met Karim."}, "as if nothing was said of him: what he heard"
    book.do(grants.give, karim, "everything", see=True)
    book.do(grants.take_back, given_to_karim)
    assert words(seen(book, karim)) == {"Met Karim."}


def test_only_the_client_and_who_acts_in_their_name_say_who_reads_c8(talk: tuple[Book, str, str]) -> None:
    book, sanne, karim = talk
    until = book.clock().date().isoformat()
    book.do(grants.give, sanne, "representative", see=True, until=until)
    book.by = karim
    with pytest.raises(Refused):
        book.do(grants.give, karim, "everything", see=True)
    book.by = sanne
    book.do(grants.give, karim, "work", see=True)
    with pytest.raises(Refused, match="whole plan"):
        book.do(grants.give, book.client, "work", see=True)
    book.clock.on(days=1)
    with pytest.raises(Refused):
        book.do(grants.give, karim, "everything", see=True)
    book.by = book.client


def test_who_may_not_write_along_is_refused_and_so_is_what_they_do_not_see(talk: tuple[Book, str, str]) -> None:
    book, _, karim = talk
    goal = book.do(goals.add, "Weer lopen.")
    book.do(grants.give, karim, "everything", see=True, write=False)
    for write, refused in (("may not", True), ("may", False)):
        granted = rules(book)
        assert granted is not None
        assert granted.allows(karim, "write", Scope("goals")) is not refused, write
        assert granted.allows(karim, "write", Scope("at-the-table")), "that he is there is always kept"
        book.do(grants.give, karim, "work", see=True, write=True)
    book.do(grants.give, karim, "everything", see=False, write=True)
    granted = rules(book)
    assert granted is not None
    with pytest.raises(NotAllowed), book.store.writing() as session:
        withdrawal.withdraw(replace(book.act(session), by=karim, may=granted.allows), goal)


def test_who_heard_one_change_of_a_line_does_not_hear_what_it_said_before(talk: tuple[Book, str, str]) -> None:
    book, sanne, karim = talk
    book.do(grants.give, sanne, "everything", see=True)
    goal = book.do(goals.add, "Weer lopen.")
    book.conversation = book.do(conversations.begin, [book.client, karim])
    book.do(goals.change, goal, kind="keep")
    assert goal not in seen(book, karim).readable and goal in seen(book, sanne).readable


def test_what_the_rules_name_is_in_the_script_and_the_tables() -> None:
    topics = {file.stem for file in Path("content/nl/script/topics").glob("*.yaml")}
    assert topics | {kind.topic for kind in KINDS} >= FOR_THE_WORK
    assert set(DOMAINS) >= CLOSED_AT_FIRST


@settings(max_examples=examples(8), phases=(Phase.generate,), suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_reader_finds_a_line_that_one_of_them_may_not_see(kept: Book, data: st.DataObject) -> None:
    """Whatever is said among whom, and whatever is granted: the rule as it reads, on the history itself."""
    book = kept
    book.start()
    others = [book.somebody("Sanne"), book.somebody("Karim", "carer")]
    for _ in range(data.draw(st.integers(2, 4))):
        here = data.draw(st.lists(st.sampled_from([book.client, *others]), min_size=1, unique=True))
        book.by, book.conversation = here[0], None
        book.conversation = data.draw(st.sampled_from((None, book.do(conversations.begin, here))))
        book.by = data.draw(st.sampled_from(here))
        for _ in range(data.draw(st.integers(1, 3))):
            with suppress(Refused):
                book.do(data.draw(deeds(book, agreeing=False)))
    book.by, book.conversation = book.client, None
    for _ in range(data.draw(st.integers(1, 3))):
        of, scope = data.draw(st.sampled_from(others)), data.draw(st.sampled_from(SCOPES))
        if of in {person.id for person in book.view.people}:
            book.do(grants.give, of, scope, see=data.draw(st.booleans()), write=data.draw(st.booleans()))
    granted = rules(book)
    if granted is None:
        return
    readers = data.draw(st.lists(st.sampled_from(others), min_size=1, unique=True))
    view = seen(book, *readers)
    known = Naively(book)
    for kind in top_kinds():
        for line in getattr(view, kind.place) if kind.name not in ("person", "notice", "edition") else ():
            for reader in readers:
                assert known.may_see(reader, line.id, scope_of(kind, line)), (kind.name, line)
    with book.store.reading() as session:
        told = history(session, view, Readers(frozenset(readers), granted.allows, by_line=True), *known.rows)
    assert all(change.row in view.readable or change.of in ("plan", *WITHOUT_ID) for change in told)
    before, alone = as_json(book.view), readers[0]
    hidden = {
        line.id for kind in top_kinds() if kind.name not in ("person", "notice", "edition")
        for line in getattr(book.view, kind.place) if not known.may_see(alone, line.id, scope_of(kind, line))
    }
    for row in hidden & known.rows:
        with suppress(NotAllowed, Refused), book.store.writing() as session:
            withdrawal.withdraw(replace(book.act(session), by=alone, may=granted.allows), row)
    assert as_json(book.view) == before, "a write that is rejected leaves no trace"


class Naively:
    """The rules of decision 0051 as they read, on what the file says, without the code that is tried."""

    def __init__(self, book: Book) -> None:
        self._client = book.client
        self._grants = {
            (person, scope): bool(see) for person, scope, see in book.rows(
                f"SELECT person, scope, see FROM \"grant\" WHERE plan_id = '{book.plan}' ORDER BY seq"
            )
        }
        self._changes = book.rows(
            f"SELECT seq, row, of, kind, by, conversation, after FROM change WHERE plan_id = '{book.plan}' ORDER BY seq"
        )
        self.rows = {str(row) for _, row, *_ in self._changes}

    def may_see(self, person: str, row: str, scope: Scope) -> bool:
        own = [change for change in self._changes if change[1] == row]
        if not own:
            return row in DOMAINS  # nothing was said of it
        if own[0][4] == person or (own[0][2] == "grant" and f'"person":"{person}"' in str(own[0][6])):
            return True
        named = [self._grants.get((person, name)) for name in (f"topic:{scope.topic}", f"domain:{scope.domain}")]
        if False in named:
            return False
        if scope.domain in CLOSED_AT_FIRST and named[1] is None:
            named = []
        if True in named:
            return True
        main = [self._grants.get((person, name)) for name in ("representative", "everything", "work", "parts")]
        main[0] = main[0] or None  # who does not act in the client's name is as anybody else
        if main == [None] * 4:
            return all(change[4] == person or self._sat_there(person, change) for change in own)
        if scope.domain in CLOSED_AT_FIRST:
            return False
        given = next(index for index, see in enumerate(main) if see is not None)
        return bool(main[given]) and given != 3 and (given != 2 or scope.topic in FOR_THE_WORK)

    def _sat_there(self, person: str, change: tuple[object, ...]) -> bool:
        """Whether they were seated in the conversation of a Change before it; that they sat there they may know."""
        if change[2] in ("conversation", "attendance"):
            return any(seat[2] == "attendance" and seat[5] == change[5] and f'"{person}"' in str(seat[6])
                       for seat in self._changes)
        seats = [seat for seat in self._changes if seat[2] == "attendance" and seat[5] == change[5] is not None]
        return any(f'"{person}"' in str(seat[6]) and int(str(seat[0])) < int(str(change[0])) for seat in seats)
