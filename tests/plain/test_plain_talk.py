"""The grammar of the conversation: lines, empty lines, commands; typed through a pipe, kept in a real store."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.plain.conftest import Plain
from tests.tools.full import book_of
from tests.tools.prepared import dutch
from tests.tools.table import open_door
from tests.tools.typist import Typed
from tools.messages import read_catalogue
from zlp_tui.conversation.ports.turn import Spoken
from zlp_tui.errors import NotFound
from zlp_tui.plain.commands.slash_commands import all_commands
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.talk_loop import run_talk
from zlp_tui.plan.tables.agreed import agreements, choices
from zlp_tui.plan.view import Place
from zlp_tui.text import LIMIT

TOPIC = "good-day-bad-day"


def lines_of(written: str) -> list[str]:
    return [line for line in written.split("\n") if line]


def test_a_line_is_one_statement_and_bewaard_comes_once_it_is_on_disk(plain: Plain) -> None:
    written = plain.hear("Koffie bij het raam.\nDe kleinkinderen komen.\n", topic=TOPIC)
    assert re.search(r"^Vraag 1 van \d+ · Een goede dag, een slechte dag", written, re.MULTILINE)
    assert lines_of(written).count("Bewaard") == 2
    assert plain.texts(TOPIC) == ["Koffie bij het raam.", "De kleinkinderen komen."]
    assert {s.side for s in plain.view.said(TOPIC)} == {"good"}


def test_the_prompt_stands_where_it_waits(plain: Plain) -> None:
    written = plain.hear("Koffie.\n", topic=TOPIC)
    assert re.search(r"\n> \nBewaard\n> \n$", written)


def test_an_empty_line_goes_to_the_other_side_first(plain: Plain) -> None:
    plain.hear("Koffie.\n\nHaast.\n", topic=TOPIC)
    assert [(s.side, s.text) for s in plain.view.said(TOPIC)] == [("good", "Koffie."), ("bad", "Haast.")]


def test_after_the_last_step_of_the_topic_it_ends(plain: Plain) -> None:
    written = plain.hear("Zij luistert.\n\n" * 20, topic="two-minutes")
    assert plain.texts("two-minutes") == ["Zij luistert."]
    assert written.rstrip().endswith("Dat was de laatste vraag hierover.")


def test_without_a_topic_it_goes_on_exactly_where_it_stopped(plain: Plain) -> None:
    plain.hear("Koffie.\n\n", topic=TOPIC)
    written = plain.hear("")
    assert "We gaan verder waar we gestopt zijn." in written
    assert re.search(r"^Vraag \d+ van \d+ · Een goede dag, een slechte dag · Een slechte dag", written, re.MULTILINE)


def test_a_sitting_in_which_nothing_was_said_leaves_no_trace(plain: Plain) -> None:
    plain.hear("/anders\n/help\n/onderwerp\n/wie Sanne\n/terug\n/iets\n", topic=TOPIC)
    assert plain.view.conversations == ()
    assert [p.name for p in plain.view.people] == ["Annie de Vries"]


def test_the_end_of_the_input_is_stop_and_the_last_line_counts(plain: Plain) -> None:
    plain.hear("Koffie.\nThee.", topic=TOPIC)
    assert plain.texts(TOPIC) == ["Koffie.", "Thee."]
    assert plain.view.conversations[-1].ended is not None


def test_a_new_voice_is_said_and_a_known_one_is_not_added_again(plain: Plain) -> None:
    first = plain.hear("Zij lacht.\n", topic=TOPIC, voice="Sanne")
    second = plain.hear("Zij zingt.\n", topic=TOPIC, voice="  SANNE ")
    assert "Nieuw aan tafel: Sanne" in lines_of(first)
    assert "Nieuw aan tafel" not in second
    assert {s.voice.name for s in plain.view.said(TOPIC)} == {"Sanne"}
    assert len(plain.view.people) == 2


def test_wie_changes_who_speaks_and_puts_the_question_to_them(plain: Plain) -> None:
    written = plain.hear(
        "/wie Sanne\nZij lacht.\n/wie mevrouw De Vries\nIk lach.\n/wie 2\nJa.\n/wie\n/wie 9\n", topic=TOPIC
    )
    assert [(s.text, s.voice.name) for s in plain.view.said(TOPIC)] == [
        ("Zij lacht.", "Sanne"),
        ("Ik lach.", "Annie de Vries"),
        ("Ja.", "Sanne"),
    ]
    assert "  2. Sanne [praat nu]" in written
    assert "Typ een nummer van 1 tot en met 2." in written


def test_anders_asks_in_other_words_and_comes_round(plain: Plain) -> None:
    differently = plain.table.desk.go_topic(TOPIC).differently
    written = plain.hear("/anders\n" * (len(differently) + 1), topic=TOPIC)
    for wording in differently:
        assert wording in written.replace("\n", " ")
    assert written.count("Hoe ziet een goede dag er voor u uit?") == 2


def test_an_unknown_word_is_refused_and_not_kept_and_two_slashes_begin_words(plain: Plain) -> None:
    written = plain.hear("/bestaatniet iets\n//begin mijn zin\n / stop\n", topic=TOPIC)
    assert "Dit woord is hier niet bekend. Het is niet bewaard." in written
    assert plain.texts(TOPIC) == ["/begin mijn zin"]


def test_terug_and_overslaan_walk_and_herhaal_asks_again(plain: Plain) -> None:
    written = plain.hear("/overslaan\n/terug\n/herhaal\n/TERUG\n", topic=TOPIC)
    numbers = re.findall(r"^Vraag (\d) van \d · Een goede dag, ", written, re.MULTILINE)
    assert numbers == ["1", "2", "1", "1"]


def test_the_first_question_has_none_before_it(plain: Plain) -> None:
    assert "Dit is de eerste vraag." in plain.hear("/terug\n/terug\n", topic="welcome")


def test_volgend_goes_to_the_next_topic_and_is_not_held_to_the_one_it_began_with(plain: Plain) -> None:
    written = plain.hear("/volgend\nZij luistert.\n", topic=TOPIC)
    assert "Dat was de laatste vraag" not in written
    assert plain.texts("two-minutes") == ["Zij luistert."]


def test_after_the_last_topic_there_is_none(plain: Plain) -> None:
    written = plain.hear("/volgend\n/waarom\n", topic="agreed")
    assert "Dit is het laatste onderwerp." in written.splitlines()
    assert written.count(plain.table.desk.go_topic("agreed").why) == 2, "we are still there"


def test_a_backslash_at_the_end_goes_on_with_the_same_words(plain: Plain) -> None:
    written = plain.hear("Eerst koffie,\\\ndan de krant.\nEen pad: C:\\\\\n", topic=TOPIC)
    assert plain.texts(TOPIC) == ["Eerst koffie,\ndan de krant.", "Een pad: C:\\"]
    assert "\n+ \nBewaard\n" in written


def test_words_that_never_ended_are_offered_back(plain: Plain) -> None:
    plain.hear("Eerst koffie,\\\n", topic=TOPIC)
    assert plain.texts(TOPIC) == []
    offered = plain.hear("Iets anders.\n/zeg\n", topic=TOPIC)
    assert "Dit is getypt en nog niet gezegd: “Eerst koffie,”" in offered
    assert plain.texts(TOPIC) == ["Iets anders.", "Eerst koffie,"]
    assert "nog niet gezegd" not in plain.hear("", topic=TOPIC)


def test_a_draft_can_be_thrown_away(plain: Plain) -> None:
    plain.hear("Toch niet,\\\n", topic=TOPIC)
    plain.hear("/weg\n/zeg\n", topic=TOPIC)
    assert plain.table.next_sitting().drafts() == ()


def test_a_draft_elsewhere_is_told_at_the_start(plain: Plain) -> None:
    plain.hear("Eerst koffie,\\\n", topic=TOPIC)
    assert "Getypt en nog niet gezegd, bij Een goede dag, een slechte dag: “Eerst koffie,”" in " ".join(
        plain.hear("").split()
    )


def test_verbeter_keeps_the_old_words_and_intrekken_takes_back(plain: Plain) -> None:
    written = plain.hear(
        "Thee.\nHaast.\n/herhaal\n/verbeter 1 Koffie.\n/herhaal\n/intrekken 1\n/herhaal\n/vandaan 1\n", topic=TOPIC
    )
    assert plain.texts(TOPIC) == ["Koffie."]
    assert [(s.text, s.withdrawn_at is not None) for s in plain.view.statements] == [
        ("Thee.", False),
        ("Haast.", True),
        ("Koffie.", False),
    ]
    assert "Bewaard. Teruggenomen: “Haast.”" in written
    assert written.endswith("Eerst: dinsdag 3 maart 2026, mevrouw De Vries: “Thee.”\n> \n")


def test_verbeter_puts_a_name_right_of_somebody_else_and_of_the_client(plain: Plain) -> None:
    written = plain.hear("Sane\n/herhaal\n/verbeter 1 Sanne\n/herhaal\n/verbeter 1 mevrouw de vries\n", topic="people")
    assert [person.name for person in plain.view.people] == ["Annie de Vries", "Sanne"]
    assert "mevrouw De Vries staat er al. Is dit iemand anders?" in written
    plain.hear("/overslaan\n/verbeter 1 Anna de Vries\n/intrekken 1\n", topic="personal-details")
    assert plain.view.client_person.name == "Anna de Vries"


def test_ongedaan_undoes_the_last_thing(plain: Plain) -> None:
    written = plain.hear("Koffie.\n/ongedaan\n/ongedaan\n", topic=TOPIC)
    assert plain.texts(TOPIC) == []
    assert "Bewaard. Ongedaan gemaakt: “Koffie.”" in written
    assert "Er is niets om ongedaan te maken." in written


def test_a_statement_belongs_to_a_part_of_life(plain: Plain) -> None:
    typed = "De pil met vla.\n/hoort-bij\n/hoort-bij 6\nKoffie.\n/herhaal\n/over 2 wonen\n/over 1 0\n/over 1 zwemmen\n"
    written = plain.hear(typed, topic="working")
    assert [(s.text, s.domain) for s in plain.view.said("working")] == [
        ("De pil met vla.", None),
        ("Koffie.", "housing"),
    ]
    assert "Bewaard. Dit hoort bij: Wonen" in written
    assert "Dit deel van het leven is er niet." in written


def test_what_is_agreed_decided_or_aimed_at_belongs_to_a_part_of_life(plain: Plain) -> None:
    """As on the screens, where the part of life is chosen beside the words: it was refused after an agreement."""
    for topic, words in (("agreements", "Elke dag wandelen."), ("goals", "Weer dansen."), ("choices", "Verhuizen?")):
        assert "Bewaard. Dit hoort bij: Wonen" in plain.hear(f"{words}\n/hoort-bij wonen\n", topic=topic)
    view = plain.view
    assert {line.domain for lines in (view.agreements, view.goals, view.choices) for line in lines} == {"housing"}


def test_a_number_of_no_line_is_refused(plain: Plain) -> None:
    for command in ("/verbeter 7 Koffie.", "/intrekken", "/vandaan x", "/verbeter"):
        assert "Dit nummer staat niet in de laatste lijst." in " ".join(plain.hear(f"{command}\n", topic=TOPIC).split())


def test_aan_tafel_seats_everybody_at_once(plain: Plain) -> None:
    written = plain.hear("/aan-tafel mevrouw De Vries, Sanne, Karim\nKoffie.\n/aan-tafel Sanne\n", topic=TOPIC)
    assert "Aan tafel: mevrouw De Vries, Sanne en Karim" in written
    assert "Nieuw aan tafel: Karim" in written
    assert {p.name for p in plain.view.people} == {"Annie de Vries", "Sanne", "Karim"}


def test_who_leaves_the_table_no_longer_speaks(plain: Plain) -> None:
    written = plain.hear("/aan-tafel Karim, Sanne\nHij zingt.\n", topic="two-minutes")
    assert "Nu praat: Karim" in written.splitlines()
    said = plain.view.said("two-minutes")[0]
    assert said.voice.name == "Karim"
    assert said.voice.id in {a.person for a in plain.view.conversations[-1].present}


def test_who_joined_before_anything_was_said_can_be_picked(plain: Plain) -> None:
    written = plain.hear("1, 2\n", topic="at-the-table", voice="Sanne")
    assert "Bewaard" in written.splitlines()
    present = {plain.view.person(a.person).name for a in plain.view.conversations[-1].present}
    assert present == {"Annie de Vries", "Sanne"}


def test_a_name_at_the_table_step_joins_who_was_seated_by_command(plain: Plain) -> None:
    plain.hear("/aan-tafel Karim\nPiet\n", topic="at-the-table")
    present = {plain.view.person(a.person).name for a in plain.view.conversations[-1].present}
    assert present == {"Karim", "Piet"}


def test_onderwerp_lists_all_topics_and_goes_there(plain: Plain) -> None:
    written = plain.hear(
        "/onderwerp\n/onderwerp 1\n/onderwerp two-minutes\nZij luistert.\n\n/onderwerp bestaat niet\n", topic=TOPIC
    )
    assert re.search(r"^  1\. Welkom", written, re.MULTILINE)
    assert plain.texts("two-minutes") == ["Zij luistert."]
    assert "Dat was de laatste vraag" not in written, "who leaves the topic is not held to it"
    assert "Dit onderwerp is er niet." in written


def test_plan_afspraken_and_keuzes_show_the_plan_and_repeat_the_question(plain: Plain) -> None:
    written = plain.hear("Koffie.\n/plan\n/afspraken\n/keuzes\n", topic=TOPIC)
    assert "Een goede dag voor mij:" in written
    assert "Er zijn nog geen afspraken." in written
    assert "Er zijn nog geen keuzes." in written
    assert written.count("Hoe ziet een goede dag er voor u uit?") == 4


def test_what_speaks_for_and_against_stands_under_its_own_heading(plain: Plain) -> None:
    desk = plain.table.desk
    desk.go(Place("choices", "choice"))
    choice = desk.answer(Spoken("Dagbesteding?")).refs[0]
    desk.go(Place("choices", "options", choice))
    option = desk.answer(Spoken("Wandelgroep")).refs[0]
    reasons = {"for": "Gezellig.", "against": "Duur."}
    for part, words in reasons.items():
        desk.go(Place("choices", "weigh", f"{choice}/{option}/{part}"))
        desk.answer(Spoken(words))
    written = plain.hear("/keuzes\n", topic=TOPIC)
    shown = [line.strip() for line in lines_of(written.partition("Dagbesteding?")[2])]
    beginning = shown.index("Wandelgroep")
    assert [re.sub(r"^\d+\. “([^”]+)”.*", r"\1", line) for line in shown[beginning + 1 : beginning + 5]] == [
        "Fijn", "Gezellig.", "Niet fijn", "Duur.",
    ]


def test_vandaan_tells_who_said_it_when_and_to_which_question(plain: Plain) -> None:
    letter = plain.hear("Koffie.\n/plan\n", topic=TOPIC)
    number = re.search(r"(\d+)\. “Koffie\.”", letter)
    assert number is not None
    written = plain.hear(f"/plan\n/vandaan {number[1]}\n", topic=TOPIC)
    assert "De vraag was: Hoe ziet een goede dag er voor u uit?" in written
    assert "  mevrouw De Vries, dinsdag 3 maart 2026" in written


def test_voorbeeld_ander_and_waarom(plain: Plain) -> None:
    written = plain.hear("/voorbeeld\n/ander\n/waarom\n", topic=TOPIC)
    assert "Bijvoorbeeld: “" in written
    assert "Vraag aan iemand anders: " in written
    assert written.count("Zo weten we wat uw dag goed maakt.") == 2


def sentences() -> Iterator[str]:
    """Everything in Dutch that the catalogue says."""
    for message in read_catalogue():
        told = message.string or ()
        yield from (told,) if isinstance(told, str) else (str(form) for form in told)


def test_help_tells_every_word_and_every_word_in_a_sentence_is_one(plain: Plain) -> None:
    book_of(plain.table).do(agreements.add, "Elke dag lopen.")  # so that there is something to look back on
    written = plain.hear("/help\n", topic=TOPIC)
    known = {command.word for command in all_commands(dutch())}
    elsewhere = {"/zelf-erbij", "/open", "/bsn"}  # with a key to a locked plan, and where a number was filled in
    told = {line.split(":")[0].split()[0] for line in written.split("\n") if re.match(r"/\w", line)}
    assert told == known - elsewhere
    in_sentences = {word for text in sentences() for word in re.findall(r"(?<![\w/])/[a-z][\w-]+", text)}
    assert "/herhaal" in in_sentences
    assert in_sentences <= known


def test_f19_no_sentence_holds_a_command_with_a_place_that_could_be_broken() -> None:
    """A command with its argument comes into a sentence as one value, which is kept on one line."""
    assert [text for text in sentences() if re.search(r"(^|\s)/[a-z-]+ \{", text)] == []


def test_the_page_on_line_by_line_names_every_word() -> None:
    page = (Path(__file__).parents[2] / "docs" / "plain.md").read_text("utf-8")
    assert {command.word for command in all_commands(dutch())} <= set(re.findall(r"`(/[\w-]+)", page))


def test_more_than_fits_is_cut_and_said_to_be(plain: Plain) -> None:
    written = plain.hear("a" * (LIMIT + 5) + "\n", topic=TOPIC)
    assert "Bewaard, maar alleen de eerste 20000 letters" in written or "20.000" in written
    assert plain.texts(TOPIC) == ["a" * LIMIT]


def test_a_wrong_date_is_one_plain_sentence_and_not_kept(plain: Plain) -> None:
    written = plain.hear("/overslaan\ngisteren of zo\n3 maart 1940\n", topic="personal-details")
    assert "datum" in written
    assert "1940-03-03" in {detail.value for detail in plain.view.details}


def test_white_space_alone_is_an_empty_line(plain: Plain) -> None:
    plain.hear(" \t \n\u200b\nHaast.\n", topic=TOPIC)
    assert [s.side for s in plain.view.said(TOPIC)] == ["must-have"]


def test_an_unknown_topic_is_told_before_anything_is_asked(plain: Plain) -> None:
    with pytest.raises(NotFound):
        plain.hear("Koffie.\n", topic="bestaat-niet")


def test_new_names_at_the_table_step_join_and_numbers_tell_who_stays(plain: Plain) -> None:
    plain.hear("Sanne, Karim\n", topic="at-the-table")
    assert {p.name for p in plain.view.people} == {"Annie de Vries", "Sanne", "Karim"}
    seated = {a.person for a in plain.view.conversations[-1].present}
    assert len(seated) == 3
    plain.hear("1, sanne\n", topic="at-the-table")
    present = {plain.view.person(a.person).name for a in plain.view.conversations[-1].present}
    assert present == {"Annie de Vries", "Sanne"}


def test_who_sits_here_is_told_when_that_was_the_answer(plain: Plain) -> None:
    written = plain.hear("Sanne, Karim\n", topic="at-the-table")
    assert "Bewaard\nAan tafel: mevrouw De Vries, Sanne en Karim" in written


def test_what_is_picked_is_told_where_several_may_be(plain: Plain) -> None:
    plain.hear("Koffie.\nThee.\n", topic="important-to")
    written = plain.hear("Weer lopen.\n/meer\n2\n\n1\n1, 2\n0\n", topic="goals")
    assert "Bewaard\nGekozen: Koffie en Thee" in written
    assert "Bewaard\nEr is nu niets gekozen." in written


def test_a_question_with_nothing_to_pick_from_is_not_asked(plain: Plain) -> None:
    written = plain.hear("Ik loop mee.\n/meer\n\n\n\n\n\n\n\n", topic="agreements")
    assert "Bij welk deel van uw leven hoort deze afspraak?" in written
    assert "Hoort deze afspraak bij een doel?" not in written


def test_whose_words_it_will_be_is_told_where_that_is_not_the_client(plain: Plain) -> None:
    written = plain.hear("\n/wie mevrouw De Vries\n\n", topic=TOPIC, voice="Sanne")
    assert written.count("Nu praat: Sanne") == 2, "with each of the two questions that are put to her"
    assert written.count("Nu praat: mevrouw De Vries") == 1, "when she takes over; then the client speaks, as always"


def test_a_question_for_somebody_else_says_so_when_there_is_somebody_else(plain: Plain) -> None:
    hint = "Deze vraag is voor een ander. Typ eerst /wie en de naam."
    assert hint not in plain.hear("", topic="appreciation")
    typed = "/aan-tafel mevrouw De Vries, Sanne\n/overslaan\n/wie Sanne\n/overslaan\n"
    written = plain.hear(typed, topic="appreciation")
    assert written.count(hint) == 1
    assert written.count("Dat past bij Sanne: /wie Sanne") == 1
    assert "Nu praat: Sanne" in written


def test_agreements_that_belong_to_no_part_of_life_are_asked_for_under_a_heading_of_their_own(plain: Plain) -> None:
    plain.hear("1\n", topic="domains")
    plain.hear("Niets.\n\nBeter slapen.\n", topic="parts-of-my-life")
    written = plain.hear("\n", topic="agreements")
    headings = re.findall(r"^Vraag . van . · Wat we afspreken(.*)", written, re.MULTILINE)
    assert headings == [" · Mijn lichaam en gezondheid", " · Iets anders"]


def test_a_day_is_told_in_full_and_a_doubt_is_asked_once_f4(plain: Plain) -> None:
    written = plain.hear("/overslaan\nmorgen\nomstreeks 1946\n/stop\n", topic="personal-details")
    assert "Deze dag kan niet kloppen. Schrijf het zo: 12 juni 1946" in written
    assert "Bewaard: omstreeks 1946" in written
    written = plain.hear("1-5-1999\nja\nweet ik niet\n21 november\nja\n/stop\n", topic="look-again")
    assert written.count("zaterdag 1 mei 1999 ligt al achter ons.") == 1
    assert "Bewaard: zaterdag 1 mei 1999" in written
    assert "Dat geeft niet. We gaan verder." in written
    assert {detail.field for detail in plain.view.details} == {"born-on", "first-evaluation-on", "drawn-up-on"}


def test_goals_and_what_was_said_of_choosing_are_told_line_by_line_too_v9(plain: Plain) -> None:
    desk = plain.table.desk
    desk.go(Place("goals", "goal"))
    desk.answer(Spoken("Naar buiten."))
    desk.go(Place("choices", "choice"))
    choice = desk.answer(Spoken("Dagbesteding?")).refs[0]
    desk.go(Place("choices", "options", choice))
    desk.answer(Spoken("Wandelgroep"))
    with desk._unit_of_work.undoable(None) as act:
        option = desk.view.choices[0].options[-1].id
        choices.change(act, choice, role="self", chosen=option, revisit_on="2026-06-01")
        choices.say_reason(act, choice, "Samen is fijner.")
        choices.open_question(act, choice, "Wat kost het?")
    written = plain.hear("/keuzes\n/afspraken\n", topic=TOPIC)
    for told in ("Wie beslist", "Wat kost het?", "Wandelgroep", "Samen is fijner.", "1 juni 2026", "Naar buiten."):
        assert told in written


def test_a_window_that_only_reads_says_so_before_anything_is_typed_b13(plain: Plain) -> None:
    desk = plain.table.next_sitting()
    other = open_door(plain.table.home)
    out = io.BytesIO()
    run_talk(other.sit_down(plain.table.plan), Typed(iter(())), LineWriter(out), dutch())
    before, _, _ = out.getvalue().decode().partition("> ")
    assert "in een ander venster" in " ".join(before.split())
    desk.leave()
    other.close()
