"""Checks texts of the script and the help for plain language and for who is addressed.

What it has to know of a language (words that address somebody, abbreviations) stands in `language.yaml` of the locale.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.checking import checked
from zlp_tui.script.question_models import Model
from zlp_tui.script.source import read
from zlp_tui.script.wording import MARKER, NAMES, worded

LONGEST: Final = 15
"""Words in one sentence."""
MEAN: Final = 10
"""Words in a sentence of one file, on average."""

PutTo = Literal["client", "other", "anybody", "nobody"]
"""To whom a text is put: the client, somebody else, either of them, or nobody, because it is what somebody says."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[’”\"')]*\s+|\n+")
_WORD = re.compile(r"\w+(?:[.’'/-]\w+)*")
_BRACED = re.compile(r"\{[^{}]*\}?")
_QUOTED = re.compile(r"[“‘][^“‘’”]*[’”]")
_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{2,}[\w-]*")


class AddressWords(Model):
    """Words that address somebody, by form of address."""

    u: tuple[str, ...]
    je: tuple[str, ...]


class Asking(Model):
    """How questions are put in this language, to find those whose answer would be kept as one to another question."""

    yes: tuple[str, ...] = ()
    """Words that an answer begins with that agrees."""
    interrogatives: tuple[str, ...] = ()
    """Words that begin a question which yes or no does not answer; a preposition may stand before them."""
    choices: tuple[str, ...] = ()
    """What stands between two things in a question which of them it is."""
    turns: tuple[str, ...] = ()
    """What turns any question round: not where the question itself has it."""
    turns_yes: tuple[str, ...] = ()
    """What turns a yes into a no, in another way to ask a question for yes or no."""
    points: tuple[str, ...] = ()
    """What points at something that must stand beside the question."""


class LanguageRules(Model):
    """`language.yaml`."""

    address: AddressWords
    idioms: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    known_capitals: tuple[str, ...] = ()
    asking: Asking = Asking()
    instead: Mapping[str, str] = {}
    """What is written otherwise, with how: spelling, and words that grant what nobody has to ask for."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text that a user can see, and where it stands."""

    file: str
    line: int
    words: str
    put_to: PutTo = "client"
    names: frozenset[str] = NAMES
    told: bool = False
    """Whether it introduces what was said, so that the letter says it too, with the client as the one who tells."""

    def about(self, key: object = "") -> dict[str, object]:
        """What a finding about this text names."""
        return {"file": self.file, "line": self.line, "key": key}


def shown_markers(text: Text) -> Iterator[ScriptBroken]:
    """What stands between braces here and is no marker, so that people would read it as it was typed."""
    for marker in MARKER.finditer(text.words):
        if marker["name"] is not None and marker["name"] not in text.names:
            yield ScriptBroken("{file}, line {line}: `{key}` has no meaning here. Look in docs/script.md.",
                               **text.about(marker[0]))
    rest = MARKER.sub(lambda marker: marker[0] if marker["ik"] and not text.told else "", text.words)
    if "{" in rest or "}" in rest:
        yield ScriptBroken("{file}, line {line}: a brace here belongs to no marker. Look in docs/script.md.",
                           **text.about())


