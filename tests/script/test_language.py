"""Reading level of everything a user can see: script, help and catalogue (anchors: B1 has no measure, so several).

Sentences of at most fifteen words, ten on average; no word that is rare in Dutch unless `words.txt` lets it be; every
text at level 1 of LiNT-II (`tools/readability.py`). A score is no proof of understanding; it only keeps the worst out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import mean

import pytest
import yaml
from babel.messages.pofile import read_po
from wordfreq import zipf_frequency

from tests.tools.looking import shipped
from tools.readability import LEVEL_ONE, documents, score
from zlp_tui import places
from zlp_tui.script.language import LONGEST, MEAN, Language, count_words, sentences
from zlp_tui.script.questions import texts
from zlp_tui.script.source import read

RARE = 3.0
"""Zipf frequency: 3 is once in a million words; `begeleider` has 3.7, `conform` 3.6, `indicatiestelling` 1.8."""
NL = places.content() / "nl"
HELP = sorted((NL / "help").glob("*.md"))
SCRIPT = sorted((NL / "script").rglob("*.yaml"))
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CODE = re.compile(r"`[^`]*`|\bzlp\b|/\w+|\w+\.\w{2,4}\b|\b[A-Z][a-z]*[A-Z]\w*\b|\bCtrl\+\w\b")
"""What is not read as Dutch: code, commands, names of files, keys."""
_MARK = re.compile(r"<!--.*?-->")
_PLACE = re.compile(r"\{\w+\}|%\(\w+\)[rsd]")
_WHERE = re.compile(r"^\{file\}(?:, regel \{line\})?: ")


def help_texts(page: Path) -> list[str]:
    lines = (_MARK.sub("", line).strip().lstrip("#-*> ") for line in page.read_text("utf-8").splitlines())
    return [line for line in lines if line]


@cache
def catalogue() -> tuple[str, ...]:
    with (NL / "LC_MESSAGES" / "zlp_tui.po").open("rb") as stream:
        said = [message.string or () for message in read_po(stream) if message.id]
    forms = (form for one in said for form in ((one,) if isinstance(one, str) else one))
    return tuple(_PLACE.sub("Annie", _WHERE.sub("", form)) for form in forms)


def everything() -> Iterator[tuple[str, str]]:
    """Every text, with where it stands."""
    for path in SCRIPT:
        for text in texts(read(path)):
            yield f"{path.name}:{text.line}", text.words
    for page in HELP:
        yield from ((page.name, text) for text in help_texts(page))
    yield from (("zlp_tui.po", text) for text in catalogue())


@cache
def allowed() -> frozenset[str]:
    lines = Path(__file__).with_name("words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines for word in line.partition("#")[0].split())


def words_of(text: str) -> list[str]:
    return [word.lower() for sentence in sentences(_CODE.sub(" ", text)) for word in _WORD.findall(sentence)]


def test_no_sentence_is_longer_than_fifteen_words() -> None:
    """L91."""
    long = [(where, sentence) for where, text in everything() for sentence in sentences(text)
            if count_words(sentence) > LONGEST]
    assert long == []


def test_sentences_have_ten_words_on_average_at_most() -> None:
    for name, some in (
        ("script", [text.words for path in SCRIPT for text in texts(read(path))]),
        ("catalogue", list(catalogue())),
        *((page.name, help_texts(page)) for page in HELP),
    ):
        counts = [count_words(sentence) for text in some for sentence in sentences(text)]
        assert mean(counts) <= MEAN, name


def test_no_word_is_rare_unless_it_is_let_be() -> None:
    rare = sorted({
        (word, where) for where, text in everything() for word in words_of(text)
        if word not in allowed() and zipf_frequency(word, "nl") < RARE
    })
    assert rare == []


def test_a_rare_word_would_be_found() -> None:
    assert zipf_frequency("indicatiestelling", "nl") < RARE
    assert "indicatiestelling" not in allowed()
    assert words_of("De `zlp show`-indicatiestelling, {u|je} foto's.") == ["de", "indicatiestelling", "u", "foto's"]


ABOUT_ADDRESS = re.compile(r"\((?:u|je)\)|^(?:u|je), as in")
"""Messages about the form of address itself, or of which there is one for each form."""


def test_a_message_of_the_program_addresses_nobody() -> None:
    """Whether the client is u or je, the message is the same; so it says neither (findings 1.49-1.52)."""
    language = Language.of(NL)
    with (NL / "LC_MESSAGES" / "zlp_tui.po").open("rb") as stream:
        said = [(message.id, message.string) for message in read_po(stream) if message.id]
    forms = [
        (form, found)
        for known, string in said if not ABOUT_ADDRESS.search(known if isinstance(known, str) else known[0])
        for form in ((string,) if isinstance(string, str) else string or ())
        for found in language.addressing(_CODE.sub(" ", form))
    ]
    assert forms == []
    assert list(language.addressing("Hier komt uw plan te staan")) == ["uw"]


@pytest.mark.parametrize("name", sorted(documents()))
def test_a_text_is_level_one(name: str) -> None:
    """LiNT-II: at most 14 % of adults struggle with it."""
    assert score(documents()[name]) < LEVEL_ONE


GUIDE = Path(__file__).parents[2] / "docs" / "handleiding.md"


def guide_texts() -> list[str]:
    """The guide in whole paragraphs and points of a list, which run over several lines. Tables are left out."""
    prose = re.sub(r"(?m)^(?:\||    ).*$", "", GUIDE.read_text("utf-8")).replace("**", "")
    parts = re.split(r"\n\s*\n|\n(?=[-#*] |#|\d\. )", prose)
    return [" ".join(re.sub(r"^(?:[-#*]+|\d\.) ", "", part.strip()).split()) for part in parts if part.strip()]


def test_the_guide_is_as_easy_to_read_as_the_help() -> None:
    some = guide_texts()
    said = [sentence for text in some for sentence in sentences(text)]
    assert len(said) > 100
    assert [sentence for sentence in said if count_words(sentence) > LONGEST] == []
    assert mean(map(count_words, said)) <= MEAN
    assert score(sentence for text in some for sentence in sentences(_CODE.sub(" ", text))) < LEVEL_ONE
    rare = {word for text in some for word in words_of(text) if zipf_frequency(word, "nl") < RARE}
    assert rare - allowed() == set()


def test_the_guide_calls_the_screens_what_they_are_called() -> None:
    page = GUIDE.read_text("utf-8").partition("### Toen en nu")[2].partition("\n## ")[0]
    named = {name for name in re.findall(r"\*\*([^*]+)\*\*", page) if len(name) > 1}
    assert len(named) >= 8
    assert named <= set(catalogue())


def test_the_guide_and_the_help_name_every_conversation() -> None:
    titles = {route.title for route in shipped().routes}
    for page in (GUIDE, NL / "help" / "conversations.md"):
        assert {title for title in titles if f"**{title}**" not in page.read_text("utf-8")} == set(), page.name


def test_the_score_tells_plain_words_from_officialese() -> None:
    plain = ["Ik drink koffie bij het raam.", "Mijn zoon komt op zondag."]
    official = ["Conform de indicatiestelling dient de zorgaanbieder evaluatiegesprekken te initiëren."]
    assert score(plain) < LEVEL_ONE
    assert score(official) > 2 * LEVEL_ONE


OFFICIAL = {
    "behandelplan", "bewindvoerder",
    "cliëntondersteuner", "cliëntenvertrouwenspersoon", "langdurige zorg", "wettelijk vertegenwoordiger", "zorgkantoor",
    "wlz", "fysiotherapeut", "mentor", "ondersteuning", "perspectief", "psychogeriatrisch",
}
"""Official names that one must know to find the person or the law; each is explained where it stands."""


def test_we_use_the_plain_word_and_not_the_carers_word() -> None:
    """`glossary.yaml` holds the carer's words and plain ones beside them; we say the plain ones (L53)."""
    entries = yaml.safe_load((NL / "glossary.yaml").read_text("utf-8"))
    glossary = {entry["word"].casefold() for entry in entries}
    said = [(where, text.casefold()) for where, text in everything()]
    found = {
        (word, where)
        for word in glossary - OFFICIAL
        for where, text in said
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
    }
    assert found == set()
    assert len(glossary) >= 40
