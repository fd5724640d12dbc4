"""The lint finds what would trouble a client, and says where."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.script.conftest import TOPICS, Write
from zlp_tui import places
from zlp_tui.script.lint import lint, main
from zlp_tui.script.loading import load_script
from zlp_tui.script.roles import Role

LIKES = TOPICS["likes"]


def test_a_sound_script_has_no_findings(small: Path) -> None:
    assert [str(finding) for finding in lint(small)] == []


ASK = 'ask: "Waar {houdt u|houd je} van?"'
TITLED = 'kind: "pick"\n    options: [{id: "a", title: "Wat {u|je} vindt"}, {id: "b", title: "B"}]\n    ask: "En'
BY_CLIENT = '    asked_by_client: ["Waar houdt {client} van?"]\n'
ROUND = (
    '    round: {ask: "Waar houdt {client} van?", differently: ["Wat nog?", "Wat ook?", "Wat meer?"], '
    'examples: ["Koffie."]}\n'
)
FOUND = {
    "too few other ways": (LIKES.replace('["Nog iets?", ', "["), 15, "3 other ways"),
    "no example": (LIKES.replace('examples: ["Muziek in de avond."]', "with_domain: true"), 15, "no example"),
    "nobody else to ask": (LIKES.replace('    ask_another: ["En wat nog meer?"]\n', ""), 15, "nobody else"),
    "bare u": (LIKES.replace(ASK, 'ask: "Waar houdt u van?"'), 9, "`u` addresses"),
    "bare je": (LIKES.replace(ASK, 'ask: "Waar houd Je van?"'), 9, "`Je` addresses"),
    "bare jouw": (LIKES.replace("En waar nog", "En in jouw leven"), 15, "`jouw` addresses"),
    "an unknown name": (LIKES.replace("nog meer van?", "nog {name}?"), 15, "`{name}` has no meaning"),
    "a name that is not known here": (LIKES.replace("nog meer van?", "nog {item}?"), 15, "`{item}` has no meaning"),
    "a marker left open": (LIKES.replace("nog meer van?", "nog {u|je?"), 15, "a brace here"),
    "a marker with three sides": (LIKES.replace("nog meer van?", "{u|je|jij}?"), 15, "a brace here"),
    "an introduction that the client cannot tell": (LIKES.replace("|ik van houd", ""), 5, "letter"),
    "a marker the wrong way round": (LIKES.replace("{houdt u|houd je}", "{houd je|houdt u}"), 9, "wrong way round"),
    "another who is addressed as the client": (LIKES.replace("{>denkt u|denk jij}", "{denkt u|denk je}"), 11, "wrong"),
    "the client who is addressed as another": (LIKES.replace("{houdt u|houd je}", "{>houdt u|houd je}"), 9, "wrong"),
    "a long sentence": (LIKES.replace("En waar", "Een" + " en" * 11 + " waar"), 15, "of 16"),
    "long sentences": (LIKES.replace('["Nog iets?", ', "[" + f'"{"en " * 14}",' * 40), 1, "average"),
    "a way that turns the question round": (LIKES.replace("Nog iets?", "Wat juist niet?"), 16, "round"),
    "a title that the client cannot tell": (
        LIKES.replace('kind: "ask"\n    ask: "En', TITLED, 1).replace("Nog iets?", "Wat ook?"), 15, "letter",
    ),
    "a client who is named where the client asks": (
        LIKES.replace('    ask_another: ["En', BY_CLIENT + '    ask_another: ["En'), 17, "`{client}` has no meaning",
    ),
    "a client who is talked about at their own table": (
        LIKES.replace("En wat nog meer?", "Waar houdt {client} van?"), 17, "`asked_by_client`",
    ),
    "a client who is named in a round": (
        LIKES.replace('    ask_another: ["En', ROUND + '    ask_another: ["En'), 17, "`{client}` has no meaning",
    ),
    "words that nobody said before": (
        LIKES.replace('kind: "ask"', 'kind: "ask"\n    once_said: ["likes/nope"]', 1), 7, "`likes/nope` is not",
    ),
    "what is spelled otherwise": (LIKES.replace("Nog iets?", "Waar zien we tegenop?"), 16, "tegen op"),
    "what nobody has to allow": (LIKES.replace("Nog iets?", "Wat mag ook?"), 16, "`kan ook`"),
    "an abbreviation": (LIKES.replace("En waar", "Bijv. waar"), 15, "`Bijv.` is an abbreviation"),
    "capitals": (LIKES.replace("En waar", "In de ADL waar"), 15, "`ADL` is an abbreviation"),
    "beside an unknown topic": (LIKES.replace('kind: "ask"', 'kind: "ask"\n    beside: ["nope"]', 1), 7, "`nope`"),
    "an introduction to nothing": (LIKES.replace("steps:", 'intros:\n  nope: "x"\nsteps:'), 7, "`nope` is no step"),
    "into a step that is not there": (
        LIKES.replace('kind: "ask"', 'kind: "ask"\n    into: "likes/nope"', 1), 7, "`likes/nope` keeps no words"),
    "into a step that keeps something else": (
        LIKES.replace('kind: "ask"', 'kind: "ask"\n    into: "welcome/hello"', 1), 7, "`welcome/hello` keeps no words"),
    "goals of an evaluation before there are goals": (
        LIKES.replace('kind: "ask"', 'kind: "ask"\n    each: "goals-now"', 1), 7, "for goals-now"),
    "asked before it is there": (LIKES.replace('kind: "ask"', 'kind: "ask"\n    each: "goals"', 1), 7, "for goals"),
}


@pytest.mark.parametrize(("text", "line", "what"), FOUND.values(), ids=FOUND.keys())
def test_one_finding_with_its_line(small: Path, write_topic: Write, text: str, line: int, what: str) -> None:
    path = write_topic("likes", text)

    findings = lint(small)

    assert [(finding.values["file"], finding.values["line"]) for finding in findings] == [(str(path), line)]
    assert what in str(findings[0])


def test_a_step_for_some_names_what_is_picked_and_a_form_that_is_left_out_is_no_fault(
    small: Path, write_topic: Write, pack: Write
) -> None:
    some = '  - {id: "some", kind: "tell", text: ["Hallo."], only_if: {field: "colour", is: ["red"]}}\n'
    red = 'ask: "Welke kleur?", kind: "pick", options: [{id: "red", title: "Rood"}]'
    form = COLOUR.format(name="form").replace('ask: "Welke kleur?"', red)
    write_topic("likes", LIKES + form + some)
    assert lint(small) == ()
    write_topic("likes", LIKES + form + some.replace('"red"', '"blue"'))
    (finding,) = lint(small)
    assert (finding.values["line"], finding.values["key"]) == (22, "colour")
    write_topic("likes", LIKES + some)
    assert [finding.values["key"] for finding in lint(small)] == ["colour"]
    write_topic("likes", LIKES + form + some)
    folder = pack("script.yaml", 'pack: "p"\nversion: "1"\nleave_out: ["likes/form"]\n')
    assert lint(small, [folder]) == ()


READ_BACK = TOPICS["read-back"]


@pytest.mark.parametrize(("way", "what"), [
    ("Wat gaat er goed?", "yes and no are no answers"),
    ("Met welk gevoel ga {u|je} weg?", "yes and no are no answers"),
    ("Slaan we dit over, of praten we erover?", "yes and no are no answers"),
    ("Praat iemand hierover? Kan dat nu ook?", "yes and no are no answers"),
    ("Vertel maar.", "yes and no are no answers"),
    ("Doet hier iemand iets anders?", "`anders` turns"),
    ("Willen we er nog een dag over denken?", "`nog een dag` turns"),
])
def test_yes_to_another_way_must_mean_yes_to_the_question(
    small: Path, write_topic: Write, way: str, what: str
) -> None:
    """The first pattern of the findings on language, 1.01-1.06 and 1.25-1.27: “ja” agreed to what nobody wanted."""
    write_topic("read-back", READ_BACK.replace("Is dit zo?", way))
    [finding] = lint(small)
    assert finding.values["line"] == 10
    assert what in str(finding)


@pytest.mark.parametrize("way", [
    "Stel, we beginnen morgen. Voelt dat goed?", "Past dit bij hoe het gaat?", "Klopt dit, denk ik?",
])
def test_one_question_for_yes_or_no_is_another_way(small: Path, write_topic: Write, way: str) -> None:
    write_topic("read-back", READ_BACK.replace("Is dit zo?", way))
    assert [str(finding) for finding in lint(small)] == []


@pytest.mark.parametrize("way", ["Denk aan gisteren. Was het fijn?", "Is het zo goed genoeg?"])
def test_where_one_of_a_few_answers_is_wanted_no_way_in_asks_for_yes_or_no(
    small: Path, write_topic: Write, way: str
) -> None:
    """Unless the question itself does, or asks which of two it is (pattern 1 of language.md)."""
    options = 'kind: "pick"\n    options: [{id: "a", title: "Goed"}, {id: "b", title: "Niet goed"}]\n    ask: "{}"'
    for asked, other, found in (
        ("Hoe was het?", way, True), ("Hoe was het?", "Was het goed, of viel het tegen?", False),
        ("Was het goed?", way, False),
    ):
        text = LIKES.replace('kind: "ask"\n    ask: "En', options.replace("{}", asked) + '\n    hint: "En', 1)
        write_topic("likes", text.replace("Nog iets?", other))
        assert any("neither is an answer" in str(finding) for finding in lint(small)) is found, (asked, other)


def test_a_question_points_at_what_stands_beside_it(small: Path, write_topic: Write) -> None:
    """The ninth pattern of the findings on language: “how to get there”, with “there” on another page."""
    asked = LIKES.replace("En waar nog meer van?", "Wat is daar fijn aan?")
    write_topic("likes", asked)
    [finding] = lint(small)
    assert (finding.values["line"], finding.values["key"]) == (15, "daar")
    write_topic("likes", asked.replace('ask: "Wat is daar', 'beside: ["likes"]\n    ask: "Wat is daar'))
    assert [str(finding) for finding in lint(small)] == []


def test_what_the_question_turns_round_itself_may_be_so_in_another_way(small: Path, write_topic: Write) -> None:
    asked = LIKES.replace("En waar nog meer van?", "En waar juist niet van?")
    write_topic("likes", asked.replace("Nog iets?", "Wat {eet u|eet je} liever niet?"))
    assert [str(finding) for finding in lint(small)] == []


def test_neither_of_two_sides_is_asked_for_under_the_other(small: Path, write_topic: Write) -> None:
    """language.md, pattern 1, for words: the answer stands under the introduction of its side."""
    day = (places.content() / "nl" / "script" / "topics" / "good-day-bad-day.yaml").read_text("utf-8")
    write_topic("good-day-bad-day", day)
    before = [finding for finding in lint(small) if "round" in finding.message]
    other_side = 'differently:\n          - "Wat maakt een slechte dag?"'
    write_topic("good-day-bad-day", day.replace("differently:", other_side, 1))
    found = [finding.values["key"] for finding in lint(small) if "round" in finding.message]
    assert (before, found) == ([], ["slechte"])


def test_a_role_is_given_once(small: Path, write_topic: Write) -> None:
    """The program would find the first of the two, and never the other."""
    for name in ("likes", "good-day"):
        write_topic(name, TOPICS[name].replace("title:", 'role: "people"\ntitle:', 1))
    [finding] = lint(small)
    assert finding.values["file"] == str(small / "script" / "topics" / "good-day.yaml")
    assert (finding.values["line"], finding.values["key"]) == (3, "likes")


def test_a_pack_gives_a_role_to_a_topic_of_its_own(small: Path, pack: Write, write_topic: Write) -> None:
    """Ours is left out; so nobody has it twice."""
    write_topic("likes", LIKES.replace("title:", 'role: "people"\ntitle:', 1))
    pack("script.yaml", 'pack: "our-house"\nversion: "3"\nleave_out: ["likes"]\n')
    theirs = LIKES.replace('"likes"', '"our-likes"').replace("title:", 'role: "people"\ntitle:', 1)
    folder = pack("topics/our-likes.yaml", theirs)
    script = load_script(small, [folder])
    found = script.with_role(Role.PEOPLE)
    assert found is not None and found.id == "our-likes"
    assert [str(finding) for finding in lint(small, [folder])] == []


@pytest.mark.parametrize("words", [
    "Ik zei: ‘Ga je mee?’", "{client} zei “u”.", "Dank je wel.", "Ik bel Uw.", "Nuance, menu en jeugd.",
])
def test_words_that_address_nobody_are_let_be(small: Path, write_topic: Write, words: str) -> None:
    write_topic("likes", LIKES.replace("En waar nog meer van?", words))
    assert len(lint(small)) == ("Uw" in words)


def test_own_words_may_say_je(small: Path, write_topic: Write) -> None:
    write_topic("likes", LIKES.replace("Muziek in de avond.", "Je weet het niet, zei jouw oma tegen u."))
    assert lint(small) == ()


def test_a_pack_and_the_help_are_read_too(small: Path, pack: Write) -> None:
    (small / "help").mkdir()
    (small / "help" / "home.md").write_text("# Begin\n\n- u: terug.\n- Kies jouw plan.\n", "utf-8")
    folder = pack("topics/likes.yaml", 'id: "likes"\nwhy: "Zo kennen we u."\n')

    found = lint(small, [folder])

    places_ = [(Path(str(one.values["file"])).name, one.values["line"], one.values["key"]) for one in found]
    assert places_ == [("likes.yaml", 2, "u"), ("home.md", 4, "jouw")]


def test_what_a_pack_leaves_out_is_no_fault_of_who_names_it(small: Path, write_topic: Write, pack: Write) -> None:
    write_topic("likes", LIKES.replace('kind: "ask"', 'kind: "ask"\n    beside: ["good-day"]', 1))
    folder = pack("script.yaml", 'pack: "p"\nversion: "1"\nleave_out: ["good-day"]\n')
    assert lint(small, [folder]) == ()


WAYS = 'differently: ["Wat?", "Wie?", "Waar?"], ask_another: ["Wat?"], examples: ["Rood."]'
COLOUR = f"""\
  - id: "{{name}}"
    kind: "form"
    fields: {{{{colour: {{{{title: "Kleur", ask: "Welke kleur?", {WAYS}}}}}}}}}
