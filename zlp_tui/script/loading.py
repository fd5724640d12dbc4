"""Loads the script of a locale with the packs laid over it.

Files: `script/script.yaml` (the outline), `script/domains.yaml`, `script/routes.yaml`, `script/topics/<id>.yaml`. One
broken topic never takes the rest along: it is left out, and named in `Script.problems`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.checking import Broken, checked, named_after_file, of_first_files, sound
from zlp_tui.script.layers import DomainTexts, Layers
from zlp_tui.script.legs import along_everything
from zlp_tui.script.outline import Outline
from zlp_tui.script.packs import lay_over, pack_folder
from zlp_tui.script.schema import Topic
from zlp_tui.script.script import Script
from zlp_tui.script.source import YamlSource, read


def load_script(content_locale_dir: Path, packs: Sequence[Path] = ()) -> Script:
    """The script of `content/<locale>`; raises ScriptBroken only where nothing could be asked at all."""
    folder = content_locale_dir / "script"
    layers = Layers()
    try:
        _lay_ground(layers, folder)
    except Broken as broken:
        raise broken.faults[0] from broken
    for pack in packs:
        with layers.trying():
            lay_over(layers, pack_folder(pack, content_locale_dir.name))
    if not any(topic.chapter in layers.chapters for topic in layers.topics):
        layers.problems.append(_nothing_asked((*packs, folder)[0]))
    return _script(layers, content_locale_dir.name)


def _lay_ground(layers: Layers, folder: Path) -> None:
    """Our own script: its outline and domains have to be sound, its topics each for itself."""
    source = read(folder / "script.yaml")
    outline = checked(Outline, source)
    layers.take(outline)
    layers.domains.update({domain.id: domain for domain in checked(DomainTexts, read(folder / "domains.yaml")).domains})
    with layers.trying():
        layers.take_routes(folder / "routes.yaml")
    for topic_id in dict.fromkeys(outline.topics):
        with layers.trying():
            layers.topics.append(_topic(folder / "topics" / f"{topic_id}.yaml"))
    for path in sorted((folder / "topics").glob("*.yaml")):
        if path.stem not in outline.topics:
            layers.problems.append(_not_listed(source, path))


def _topic(path: Path) -> Topic:
    source = read(path)
    named_after_file(source)
    topic = checked(Topic, source)
    sound(topic.steps, source)
    return topic


def _not_listed(source: YamlSource, path: Path) -> ScriptBroken:
    return ScriptBroken(
        "{file}, line {line}: `{key}` is not asked. Put it in the list of topics, or take its file away.",
        file=source.file, line=source.line(("topics",)), key=path.stem,
    )


def _nothing_asked(folder: Path) -> ScriptBroken:
    return ScriptBroken(
        "{file}: there is no question left to ask. Leave out less, or add a topic.", file=str(folder), line=1
    )


def _script(layers: Layers, locale: str) -> Script:
    """Everything in its place: topics by chapter, in the order of the chapters."""
    order = list(layers.chapters)
    asked = [topic for topic in layers.topics if topic.chapter in layers.chapters]
    topics = tuple(sorted(asked, key=lambda topic: order.index(topic.chapter)))
    chapters = tuple(layers.chapters.values())
    routes = tuple(layers.routes.values()) or ((along_everything(topics, chapters),) if topics else ())
    return Script(
        pack="+".join(layers.names),
        version="+".join(layers.versions),
        locale=locale,
        chapters=chapters,
        topics=topics,
        domains=tuple(layers.domains.values()),
        routes=routes,
        summaries=layers.summaries,
        openings=tuple(layers.openings.values()),
        wishes=layers.wishes,
        contacts=layers.contacts,
        notices=layers.notices,
        weekdays=layers.weekdays,
        parts_of_day=layers.parts_of_day,
        weeks=layers.weeks,
        problems=of_first_files(layers.problems),
        unused=tuple(layers.unused),
    )
