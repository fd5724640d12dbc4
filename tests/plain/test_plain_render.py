"""Each shape of question as lines: the number and title, the question, the answers, what stands there."""

from __future__ import annotations

from dataclasses import replace

from tests.tools.prepared import dutch
from zlp_tui.conversation.ports.turn import (
    Board,
    Grid,
    Group,
    InOrder,
    Input,
    Pick,
    Quote,
    Reading,
    Selectable,
    Turn,
    Words,
)
from zlp_tui.plain.pages.question_page import question_page
from zlp_tui.plan.view import Place

TURN = Turn(
    place=Place("good-day-bad-day", "sides", "good"),
    chapter="who-am-i",
    chapter_title="Wie ben ik?",
    topic_title="Een goede dag",
    topic_number=5,
    topic_count=9,
    number=3,
    count=12,
    heading="",
    question="Hoe ziet een goede dag er uit?",
    hint="Begin bij het wakker worden.",
    why="Daarom.",
    pictogram="☀",
    input=Words(),
    board=Board(),
)
COFFEE = Quote("s1", "Koffie bij het raam.", by="mevrouw De Vries", statement=True)
RUSH = Quote("s2", "Haast.\nEn lawaai.", by="Sanne", note="Wonen", statement=True)
LAST = "Lege regel: verder. Uitleg: /help. Stoppen: /stop."


def asked(input_: Input, board: Board | Grid = TURN.board) -> list[str]:
    return question_page(replace(TURN, input=input_, board=board), dutch(), new_topic=False).lines()


def test_a_question_begins_with_its_number_and_ends_with_how_to_stop() -> None:
    assert asked(Words()) == [
        "Vraag 3 van 12 · Een goede dag",
        "Hoe ziet een goede dag er uit?",
        "Begin bij het wakker worden.",
        "",
        LAST,
    ]


def test_a_new_topic_is_announced_with_why() -> None:
    lines = question_page(TURN, dutch(), new_topic=True).lines()
    assert lines[:4] == ["Wie ben ik? · Een goede dag", "Daarom.", "", "Vraag 3 van 12 · Een goede dag"]


def test_quotes_have_a_number_their_speaker_and_where_they_belong() -> None:
    page = question_page(
        replace(TURN, board=Board((Group("Een goede dag", (COFFEE,), here=True), Group("Een slechte dag", (RUSH,))))),
        dutch(),
        new_topic=False,
    )
    assert page.lines()[4:9] == [
        "Een goede dag (hierover gaat de vraag)",
        "  1. “Koffie bij het raam.” (mevrouw De Vries)",
        "Een slechte dag",
        "  2. “Haast.",
        "     En lawaai.” (Sanne) [Wonen]",
    ]
    assert page.quotes == {1: COFFEE, 2: RUSH}


def test_answers_to_pick_are_numbered_and_say_in_words_that_they_are_chosen() -> None:
    options = (Selectable("now", "Ja, nu"), Selectable("never-ask", "Liever nooit", hint="Mag altijd."))
    lines = asked(Pick(options, chosen=("never-ask",)), Board((Group("", (COFFEE,)),)))
    assert lines[3:] == [
        "  1. Ja, nu",
        "  2. Liever nooit (Mag altijd.) [gekozen]",
        "",
        "Dit staat er al:",
        "  3. “Koffie bij het raam.” (mevrouw De Vries)",
        "",
        "Typ een nummer.",
        LAST,
    ]


def test_quotes_to_pick_from_are_quoted() -> None:
    lines = asked(Pick((Selectable("s1", "Zelf naar buiten.", by="Sanne"),), many=True, can_add=True))
    assert "  1. “Zelf naar buiten.” (Sanne)" in lines
    assert lines[-3:-1] == ["Typ nummers, zoals 1, 3. Typ 0 voor geen.", "Een nieuwe naam typen kan ook."]


def test_an_order_shows_the_order_that_stands() -> None:
    lines = asked(InOrder((Selectable("b", "Wonen"), Selectable("a", "Leren"))))
    assert lines[3:5] == ["  1. Wonen", "  2. Leren"]
    assert "Typ de nummers in de goede volgorde, zoals 2 1 3." in lines


def test_something_to_read_is_shown_paragraph_by_paragraph() -> None:
    turn = replace(TURN, question="", hint="", input=Reading(("Dit is uw leven.", "U kiest.")))
    lines = question_page(turn, dutch(), new_topic=False).lines()
    assert lines == ["Een goede dag", "Dit is uw leven.", "U kiest.", "", LAST], "no question, so no number"


def test_one_value_shows_what_stands_and_a_starter_how_to_begin() -> None:
    assert "Nu staat er: “3 maart 2027”" in asked(Words(many=False, value="3 maart 2027", format="date"))
    assert "Typ een datum, zoals 3 maart 2027." in asked(Words(many=False, format="date"))
    assert "Zo kan het beginnen: Ik vind fijn aan jou dat" in asked(Words(starter="Ik vind fijn aan jou dat"))


def test_options_of_a_choice_stand_under_each_other() -> None:
    grid = Grid(
        columns=("Wandelgroep", "Niets veranderen"),
        rows=("fijn nu", "fijn later"),
        cells=(((COFFEE,), ()), ((), (RUSH,))),
        here=(1, 0),
        beside=(Group("Dit vindt u belangrijk", (COFFEE,)),),
    )
    assert asked(Words(), grid)[4:-2] == [
        "Wandelgroep",
        "  fijn nu",
        "    1. “Koffie bij het raam.” (mevrouw De Vries)",
        "  fijn later (hierover gaat de vraag)",
        "Niets veranderen",
        "  fijn later",
        "    2. “Haast.",
        "       En lawaai.” (Sanne) [Wonen]",
        "Dit vindt u belangrijk",
        "  3. “Koffie bij het raam.” (mevrouw De Vries)",
    ]


def test_a_quote_that_is_asked_about_is_told_with_its_introduction_and_who_said_it() -> None:
    about = replace(COFFEE, intro="Wat u belangrijk vindt:")
    turn = replace(TURN, input=Pick((Selectable("still", "Ja, dat is nog zo"),)), board=Board(), about=about)
    lines = question_page(turn, dutch(), new_topic=False).lines()
    assert "Wat u belangrijk vindt: “Koffie bij het raam.” (mevrouw De Vries)" in lines
    assert sum("Koffie" in line for line in lines) == 1


def test_a_repeated_question_says_what_it_is_about() -> None:
    turn = replace(TURN, heading="Wonen", about=Quote("g1", "Zelf mijn kamer bijhouden.", by="mevrouw De Vries"))
    lines = question_page(turn, dutch(), new_topic=False).lines()
    assert lines[0] == "Vraag 3 van 12 · Een goede dag · Wonen"
    assert "Dit gaat over: “Zelf mijn kamer bijhouden.”" in lines
