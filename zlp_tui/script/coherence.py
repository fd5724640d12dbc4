"""Whether the topics of a script hang together: what they name is there, and what they repeat over was asked before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.schema import (
    Ask,
    Day,
    Domains,
    Form,
    People,
    Pick,
    Step,
    Steps,
    Topic,
    TwoSides,
    Weigh,
    WhoDoes,
)
from zlp_tui.script.script import Script
from zlp_tui.script.source import Plain, Source

_MAKES: Final[Mapping[str, str]] = {"choice": "choices", "goal": "goals", "agreement": "agreements"}
_WEIGHED: Final = ("for-short", "for-long", "against-short", "against-long")
_OF_A_PERSON: Final = ("kind", "relation", "for-what", "contact")
_OF_STEPS: Final = ("what", "when")
_OF_TASKS: Final = ("self", "own-people", "professionals", "does")
_OF_A_DOMAIN: Final = ("relevance", "leave", "with-whom", "goal-wanted")


def incoherences(script: Script, sources: Sequence[Source]) -> Iterator[ScriptBroken]:
    """What does not hang together, topic by topic, at the file that said so last."""
    by_topic = {_id(source.data): source for source in sources}
    before = _Before()
    for topic in script.topics:
        source = by_topic[topic.id]
        written = {step_id for one in sources if _id(one.data) == topic.id for step_id in _steps_of(one)}
        yield from _intros(topic, source, written)
        for step in topic.steps:
            line = _line_of(source, step.id)
            for name in _named(step):
                if name not in by_topic:  # one that a pack leaves out is no fault
                    yield ScriptBroken("{file}, line {line}: `{key}` is not in the script. Look at its spelling.",
                                       file=source.file, line=line, key=name)
            yield from before.findings(step, source.file, line)
            before.take(step)


@dataclass
class _Before:
    """What was asked so far."""

    things: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)

    def findings(self, step: Step, file: str, line: int) -> Iterator[ScriptBroken]:
        """What this step repeats over and nobody asked for, or asks for the second time."""
        each = getattr(step, "each", None)
        if each is not None and each not in self.things:
            yield ScriptBroken("{file}, line {line}: nothing before this asks for {key}. Put it later.",
                               file=file, line=line, key=each)
        for name in sorted(self.fields & _details(step)):
            yield ScriptBroken("{file}, line {line}: a form before this has a field `{key}` too. Give it another id.",
                               file=file, line=line, key=name)

    def take(self, step: Step) -> None:
        """This step has been asked."""
        self.fields |= _details(step)
        if isinstance(step, Domains):
            self.things.add("domains")
        elif isinstance(step, Ask) and step.keeps in _MAKES:
            self.things.add(_MAKES[step.keeps])


def _details(step: Step) -> set[str]:
    return set(step.fields) if isinstance(step, Form) and step.keeps == "detail" else set()


def _named(step: Step) -> tuple[str, ...]:
    """Topics that a step names."""
    match step:
        case Ask():
            return step.beside
        case Pick():
            return (*step.beside, *step.topics)
        case _:
            return ()


def _intros(topic: Topic, source: Source, written: Collection[str]) -> Iterator[ScriptBroken]:
    """Introductions to nothing; those of a step that is written, but left out by a pack, may stay."""
    places = {place for step in topic.steps for place in _places(step)}
    left_out = set(written) - {step.id for step in topic.steps}
    for name in topic.intros:
        if name not in places and name.partition("/")[0] not in left_out:
            yield ScriptBroken("{file}, line {line}: `{key}` is no step or part of this topic. Look at its spelling.",
                               file=source.file, line=source.line(("intros", name)), key=name)


def _places(step: Step) -> Iterator[str]:
    """Where in a step something can be said: the step itself, and its parts."""
    yield step.id
    parts: Sequence[str]
    match step:
        case TwoSides():
            parts = list(step.sides)
        case Day():
            parts = list(step.moments)
        case Form():
            parts = list(step.fields)
        case Weigh():
            parts = _WEIGHED
        case People():
            parts = _OF_A_PERSON
        case Domains():
            parts = _OF_A_DOMAIN
        case Steps():
            parts = _OF_STEPS
        case WhoDoes():
            parts = _OF_TASKS
        case _:
            parts = ()
    for part in parts:
        yield f"{step.id}/{part}"


def _line_of(source: Source, step_id: str) -> int:
    """The line of a step in the file; of the file's beginning when a pack left this step as it was."""
    steps = _steps_of(source)
    return source.line(("steps", steps.index(step_id))) if step_id in steps else 1


def _id(data: Plain) -> str:
    return str(data.get("id", "")) if isinstance(data, dict) else ""


def _steps_of(source: Source) -> list[str]:
    """The ids of the steps that stand in the file."""
    steps = source.data.get("steps") if isinstance(source.data, dict) else None
    return [_id(step) for step in steps] if isinstance(steps, list) else []
