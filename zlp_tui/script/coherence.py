"""Whether the topics of a script hang together: what they name is there, and what they repeat over was asked before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.route_coherence import broken_routes
from zlp_tui.script.schema import Step, Topic
from zlp_tui.script.script import Script
from zlp_tui.script.source import Plain, YamlSource
from zlp_tui.script.step_model import Answered
from zlp_tui.script.step_places import places_within
from zlp_tui.script.steps.form_models import Form
from zlp_tui.script.steps.looking_back_models import Still
from zlp_tui.script.steps.pick_models import Domains, PickStep
from zlp_tui.script.steps.word_models import Ask, Tell, TwoSides

_MAKES: Final[Mapping[str, str]] = {"choice": "choices", "goal": "goals", "agreement": "agreements"}
_THERE_WITH: Final[Mapping[str, str]] = {
    "goals-now": "goals", "waiting-goals": "goals", "agreements-now": "agreements", "loose-agreements": "agreements",
}
"""What an evaluation goes along is there once what it was made from is asked for. Who is here, is always known."""

def _not_there(
    step: Step, topics: Collection[str], places: Collection[str], notices: Collection[str]
) -> Iterator[str]:
    """What a step names and nobody wrote; one that a pack leaves out is no fault."""
    yield from (name for name in _named(step) if name not in (places if "/" in name else topics))
    if isinstance(step, Tell):
        yield from (notice for notice in step.also_tells if notice not in notices)
    if isinstance(step, Ask):
        yield from (place for place in (*step.once_said, *step.domain_said) if place not in places)


def incoherences(script: Script, sources: Sequence[YamlSource]) -> Iterator[ScriptBroken]:
    """What does not hang together, topic by topic, at the file that said so last."""
    by_topic = {_id(source.data): source for source in sources}
    places = {f"{_id(source.data)}/{step_id}" for source in sources for step_id in _steps_of(source)}
    yield from _told_places(sources, {*by_topic, *places, *_places_of(script)})
    written_fields = {name for source in sources for name in _fields_of(source)}
    before = _Before()
    for topic in script.topics:
        source = by_topic[topic.id]
        yield from _role_twice(script, topic, source)
        layered = [layer for layer in sources if _id(layer.data) == topic.id]
        written = {step_id for layer in layered for step_id in _steps_of(layer)}
        yield from _intros(topic, source, written)
        for step in topic.steps:
            line = _line_of(source, step.id)
            for name in _not_there(step, by_topic, places, script.notices):
                yield ScriptBroken("{file}, line {line}: `{key}` is not in the script. Look at its spelling.",
                                   file=source.file, line=line, key=name)
            into = getattr(step, "into", None)
            if into is not None and not _takes(script, step, into, places):
                yield ScriptBroken("{file}, line {line}: `{key}` keeps no words like these. Name another step.",
                                   file=source.file, line=line, key=into)
            only_if = step.only_if if isinstance(step, Tell | Ask) else None
            if only_if is not None and not _is_picked(script, only_if, written_fields):
                yield ScriptBroken("{file}, line {line}: no form asks for `{key}` with these options. Look at the ids.",
                                   file=source.file, line=line, key=only_if.field)
            yield from before.findings(topic, step, source.file, line)
            before.take(topic, step)
    yield from broken_routes(script, sources, places | set(by_topic))


@dataclass
class _Before:
    """What was asked so far."""

    things: set[str] = field(default_factory=lambda: {"people-here"})
    fields: dict[str, str | None] = field(default_factory=dict)
    """Each field that was asked for, with the part of the talk in which it was."""

    def findings(self, topic: Topic, step: Step, file: str, line: int) -> Iterator[ScriptBroken]:
        """What this step repeats over and nobody asked for, or asks for the second time.

        The first plan and an evaluation may ask for the same: one never comes past both.
        """
        each = getattr(step, "each", None)
        if each is not None and _THERE_WITH.get(each, each) not in self.things:
            yield ScriptBroken("{file}, line {line}: nothing before this asks for {key}. Put it later.",
                               file=file, line=line, key=each)
        for name in sorted(_details(step) & set(self.fields)):
            if None not in (self.fields[name], topic.part_of) and self.fields[name] != topic.part_of:
                continue
            yield ScriptBroken("{file}, line {line}: a form before this has a field `{key}` too. Give it another id.",
                               file=file, line=line, key=name)

    def take(self, topic: Topic, step: Step) -> None:
        """This step has been asked."""
        self.fields |= dict.fromkeys(_details(step), topic.part_of)
        if isinstance(step, Domains):
            self.things.add("domains")
        elif isinstance(step, Ask) and step.keeps in _MAKES:
            self.things.add(_MAKES[step.keeps])


def _told_places(sources: Sequence[YamlSource], written: Collection[str]) -> Iterator[ScriptBroken]:
    """Places that a summary, an opening or `wishes` tells and nobody wrote; those that a pack leaves out may stay."""
    for source in sources:
        for where, told in _telling(source):
            for name in map(str, _list(told, "tells")):
                if name not in written and name.rpartition("/")[0] not in written:
                    yield ScriptBroken("{file}, line {line}: `{key}` is not in the script. Look at its spelling.",
                                       file=source.file, line=source.line(where), key=name)


def _telling(source: YamlSource) -> Iterator[tuple[tuple[str | int, ...], Plain]]:
    """The parts of summaries, the openings and the places of wishes in a file, each with where it stands."""
    for number, summary in enumerate(_list(source.data, "summaries")):
        for at, part in enumerate(_list(summary, "parts")):
            yield ("summaries", number, "parts", at), part
    for number, opening in enumerate(_list(source.data, "openings")):
        yield ("openings", number), opening
    for number, place in enumerate(_list(source.data, "wishes")):
        yield ("wishes", number), {"tells": [place]}


def _places_of(script: Script) -> Iterator[str]:
    """All places of the script, as `topic/step` and `topic/step/part`."""
    return (f"{topic.id}/{place}" for topic in script.topics for step in topic.steps for place in places_within(step))


def _list(data: Plain, key: str) -> list[Plain]:
    found = data.get(key) if isinstance(data, dict) else None
    return found if isinstance(found, list) else []


def _role_twice(script: Script, topic: Topic, source: YamlSource) -> Iterator[ScriptBroken]:
    """A role that an earlier topic has already: the program finds that one, and never this."""
    first = script.with_role(topic.role) if topic.role else None
    if first is not None and first.id != topic.id:
        yield ScriptBroken("{file}, line {line}: the topic `{key}` has this role too. Give it to one of the two.",
                           file=source.file, line=source.line(("role",)), key=first.id)


def _details(step: Step) -> set[str]:
    return set(step.fields) if isinstance(step, Form) and step.keeps == "detail" else set()


def _is_picked(script: Script, only_if: Answered, written: Collection[str]) -> bool:
    """Whether a field of a form offers the options after which a step is asked. One that is written, but left out by a
    pack, is no fault: then nobody picks it."""
    found = [step.form_fields[only_if.field] for step in script.steps if only_if.field in step.form_fields]
    if not found:
        return only_if.field in written
    return any(set(only_if.is_) <= {option.id for option in field.options} for field in found)


def _fields_of(source: YamlSource) -> Iterator[str]:
    """The ids of the fields of the forms that stand in the file."""
    steps = source.data.get("steps") if isinstance(source.data, dict) else None
    for step in steps if isinstance(steps, list) else []:
        fields = step.get("fields") if isinstance(step, dict) else None
        yield from fields if isinstance(fields, dict) else ()


def _named(step: Step) -> tuple[str, ...]:
    """Topics that a step names."""
    match step:
        case Ask():
            return (*step.beside, *step.offers)
        case PickStep():
            return (*step.beside, *step.topics)
        case Still():
            return step.topics
        case _:
            return ()


def _takes(script: Script, step: Step, into: str, written: Collection[str]) -> bool:
    """Whether the step that `into` names keeps words like those of this one. A step that is written, but left out by
    a pack, keeps what was said there."""
    topic, _, wanted = into.partition("/")
    found = script.find_step(topic, wanted)
    match found:
        case None:
            return into in written
        case Ask():
            return isinstance(step, Ask) and found.keeps == "statement" == step.keeps and found.each is None
        case TwoSides():
            return isinstance(step, TwoSides) and set(step.sides) <= set(found.sides)
        case _:
            return False


def _intros(topic: Topic, source: YamlSource, written: Collection[str]) -> Iterator[ScriptBroken]:
    """Introductions to nothing; those of a step that is written, but left out by a pack, may stay."""
    places = {place for step in topic.steps for place in places_within(step)}
    left_out = set(written) - {step.id for step in topic.steps}
    for name in topic.intros:
        if name not in places and name.partition("/")[0] not in left_out:
            yield ScriptBroken("{file}, line {line}: `{key}` is no step or part of this topic. Look at its spelling.",
                               file=source.file, line=source.line(("intros", name)), key=name)


def _line_of(source: YamlSource, step_id: str) -> int:
    """The line of a step in the file; of the file's beginning when a pack left this step as it was."""
    steps = _steps_of(source)
    return source.line(("steps", steps.index(step_id))) if step_id in steps else 1


def _id(data: Plain) -> str:
    return str(data.get("id", "")) if isinstance(data, dict) else ""


def _steps_of(source: YamlSource) -> list[str]:
    """The ids of the steps that stand in the file."""
    steps = source.data.get("steps") if isinstance(source.data, dict) else None
    return [_id(step) for step in steps] if isinstance(steps, list) else []
