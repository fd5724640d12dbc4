"""Walks through one file of a script as it was written: its texts, and whether each question is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.language import PutTo, Text
from zlp_tui.script.meaning import DAY_KEPT
from zlp_tui.script.source import Plain, YamlSource
from zlp_tui.script.step_model import TO_ANOTHER

WAYS: Final = 3
"""Other ways to ask each question, at least (design.md §8)."""

_NOT_SAID: Final = frozenset({
    "id", "chapter", "kind", "pictogram", "keeps", "each", "voice", "over", "from", "beside", "topics",
    "notice", "notices", "field", "is", "after", "many", "with_domain", "remind_domains", "pack", "version",
    "leave_out", "sensitive", "help", "source", "into", "shows", "meets", "part_of", "role", "direction", "reach",
    "strict", "reckons", "walks", "minutes", "everything", "again", "offered_when", "pause_after", "lock_after",
    "tells", "at_most", "one_line_each", "without", "of", "on_request", "offers", "once_known", "once_said", "suppose",
    "to", "name", "phone", "wishes", "domain_said", "also_tells", "informed_of",
})
"""Keys whose words or lists nobody sees. A part of a form may have such a name too; that holds a mapping."""
_TABLES: Final = frozenset({"weekdays", "parts_of_day", "weeks"})
_REPEATED: Final = frozenset({"weigh", "steps", "who-does", "hopes"})
_OF_A_PERSON: Final = frozenset({"people", "who-does", "agree", "who-may"})
_NAMES_OF: Final = {
    "sitting-begin": frozenset({"about", "minutes", "when"}), "sitting-end": frozenset({"coming"}),
}
_WITHOUT_EXAMPLE: Final = frozenset({"domains", "read-back", "table"})
_PICKED_WITHOUT_EXAMPLE: Final = frozenset({"how", "confirm"})
"""Pick questions about the talk itself: their options say all there is to say."""

_TITLES_TOLD: Final = frozenset({"options", "among", "fields", "sides", "moments", "summaries"})
"""Where titles stand in the letter too: what was picked or filled in, and the parts of what was said."""

Where = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Context:
    """To whom the texts here are put, and which names they may hold."""

    put_to: PutTo = "client"
    names: frozenset[str] = frozenset({"client"})
    told: bool = False
    titles_told: bool = False

    def inside(self, data: dict[str, Plain]) -> _Context:
        """The context within a mapping; a step may be repeated, about a person, or put to somebody else."""
        names = set(self.names)
        if data.get("each") == "people-here":
            names.add("person")
        elif "each" in data or data.get("kind") in _REPEATED:
            names.add("item")
        if data.get("kind") in _OF_A_PERSON:
            names.add("person")
        names |= _NAMES_OF.get(str(data.get("kind")), frozenset())
        if "pause" in data or "said_before" in data:
            names.add("words")
        if data.get("keeps") == "must-know":
            names.add("decider")
        put_to = self.put_to
        if data.get("voice") in TO_ANOTHER:
            put_to = "anybody"
        elif data.get("keeps") == "address":
            put_to = "nobody"  # its words are what the question is about
        return replace(self, put_to=put_to, names=frozenset(names))

    def at(self, key: str) -> _Context:
        """The context of what stands at this key."""
        match key:
            case "ask_another":
                return replace(self, put_to="other")
            case "asked_by_client" | "round":  # the client asks, so nobody is named
                return replace(self, put_to="other", names=self.names - {"client"})
            case "examples" | "starter":
                return replace(self, put_to="nobody")
            case "for_what":
                return replace(self, names=self.names | {"person"})
            case "for_decider":
                return replace(self, put_to="other", names=self.names | {"decider"})
            case "intro" | "intros":
                return replace(self, told=True)
            case "title" if self.titles_told:
                return replace(self, told=True)
            case "intro_by_other":
                return replace(self, names=self.names | {"who"}, told=True)
            case _:
                return replace(self, titles_told=self.titles_told or key in _TITLES_TOLD)


def texts(source: YamlSource) -> Iterator[Text]:
    """Every text of the file that a user can see."""
    return _texts(source, source.data, (), _Context())


def _texts(source: YamlSource, data: Plain, where: Where, context: _Context) -> Iterator[Text]:
    if isinstance(data, str):
        yield Text(source.file, source.line(where), data, context.put_to, context.names, context.told)
    elif isinstance(data, list):
        for number, item in enumerate(data):
            yield from _texts(source, item, (*where, number), context)
    else:
        inside = context.inside(data)
        for key, value in data.items():
            if key not in _TABLES and (key not in _NOT_SAID or isinstance(value, dict)):
                yield from _texts(source, value, (*where, key), inside.at(key))


def incomplete(source: YamlSource) -> Iterator[ScriptBroken]:
    """Questions that lack other ways to ask them, an example, or, about the client, a way to ask somebody else; and
    those that would talk about a client who sits there (language.md 1.53)."""
    about_client = isinstance(source.data, dict) and source.data.get("chapter") == "who-am-i"
    for where, question in _questions(source.data, ()):
        line = source.line((*where, "ask"))
        kind, name = question.get("kind"), where[-1] if where else ""
        if len(question.get("differently", ())) < WAYS:
            yield ScriptBroken(
                "{file}, line {line}: {key} other ways to ask this are wanted. Add to `differently`.",
                file=source.file, line=line, key=WAYS,
            )
        without = kind in _WITHOUT_EXAMPLE or (name in _PICKED_WITHOUT_EXAMPLE and "options" in question)
        if (kind == "date" or question.get("keeps") in DAY_KEPT) and "days" not in question:
            yield ScriptBroken(
                "{file}, line {line}: this asks for a day, and does not say which way it looks. Add `days`.",
                file=source.file, line=line,
            )
        if not question.get("examples") and not without:
            yield ScriptBroken("{file}, line {line}: this question has no example. Add to `examples`.",
                               file=source.file, line=line)
        named = [number for number, way in enumerate(question.get("ask_another", ())) if "{client}" in way]
        if named and not question.get("asked_by_client"):
            yield ScriptBroken(
                "{file}, line {line}: this talks about {key}, who may sit here. Add to `asked_by_client`.",
                file=source.file, line=source.line((*where, "ask_another", named[0])), key="{client}",
            )
        asks_another = "ask_another" in question or question.get("voice") in TO_ANOTHER
        if about_client and not asks_another and kind != "read-back" and name not in ("correction", "round"):
            yield ScriptBroken("{file}, line {line}: nobody else can be asked this. Add to `ask_another`.",
                               file=source.file, line=line)


def _questions(data: Plain, where: Where) -> Iterator[tuple[Where, dict[str, Plain]]]:
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield from _questions(item, (*where, number))
    elif isinstance(data, dict):
        if "ask" in data:
            yield where, data
        for key, value in data.items():
            yield from _questions(value, (*where, key))
