"""The whole conversation script, ours with the packs laid over it: what a sitting walks through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.schema import ChapterText, DomainText, Step, Topic


@dataclass(frozen=True)
class Script:
    """Topics in the order in which they are asked, chapter by chapter. Look-ups raise KeyError for an unknown id.

    `pack` and `version` name ours and every pack over it, joined by `+`. `problems` are the files, or parts of files,
    that could not be used; the rest of the script works without them.
    """

    pack: str
    version: str
    locale: str
    chapters: tuple[ChapterText, ...]
    topics: tuple[Topic, ...]
    domains: tuple[DomainText, ...]
    weekdays: Mapping[str, int] = field(default_factory=dict)
    """Words to the ISO numbers of the days they name, as digits (1, 67); 0 bars reading them, see `when`."""
    parts_of_day: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[ScriptBroken, ...] = ()

    @cached_property
    def stamp(self) -> str:
        """Pack and version in one word, as it is kept with what was asked."""
        return f"{self.pack} {self.version}"

    def topic(self, topic_id: str) -> Topic:
        """The topic with this id."""
        return self._topics[topic_id]

    def step(self, topic_id: str, step_id: str) -> Step:
        """The step with this id in this topic."""
        return self._steps[topic_id, step_id]

    def chapter(self, chapter_id: str) -> ChapterText:
        """The chapter with this id."""
        return self._chapters[chapter_id]

    def topics_of(self, chapter_id: str) -> tuple[Topic, ...]:
        """The topics of one chapter, in order."""
        return self._of_chapter[self.chapter(chapter_id).id]

    def domain(self, domain_id: str) -> DomainText:
        """The life domain with this id."""
        return self._domains[domain_id]

    @cached_property
    def _topics(self) -> dict[str, Topic]:
        return {topic.id: topic for topic in self.topics}

    @cached_property
    def _steps(self) -> dict[tuple[str, str], Step]:
        return {(topic.id, step.id): step for topic in self.topics for step in topic.steps}

    @cached_property
    def _chapters(self) -> dict[str, ChapterText]:
        return {chapter.id: chapter for chapter in self.chapters}

    @cached_property
    def _of_chapter(self) -> dict[str, tuple[Topic, ...]]:
        return {
            chapter.id: tuple(topic for topic in self.topics if topic.chapter == chapter.id)
            for chapter in self.chapters
        }

    @cached_property
    def _domains(self) -> dict[str, DomainText]:
        return {domain.id: domain for domain in self.domains}