"""


def test_a_field_that_two_forms_have_is_found(small: Path, write_topic: Write) -> None:
    write_topic("likes", LIKES + COLOUR.format(name="one") + COLOUR.format(name="two"))

    (finding,) = lint(small)

    assert (finding.values["line"], finding.values["key"]) == (22, "colour")


def test_the_first_plan_and_an_evaluation_may_ask_for_the_same(small: Path, write_topic: Write, pack: Write) -> None:
    write_topic("likes", LIKES.replace("chapter:", "part_of: first-plan\nchapter:") + COLOUR.format(name="one"))
    again = LIKES.replace('"likes"', '"again"').replace("chapter:", "part_of: evaluation\nchapter:")
    folder = pack("topics/again.yaml", again + COLOUR.format(name="two"))
    assert [str(finding) for finding in lint(small, [folder])] == []


def test_who_sits_here_can_always_be_asked_and_is_named(small: Path, write_topic: Write) -> None:
    question = LIKES.replace('kind: "ask"', 'kind: "ask"\n    each: "people-here"', 1)
    write_topic("likes", question.replace("houd je} van?", "houd je} van, {person}?"))
    assert [str(finding) for finding in lint(small)] == []


def test_a_broken_file_is_a_finding_and_so_is_a_broken_ground(small: Path, write_topic: Write) -> None:
    write_topic("likes", "id: [\n")
    assert "cannot be read" in str(lint(small)[0])

    (small / "script" / "script.yaml").unlink()
    assert "not there" in str(lint(small)[0])


def test_it_runs_by_itself(small: Path, write_topic: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(small)]) == 0
    write_topic("likes", LIKES.replace("En waar", "En u"))
    assert main([str(small)]) == 1
    assert "likes.yaml, line 15: `u` addresses somebody" in capsys.readouterr().out
    assert main([]) == 2


def test_it_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "zlp_tui.script.lint", str(places.content() / "nl")], capture_output=True, text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