@dataclass(frozen=True)
class Language:
    """The checks for one language."""

    rules: LanguageRules

    @classmethod
    def of(cls, content_locale_dir: Path) -> Language:
        """The rules of this locale; raises ScriptBroken or Broken."""
        return cls(checked(LanguageRules, read(content_locale_dir / "language.yaml")))

    def findings(self, texts: Sequence[Text]) -> Iterator[ScriptBroken]:
        """What is to be bettered in the texts of one file."""
        lengths: list[int] = []
        for text in texts:
            yield from self._markers(text)
            yield from self._address(text)
            yield from self._short_forms(text)
            yield from self._written_otherwise(text)
            for count in map(count_words, sentences(text.words)):
                lengths.append(count)
                if count > LONGEST:
                    yield ScriptBroken("{file}, line {line}: a sentence of {key} words is too long. Make two of it.",
                                       **text.about(count))
        if lengths and sum(lengths) / len(lengths) > MEAN:
            yield ScriptBroken("{file}: sentences of {key} words on average are too long. Make them shorter.",
                               file=texts[0].file, line=1, key=round(sum(lengths) / len(lengths), 1))

    def _markers(self, text: Text) -> Iterator[ScriptBroken]:
        """Anything between braces is a marker we know, and picks what it says it picks."""
        yield from shown_markers(text)
        for marker in MARKER.finditer(text.words):
            if marker["name"] is not None:
                continue
            if self._u.search(marker["je"]) or self._je.search(marker["u"]):
                yield ScriptBroken("{file}, line {line}: `{key}` is the wrong way round. Put the polite form first.",
                                   **text.about(marker[0]))
            if text.told and not marker["other"] and marker["ik"] is None:
                yield ScriptBroken(
                    "{file}, line {line}: `{key}` stands in the client's letter too. Add how they say it themselves.",
                    **text.about(marker[0]),
                )
            if text.put_to in ("client", "other") and (text.put_to == "other") != bool(marker["other"]):
                yield ScriptBroken("{file}, line {line}: `{key}` addresses the wrong person. Look at the > in it.",
                                   **text.about(marker[0]))

    def _address(self, text: Text) -> Iterator[ScriptBroken]:
        if text.put_to == "nobody":
            return
        for found in self.addressing(text.words):
            yield ScriptBroken("{file}, line {line}: `{key}` addresses somebody. Put it in a marker.",
                               **text.about(found))

    def _short_forms(self, text: Text) -> Iterator[ScriptBroken]:
        short = self._abbreviation.search(text.words)
        capitals = (found[0] for found in _CAPITALS.finditer(text.words))
        key = short[0] if short else next((word for word in capitals if word not in self.rules.known_capitals), None)
        if key:
            yield ScriptBroken("{file}, line {line}: `{key}` is an abbreviation. Write it out.", **text.about(key))

    def _written_otherwise(self, text: Text) -> Iterator[ScriptBroken]:
        for found in self._otherwise.finditer(text.words):
            yield ScriptBroken("{file}, line {line}: `{key}` is written otherwise here: `{better}`.",
                               **text.about(found[0]), better=self.rules.instead[found[0].casefold()])

    def addressing(self, words: str) -> Iterator[str]:
        """What addresses somebody in one form of address, whoever reads it; markers and quotations do not."""
        bare = self._idiom.sub("", _QUOTED.sub("", _BRACED.sub("", words)))
        return (found[0] for found in (self._u.search(bare), self._je.search(bare)) if found)

    def says_yes(self, answer: str) -> bool:
        """Whether an answer begins with yes."""
        return bool(self._yes.match(answer))

    def is_open(self, sentence: str) -> bool:
        """Whether a question asks for more than yes or no: who, what, when, or which of two."""
        return bool(self._open.match(sentence)) or any(word in sentence for word in self.rules.asking.choices)

    def turned_round(self, way: str, asked: str, *, closed: bool) -> str | None:
        """The words in another way to ask a question that turn it round, and that the question has not."""
        patterns = (self._turns, self._turns_yes) if closed else (self._turns,)
        found = (match[0] for pattern in patterns for match in pattern.finditer(way))
        in_question = {word.casefold() for word in _WORD.findall(asked)}
        return next((words for words in found if words.casefold().split()[-1] not in in_question), None)

    def words_in(self, words: str) -> frozenset[str]:
        """The words of a text that tell what it is about: not those in markers, nor those that only say no."""
        said = {word.casefold() for word in _WORD.findall(_BRACED.sub(" ", words))}
        return frozenset(said - set(self.rules.asking.turns_yes))

    def points_at(self, asked: str) -> str | None:
        """The words of a question that point at something beside it."""
        found = self._points.search(asked)
        return found[0] if found else None

    @cached_property
    def _points(self) -> re.Pattern[str]:
        return _whole_words(self.rules.asking.points)

    @cached_property
    def _otherwise(self) -> re.Pattern[str]:
        return _whole_words(tuple(self.rules.instead))

    @cached_property
    def _yes(self) -> re.Pattern[str]:
        return _whole_words(self.rules.asking.yes)

    @cached_property
    def _open(self) -> re.Pattern[str]:
        return re.compile(rf"(?:[^,]*, )?(?:\w+ )?(?:{_whole_words(self.rules.asking.interrogatives).pattern})",
                          re.IGNORECASE)

    @cached_property
    def _turns(self) -> re.Pattern[str]:
        return _whole_words(self.rules.asking.turns)

    @cached_property
    def _turns_yes(self) -> re.Pattern[str]:
        return _whole_words(self.rules.asking.turns_yes)

    @cached_property
    def _u(self) -> re.Pattern[str]:
        return _whole_words(self.rules.address.u)

    @cached_property
    def _je(self) -> re.Pattern[str]:
        return _whole_words(self.rules.address.je)

    @cached_property
    def _idiom(self) -> re.Pattern[str]:
        return _whole_words(self.rules.idioms)

    @cached_property
    def _abbreviation(self) -> re.Pattern[str]:
        return _whole_words(self.rules.abbreviations)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, as they are said to a client who is addressed formally."""
    known: Mapping[str, str] = dict.fromkeys(NAMES, "Annie")
    said = worded(text, client="u", other="u", names=known)
    return (sentence for sentence in _SENTENCE_END.split(said) if _WORD.search(sentence))


def count_words(sentence: str) -> int:
    """How many words a sentence has; `foto's` and `e-mail` are one."""
    return len(_WORD.findall(sentence))


def _whole_words(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)", re.IGNORECASE)

