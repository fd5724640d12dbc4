"""Reads one YAML file of the script into plain words, and knows the line of each of them.

Every scalar is a text, so `no` and `3 maart` stay what the author wrote; pydantic makes numbers and switches of them
where the schema wants those. The tree is built from parser events, not from composed nodes: libyaml's composer calls
itself for each level of nesting and takes the process down on a hostile file. Tags, anchors and aliases are refused,
so nothing can be made, repeated or expanded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml

from zlp_tui.errors import ScriptBroken

Plain = str | list["Plain"] | dict[str, "Plain"]

LARGEST: Final = 500_000
"""Bytes in one file. Our largest topic has a fiftieth of it."""
DEEPEST: Final = 16
_NOTHING: Final = frozenset({"", "~", "null"})


@dataclass(slots=True)
class Spot:
    """The line on which something stands, and the spots of what is inside it."""

    line: int
    inside: dict[str | int, Spot] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class YamlSource:
    """One file of the script as it was read: `data` for pydantic, `root` for lines."""

    file: str
    data: Plain
    root: Spot

    def line(self, where: Sequence[str | int] = ()) -> int:
        """The line of what stands at this path, or of the innermost thing on it that is in the file."""
        spot = self.root
        for key in where:
            spot = spot.inside.get(key, spot)
        return spot.line


def read(path: Path) -> YamlSource:
    """The file as plain words; ScriptBroken with file, line and what to do when it is not one we can use."""
    file = str(path)
    return _source(file, _text(path, file))


def _source(file: str, text: str) -> YamlSource:
    try:
        return _Builder(file).build(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as broken:
        mark = broken.problem_mark or broken.context_mark
        raise _unreadable(file, mark.line + 1 if mark else 1) from broken
    except yaml.reader.ReaderError as broken:
        line = text.count("\n", 0, broken.position) + 1
        raise ScriptBroken(
            "{file}, line {line}: an invisible control character stands here. Take it away.", file=file, line=line,
        ) from broken


def _text(path: Path, file: str) -> str:
    try:
        if path.exists() and not path.is_file():
            raise ScriptBroken("{file}: this is not a file but a folder. Take it away.", file=file, line=1)
        if not path.is_file():
            raise ScriptBroken("{file}: this file is not there. Put it back, or take its name out of script.yaml.",
                               file=file, line=1)
        with path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as broken:
        raise ScriptBroken("{file}: this file cannot be opened. Look at who may read it.",
                           file=file, line=1) from broken
    if len(raw) > LARGEST:
        raise ScriptBroken("{file}: this file is too large. Divide it into more topics.", file=file, line=1)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        raise ScriptBroken(
            "{file}, line {line}: this is not UTF-8. Save the file as UTF-8.",
            file=file, line=raw.count(b"\n", 0, broken.start) + 1,
        ) from broken


def _unreadable(file: str, line: int) -> ScriptBroken:
    return ScriptBroken(
        "{file}, line {line}: this cannot be read. Look at the indentation here and on the line above. "
        "Put a text with a colon, brace or quote between double quotes.",
        file=file, line=line,
    )


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read; `key` is the one whose value comes next."""

    value: list[Plain] | dict[str, Plain]
    spot: Spot
    key: str | None = None


class _Builder:
    """Turns parser events into plain words and their spots, without calling itself."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.open: list[_Open] = []
        self.whole: tuple[Plain, Spot] | None = None

    def build(self, events: Iterator[yaml.Event]) -> YamlSource:
        """The first document of the file; a second one is refused."""
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.MappingStartEvent):
                self._begin(event, {})
            elif isinstance(event, yaml.SequenceStartEvent):
                self._begin(event, [])
            elif isinstance(event, yaml.CollectionEndEvent):
                self.open.pop()
            elif isinstance(event, yaml.AliasEvent):
                raise self._sign(event)
        if self.whole is None:
            raise ScriptBroken("{file}: this file is empty. Fill it, or take it away.", file=self.file, line=1)
        data, spot = self.whole
        return YamlSource(self.file, data, spot)

    def _begin(self, event: yaml.CollectionStartEvent, value: list[Plain] | dict[str, Plain]) -> None:
        if event.tag is not None or event.anchor is not None:
            raise self._sign(event)
        if len(self.open) >= DEEPEST:
            raise ScriptBroken(
                "{file}, line {line}: too much stands inside each other here. Look at the indentation.",
                file=self.file, line=_line(event),
            )
        spot = Spot(_line(event))
        self._place(value, spot)
        self.open.append(_Open(value, spot))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.tag is not None or event.anchor is not None:
            raise self._sign(event)
        inner = self.open[-1] if self.open else None
        if inner is not None and isinstance(inner.value, dict) and inner.key is None:
            if event.value in inner.spot.inside:
                raise ScriptBroken(
                    "{file}, line {line}: `{key}` stands here for the second time. Take one of the two away.",
                    file=self.file, line=_line(event), key=event.value,
                )
            inner.key = event.value
            inner.spot.inside[event.value] = Spot(_line(event))
        elif inner is not None and inner.key is not None and not event.style and event.value in _NOTHING:
            inner.key = None  # a key with nothing behind it is as good as no key
        else:
            self._place(event.value, Spot(_line(event)))

    def _place(self, value: Plain, spot: Spot) -> None:
        """Puts a value where the reading is now."""
        if not self.open:
            if self.whole is not None:
                raise _unreadable(self.file, spot.line)
            self.whole = (value, spot)
            return
        inner = self.open[-1]
        if isinstance(inner.value, list):
            inner.spot.inside[len(inner.value)] = spot
            inner.value.append(value)
        elif inner.key is None:
            raise _unreadable(self.file, spot.line)
        else:
            spot.line = inner.spot.inside[inner.key].line
            inner.spot.inside[inner.key] = spot
            inner.value[inner.key] = value
            inner.key = None

    def _sign(self, event: yaml.Event) -> ScriptBroken:
        return ScriptBroken(
            "{file}, line {line}: a text that begins with &, * or ! is not read here. Put it between double quotes.",
            file=self.file, line=_line(event),
        )


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
