"""Whether a question can be understood on its own page: what “there” or “like this” points at must stand beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, get_args

from zlp_tui.errors import ScriptBroken
from zlp_tui.script.language import Language
from zlp_tui.script.schema import Step
from zlp_tui.script.source import Plain, YamlSource

_ALONE: Final = frozenset(
    kind for model in get_args(get_args(Step)[0]) if model.asks_alone
    for kind in get_args(model.model_fields["kind"].annotation)
)
"""Kinds of step with nothing on their page but the question, unless they say so."""
_SHOWN: Final = ("each", "beside", "from")
"""What puts on the page what a question is about."""
_PARTS: Final = ("sides", "moments", "fields")


def pointing_nowhere(source: YamlSource, language: Language) -> Iterator[ScriptBroken]:
    """Questions that point at something which is on another page, each at its line."""
    data = source.data
    steps = data.get("steps") if isinstance(data, dict) else None
    for number, step in enumerate(steps if isinstance(steps, list) else ()):
        if not isinstance(step, dict) or step.get("kind") not in _ALONE or any(key in step for key in _SHOWN):
            continue
        for where, asked in _asked(step):
            pointed = language.points_at(asked)
            if pointed:
                yield ScriptBroken(
                    "{file}, line {line}: `{key}` points at nothing on this page. Name it, or put it `beside`.",
                    file=source.file, line=source.line(("steps", number, *where)), key=pointed,
                )


def _asked(step: dict[str, Plain]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The question of a step, or those of its parts, with where they stand in it."""
    if isinstance(step.get("ask"), str):
        yield ("ask",), str(step["ask"])
    for name in _PARTS:
        parts = step.get(name)
        for part, question in parts.items() if isinstance(parts, dict) else ():
            if isinstance(question, dict) and isinstance(question.get("ask"), str):
                yield (name, part, "ask"), str(question["ask"])
