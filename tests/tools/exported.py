"""Plans as they are exported: one of a year, one in which nothing was said, and one full of hostile words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.tools.evaluated import evaluated
from tests.tools.prepared import dutch, our_rules, our_script
from tests.tools.table import lay_new_plan
from zlp_tui.conversation.session.export_import.plan_export import export_source
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.plan.access import Readers
from zlp_tui.plan.readable import readable
from zlp_tui.plan.serialization import as_json, from_json
from zlp_tui.store.lists.plan_list_rows import plan_list_rows
from zlp_tui.store.store import open_store

AT = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
FORMULAS = ("=1+1", "+31 6", "-2", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠x", " =1", "'=1", "a;b\"c\nd")
HOSTILE = (
    "[/]", "[bold", "[b]x[/b]", "[@click=app.quit]q[/]", "\\[",
    "\x1b]52;c;x\x07", "\x1b[2J", "\x9bx", "a\x00b", "\x08x", "\u202egnirtS",
    "\u2066x", "a\u200bb", "\ufeffx", "a\u2028b",
    "e" + "\u0301" * 500, "👨‍👩‍👧‍👦", "🇳🇱", "❤️", "漢字", "مرحبا",
    *FORMULAS, "a\r\nATTENDEE:mailto:x@y", "a\rb", "x;y,z\\n", "é😊" * 200,
    "<script>alert(1)</script>", "]]>", "&amp;", "<b onclick=x>", "javascript:x", "</style>", "<!-- x -->",
    "#read(\"x\")", "$x$", "@ref", "`code`", "[x](http://x)", "![x](y)", "* x", "- x", "1. x", "# x",
    "a\n\n# kop\n===", "> x",
    "**x**", "__x__", "~~x~~", "x\n---", "|a|b|", "lang" * 2500,
)
_WORDS = frozenset({
    "text", "want", "what", "does", "relation", "for_what", "contact", "informed", "title", "correction",
})


@cache
def example() -> ExportSource:
    """A plan of a year, agreed on twice and looked back on twice, as its client may see it."""
    with TemporaryDirectory() as folder:
        evaluated(Path(folder))
        return source_in(Path(folder), "Annie de Vries")


@cache
def empty() -> ExportSource:
    """A plan in which nothing was said."""
    with TemporaryDirectory() as folder:
        lay_new_plan(Path(folder))
        return source_in(Path(folder), "Annie de Vries")


@cache
def hostile() -> ExportSource:
    """The same with hostile words in the place of all others, and a statement, an agreement and a person for each of
    them. Some no cleaned text has: a file can be changed from outside."""
    source, words = example(), cycle(HOSTILE)

    def put(node: Any) -> Any:  # noqa: ANN401 - a document of JSON
        if isinstance(node, dict):
            return {key: next(words) if key in _WORDS and isinstance(v, str) else put(v) for key, v in node.items()}
        return [put(item) for item in node] if isinstance(node, list) else node

    document = put(as_json(source.view))
    for place, word in (("statements", "text"), ("agreements", "want"), ("people", "relation")):
        like = next(line for line in reversed(document[place]) if not line.get("replaces"))
        document[place] += [like | {"id": f"{place} {number}", word: said} for number, said in enumerate(HOSTILE)]
    view = readable(from_json(document), Readers.of(source.view.client))
    return replace(source, context=replace(source.context, view=view))


def source_in(home: Path, name: str, reader: str | None = None) -> ExportSource:
    """The plan of whoever has this name in a home, for a person of it by id, or for the client; with all
    that is read later."""
    with loaded_in(home, name) as plan:
        source = export_source(plan, reader or plan.view.client, our_rules())
        editions, agreed = source.read_editions(), source.read_agreed()
        new_lines, questions = source.read_new_lines(), source.read_questions()
    return replace(
        source, read_editions=lambda: editions, read_agreed=lambda: agreed, read_new_lines=lambda: new_lines,
        read_questions=lambda: questions,
    )


@contextmanager
def loaded_in(home: Path, name: str) -> Iterator[LoadedPlan]:
    """A plan of a home, loaded."""
    (plan,) = (row.id for row in plan_list_rows(home / "plans.db") if row.name == name)
    store = open_store(home / "plans.db", clock=lambda: AT, read_only=True)
    try:
        yield LoadedPlan(store=store, script=our_script(), tr=dutch(), plan_id=plan, clock=lambda: AT)
    finally:
        store.close()
