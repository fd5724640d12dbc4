"""From the words of a file to a model of the schema, with every fault as file, line and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.meaning import misfits
from zlp_tui.script.question_models import FormField, PickOption
from zlp_tui.script.schema import Step
from zlp_tui.script.source import Plain, YamlSource
from zlp_tui.script.steps.form_models import Form
from zlp_tui.script.steps.pick_models import PickStep

M = TypeVar("M", bound=BaseModel)
MOST: Final = 20
"""Faults told of one file: whoever mends it begins with the first ones."""
Faults = tuple[ScriptBroken, ...]


class Broken(Exception):
    """A file with one fault or more; `faults` go to the user."""

    def __init__(self, faults: Faults) -> None:
        super().__init__(*faults)
        self.faults = faults


def checked(model: type[M], source: YamlSource, data: Plain | None = None) -> M:
    """The model that the file (or `data`, taken from it) describes; raises Broken."""
    try:
        return model.model_validate(source.data if data is None else data)
    except ValidationError as wrong:
        told = list(_told(wrong.errors(include_url=False)))
        raise Broken(_first(source.file, tuple(_fault(source, error) for error in told[:MOST]), len(told))) from wrong


def _first(file: str, faults: Faults, count: int) -> Faults:
    """The first faults of a file, and how many there are beside these."""
    return faults[:MOST] if count <= MOST else (*faults[:MOST], and_more(file, count - MOST))


def and_more(file: str, count: int) -> ScriptBroken:
    """That there are so many faults more than are told."""
    return ScriptBroken("{file}: and there are more faults: {count}. Mend the ones above first.",
                        file=file, line=1, count=count)


def of_first_files(faults: Sequence[ScriptBroken]) -> Faults:
    """The faults of the first files, and how many files with faults there are beside these."""
    files = list(dict.fromkeys(fault.values["file"] for fault in faults))
    told = {*files[:MOST]}
    first = tuple(fault for fault in faults if fault.values["file"] in told)
    if len(files) <= MOST:
        return first
    return (*first, ScriptBroken("There are more files with faults: {count}. Mend the ones above first.",
                                 count=len(files) - MOST, file="", line=1))


def _told(errors: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Without the complaint that a list is too short because of the faults in it, which are told themselves."""
    around = Counter(error["loc"][:end] for error in errors for end in range(len(error["loc"]) + 1))
    for error in errors:
        if error["type"] != "too_short" or around[error["loc"]] == 1:
            yield error


def _fault(source: YamlSource, error: ErrorDetails) -> ScriptBroken:
    """One fault of pydantic, in words for whoever writes a script. A fault we have no words for names its place."""
    where = _in_file(error["loc"])
    key = next((part for part in reversed(where) if isinstance(part, str)), "")
    file, line = source.file, source.line(where)
    wanted = error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            return ScriptBroken(
                "{file}, line {line}: `{key}` is not known here. Look at its spelling and its indentation.",
                file=file, line=line, key=key,
            )
        case "missing":
            return ScriptBroken("{file}, line {line}: `{key}` is missing here. Write it down.",
                                file=file, line=line, key=key)
        case "literal_error" | "enum" | "union_tag_invalid":
            choices = wanted.get("expected") or wanted.get("expected_tags", "")
            return ScriptBroken(
                "{file}, line {line}: this cannot stand at `{key}`. Choose one of these: {choices}.",
                file=file, line=line, key=_named(key, error), choices=str(choices).replace(" or ", ", "),
            )
        case "union_tag_not_found":
            return ScriptBroken("{file}, line {line}: `{key}` is missing here. Write it down.",
                                file=file, line=line, key="kind")
        case "string_pattern_mismatch":
            return ScriptBroken(
                "{file}, line {line}: an id has small letters, digits and hyphens only, and begins with a letter.",
                file=file, line=line,
            )
        case "string_type":
            return ScriptBroken("{file}, line {line}: one text is wanted at `{key}`. Put it between double quotes.",
                                file=file, line=line, key=key)
        case "tuple_type" | "list_type":
            return ScriptBroken("{file}, line {line}: a list is wanted at `{key}`. Begin its lines with a hyphen.",
                                file=file, line=line, key=key)
        case "string_too_short" | "too_short":
            return ScriptBroken("{file}, line {line}: there is too little at `{key}`. Add to it, or take it away.",
                                file=file, line=line, key=key)
        case "string_too_long" | "too_long":
            return ScriptBroken("{file}, line {line}: there is too much at `{key}`. Make it shorter.",
                                file=file, line=line, key=key)
        case _:
            return ScriptBroken("{file}, line {line}: `{key}` is not as it should be. Look in docs/script.md.",
                                file=file, line=line, key=key)


