"""Names as people type them: one form to compare, lists with commas, words that are no names (F8, F9, F12, B11)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zlp_tui.names import meaning_of, names_in, nearest
from zlp_tui.text import folded, same_name

NAMES = (
    "Sanne", "Bos, Jan", "Jan Bos", "Anne-Marie van 't Hof", "Zoë", "Ĳsbrand", "Łukasz", "Riet Kok", "mevrouw De Vries",
)
KNOWN = tuple((str(number), (name,)) for number, name in enumerate(NAMES))


@pytest.mark.parametrize(("typed", "name"), [
    ("lukasz", "Łukasz"), ("van ’t hof", "Van 't Hof"), ("d’anvers", "D'Anvers"), ("anne‑marie", "Anne-Marie"),
    ("berg, jan", "Jan Berg"), ("Berg, Jan van der", "Jan van der Berg"), ("ijsbrand", "ĳsbrand"), ("zoe", "Zoë"),
    ("weiss", "Weiß"), ("orsted", "Ørsted"), ("muller", "Müller"), ("  Riet   Kok ", "riet kok"),
])
def test_names_that_are_equal_to_people_are_equal_here_f12(typed: str, name: str) -> None:
    assert same_name(typed, name)


@given(st.text(max_size=30))
def test_folding_is_done_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert same_name(text, folded(text))


BETWEEN = (", ", "; ", ",", "\n", " en ", " & ")


@given(st.lists(st.sampled_from(range(len(NAMES))), unique=True), st.sampled_from(BETWEEN))
def test_a_list_of_known_names_is_read_back_whatever_stands_in_them_f8(people: list[int], between: str) -> None:
    if {1, 2} <= set(people):
        return  # one name in two orders
    typed = between.join(NAMES[person] for person in people)
    assert names_in(typed, [k for k in KNOWN if k[0] != ("2" if 1 in people else "1")]) == tuple(map(str, people))


@pytest.mark.parametrize(("typed", "found"), [
    ("Bos, Jan, Sanne", ("1", "0")), ("Sanne en Piet", ("0", "Piet")),
    ("Karim, Fatima en Loes", ("Karim", "Fatima", "Loes")),
    ("", ()), (" , ; ", ()), ("Ben", ("Ben",)), ("Sanne, Sanne", ("0",)), ("Henk van de Berg", ("Henk van de Berg",)),
])
def test_lists_of_names_are_parted_as_people_mean_them_f8(typed: str, found: tuple[str, ...]) -> None:
    assert names_in(typed, KNOWN) == found


PIECES = st.lists(st.sampled_from((*NAMES, "Jan", "Bos", "Jan ", "riet kok", ",", ", ", "\n", " en ", " ")), max_size=8)


@given(PIECES)
def test_the_longest_known_name_that_begins_somewhere_is_found_law_f8(pieces: list[str]) -> None:
    """What is found first is whose name is the longest start of the line, cut at any parting."""
    typed = "".join(pieces)
    partings = [found.start() for found in re.finditer(r"[,\n]|(?<!\S)en(?!\S)", typed)]
    starts = [typed[:end] for end in (*partings, len(typed)) if typed[:end].strip(" ,\n")]
    whose = [[who for who, names in KNOWN if same_name(start, names[0])] for start in starts]
    longest = next((who[0] for who in reversed(whose) if who), None)
    if longest is not None and not typed.startswith((",", "\n", " ")):
        assert names_in(typed, KNOWN)[0] == longest


@pytest.mark.timeout(20)
def test_a_long_line_of_names_is_read_as_fast_as_it_is_long_k11() -> None:
    """Found by the monkey: ten thousand characters pasted behind `/aan-tafel` were looked at for more than an hour."""
    long = [(str(number), (f"Anna {'van der ' * 20}{number}",)) for number in range(40)]
    assert names_in("d, Sanne, " * 2_000, (*KNOWN, *long)) == ("d", "0")


NOBODY = (
    "alleen", "nog niemand", "niemand hoor", "nee, niemand", "er is niemand", "helemaal niemand", "geen van allen",
    "niks", "nee hoor", "nee dank u", "nee, bedankt", "niet nodig", "Dat is niet nodig.", "hoeft niet", "alleen ikzelf",
)
MYSELF = ("gewoon ik", "dat doe ik zelf", "ik doe het zelf", "Ik doe dat zelf.")
DOUBTFUL = (
    "weet niet", "weet nog niet", "ik weet niet", "ik weet het niet", "dat weet ik nog niet", "geen idee!", "onbekend",
    "later", "nog niet", "nu niet", "straks", "idem", "dezelfde", "zie boven", "samen", "wij samen", "allebei",
    "de rest", "ja hoor", "ja graag", "klopt", "oké", "prima", "stop", "stoppen", "klaar", "terug", "verder",
    "overslaan", "sla over",
    "help", "hulp", "overmorgen", "januari", "elke dag", "elke week",
)


@pytest.mark.parametrize(("words", "meaning"), [(NOBODY, "nobody"), (MYSELF, "myself"), (DOUBTFUL, "doubtful")])
def test_what_people_answer_where_a_name_is_asked_is_no_name_f9(words: tuple[str, ...], meaning: str) -> None:
    """Answers, words to go on or to stop, days: “weet niet” became one of “Mijn mensen”."""
    assert {word: meaning_of(word) for word in words} == dict.fromkeys(words, meaning)


@pytest.mark.parametrize(("typed", "meaning"), [
    ("niemand", "nobody"), ("Niemand.", "nobody"), ("n.v.t.", "nobody"), ("geen", "nobody"), ("ik", "myself"),
    ("Ikzelf", "myself"), ("2", "doubtful"), ("1 december", "doubtful"), ("De stoel bestellen en ophalen", "doubtful"),
    ("iedereen", "doubtful"), ("ja", "doubtful"), ("vrijdag", "doubtful"), ("Wat is dit?", "doubtful"),
    ("/stop", "doubtful"), ("/wie Karim", "doubtful"),
    ("...", "doubtful"), ("De stoel bestellen", "doubtful"), ("karim el amrani", "name"),
    ("Jan", "name"), ("mama", "name"), ("dokter Kuiper", "name"), ("Anne-Marie van der Velden-de Wit", "name"),
    ("El Amrani, Youssef", "name"), ("Mei Ling", "name"), ("J. van den Berg", "name"), ("Ad", "name"), ("مريم", "name"),
])
def test_words_that_are_no_names_are_known_f9_b11(typed: str, meaning: str) -> None:
    assert meaning_of(typed) == meaning


def test_a_name_that_differs_in_a_letter_is_near_f12() -> None:
    assert nearest("Sane", KNOWN) == "0"
    assert nearest("Sanne", KNOWN) is None
    assert nearest("Jo", (("x", ("Jos",)),)) is None
    assert nearest("Willem", KNOWN) is None
