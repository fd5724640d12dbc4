"""The whole conversation script, ours with the packs laid over it: what a sitting walks through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from zlp_tui.errors import NotFound, ScriptBroken
from zlp_tui.script.legs import Leg, legs_of, topics_asked_anew
from zlp_tui.script.outline import ChapterText, Contact, DomainText, Opening, Summary, TalkRoute
from zlp_tui.script.roles import Role
from zlp_tui.script.schema import Step, Topic
from zlp_tui.script.steps.form_models import Form


@dataclass(frozen=True)
class Script:
    """Topics in the order in which they are asked, chapter by chapter.

    `topic` raises NotFound for an unknown id, `chapter` and `domain` KeyError; `find_topic` and `find_step` give None.

    `pack` and `version` name ours and every pack over it, joined by `+`. `problems` are the files, or parts of files,
    that could not be used; the rest of the script works without them.
    """

    pack: str
    version: str
    locale: str
    chapters: tuple[ChapterText, ...]
    topics: tuple[Topic, ...]
    domains: tuple[DomainText, ...]
    routes: tuple[TalkRoute, ...] = ()
    """The ways through the topics, the one for a new plan first; `ways` has one where a script names none."""
    summaries: Mapping[str, Summary] = field(default_factory=dict)
    """The shorter forms of the plan, by id."""
    openings: tuple[Opening, ...] = ()
    """Ways to begin a talk, the best first."""
    wishes: tuple[str, ...] = ()
    """Where the client says wishes: topics, or steps as `topic/step`."""
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    """By way to go with a disagreement: whom the organisation names for it."""
    notices: Mapping[str, str] = field(default_factory=dict)
    """By id: a notice in a sentence or two, for pages that tell it beside something else."""
    weekdays: Mapping[str, int] = field(default_factory=dict)
    """Words to the ISO numbers of the days they name, as digits (1, 67); 0 bars reading them, see `when`."""
    parts_of_day: Mapping[str, str] = field(default_factory=dict)
    weeks: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[ScriptBroken, ...] = ()
    unused: tuple[ScriptBroken, ...] = ()
    """Files in packs that are no part of a script: no fault, and told by `zlp check`."""

    @cached_property
    def stamp(self) -> str:
        """Pack and version in one word, as it is kept with what was asked."""
        return f"{self.pack} {self.version}"

    def topic(self, topic_id: str) -> Topic:
        """The topic with this id; NotFound when the script does not have it."""
        found = self._topics.get(topic_id)
        if found is None:
            raise NotFound("This question is not in the script.")
        return found

    def find_topic(self, topic_id: str) -> Topic | None:
        """The topic with this id; None when the script does not have it."""
        return self._topics.get(topic_id)

    def with_role(self, role: Role) -> Topic | None:
        """The topic with this role; None when the script does not have it."""
        return self._by_role.get(role)

    def topic_named(self, name: str) -> Topic | None:
        """The topic that a line of the plan belongs to. The plan keeps a statement with the id of its topic, and what
        is no statement (a goal, a person, who decides) under a name that is a role."""
        return self._topics.get(name) or self._by_role.get(name)

    def number_of(self, topic_id: str) -> int:
        """How many topics come before this one; after all others for an id that the script does not have."""
        return self._numbers.get(topic_id, len(self.topics))

    def find_step(self, topic_id: str, step_id: str) -> Step | None:
        """The step with this id in this topic; None when the script does not have it."""
        return self._steps.get((topic_id, step_id))

    def notice_texts(self, notices: Sequence[str]) -> tuple[str, ...]:
        """These notices in a sentence or two, in their order; one that the script has no words for is left out."""
        return tuple(self.notices[notice] for notice in notices if notice in self.notices)

    def topics_asking(self, detail: str) -> frozenset[str]:
        """The topics in which a form has this field and keeps it as a detail of the plan, by id."""
        return self._asking.get(detail, frozenset())

    def find_route(self, route_id: str | None) -> TalkRoute | None:
        """The route with this id; None when the script does not have it."""
        return next((route for route in self.routes if route.id == route_id), None)

    def route_after(self, route: TalkRoute) -> TalkRoute | None:
        """The route that is proposed after another one: none that asks anew or is for words on paper. None after the
        last one."""
        after = [known.id for known in self.routes].index(route.id) + 1
        proposed = (known for known in self.routes[after:] if not known.again and known.source == "spoken")
        return next(proposed, None)

    @cached_property
    def sensitive_domains(self) -> frozenset[str]:
        """The ids of the life domains about which words are told nowhere by themselves (V96)."""
        return frozenset(domain.id for domain in self.domains if domain.sensitive)

    def legs(self, route: TalkRoute) -> tuple[Leg, ...]:
        """The legs of one of the routes, in order."""
        return self._legs[route.id]

    @cached_property
    def _legs(self) -> dict[str, tuple[Leg, ...]]:
        return {route.id: legs_of(route, self.topics, self.asked_anew) for route in self.routes}

    @cached_property
    def asked_anew(self) -> frozenset[str]:
        """The topics that only a route comes past that asks anew each time, and that are no part of an evaluation."""
        return topics_asked_anew(self.routes, self.topics)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """All steps of all topics, in order."""
        return tuple(step for topic in self.topics for step in topic.steps)

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
    def _by_role(self) -> dict[str, Topic]:
        return {topic.role: topic for topic in reversed(self.topics) if topic.role is not None}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {topic.id: number for number, topic in enumerate(self.topics)}

    @cached_property
    def _steps(self) -> dict[tuple[str, str], Step]:
        return {(topic.id, step.id): step for topic in self.topics for step in topic.steps}

    @cached_property
    def _asking(self) -> dict[str, frozenset[str]]:
        asking: dict[str, set[str]] = {}
        for topic in self.topics:
            for step in topic.steps:
                for name in step.fields if isinstance(step, Form) and step.keeps == "detail" else ():
                    asking.setdefault(name, set()).add(topic.id)
        return {name: frozenset(topics) for name, topics in asking.items()}

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