def _in_file(loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The path as it stands in the file: pydantic puts a step's kind behind its number, and `ask` is also a key."""
    return (*loc[:2], *loc[3:]) if loc[:1] == ("steps",) else loc


def _named(key: str, error: ErrorDetails) -> str:
    return "kind" if error["type"] == "union_tag_invalid" else key


def named_after_file(source: YamlSource) -> None:
    """A topic stands in the file of its own name, so that it can be found; raises ScriptBroken."""
    wanted = Path(source.file).stem
    if isinstance(source.data, dict) and source.data.get("id") == wanted:
        return
    raise ScriptBroken("{file}, line {line}: the id and the name of the file differ. Write `id: {key}`.",
                       file=source.file, line=source.line(("id",)), key=wanted)


def sound(steps: Sequence[Step], source: YamlSource) -> None:
    """Whether the parts of each step agree with each other, and their ids differ; raises Broken when not."""
    faults = tuple(_disagreements(steps, source))
    if faults:
        raise Broken(_first(source.file, faults, len(faults)))


def _disagreements(steps: Sequence[Step], source: YamlSource) -> Iterator[ScriptBroken]:
    seen: set[str] = set()
    for number, step in enumerate(steps):
        if step.id in seen:
            yield _twice(source.file, source.line(("steps", number)), step.id)
        seen.add(step.id)
        yield from _step_disagreements(step, source, number)


def _step_disagreements(step: Step, source: YamlSource, number: int) -> Iterator[ScriptBroken]:
    line = source.line(("steps", number))
    for key, choices in misfits(step):
        yield ScriptBroken("{file}, line {line}: this cannot stand at `{key}`. Choose one of these: {choices}.",
                           file=source.file, line=source.line(("steps", number, key)), key=key, choices=choices)
    match step:
        case PickStep():
            yield from _options_twice(step.options, source.file, line)
            if not step.options and step.from_ is None:
                yield ScriptBroken("{file}, line {line}: there is nothing to pick here. Write `options` or `from`.",
                                   file=source.file, line=line)
        case Form():
            before: dict[str, FormField] = {}
            for field_id, field in step.fields.items():
                spot = source.line(("steps", number, "fields", field_id))
                yield from _options_twice(field.options, source.file, spot)
                if field.kind == "pick" and not field.options:
                    yield ScriptBroken("{file}, line {line}: there is nothing to pick here. Write `options`.",
                                       file=source.file, line=spot)
                if field.only_if is not None and not _fits(field.only_if.is_, before.get(field.only_if.field)):
                    yield ScriptBroken(
                        "{file}, line {line}: `only_if` names no field above it with that option. Look at both ids.",
                        file=source.file, line=spot,
                    )
                before[field_id] = field
        case _:
            pass


def _fits(option: str, field: FormField | None) -> bool:
    return field is not None and option in {known.id for known in field.options}


def _options_twice(options: tuple[PickOption, ...], file: str, line: int) -> Iterator[ScriptBroken]:
    often = Counter(option.id for option in options)
    for option_id in sorted(option_id for option_id, times in often.items() if times > 1):
        yield _twice(file, line, option_id)


def _twice(file: str, line: int, name: str) -> ScriptBroken:
    return ScriptBroken("{file}, line {line}: the id `{key}` stands here twice. Give one of the two another id.",
                        file=file, line=line, key=name)
