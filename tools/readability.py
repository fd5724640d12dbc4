"""How hard the texts are that people read, by LiNT-II (Kim and Pander Maat; formula and word lists from `lint-ii`).

A score from 0 (easy) to 100; below 34 is level 1, with which 14 % of adults struggle. The formula was fitted on whole
texts, so a file of the script, a page of the help and the messages together are measured; single sentences are only
listed, hardest first. What LiNT-II takes from a parser is estimated, and never to our advantage: every sentence is one
clause, half of it lies between two words that belong together, and only the commonest words count as function words.

    python -m tools.readability        prints each text above level 1 and the twenty hardest sentences
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from statistics import mean
from typing import Final

import pyarrow.parquet

from tools import messages
from zlp_tui import places
from zlp_tui.script.language import sentences
from zlp_tui.script.questions import texts
from zlp_tui.script.source import read

LEVEL_ONE: Final = 34.0
"""Scores below this are level 1 of four."""
LISTED: Final = 20
"""How many of the hardest sentences are printed."""
FUNCTION_WORD: Final = 6.2
"""Words at least as common as this (log10 of occurrences per thousand million) are articles, pronouns and the like."""
RAREST: Final = 1.36
"""The frequency of a word that the list does not know: that of one seen once."""

NL: Final = places.content() / "nl"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NOT_DUTCH = re.compile(r"<!--.*?-->|`[^`]*`|%\(\w+\)[rsd]|\{\w+\}|(?<!\w)/[\w-]+|\bzlp\b|\b\w+\.\w{2,4}\b")
"""Marks, code, commands, names of files, and places for a name."""


@dataclass(frozen=True, slots=True)
class WordLists:
    """The word lists and the formula that come with `lint-ii`."""

    frequency: dict[str, float]
    concrete: dict[str, bool]
    """Nouns, with whether they name a thing or a person."""
    weights: dict[str, float]


@cache
def word_lists() -> WordLists:
    """Read the lists without importing `lint_ii`, which would want its parser."""
    found = find_spec("lint_ii")
    if found is None or found.origin is None:
        raise FileNotFoundError("lint-ii is not installed: `make setup` does that")
    folder = Path(found.origin).parent / "linguistic_data" / "data"
    nouns = max(folder.glob("nouns_sem_types_*.parquet"))
    counts = _table(folder / "subtlex_wordfreq.parquet", "word", "word_count")
    types = _table(nouns, "word", "super_sem_type")
    models = json.loads((folder / "coefficients.json").read_text("utf-8"))
    fitted = next(m for m in models if m["noun_list"] == nouns.stem and m["model_version"] == "3.7.0")
    return WordLists(
        {str(word): float(str(count)) for word, count in counts if word and count},
        {str(word): kind == "concrete" for word, kind in types if word},
        {name: float(weight["coef"]) for name, weight in fitted["coefficients"].items()},
    )


def _table(path: Path, *columns: str) -> Iterator[tuple[object, ...]]:
    table = pyarrow.parquet.read_table(path, columns=list(columns)).to_pydict()  # type: ignore[no-untyped-call]
    return zip(*(table[column] for column in columns), strict=True)


def score(text: Iterable[str]) -> float:
    """The score of a text by its sentences; 0 where it has no content words."""
    lists = word_lists()
    frequencies: list[float] = []
    concrete: list[bool] = []
    lengths: list[int] = []
    content_words: list[int] = []
    for sentence in text:
        words = [word.lower() for word in _WORD.findall(sentence)]
        content = [word for word in words if len(word) > 1 and lists.frequency.get(word, 0.0) < FUNCTION_WORD]
        if words:
            frequencies += [max(lists.frequency.get(word, 0.0), RAREST) for word in content]
            concrete += [lists.concrete[word] for word in content if word in lists.concrete]
            lengths.append(max(1, len(words) // 2))
            content_words.append(len(content))
    if not frequencies:
        return 0.0
    measured = {
        "const": 1.0, "mean_log_word_freq": mean(frequencies), "mean_max_sdl": mean(lengths),
        "mean_content_words": mean(content_words), "proportion_concrete": mean(concrete or [False]),
    }
    easy = sum(lists.weights[name] * value for name, value in measured.items())
    return 100 - min(100.0, max(0.0, easy))


@cache
def documents() -> dict[str, tuple[str, ...]]:
    """By name: the sentences of each file of the script, each page of the help, and all messages."""
    script = {path.name: _sentences(t.words for t in texts(read(path))) for path in (NL / "script").rglob("*.yaml")}
    pages = {path.name: _sentences(_lines(path)) for path in (NL / "help").glob("*.md")}
    return {**script, **pages, messages.CATALOGUE.name: _sentences(_messages())}


def _sentences(texts_: Iterable[str]) -> tuple[str, ...]:
    return tuple(sentence for text in texts_ for sentence in sentences(_NOT_DUTCH.sub("", text)))


def _lines(page: Path) -> Iterator[str]:
    return (line.strip().lstrip("#-*> ") for line in page.read_text("utf-8").splitlines())


def _messages() -> Iterator[str]:
    for message in messages.read_catalogue():
        if message.id:
            yield from (message.string,) if isinstance(message.string, str) else message.string or ()


def main(arguments: Sequence[str]) -> int:
    """Print what is above level 1, and the hardest sentences; 1 when a whole text is above it."""
    found = documents()
    scores = {name: score(text) for name, text in found.items()}
    hard = {name: reached for name, reached in scores.items() if reached >= LEVEL_ONE}
    for name, reached in hard.items():
        print(f"{name}: {reached:.1f}, level 1 is below {LEVEL_ONE:.0f}")
    listed = sorted({(score([line]), line, name) for name, text in found.items() for line in text}, reverse=True)
    for reached, line, name in listed[:LISTED]:
        print(f"  {reached:5.1f}  {name}: {line}")
    print(f"{len(scores)} texts, the hardest {max(scores.values()):.1f}", file=sys.stderr)
    return 1 if hard else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
