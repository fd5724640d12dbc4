"""Checks a script, ours or a pack: is it whole, does it hang together, is it plain?

`zlp check` and `make check` call it; `python -m zlp_tui.script.lint content/nl [PACK …]` prints what it finds.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.alternatives import misleading
from zlp_tui.script.checking import Broken
from zlp_tui.script.coherence import incoherences
from zlp_tui.script.language import Language, Text, shown_markers
from zlp_tui.script.loading import load_script
from zlp_tui.script.packs import pack_folder
from zlp_tui.script.pointing import pointing_nowhere
from zlp_tui.script.questions import incomplete, texts
from zlp_tui.script.source import YamlSource, read
from zlp_tui.script.unused_files import OUTLINES

_MARK = re.compile(r"<!--.*?-->")
"""In the help: a note for the program, of what a script must have for this to be told."""
_KEY = re.compile(r"^\w: ")
"""In the help a list of keys: the letter at its beginning is no word."""


def lint(content_locale_dir: Path, packs: Sequence[Path] = ()) -> tuple[ScriptBroken, ...]:
    """All that is broken or could be better, file by file, each with its line and what to do."""
    try:
        script = load_script(content_locale_dir, packs)
        language = Language.of(content_locale_dir)
    except Broken as broken:
        return broken.faults
    except ScriptBroken as broken:
        return (broken,)
    folders = [content_locale_dir / "script", *(pack_folder(pack, content_locale_dir.name) for pack in packs)]
    sources = [source for folder in folders for source in _sources(folder)]
    found = list(script.problems)
    for source in sources:
        found.extend(language.findings(tuple(texts(source))))
        found.extend(incomplete(source))
        found.extend(misleading(source, language))
        found.extend(pointing_nowhere(source, language))
    found.extend(incoherences(script, sources))
    for page in sorted((content_locale_dir / "help").glob("*.md")):
        found.extend(language.findings(tuple(_of_page(page))))
    return tuple(found)


def unreadable_texts(content_locale_dir: Path, packs: Sequence[Path]) -> tuple[ScriptBroken, ...]:
    """Texts of packs in which people would read a marker as it was typed: `zlp check` tells these as faults."""
    folders = (pack_folder(pack, content_locale_dir.name) for pack in packs)
    sources = (source for folder in folders for source in _sources(folder))
    return tuple(fault for source in sources for text in texts(source) for fault in shown_markers(text))


def _sources(folder: Path) -> Iterator[YamlSource]:
    """The files of a script that can be read at all; the others are problems of the script already."""
    for path in (*(folder / name for name in OUTLINES), *sorted((folder / "topics").glob("*.yaml"))):
        try:
            yield read(path)
        except ScriptBroken:
            continue


def _of_page(page: Path) -> Iterator[Text]:
    for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
        words = _KEY.sub("", _MARK.sub("", line).strip().lstrip("#-*> "))
        if words:
            yield Text(str(page), number, words, names=frozenset({"client"}))


def main(arguments: Sequence[str]) -> int:
    """Prints what is found in `content/<locale>` and the packs named; 0 when there is nothing."""
    if not arguments:
        print("Usage: python -m zlp_tui.script.lint content/nl [PACK …]", file=sys.stderr)
        return 2
    folder, *packs = map(Path, arguments)
    found = lint(folder, packs)
    for finding in found:
        print(finding)
    print(f"{len(found)} found" if found else "sound", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
