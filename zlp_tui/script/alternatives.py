"""Whether the other ways to ask a question ask the same as the question: their answer is kept as the answer to it.

Under an introduction every answer reads as one to the question itself, and a “yes” to another question can agree to
what nobody wanted. Only some of that can be checked: whether yes and no fit, also where other answers are wanted,
whether yes still means yes, and whether of two sides neither is asked for under the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.language import Language, sentences
from zlp_tui.script.source import Plain, YamlSource

_LISTS = ("differently", "ask_another", "asked_by_client")
_ANSWERS = ("options", "relevance")


def misleading(source: YamlSource, language: Language) -> Iterator[ScriptBroken]:
    """Other ways in that ask something else than their question, each at its line."""
    yield from _walk(source, language, source.data, ())


def _walk(
    source: YamlSource, language: Language, data: Plain, where: tuple[str | int, ...]
) -> Iterator[ScriptBroken]:
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield from _walk(source, language, item, (*where, number))
    elif isinstance(data, dict):
        if "ask" in data:
            yield from _of_question(source, language, data, where)
        yield from _of_sides(source, language, data.get("sides"), (*where, "sides"))
        for key, value in data.items():
            yield from _walk(source, language, value, (*where, key))


def _of_question(
    source: YamlSource, language: Language, question: dict[str, Plain], where: tuple[str | int, ...]
) -> Iterator[ScriptBroken]:
    closed = _is_yes_or_no(question, language)
    asked = str(question["ask"])
    picked = _has_answers(question) and not closed and not _takes_yes(asked, language)
    for name, number, text in _ways(question):
        place = {"file": source.file, "line": source.line((*where, name, number))}
        if closed and not _takes_yes(text, language):
            yield ScriptBroken(
                "{file}, line {line}: yes and no are no answers to `{key}`. Ask one thing, to say yes or no to.",
                **place, key=text,
            )
        if picked and _takes_yes(text, language):
            yield ScriptBroken(
                "{file}, line {line}: `{key}` asks for yes or no, and neither is an answer. Ask for one of these.",
                **place, key=text,
            )
        turned = language.turned_round(text, asked, closed=closed)
        if turned:
            yield ScriptBroken(
                "{file}, line {line}: `{key}` turns the question round. Ask for what the question asks.",
                **place, key=turned,
            )


def _of_sides(
    source: YamlSource, language: Language, sides: Plain | None, where: tuple[str | int, ...]
) -> Iterator[ScriptBroken]:
    """Other ways to ask one side that name what only another side is called: what makes a day bad is no answer to how a
    good one is."""
    named = {
        name: (side, language.words_in(str(side.get("title", ""))) & language.words_in(str(side.get("ask", ""))))
        for name, side in (sides.items() if isinstance(sides, dict) else ()) if isinstance(side, dict)
    }
    for name, (side, own) in named.items():
        others = {word for other, (_, words) in named.items() if other != name for word in words - own}
        for where_asked, number, way in _ways(side):
            for word in sorted(language.words_in(way) & others):
                yield ScriptBroken(
                    "{file}, line {line}: `{key}` turns the question round. Ask for what the question asks.",
                    file=source.file, line=source.line((*where, name, where_asked, number)), key=word,
                )


def _ways(question: dict[str, Plain]) -> Iterator[tuple[str, int, str]]:
    """The other ways to ask a question, each with the list in which it stands and its place there."""
    for name in _LISTS:
        for number, way in enumerate(_list(question.get(name))):
            yield name, number, str(way)


def _is_yes_or_no(question: dict[str, Plain], language: Language) -> bool:
    """Whether one of its answers begins with yes."""
    if "yes" in question:
        return True
    titles = [
        str(option.get("title", "")) for name in _ANSWERS for option in _list(question.get(name))
        if isinstance(option, dict)
    ]
    return any(language.says_yes(title) for title in titles)


def _has_answers(question: dict[str, Plain]) -> bool:
    """Whether one of a few fixed answers is wanted."""
    return any(_list(question.get(name)) for name in _ANSWERS)


def _list(data: Plain | None) -> list[Plain]:
    return data if isinstance(data, list) else []


def _takes_yes(text: str, language: Language) -> bool:
    """Whether a text is one question, for yes or no."""
    asked = [sentence for sentence in sentences(text) if "?" in sentence]
    return len(asked) == 1 and not language.is_open(asked[0])
