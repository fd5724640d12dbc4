"""Keeping track line by line: how it went, remarks, nice moments, “I do not agree”; typed through a pipe."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.plain.conftest import Plain
from tests.plain.test_plain_battery import DRAWN, HOSTILE
from tests.tools.table import agree_on_plan
from zlp_tui.text import LIMIT, clean

TOPIC = "good-day-bad-day"
QUESTION = "Hoe ziet een goede dag er voor u uit?"


@pytest.fixture
def followed(plain: Plain) -> Plain:
    """A plan with one agreement, which comes first in the list, and one goal."""
    plain.hear("Weer zelf naar de bakker.\n", topic="goals")
    plain.hear("Elke dag een rondje.\n", topic="agreements")
    return plain


def notes(plain: Plain) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """What was noted: about what, whether it worked out, why not, and the words."""
    about = {goal.id: goal.text for goal in plain.view.goals} | {a.id: a.want for a in plain.view.agreements}
    return [(about.get(n.about or ""), n.done, n.because, n.text) for n in plain.view.progress]


def test_noteer_asks_what_whether_why_and_for_words(followed: Plain) -> None:
    written = followed.hear("/noteer\n1\n3\n2\nHet regende.\nKoffie.\n", topic=TOPIC)
    assert "  1. “Elke dag een rondje.” (mevrouw De Vries) [afspraak]" in written
    assert "  2. “Weer zelf naar de bakker.” (mevrouw De Vries) [doel]" in written
    assert notes(followed) == [("Elke dag een rondje.", "no", "no-time", "Het regende.")]
    assert followed.texts(TOPIC) == ["Koffie."], "after the note the question of the conversation is asked again"
    assert written.count(QUESTION) == 2
    assert "Bewaard\nDit gaat over: “Elke dag een rondje.”" in written


def test_a_note_that_worked_out_is_not_asked_why(followed: Plain) -> None:
    written = followed.hear("/noteer\n2\nja\n\n", topic=TOPIC)
    assert "Hoe kwam dat?" not in written
    assert notes(followed) == [("Weer zelf naar de bakker.", "yes", None, None)]


def test_each_small_question_may_be_passed_over(followed: Plain) -> None:
    followed.hear("/noteer\n1\n\n\n/noteer\n1\n\nEen liedje gezongen.\n/noteer\n\n", topic=TOPIC)
    assert notes(followed) == [("Elke dag een rondje.", None, None, "Een liedje gezongen.")]


@pytest.mark.parametrize("loose", ["0", "los"])
def test_a_loose_note_is_about_nothing(followed: Plain, loose: str) -> None:
    followed.hear(f"/noteer\n{loose}\nMooi weer.\n/noteer {loose} Geen regen.\n", topic=TOPIC)
    assert notes(followed) == [(None, None, None, "Mooi weer."), (None, None, None, "Geen regen.")]


@pytest.mark.parametrize(
    ("typed", "done", "text"),
    [
        ("2 nee", "no", None),
        ("2 NEE, ik was moe", "no", "ik was moe"),
        ("2 een beetje: tot de hoek", "partly", "tot de hoek"),
        ("2 ja", "yes", None),
        ("2 Jaap liep mee", None, "Jaap liep mee"),
        ("2. Neem een jas mee", None, "Neem een jas mee"),
    ],
)
def test_a_note_at_once(followed: Plain, typed: str, done: str | None, text: str | None) -> None:
    written = followed.hear(f"/noteer {typed}\n", topic=TOPIC)
    assert notes(followed) == [("Weer zelf naar de bakker.", done, None, text)]
    assert "Bewaard\nDit gaat over: “Weer zelf naar de bakker.”" in written


def test_a_number_alone_asks_the_rest(followed: Plain) -> None:
    followed.hear("/noteer 1\n2\n1\n\n", topic=TOPIC)
    assert notes(followed) == [("Elke dag een rondje.", "partly", "wanted-otherwise", None)]


def test_what_fits_nothing_is_refused_and_the_small_question_stays(followed: Plain) -> None:
    written = followed.hear("/noteer 9 nee\n/noteer\n7\nbestaat niet\n1\nmisschien\n/iets\n1\nGoed.\n", topic=TOPIC)
    assert written.count("Dit staat niet in de lijst van /noteer.") == 3
    assert "Typ een nummer van 1 tot en met 3." in written
    assert "Dit woord is hier niet bekend." in written
    assert notes(followed) == [("Elke dag een rondje.", "yes", None, "Goed.")]


@pytest.mark.parametrize("then", ["/stop\n", "", "/plan-niet\n/terug\n", "/wie Sanne\n"])
def test_what_was_answered_is_kept_when_the_questions_end_halfway(followed: Plain, then: str) -> None:
    followed.hear(f"/noteer\n1\nnee\n1\n{then}", topic=TOPIC)
    assert notes(followed) == [("Elke dag een rondje.", "no", "wanted-otherwise", None)]


def test_help_does_not_end_the_small_questions(followed: Plain) -> None:
    followed.hear("/noteer\n1\nnee\n/help\n2\n//iets met een streep\n", topic=TOPIC)
    assert notes(followed) == [("Elke dag een rondje.", "no", "no-time", "/iets met een streep")]


def test_three_times_for_one_reason_proposes_to_look_together_and_decides_nothing(followed: Plain) -> None:
    once = "/noteer 1\nnee\n2\n\n"
    assert "drie keer" not in followed.hear(once * 2, topic=TOPIC)
    written = followed.hear(once + "/onderwerp Wat we afspreken\n", topic=TOPIC)
    assert "Dit ging drie keer niet door, om dezelfde reden: “Elke dag een rondje.”" in " ".join(written.split())
    assert "kijken we hier samen naar? Typ: /samen-kijken" in " ".join(written.split())
    assert "Wat wilt u afspreken?" in written, "what it says to type goes there"
    assert followed.view.agreements[0].ended_on is None


def test_without_goals_and_agreements_a_note_is_loose(plain: Plain) -> None:
    plain.hear("/noteer\nMooi weer.\n", topic=TOPIC)
    assert notes(plain) == [(None, None, None, "Mooi weer.")]


def test_whoever_types_notes_remarks_and_does_not_agree_b5(followed: Plain) -> None:
    typed = (
        "Koffie.\n/ik-ben Sanne\n/noteer 1 ja\n/mooi Zij zong.\n/opmerking De soep was koud.\n"
        "/herhaal\n/oneens 1 Thee.\n"
    )
    followed.hear(typed, topic=TOPIC)
    view = followed.view
    voices = [one.voice for one in view.progress] + [one.voice for one in view.remarks]
    assert {voice.name for voice in (*voices, view.disagreements[0].voice)} == {"Sanne"}
    assert [(r.kind, r.text) for r in view.remarks] == [("nice-moment", "Zij zong."), ("remark", "De soep was koud.")]
    assert view.said(TOPIC)[0].voice.name == "Annie de Vries"


def test_mooi_and_opmerking_ask_when_nothing_stands_after_them(plain: Plain) -> None:
    written = plain.hear("/mooi\nDe zon.\n/opmerking\n\n/opmerking\nTe laat.\nKoffie.\n", topic=TOPIC)
    assert [(r.kind, r.text) for r in plain.view.remarks] == [("nice-moment", "De zon."), ("remark", "Te laat.")]
    assert "Wat was er mooi?" in written
    assert "Er is niets bewaard." in written
    assert plain.texts(TOPIC) == ["Koffie."]


def test_nothing_is_told_back_before_it_was_said_what_was_done_m11(plain: Plain) -> None:
    """rows-l 9: `/verteld 1` closed a remark with which nothing was done."""
    written = plain.hear("/opmerking Het is koud.\n/opmerkingen\n/verteld 1\n", topic=TOPIC)
    assert "Zeg eerst wat ermee gedaan is. Gebeurt er niets? Zeg dan waarom." in " ".join(written.split())
    (remark,) = plain.view.remarks
    assert (remark.done_with, remark.told_back_on) == (None, None)


def test_a_remark_is_open_until_it_was_told_back(plain: Plain) -> None:
    first = plain.hear("/opmerking De soep was koud.\n/opmerkingen\n/gedaan 1 Gebeld.\n/opmerkingen\n", topic=TOPIC)
    assert "  1. Opmerking: “De soep was koud.” (mevrouw De Vries)" in first
    assert "     Dit is ermee gedaan: “Gebeld.”" in first
    second = plain.hear("/opmerkingen\n/verteld 1\n/opmerkingen\n")
    assert "Er is een opmerking: “De soep was koud.” Bekijken: /opmerkingen." in second
    assert "Bewaard. Verteld: “De soep was koud.”" in second
    assert "     Dat is verteld op 3 maart" in second
    remark = plain.view.remarks[0]
    assert (remark.done_with, remark.told_back_on) == ("Gebeld.", "2026-03-03")
    assert "Er is een opmerking" not in plain.hear("")


def test_several_open_remarks_are_counted_at_the_next_conversation(plain: Plain) -> None:
    plain.hear("/opmerking Te laat.\n/opmerking Te koud.\n/mooi De zon.\n", topic=TOPIC)
    assert "Er zijn 2 opmerkingen: “Te koud.” Bekijken: /opmerkingen." in plain.hear("")
    assert "opmerkingen" not in plain.hear("", topic=TOPIC), "with a topic, it begins at once"


def test_a_nice_moment_needs_nothing_done(plain: Plain) -> None:
    written = plain.hear("/mooi De zon.\n/opmerkingen\n/gedaan 1 Niets.\n", topic=TOPIC)
    assert plain.view.remarks[0].done_with is None
    assert written.count("Bewaard") == 1


@pytest.mark.parametrize("command", ["/gedaan 1 Gebeld.", "/verteld 1", "/oneens-naar 1 2", "/oneens-klaar 1 Klaar."])
def test_a_number_of_another_list_is_refused(plain: Plain, command: str) -> None:
    written = plain.hear(f"Koffie.\n/herhaal\n{command}\n", topic=TOPIC)
    assert written.count("Bewaard") == 1
    assert "Het is niet bewaard." in written


def test_oneens_stands_beside_the_line_with_whom_we_talk_and_how_it_ended(plain: Plain) -> None:
    written = plain.hear(
        "Koffie.\n/herhaal\n/oneens 1 Thee is beter.\n/oneens\n/oneens-naar 1\n/oneens-naar 1 2\n"
        "/oneens-klaar 1 Allebei mag.\n/oneens\n",
        topic=TOPIC,
    )
    disagreement = plain.view.disagreements[0]
    assert (disagreement.about, disagreement.text) == (plain.view.said(TOPIC)[0].id, "Thee is beter.")
    assert (disagreement.route, disagreement.ended_how, disagreement.ended_on) == (
        "supporter", "Allebei mag.", "2026-03-03",
    )
    assert plain.texts(TOPIC) == ["Koffie."], "the line stays as it is"
    assert "     Dit gaat over: “Koffie.”" in written
    assert written.count("De klachtenfunctionaris") == 2, "told when it is said, and when it is asked"
    assert "     Zo is het afgelopen: “Allebei mag.”" in written


def test_oneens_without_words_asks_and_a_route_that_is_none_is_refused(plain: Plain) -> None:
    written = plain.hear("Koffie.\n/herhaal\n/oneens 1\nThee.\n/oneens\n/oneens-naar 1 4\n/oneens 7 x\n", topic=TOPIC)
    assert [(d.text, d.route) for d in plain.view.disagreements] == [("Thee.", None)]
    assert "Typ een nummer van 1 tot en met 3." in written
    assert "Dit nummer staat niet in de laatste lijst." in written


def test_nobody_disagrees_and_nothing_was_remarked(plain: Plain) -> None:
    written = plain.hear("/oneens\n/opmerkingen\n", topic=TOPIC)
    assert "Nog niemand heeft gezegd: hier ben ik het niet mee eens." in written
    assert "Er zijn nog geen opmerkingen." in written


# what is typed and what becomes of it


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_kept_as_documented_and_shown_without_harm(plain: Plain, text: str) -> None:
    typed = f"Koffie.\n/herhaal\n/opmerking a {text}\n/noteer\n{text}\n/oneens 1 a {text}\n/opmerkingen\n/oneens\n"
    written = plain.hear(typed, topic=TOPIC)
    wanted = clean(f"a {text}").text
    assert [r.text for r in plain.view.remarks] == [wanted]
    assert [d.text for d in plain.view.disagreements] == [wanted]
    assert [n.text for n in plain.view.progress] == [clean(text).text]
    assert DRAWN.search(written) is None
    assert "\x1b" not in written
    assert "\u202e" not in written
    assert max(map(len, written.split("\n"))) <= 80


def test_more_than_fits_is_cut_and_said_to_be(followed: Plain) -> None:
    long = "a" * (LIMIT + 5)
    written = followed.hear(f"/opmerking {long}\n/noteer 1 ja {long}\n/mooi\n{long}\n", topic=TOPIC)
    assert written.count("Bewaard, maar alleen de eerste 20000 letters") == 3
    assert {len(r.text) for r in followed.view.remarks} == {LIMIT}
    assert len(followed.view.progress[0].text or "") == LIMIT


def test_words_of_a_command_go_on_with_a_backslash_and_wait_when_they_never_ended(followed: Plain) -> None:
    followed.hear("/opmerking Eerst dit,\\\ndan dat.\n/noteer 1 ja,\\\nmooi\n", topic=TOPIC)
    assert followed.view.remarks[0].text == "Eerst dit,\ndan dat."
    assert followed.view.progress[0].text == "mooi"
    followed.hear("/opmerking Nog iets,\\\n", topic=TOPIC)
    assert len(followed.view.remarks) == 1
    offered = followed.hear("/opmerking\n/zeg\n")
    assert "Getypt en nog niet gezegd, bij /opmerking: “Nog iets,”" in " ".join(offered.split())
    assert "Dit is getypt en nog niet gezegd: “Nog iets,”" in offered
    assert [r.text for r in followed.view.remarks][-1] == "Nog iets,"
    assert "nog niet gezegd" not in followed.hear("")


def test_words_that_wait_stay_when_others_are_said_and_can_be_thrown_away(plain: Plain) -> None:
    plain.hear("/opmerking Nog iets,\\\n", topic=TOPIC)
    assert "nog niet gezegd" in plain.hear("/opmerking Iets anders.\n/opmerking\n", topic=TOPIC)
    assert [r.text for r in plain.view.remarks] == ["Iets anders."]
    assert "Weggegooid." in plain.hear("/opmerking\n/weg\n\n", topic=TOPIC)
    assert "nog niet gezegd" not in plain.hear("/opmerking\n", topic=TOPIC)
    assert plain.texts(TOPIC) == []


def test_words_of_a_command_are_no_draft_of_the_question(plain: Plain) -> None:
    plain.hear("Koffie.\n/herhaal\n/oneens 1 Nee,\\\n", topic=TOPIC)
    written = plain.hear("/oneens 1\n\n/zeg\n", topic=TOPIC)
    assert "Dit is getypt en nog niet gezegd: “Nee,”" in written
    assert "Hier was nog niets getypt." in written
    assert plain.texts(TOPIC) == ["Koffie."]


def test_looking_around_leaves_no_trace(plain: Plain) -> None:
    plain.hear(
        "/noteer\n\n/opmerkingen\n/oneens\n/mooi\n\n/nieuw\n/wanneer\n/toen\n/uitkomst\n/vastgelegd\n", topic=TOPIC
    )
    assert plain.view.conversations == ()


def test_ongedaan_undoes_notes_remarks_and_disagreements(followed: Plain) -> None:
    written = followed.hear(
        "/noteer 1 nee, het regende\n/ongedaan\n/opmerking De soep was koud.\n/ongedaan\n"
        "/onderwerp goals\n/oneens 1 Dat wil ik niet.\n/ongedaan\n/ongedaan\n",
        topic=TOPIC,
    )
    view = followed.view
    assert (view.progress, view.remarks, view.disagreements) == ((), (), ())
    assert "Ongedaan gemaakt: “De soep was koud.”" in written
    assert "Ongedaan gemaakt: “Dat wil ik niet.”" in written
    assert "Er is niets om ongedaan te maken." in written


def test_who_said_it_is_the_first_to_talk_with_c15(plain: Plain) -> None:
    plain.hear("/wie Sanne\nZij slaapt altijd uit.\n", topic=TOPIC)
    written = plain.hear("/oneens 1 Alleen op zondag.\n/stop\n", topic=TOPIC)
    assert written.index("Praat er samen over met Sanne") < written.index("Hierover praten kan met")


def test_a_talk_begins_with_who_does_not_agree_while_that_goes_on(followed: Plain) -> None:
    """L-9, M08."""
    followed.hear("/afspraken\n/oneens 2 Ik vind tien uur te vroeg.\n", topic=TOPIC)
    told = "is het ergens niet mee eens: “Ik vind tien uur te vroeg.”"
    assert told in " ".join(followed.hear("").split())
    followed.hear("/oneens\n/oneens-klaar 1 Om half elf is goed.\n", topic=TOPIC)
    assert "niet mee eens" not in followed.hear("")


def test_whom_a_disagreement_is_about_is_said_by_number_or_name(followed: Plain) -> None:
    """M08."""
    written = followed.hear(
        "/afspraken\n/oneens 2 Te vroeg.\n/oneens\n/oneens-over 1\n/oneens-over 1 1\n/oneens\n/oneens-over 1 niemand\n",
        topic=TOPIC,
    )
    assert "Over wie gaat het?" in written and "Het gaat over mevrouw De Vries." in written
    (said,) = followed.view.disagreements
    assert said.person is None


def test_the_way_of_a_wish_is_told_line_by_line_m32(plain: Plain) -> None:
    written = plain.hear("Koffie bij het raam.\n/herhaal\n/hoe-kwam-dit 1\n/vandaan 1\n", topic="important-to")
    assert written.count("Dit is belangrijk voor mij: “Koffie bij het raam.”") == 2
    assert "Dit kwam ervan" not in written


def test_what_often_does_not_go_is_asked_of_the_client_until_answered(followed: Plain) -> None:
    """M16, L-10."""
    asked = "/wanneer\n/samen-kijken\n/samen-kijken 1 nee\n/samen-kijken\n"
    heard = followed.hear("/noteer\n1\n3\n2\n\n" * 3 + asked, topic=TOPIC)
    told = "Een vraag aan mevrouw De Vries: kijken we hier samen naar? Typ: /samen-kijken"
    assert " ".join(heard.split()).count(told) == 2
    assert "Mevrouw De Vries, zullen we hier samen naar kijken?" in heard
    assert "3 keer “Er was geen tijd voor”" in heard
    after = heard.split("Typ bijvoorbeeld: /samen-kijken 1 ja")[1]
    assert after.count("Bewaard") == 1
    assert "Er is nu niets om samen naar te kijken." in after


def test_a_goal_or_an_agreement_ends_with_why(followed: Plain) -> None:
    """Issue 10 §2; what is neither is refused."""
    heard = followed.hear("/afspraken\n/niet-meer 2\nMijn knie wil niet.\n/plan\n", topic=TOPIC)
    assert "Waarom hoeft dit niet meer?" in heard and "Bewaard" in heard
    ended = (*(a.ended_because for a in followed.view.agreements), *(g.ended_because for g in followed.view.goals))
    assert [why for why in ended if why] == ["Mijn knie wil niet."]
    assert "want: “Mijn knie wil niet.”" in heard


def test_one_thing_of_an_agreement_is_changed_by_its_name(followed: Plain) -> None:
    """L14; a word that is none of them is refused with those that are."""
    heard = followed.hear("/afspraken\n/verander 2 tot\n1 september\n", topic=TOPIC)
    asked, after = heard.split("Tot wanneer doen we dit?")
    assert QUESTION in after and QUESTION in asked, "one comes back to the question that was asked"
    assert [a.until is not None for a in followed.view.active_agreements()] == [True]
    refused = followed.hear("/afspraken\n/verander 2 iets\n", topic=TOPIC)
    assert "een van deze: wie, dagen, stappen, tot, kijken." in refused


def test_a_number_notes_that_it_was_such_a_day_m09(followed: Plain) -> None:
    followed.hear("\nIemand heeft haast.\n", topic=TOPIC)
    written = followed.hear("/noteer\n3\n/noteer 3\n/noteer 3 ja\n/noteer 3 Het was druk.\n", topic=TOPIC)
    assert "Was het zo'n dag?\n  3. “Iemand heeft haast.” (mevrouw De Vries)" in written
    assert "Bewaard\nDit gaat over: “Iemand heeft haast.”" in written
    assert written.count("Dit stond er al zo.") == 2
    assert "Typ bij zo'n dag alleen het nummer. Dit is niet bewaard." in written
    (note,) = followed.view.progress
    assert (note.done, note.text) == ("yes", None)
    assert "[Vandaag genoteerd, door mevrouw De Vries]" in " ".join(followed.hear("/noteer\n", topic=TOPIC).split())


def test_the_look_back_tells_when_it_was_such_a_day_m09(plain: Plain) -> None:
    plain.hear("\nIemand heeft haast.\n/noteer 1\n", topic=TOPIC)
    agree_on_plan(plain.table.next_sitting())
    plain.table.clock.now += timedelta(days=180)
    told = "Genoteerd op 3 maart, door mevrouw De Vries"
    written = " ".join(plain.hear("1\n", topic="days-now").split())
    assert f"1. “Iemand heeft haast.” (mevrouw De Vries) ({told})" in written
    assert written.count(told) == 2, "and once more where it is asked how it is now"


def test_who_wants_words_to_end_hears_which_ways_there_are(plain: Plain) -> None:
    """Issue 10: “niet meer” is for goals and agreements; words are said anew, or taken back."""
    heard = " ".join(plain.hear("Koffie.\n/plan\n/niet-meer 1 Klaar.\n", topic=TOPIC).split())
    assert "Woorden stoppen niet. Is het nu anders? /verbeter 1. Moeten ze weg? /intrekken 1." in heard
    assert plain.texts(TOPIC) == ["Koffie."]
