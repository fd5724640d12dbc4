"""The script while it is put together: ours first, then what each pack lays over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from pydantic import Field

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.checking import Broken, checked
from zlp_tui.script.outline import ChapterText, Contact, DomainText, Opening, Outline, Summary, TalkRoute
from zlp_tui.script.question_models import Model
from zlp_tui.script.schema import Topic
from zlp_tui.script.source import YamlSource, read


class DomainTexts(Model):
    """`domains.yaml`: the life domains, or in a pack those that are worded otherwise."""

    domains: tuple[DomainText, ...] = Field(min_length=1)


class RouteTexts(Model):
    """`routes.yaml`: the ways through the script; in a pack those that are new, or that it walks otherwise."""

    routes: tuple[TalkRoute, ...] = Field(min_length=1)


@dataclass
class Layers:
    """The script while it is put together."""

    chapters: dict[str, ChapterText] = field(default_factory=dict)
    topics: list[Topic] = field(default_factory=list)
    domains: dict[str, DomainText] = field(default_factory=dict)
    routes: dict[str, TalkRoute] = field(default_factory=dict)
    summaries: dict[str, Summary] = field(default_factory=dict)
    openings: dict[str, Opening] = field(default_factory=dict)
    wishes: tuple[str, ...] = ()
    contacts: dict[str, Contact] = field(default_factory=dict)
    notices: dict[str, str] = field(default_factory=dict)
    weekdays: dict[str, int] = field(default_factory=dict)
    parts_of_day: dict[str, str] = field(default_factory=dict)
    weeks: dict[str, int] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    versions: list[str] = field(default_factory=list)
    problems: list[ScriptBroken] = field(default_factory=list)
    unused: list[ScriptBroken] = field(default_factory=list)

    @contextmanager
    def trying(self) -> Iterator[None]:
        """What turns out to be broken inside is kept as a problem, and the rest goes on."""
        try:
            yield
        except Broken as broken:
            self.problems.extend(broken.faults)
        except ScriptBroken as broken:
            self.problems.append(broken)

    def take_routes(self, file: Path) -> None:
        """Takes over the routes of a file, where there is one; a route replaces the one with its id."""
        if file.is_file():
            self.routes.update({route.id: route for route in checked(RouteTexts, read(file)).routes})

    def take(self, outline: Outline) -> None:
        """Takes over what an outline says of the whole."""
        self.names.append(outline.pack)
        self.versions.append(outline.version)
        self.chapters.update({chapter.id: chapter for chapter in outline.chapters})
        self.summaries.update({summary.id: summary for summary in outline.summaries})
        self.openings.update({opening.id: opening for opening in outline.openings})
        self.wishes = outline.wishes or self.wishes
        self.contacts.update({contact.id: contact for contact in outline.contacts})
        self.notices.update({notice.id: notice.text for notice in outline.notices})
        self.weekdays.update(outline.weekdays)
        self.parts_of_day.update(outline.parts_of_day)
        self.weeks.update(outline.weeks)


def leave_out(layers: Layers, what: str, source: YamlSource, number: int) -> None:
    """Takes a topic, or one step of it (`topic/step`), out of the script."""
    topic_id, _, step_id = what.partition("/")
    place = place_of(layers.topics, topic_id)
    topic = None if place is None else layers.topics[place]
    if topic is None or (step_id and place_of(topic.steps, step_id) is None):
        raise unknown(source, ("leave_out", number), what)
    kept = tuple(step for step in topic.steps if step_id and step.id != step_id)
    here = layers.topics.index(topic)
    layers.topics[here:here + 1] = [topic.model_copy(update={"steps": kept})] if kept else []


def put_in_order(layers: Layers, wanted: Sequence[str], source: YamlSource) -> None:
    """The topics that the pack names stand in its order, in the places that they had among the others."""
    for number, topic_id in enumerate(wanted):
        if place_of(layers.topics, topic_id) is None:
            raise unknown(source, ("topics", number), topic_id)
    places = [number for number, topic in enumerate(layers.topics) if topic.id in wanted]
    by_id = {topic.id: topic for topic in layers.topics}
    for place, topic_id in zip(places, dict.fromkeys(wanted), strict=True):
        layers.topics[place] = by_id[topic_id]


class Named(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """How it is named in files."""


N = TypeVar("N", bound=Named)


def place_of(things: Sequence[N], wanted: str | None) -> int | None:
    """Where the thing with this id stands among the others; None when it is not there."""
    return next((number for number, thing in enumerate(things) if thing.id == wanted), None)


def unknown(source: YamlSource, where: Sequence[str | int], what: str) -> ScriptBroken:
    """The fault that a file names something that is not there."""
    return ScriptBroken(
        "{file}, line {line}: `{key}` is not in the script. Look at its spelling.",
        file=source.file, line=source.line(where), key=what,
    )
