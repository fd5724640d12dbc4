"""Who is addressed how, and names that are put in as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zlp_tui.script.wording import NAMES, AddressForm, worded


@pytest.mark.parametrize(("text", "client", "other", "said"), [
    ("Wat {wilt u|wil je}?", "u", "je", "Wat wilt u?"),
    ("Wat {wilt u|wil je}?", "je", "u", "Wat wil je?"),
    ("{>Vindt u|Vind jij} dat {u|je} luistert?", "u", "je", "Vind jij dat u luistert?"),
    ("{>Vindt u|Vind jij} dat {u|je} luistert?", "je", "u", "Vindt u dat je luistert?"),
    ("Geen marker.", "u", "je", "Geen marker."),
    ("Open { en dicht }, {u}, {a|b|c|d} en {|x}.", "u", "je", "Open { en dicht }, {u}, {a|b|c|d} en {|x}."),
    ("Wat vindt {client}?", "u", "je", "Wat vindt Annie?"),
    ("Dag {stranger}.", "u", "je", "Dag {stranger}."),
    ("Over {item}.", "u", "je", "Over {item}."),
    ("{u|}", "je", "je", ""),
])
def test_a_text_is_worded_for_whom_it_is(text: str, client: AddressForm, other: AddressForm, said: str) -> None:
    names = {"client": "Annie", "stranger": "nobody"}
    assert worded(text, client=client, other=other, names=names) == said


@pytest.mark.parametrize(("text", "asked", "told"), [
    ("Waar {u van houdt|je van houdt|ik van houd}:", "Waar je van houdt:", "Waar ik van houd:"),
    ("Wat {u|je} doet:", "Wat je doet:", "Wat je doet:"),
    ("{>Vindt u|Vind jij} dat {u|je|ik} luistert?", "Vind jij dat je luistert?", "Vind jij dat ik luistert?"),
])
def test_a_third_form_is_for_the_client_who_tells(text: str, asked: str, told: str) -> None:
    assert worded(text, client="je") == asked
    assert worded(text, client="je", first_person=True) == told


TEXT = st.text(st.characters(exclude_characters="{}|"), max_size=20)
MARKERS = ("{u|je}", "{client}", "{item}{item}", "{", "}", "{>u|jij}", "{0}", "%s", "\\1")
ANYTHING = st.text(max_size=40) | st.sampled_from(MARKERS)


@given(before=TEXT, after=TEXT, name=st.sampled_from(sorted(NAMES)), value=ANYTHING)
def test_a_value_goes_in_literally_and_is_never_looked_into(before: str, after: str, name: str, value: str) -> None:
    text = f"{before}{{{name}}}{after}"
    names = dict.fromkeys(NAMES, value)
    assert worded(text, client="u", names=names) == before + value + after


@given(st.text(max_size=60))
def test_any_text_can_be_worded_and_without_markers_stays_itself(text: str) -> None:
    said = worded(text, client="je")
    assert said == text or "|" in text


@given(st.lists(TEXT | st.sampled_from(["{u|je}", "{uw|jouw}", "{>u|jij}"]), max_size=8))
def test_wording_is_done_once(pieces: list[str]) -> None:
    said = worded("".join(pieces), client="je")
    assert worded(said, client="u") == said
