"""What a reader may not see is in no form: it is as if it was never said, in words, names, counts and dates."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.tools.book import Clock
from tests.tools.exported import AT, source_in
from tests.tools.given import given as granting
from tests.tools.given import said, scopes_of
from tests.tools.laws import examples
from tests.tools.marked import MARKED_DOMAINS, MARKED_TOPICS, marked_plan, marks
from zlp_tui.exports.export_source import ExportSource, no_editions
from zlp_tui.exports.forms import FORMS
from zlp_tui.store.store import open_store

SENSITIVE = "sexuality-and-intimacy"
NAME = "Annie de Vries"
HIDDEN = st.frozensets(st.sampled_from(MARKED_TOPICS + MARKED_DOMAINS), min_size=1, max_size=4)


def told(name: str, content: bytes) -> object:
    """What a form tells, without the numbers of changes: those count what was written, and say nothing of it."""
    if name.endswith(".zip"):
        with ZipFile(io.BytesIO(content)) as archive:
            return {inner: told(inner, archive.read(inner)) for inner in archive.namelist()}
    if not name.endswith("json.json"):
        return content.replace(b"\\", b"")  # as Markdown has it before `_`
    document = json.loads(re.sub(rb'"seq": \d+', b'"seq": 0', content))
    plans = (document["plan"], *(edition["plan"] for edition in document["editions"]))
    for plan in plans:  # that a life domain is hidden may be seen
        plan["domains"] = [domain for domain in plan["domains"] if domain["relevance"]]
    return document


def forms_of(source: ExportSource) -> dict[str, object]:
    return {form.id: told(f"{form.id}.{form.ending}", form.make(source)) for form in FORMS}


@pytest.mark.timeout(240)
@settings(max_examples=examples(2), deadline=None, phases=(Phase.generate,))
@given(hidden=HIDDEN)
def test_a_form_for_somebody_is_of_the_plan_in_which_what_is_hidden_was_never_said(hidden: frozenset[str]) -> None:
    with TemporaryDirectory() as folder:
        sources = []
        for home, without in ((Path(folder, "whole"), frozenset[str]()), (Path(folder, "part"), hidden)):
            client, sanne = marked_plan(home, without)
            closed = tuple((sanne, scope, False) for scope in scopes_of(*sorted(hidden)))
            granting(home, Clock(AT), client, (sanne, "everything", True), *closed)
            sources.append(source_in(home, NAME, sanne))
        whole, part = map(forms_of, sources)
        assert whole == part
        assert not [mark for mark in marks(whole) if mark & hidden]


def test_the_client_has_all_of_it_and_who_may_see_nothing_has_no_word_of_it(tmp_path: Path) -> None:
    """So the law above compares forms that tell something."""
    client, sanne = marked_plan(tmp_path)
    granting(tmp_path, Clock(AT), client, (sanne, "everything", False))
    all_of_it, nothing = (forms_of(source_in(tmp_path, NAME, reader)) for reader in (client, sanne))
    for form in ("html", "md", "json"):
        assert len(marks(all_of_it[form])) > 20
    assert len(marks(all_of_it["csv"])) > 3
    assert marks(nothing) == set()


def test_what_was_agreed_on_then_is_told_as_far_as_one_may_read_it_now(tmp_path: Path) -> None:
    client, sanne = marked_plan(tmp_path)
    granting(tmp_path, Clock(AT), client, (sanne, "everything", True), (sanne, "topic:personal-details", False))
    source = source_in(tmp_path, NAME, sanne)
    views = (source.view, *(edition.view for edition in source.read_editions()))
    assert len(views) == 3 and all(map(marks, views))
    assert not [mark for view in views for mark in marks(view) if "personal-details" in mark]


def test_no_form_has_anything_of_a_citizen_service_number(tmp_path: Path) -> None:
    """Not even for the client; here a file was changed from outside."""
    marked_plan(tmp_path)
    store = open_store(tmp_path / "plans.db", clock=lambda: AT)
    with store.writing() as session:
        session.run("UPDATE detail SET field = 'bsn' WHERE field = 'phone'", ())
    store.close()
    source = replace(source_in(tmp_path, NAME), read_editions=no_editions)  # those were made when it was a phone number
    assert "personal-details" not in {mark for found in marks(forms_of(source)) for mark in found}


def test_a_sensitive_part_of_life_is_for_others_only_where_the_client_opened_it(tmp_path: Path) -> None:
    """Until then nobody was asked about anything, and at the table she would see all of it. Paper is read elsewhere."""
    client, sanne = marked_plan(tmp_path)
    said(tmp_path, Clock(AT), client, "Dat is van ons.", SENSITIVE)

    def readers_of_it() -> list[bool]:
        sources = (source_in(tmp_path, NAME, reader) for reader in (client, sanne))
        forms = [form for form in FORMS if form.id not in ("exit", "booklet")]  # all again, and the script
        return ["Dat is van ons." in repr([form.make(source) for form in forms]) for source in sources]

    assert readers_of_it() == [True, False]
    granting(tmp_path, Clock(AT), client, (sanne, "everything", True), (sanne, f"domain:{SENSITIVE}", True))
    assert readers_of_it() == [True, True]
