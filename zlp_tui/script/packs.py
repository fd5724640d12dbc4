"""Lays the packs of an organisation over our script, by id.

A pack is a folder with a `script.yaml` and, as far as it needs them, `topics/*.yaml`, `domains.yaml` and `routes.yaml`.
What in it cannot be used becomes a problem; the script stays there as it was without it. How to write one:
`docs/script.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal

from pydantic import Field

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.checking import checked, named_after_file, sound
from zlp_tui.script.layers import DomainTexts, Layers, leave_out, place_of, put_in_order, unknown
from zlp_tui.script.outline import Outline
from zlp_tui.script.question_models import Id, Model, Sentence
from zlp_tui.script.schema import Step, Topic
from zlp_tui.script.source import Plain, YamlSource, read
from zlp_tui.script.steps.looking_back_models import Agree, ReadBackStep
from zlp_tui.script.unused_files import MOST_TOPICS, other_files, topic_files, unused_files

_TEXTS: Final = {"chapter", "title", "why", "pictogram", "intro", "intro_by_other"}

ChapterId = Literal["start", "who-am-i", "my-life", "support", "results"]


class TopicChange(Model):
    """What a pack's file says about a topic that is there already; what it leaves out stays as it is."""

    id: Id
    chapter: ChapterId | None = None
    title: Sentence | None = None
    why: Sentence | None = None
    pictogram: str | None = None
    intro: Sentence | None = None
    intro_by_other: Sentence | None = None
    intros: dict[str, Sentence] = Field(default_factory=dict)
    steps: tuple[Step, ...] = ()


def pack_folder(named: Path, locale: str) -> Path:
    """Where a pack's files are: in the folder that was named, or laid out in it as our own content is."""
    for folder in (named, named / "script", named / locale / "script"):
        if (folder / "script.yaml").is_file():
            return folder
    return named


def lay_over(layers: Layers, folder: Path) -> None:
    """Lays one pack over what is there."""
    if not (folder / "script.yaml").is_file():
        raise ScriptBroken("{file}: there is no script.yaml in this folder. Name the folder that has one.",
                           file=str(folder), line=1)
    source = read(folder / "script.yaml")
    outline = checked(Outline, source)
    layers.take(outline)
    if (folder / "domains.yaml").is_file():
        with layers.trying():
            _reword_domains(layers, read(folder / "domains.yaml"))
    with layers.trying():
        layers.take_routes(folder / "routes.yaml")
    _lay_topics(layers, topic_files(folder)[:MOST_TOPICS])
    for number, what in enumerate(outline.leave_out):
        with layers.trying():
            leave_out(layers, what, source, number)
    with layers.trying():
        put_in_order(layers, outline.topics, source)
    layers.problems.extend(unused_files(folder))
    layers.unused.extend(other_files(folder))


def _reword_domains(layers: Layers, source: YamlSource) -> None:
    for number, domain in enumerate(checked(DomainTexts, source).domains):
        if domain.id not in layers.domains:
            raise unknown(source, ("domains", number), domain.id)
        layers.domains[domain.id] = domain


def _lay_topics(layers: Layers, paths: Sequence[Path]) -> None:
    """Changes come first; then new topics, each once the topic that it comes after is there."""
    new: list[YamlSource] = []
    for path in paths:
        with layers.trying():
            source = read(path)
            named_after_file(source)
            if place_of(layers.topics, _id(source.data)) is None:
                new.append(source)
            else:
                _change_topic(layers, source)
    waiting: dict[str | None, list[YamlSource]] = {}
    for source in new:
        waiting.setdefault(_waits_for(layers, source), []).append(source)
    ready = waiting.pop(None, [])
    while ready or waiting:
        if not ready:  # what they come after is not there: that is told of each
            ready = waiting.pop(next(iter(waiting)))
        for source in ready:
            with layers.trying():
                _add_topic(layers, source)
        ready = [next_ for source in ready for next_ in waiting.pop(_id(source.data), ())]


def _id(data: Plain) -> str | None:
    found = data.get("id") if isinstance(data, dict) else None
    return found if isinstance(found, str) else None


def _waits_for(layers: Layers, source: YamlSource) -> str | None:
    """The new topic that a new topic comes after; None when what it comes after is there already."""
    after = _without_after(source.data)[1]
    return None if after is None or place_of(layers.topics, after) is not None else after


def _add_topic(layers: Layers, source: YamlSource) -> None:
    data, after = _without_after(source.data)
    topic = checked(Topic, source, data)
    sound(topic.steps, source)
    if after is None:
        topics = enumerate(layers.topics)
        of_chapter = [number for number, other in topics if other.chapter == topic.chapter and not _closes(other)]
        layers.topics.insert(of_chapter[-1] + 1 if of_chapter else len(layers.topics), topic)
        return
    place = place_of(layers.topics, after)
    if place is None:
        raise unknown(source, ("after",), after)
    layers.topics.insert(place + 1, topic)


def _closes(topic: Topic) -> bool:
    """Whether a topic looks over what was said before it, so that nothing new comes after it."""
    return any(isinstance(step, ReadBackStep | Agree) for step in topic.steps)


def _change_topic(layers: Layers, source: YamlSource) -> None:
    """Texts that the pack gives replace ours; steps with an id of ours too; other steps come in."""
    data, after = _without_after(source.data)
    afters: list[str | None] = []
    if isinstance(data, dict) and isinstance(data.get("steps"), list):
        steps, afters = _steps_without_after(data["steps"])
        data = {**data, "steps": steps}
    change = checked(TopicChange, source, data)
    sound(change.steps, source)
    place = place_of(layers.topics, change.id)
    if place is None or after == change.id or (after is not None and place_of(layers.topics, after) is None):
        raise unknown(source, ("after",), after or change.id)
    topic = layers.topics[place]
    layers.topics[place] = changed = topic.model_copy(update={
        **change.model_dump(include=_TEXTS, exclude_none=True),
        "intros": {**topic.intros, **change.intros},
        "steps": _merged(topic.steps, change.steps, afters, source),
    })
    if after is not None:
        del layers.topics[place]
        layers.topics.insert((place_of(layers.topics, after) or 0) + 1, changed)


def _merged(
    ours: Sequence[Step], theirs: Sequence[Step], afters: Sequence[str | None], source: YamlSource,
) -> tuple[Step, ...]:
    """Our steps with theirs among them; several that come after the same step keep the order of the file."""
    by_id = {step.id: step for step in ours}
    order = list(by_id)
    last_after: dict[str, str] = {}
    for number, (step, after) in enumerate(zip(theirs, afters, strict=True)):
        if after is None:
            if step.id not in by_id:
                order.append(step.id)
            by_id[step.id] = step
            continue
        if step.id in by_id:
            order.remove(step.id)
            del by_id[step.id]
        anchor = last_after.get(after, after)
        if anchor not in by_id:
            raise unknown(source, ("steps", number, "after"), after)
        order.insert(order.index(anchor) + 1, step.id)
        by_id[step.id] = step
        last_after[after] = step.id
    return tuple(by_id[step_id] for step_id in order)


def _without_after(data: Plain) -> tuple[Plain, str | None]:
    """What a pack's topic or step says, and the id that it comes after, which is not part of the schema."""
    if not isinstance(data, dict) or not isinstance(data.get("after"), str):
        return data, None
    return {key: value for key, value in data.items() if key != "after"}, str(data["after"])


def _steps_without_after(steps: Plain) -> tuple[list[Plain], list[str | None]]:
    pairs = [_without_after(step) for step in steps]
    return [step for step, _ in pairs], [after for _, after in pairs]
