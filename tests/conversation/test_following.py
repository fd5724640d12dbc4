"""Keeping track: notes, remarks, disagreements, what is typed aside, and what is new for somebody who was away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.tools.table import Table, lay_table, open_door, speaks, typing
from zlp_tui.conversation.ports.history_queries import NewLine
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.errors import NotFound, Refused, StoreReadOnly
from zlp_tui.plan.tables.agreed import agreements, goals, progress_notes
from zlp_tui.plan.tables.looking_back import evaluations
from zlp_tui.text import LIMIT


def agree(table: Table, want: str = "Elke dag lopen.", goal: str | None = None) -> str:
    """An agreement on the table, by who speaks."""
    with table.desk._unit_of_work.undoable(want) as act:
        ref = agreements.add(act, want)
        if goal is not None:
            agreements.change(act, ref, goal=goal)
    return ref


def add_goal(table: Table, text: str) -> str:
    with table.desk._unit_of_work.undoable(text) as act:
        return goals.add(act, text)


def speak(table: Table, name: str) -> str:
    """Somebody joins the table and speaks."""
    person, _ = table.desk.join(name)
    speaks(table.desk, person.id)
    return person.id


def new(table: Table) -> dict[str, list[NewLine]]:
    return {title: list(lines) for title, lines in table.desk.history.new_since().parts}


def test_a_note_is_on_disk_by_who_speaks_today_and_can_be_undone(table: Table) -> None:
    """V67."""
    ref = agree(table)
    sanne = speak(table, "Sanne")
    noted = table.desk.follow_up.note(ref, done="partly", because="no-time", text=" Het regende. ")
    (note,) = table.desk.view.progress
    assert (note.id,) == noted.kept.refs
    assert (note.about, note.done, note.because, note.text) == (ref, "partly", "no-time", "Het regende.")
    assert (note.voice.id, note.on) == (sanne, "2026-03-03")
    assert table.desk.undo() == "Het regende."
    assert table.desk.view.progress == ()


def test_a_note_begins_the_sitting_and_nothing_of_it_stays_when_it_is_refused(table: Table) -> None:
    with pytest.raises(NotFound):
        table.desk.follow_up.note("nothing", done="yes")
    with pytest.raises(Refused):
        table.desk.follow_up.note(None)
    with pytest.raises(Refused):
        table.desk.follow_up.note(None, done="yes", because="no-time")
    assert table.desk.view.conversations == ()
    table.desk.follow_up.note(None, text="Een rustige dag.")
    assert len(table.desk.view.conversations) == 1


def test_things_stand_in_the_clients_order_and_say_what_they_are(table: Table) -> None:
    """L25, L67: goals and agreements stand there while one notes."""
    first, second = add_goal(table, "Naar buiten."), add_goal(table, "Zingen.")
    with table.desk._unit_of_work.undoable(None) as act:
        goals.order(act, [second, first])
    loose, walk, sing = agree(table, "Bellen."), agree(table, goal=first), agree(table, "Naar het koor.", goal=second)
    found = table.desk.follow_up.things()
    assert [one.id for one in found] == [sing, walk, loose, second, first]
    assert [one.hint for one in found] == [
        "afspraak, bij “Zingen.”", "afspraak, bij “Naar buiten.”", "afspraak", "doel", "doel",
    ]


def test_reasons_are_those_of_the_script_and_routes_are_three(table: Table) -> None:
    """L55: each day is different, so “today rather otherwise” is the first of them."""
    reasons = table.desk.follow_up.reasons()
    assert [one.id for one in reasons] == ["wanted-otherwise", "no-time", "did-not-know", "own-way", "other"]
    assert reasons[0].title == "Het mocht die dag liever anders"
    assert [one.id for one in table.desk.follow_up.routes()] == ["carer", "supporter", "complaints"]


def test_three_times_one_reason_proposes_to_look_at_the_agreement(table: Table) -> None:
    ref, follow = agree(table), table.desk.follow_up
    told = [follow.note(ref, done=done, because="no-time").look_at for done in ("no", "partly", "no", "no")]
    assert told == [None, None, ref, ref]
    assert follow.note(ref, done="no", because="other").look_at is None
    assert follow.note(ref, done="yes").look_at is None
    goal = add_goal(table, "Naar buiten.")
    assert [follow.note(goal, done="no", because="other").look_at for _ in range(3)] == [None] * 3


@pytest.mark.parametrize("how", ["adjust", "evaluation"])
def test_looking_at_it_begins_the_count_anew(table: Table, how: str) -> None:
    ref, follow = agree(table), table.desk.follow_up
    for _ in range(2):
        follow.note(ref, done="no", because="no-time")
    with table.desk._unit_of_work.undoable(None) as act:
        if how == "adjust":
            progress_notes.note(act, about=ref, on=act.day, adjust="Liever na de middag.")
        else:
            evaluations.open_or_create(act, table.desk._plan.seats.present)
    assert [follow.note(ref, done="no", because="no-time").look_at for _ in range(3)] == [None, None, ref]


def test_a_clock_that_is_set_back_does_not_change_the_order_or_the_count(table: Table) -> None:
    ref, follow = agree(table), table.desk.follow_up
    for _ in range(2):
        follow.note(ref, done="no", because="no-time", text="eerst")
    table.clock.now -= timedelta(days=40)
    assert follow.note(ref, done="no", because="no-time", text="daarna").look_at == ref
    assert [note.text for note in table.desk.view.progress] == ["eerst", "eerst", "daarna"]
    assert table.desk.view.progress[-1].on == "2026-01-22"
    table.next_sitting()
    assert [note.text for note in table.desk.view.progress] == ["eerst", "eerst", "daarna"]
    assert len(table.desk.view.conversations) == 1


@pytest.mark.parametrize(("at", "day"), [
    (datetime(2028, 2, 29, 11, 0, tzinfo=UTC), "2028-02-29"),
    (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), "2026-03-29"),  # the night in which summer time begins
    (datetime(2026, 10, 24, 22, 30, tzinfo=UTC), "2026-10-25"),  # and in which it ends
    (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "2027-01-01"),
])
def test_a_note_has_the_day_of_the_calendar_here(
    table: Table, monkeypatch: pytest.MonkeyPatch, at: datetime, day: str
) -> None:
    import time

    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    try:
        table.clock.now = at
        table.desk.follow_up.note(None, text="Koffie.")
        assert table.desk.view.progress[-1].on == day
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()


def test_a_remark_is_open_until_it_was_told_back_and_a_nice_moment_never_is(table: Table) -> None:
    follow, over = table.desk.follow_up, table.desk.history
    (cold,) = follow.leave("remark", "Het is hier koud.").refs
    (laughed,) = follow.leave("nice-moment", "Samen gelachen.").refs
    (noise,) = follow.leave("remark", "Te veel lawaai.", about=agree(table)).refs
    assert [(one.ref, one.open) for one in over.remarks()] == [(noise, True), (cold, True), (laughed, False)]
    follow.done_with(cold, "De kachel is gemaakt.")
    assert next(one for one in over.remarks() if one.ref == cold).open
    follow.told_back(cold)
    line = next(one for one in over.remarks() if one.ref == cold)
    assert (line.open, line.done_with) == (False, "De kachel is gemaakt.")
    assert line.told_back_on == line.on == "3 maart"
    about = over.remarks()[0].about
    assert about is not None and about.text == "Elke dag lopen."
    with pytest.raises(Refused):
        follow.done_with(laughed, "Niets.")


def test_a_disagreement_stays_beside_its_line_until_it_ended(table: Table) -> None:
    table.desk.go_topic("good-day-bad-day")
    (ref,) = table.desk.answer(Spoken("Vroeg op.")).refs
    speak(table, "Sanne")
    follow, over = table.desk.follow_up, table.desk.history
    (no,) = follow.disagree(ref, "Dat wil hij niet.").refs
    (other,) = follow.disagree(agree(table), "Te vaak.").refs
    follow.take_to(no, "supporter")
    (line,) = over.disagreements(ref)
    assert (line.ref, line.quote.by, line.route_title) == (no, "Sanne", "Een onafhankelijke cliëntondersteuner")
    assert line.about is not None and line.about.text == "Vroeg op."
    follow.ended(no, "We proberen negen uur.")
    assert [(one.ref, one.ended_on) for one in over.disagreements()] == [(other, None), (no, "3 maart")]
    assert [said.text for said in table.desk.view.live_statements] == ["Vroeg op."]


def test_what_is_typed_aside_is_still_there_after_a_power_cut_and_is_no_place_in_the_script(tmp_path: Path) -> None:
    table = lay_table(tmp_path / "home")
    ref = agree(table)
    table.desk.follow_up.keep_draft("remark", None, "Het is")
    table.desk.follow_up.keep_draft("note", ref, "Vandaag")
    was = table.desk.place
    table.front.close()  # as the end of the process does: nothing is ended, and the plan is free
    door = open_door(tmp_path / "home", table.clock)
    again = typing(door.sit_down(table.plan))
    assert (again.follow_up.draft("remark"), again.follow_up.draft("note", ref)) == ("Het is", "Vandaag")
    assert (again.follow_up.draft("note"), again.drafts(), again.place) == ("", (), was)
    again.follow_up.leave("remark", "Het is koud.")
    again.follow_up.note(ref, done="yes", text="Vandaag twee keer.")
    door.close()
    third = typing(open_door(tmp_path / "home", table.clock).sit_down(table.plan))
    assert (third.follow_up.draft("remark"), third.follow_up.draft("note", ref)) == ("", "")


def test_words_that_are_too_long_are_cut_and_told_and_no_words_are_nothing(table: Table) -> None:
    follow = table.desk.follow_up
    assert follow.leave("remark", " \u200b ").refs == ()
    assert table.desk.view.conversations == ()
    assert follow.leave("remark", "a" * (LIMIT + 1)).cut_to == LIMIT
    assert follow.note(None, text="a" * (LIMIT + 1)).kept.cut_to == LIMIT
    assert follow.note(None, text="a").kept.cut_to is None


def test_what_is_new_is_told_by_topic_with_who_and_when(table: Table) -> None:
    table.desk.go_topic("good-day-bad-day")
    table.desk.answer(Spoken("Koffie bij het raam."))
    ref = agree(table)
    table.desk.follow_up.note(ref, done="no", because="no-time")
    table.desk.follow_up.leave("nice-moment", "Samen gelachen.")
    speak(table, "Sanne")
    first = table.desk.history.new_since()
    assert (first.since, first.count) == ("", 4)
    assert [(title, [line.quote.text for line in lines]) for title, lines in first.parts] == [
        ("Een goede dag, een slechte dag", ["Koffie bij het raam."]), ("Wat we afspreken", ["Elke dag lopen."]),
        ("Hoe het gaat", ["Het is niet gedaan."]), ("Opmerkingen en mooie momenten", ["Samen gelachen."]),
    ]
    assert first.parts[0][1][0].quote.intro == "Een goede dag voor u · gezegd door mevrouw De Vries, 3 maart:"
    assert first.parts[2][1][0].quote.note == "Elke dag lopen."


def test_nobody_is_named_twice_before_their_words(table: Table) -> None:
    speak(table, "Trijn")
    table.desk.go_topic("appreciation")
    table.desk.answer(Spoken("Pa kent elke boot."))
    table.desk.follow_up.leave("remark", "De soep was koud.")
    speak(table, "Sanne")
    quotes = [line.quote for _, lines in table.desk.history.new_since().parts for line in lines]
    assert [(quote.intro, quote.by) for quote in quotes] == [
        ("Trijn zegt over u, 3 maart:", ""), ("Een opmerking van Trijn op 3 maart:", ""),
    ]


def sanne_looked_yesterday(table: Table) -> None:
    """The client is alone at the table now."""
    speak(table, "Sanne")
    table.desk.follow_up.looked()
    table.clock.now += timedelta(days=1)
    table.desk.seat((table.desk.view.client,))
    speaks(table.desk, table.desk.view.client)


def test_of_a_changed_agreement_it_is_told_what_is_different_l63(table: Table) -> None:
    """L110, M17: whoever comes next hears what changed, and not the whole plan."""
    ref = agree(table)
    sanne_looked_yesterday(table)
    with table.desk._unit_of_work.undoable(None) as act:
        step = agreements.add_step(act, ref, "Elke dag lopen.")
        agreements.step_when(act, step, "ook op woensdag", (3,))
        agreements.change(act, ref, until="2026-06-01")
        agreements.task(act, ref, table.desk.view.client)
        agreements.end_task(act, ref, table.desk.view.client)
    speaks(table.desk, next(p.id for p in table.desk.view.people if p.name == "Sanne"))
    ((line,),) = new(table).values()
    assert line.quote.note == (
        "ook: “Elke dag lopen.”; wanneer: “ook op woensdag”; tot maandag 1 juni 2026; "
        "mevrouw De Vries doet nu ook mee; wie wat doet is anders"
    )


def test_the_days_of_an_agreement_are_told_without_its_own_words_as_something_more(table: Table) -> None:
    """Where it had no step, when it is kept becomes a step that is all of it: that was told as “ook: …”."""
    ref = agree(table)
    sanne_looked_yesterday(table)
    with table.desk._unit_of_work.undoable(None) as act:
        agreements.step_when(act, agreements.add_step(act, ref, "Elke dag lopen.", whole=True), "op woensdag", (3,))
    speaks(table.desk, next(p.id for p in table.desk.view.people if p.name == "Sanne"))
    ((line,),) = new(table).values()
    assert line.quote.note == "wanneer: “op woensdag”"


def test_after_looking_only_what_others_did_since_is_new(table: Table) -> None:
    ref = agree(table)
    goal = add_goal(table, "Naar buiten.")
    speak(table, "Sanne")
    table.desk.follow_up.leave("remark", "Hallo.")
    table.desk.follow_up.looked()
    assert table.desk.history.new_since().count == 0
    table.desk.follow_up.note(ref, done="yes")
    assert table.desk.history.new_since().count == 0
    table.clock.now += timedelta(days=400)
    table.desk.seat((table.desk.view.client,))
    speaks(table.desk, table.desk.view.client)
    with table.desk._unit_of_work.undoable(None) as act:
        goals.change(act, goal, status="reached")
        agreements.task(act, ref, table.desk.view.client, "Ik loop zelf.")
    table.desk.go_topic("good-day-bad-day")
    (said,) = table.desk.answer(Spoken("Koffie.")).refs
    table.desk.correct(said, "Koffie met melk.")
    speaks(table.desk, next(p.id for p in table.desk.view.people if p.name == "Sanne"))
    found = new(table)
    assert table.desk.history.new_since().since == "3 maart 2026"
    assert [line.quote.text for line in found["Een goede dag, een slechte dag"]] == ["Koffie met melk."]
    agreed = found["Wat we afspreken"][0].quote
    assert agreed.intro == "Veranderd door mevrouw De Vries op 7 april:"
    assert agreed.note == "mevrouw De Vries doet nu ook mee", "it says what changed (rows-l 11, L63, M17)"
    (reached,) = (line.quote.intro for lines in found.values() for line in lines if line.quote.ref == goal)
    assert reached == "Dit doel is gelukt, vertelde mevrouw De Vries op 7 april:"


def test_what_was_taken_back_is_told_and_what_came_and_went_is_not(table: Table) -> None:
    ref = agree(table)
    table.desk.go_topic("good-day-bad-day")
    (said,) = table.desk.answer(Spoken("Koffie.")).refs
    speak(table, "Sanne")
    table.desk.follow_up.leave("remark", "Hallo.")
    table.desk.follow_up.looked()
    table.desk.seat((table.desk.view.client,))
    speaks(table.desk, table.desk.view.client)
    table.desk.withdraw(ref)
    table.desk.withdraw(said)
    table.desk.withdraw(agree(table, "Toch maar niet."))
    speaks(table.desk, next(p.id for p in table.desk.view.people if p.name == "Sanne"))
    told = [line.quote for lines in new(table).values() for line in lines]
    assert [(one.text, one.intro.partition(" door ")[0]) for one in told] == [
        ("Koffie.", "Een goede dag voor u · teruggenomen"), ("Elke dag lopen.", "Teruggenomen"),
    ]


def test_somebody_whom_the_plan_does_not_know_yet_has_looked_at_nothing(table: Table) -> None:
    client = table.desk.view.client
    speak(table, "Sanne")
    table.desk.follow_up.looked()
    with table.front.store.reading() as session:
        assert session.run("SELECT person FROM seen", ()) == []
    speaks(table.desk, client)
    table.desk.follow_up.looked()
    with table.front.store.reading() as session:
        assert session.run("SELECT person FROM seen", ()) == [(client,)]


def test_where_another_window_writes_one_can_look_and_keeps_nothing(tmp_path: Path) -> None:
    table = lay_table(tmp_path / "home")
    second = open_door(tmp_path / "home", table.clock)
    desk = typing(second.sit_down(table.plan))
    desk.follow_up.looked()
    with pytest.raises(StoreReadOnly):
        desk.follow_up.leave("remark", "Koud.")
    desk.follow_up.keep_draft("remark", None, "Koud.")
    assert desk.follow_up.draft("remark") == "Koud."


def test_undoing_a_remark_takes_it_out_of_what_is_open(table: Table) -> None:
    table.desk.follow_up.leave("remark", "Koud.")
    assert table.desk.undo() == "Koud."
    assert table.desk.history.remarks() == ()


def test_who_never_looked_is_told_of_the_last_days_and_never_of_the_whole_plan_l11(table: Table) -> None:
    """L-11, L63: the first time it is not the whole plan; after that it is since they noted something themselves."""
    ref = agree(table)
    table.clock.now += timedelta(days=5)
    table.desk.follow_up.leave("remark", "De soep was koud.")
    speak(table, "Sanne")
    assert {title: [line.quote.text for line in lines] for title, lines in new(table).items()} == {
        "Opmerkingen en mooie momenten": ["De soep was koud."]
    }
    table.desk.follow_up.note(ref, done="yes")
    assert (table.desk.history.new_since().count, table.desk.history.new_since().since) == (0, "8 maart")
