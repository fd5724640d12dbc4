"""Each form of each plan: it is made, twice the same, and no word of anybody means anything but itself (F04-F08)."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import cast
from zipfile import ZipFile

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator
from lxml import html
from markdown_it import MarkdownIt

from tests.tools.exported import FORMULAS, empty, example, hostile
from zlp_tui.exchange.agreements_csv import shielded
from zlp_tui.exchange.page_style import DARK, LIGHT, Colours
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.exports.form_makers import MAKERS
from zlp_tui.exports.forms import ALL_TOGETHER, FORMS, ExportForm, form_of
from zlp_tui.plan.access import Readers
from zlp_tui.plan.readable import readable
from zlp_tui.plan.serialization import from_json
from zlp_tui.plan.view import Detail, Voice
from zlp_tui.text import one_line, visible

PLANS = {"example": example, "empty": empty, "hostile": hostile}
SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "export.schema.json"


def made(form: str, source: ExportSource) -> str:
    return form_of(form).make(source).decode("utf-8-sig")


def parsed(text: str) -> html.HtmlElement:
    return cast("html.HtmlElement", html.document_fromstring(text))


def found(page: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    return cast("list[html.HtmlElement]", page.xpath(path))


def values(page: html.HtmlElement, path: str) -> list[str]:
    return cast("list[str]", page.xpath(path))


def test_each_form_has_what_makes_it() -> None:
    assert {*MAKERS, ALL_TOGETHER} == {form.id for form in FORMS}


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_each_form_of_each_plan_is_made_and_made_the_same_again(form: ExportForm, plan: str) -> None:
    source = PLANS[plan]()
    content = form.make(source)
    assert content == form.make(source)
    assert len(content) > 40
    if form.is_text:
        text = content.decode("utf-8-sig")
        steering = {c for c in text if unicodedata.category(c) in ("Cc", "Cs") and c not in "\r\n\t"}
        assert not steering and not {*"\u202e\u2066\u200b\ufeff\u2028"} & {*text}


def test_f04_no_cell_is_a_formula_and_each_gives_back_what_was_said() -> None:
    """Also `=` behind a blank, full-width twins, and quotes, semicolons and line ends within a cell."""
    content = form_of("csv").make(hostile())
    assert content.startswith(b"\xef\xbb\xbf\"") and content.endswith(b"\"\r\n")
    heading, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert {len(row) for row in rows} == {len(heading)}
    assert not [cell for row in rows for cell in row if cell.strip()[:1] in {*"=+-@＝＋－＠"} - {""}]
    view = hostile().view
    wants = {agreement.id: agreement.want for agreement in view.agreements}
    assert {row[-1]: row[0].removeprefix("'") for row in rows} == {
        row[-1]: visible(wants[row[-1]]) for row in rows
    }
    assert len(rows) == len(view.active_agreements())


def test_f04_every_formula_is_shielded_and_an_apostrophe_is_not_lost() -> None:
    for cell in FORMULAS:
        assert shielded(cell).removeprefix("'") == cell
        assert shielded(cell).strip()[0] not in "=+-@\t＝＋－＠"


def test_f05_a_calendar_is_read_back_and_tells_neither_who_nor_what() -> None:
    content, source = form_of("ics").make(hostile()), hostile()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.count(b"\r\n") == content.count(b"\n") == content.count(b"\r")
    events = list(Calendar.from_ical(content).walk("VEVENT"))
    assert events and len({str(event["uid"]) for event in events}) == len(events)
    assert {str(event["class"]) for event in events} == {"PRIVATE"}
    ours = form_of("ics").make(example())
    assert {str(event["summary"]) for event in events} <= {
        str(event["summary"]) for event in Calendar.from_ical(ours).walk("VEVENT")
    }
    assert source.view.client_person.name.encode() not in content


def test_an_event_keeps_its_uid_when_it_is_made_on_another_day() -> None:
    source = example()
    later = replace(source, made_at=source.made_at + timedelta(days=3))
    first, second = (
        [str(event["uid"]) for event in Calendar.from_ical(form_of("ics").make(one)).walk("VEVENT")]
        for one in (source, later)
    )
    assert first == second


def test_f08_the_json_is_all_of_this_client_and_gives_back_the_same_plan() -> None:
    """Every note, the plan as it was agreed on each time, and nothing of another plan."""
    source = example()
    document = json.loads(form_of("json").make(source))
    Draft202012Validator(json.loads(SCHEMA.read_text())).validate(document)
    client = Readers.of(source.view.client)
    filled_in = tuple(Detail(**detail | {"voice": Voice(**detail["voice"])}) for detail in document["filled_in"])
    plan = readable(from_json(document["plan"]), client)
    counted = source.view.tallies  # from the notes
    assert replace(plan, details=filled_in, tallies=counted) == source.view
    assert len(plan.details) == len(filled_in)
    assert [edition["number"] for edition in document["editions"]] == [1, 2]
    for edition, kept in zip(document["editions"], source.read_editions(), strict=True):
        then = readable(from_json(edition["plan"]), client)
        assert replace(then, tallies=kept.view.tallies) == kept.view
    assert "Willem Hoekstra" not in json.dumps(document)


def test_the_markdown_shows_every_word_and_makes_nothing_of_it() -> None:
    source, tokens = hostile(), MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(made("md", hostile()))
    spans = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *spans)}
    assert kinds <= {
        "heading_open", "heading_close", "paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close",
        "list_item_open", "list_item_close", "inline", "text", "strong_open", "strong_close", "hardbreak",
        "text_special",
    }
    told = " ".join(
        "".join(" " if span.type == "hardbreak" else span.content for span in token.children or ()) for token in tokens
    )
    for said in source.view.live_statements:
        assert one_line(said.text) in told


def test_the_page_of_html_runs_nothing_and_shows_every_word() -> None:
    text = made("html", hostile())
    page = parsed(text)
    assert not found(page, "//script | //link | //img | //iframe | //object | //form | //base")
    assert not values(page, "//@*[starts-with(name(), 'on')]")
    assert {href[:1] for href in values(page, "//@href")} == {"#"}
    assert "default-src 'none'" in values(page, "//meta[@http-equiv]/@content")[0]
    told = " ".join(page.text_content().split())
    for said in hostile().view.live_statements:
        assert one_line(said.text) in told


@pytest.mark.parametrize("form", ["html", "evidence"])
@pytest.mark.parametrize("plan", PLANS)
def test_a_page_has_landmarks_headings_in_order_and_no_name_in_its_title(plan: str, form: str) -> None:
    source = PLANS[plan]()
    page = parsed(made(form, source))
    assert page.get("lang") == "nl" and found(page, "//meta[@name='viewport']")
    assert [len(found(page, f"//body/{mark}")) for mark in ("header", "main", "footer")] == [1, 1, 1]
    assert all(nav.get("aria-label") for nav in found(page, "//nav"))
    levels = [int(heading.tag[1]) for heading in found(page, "//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = values(page, "//@id")
    assert len(ids) == len({*ids}) and {href[1:] for href in values(page, "//@href")} <= {*ids}
    title = found(page, "//title")[0].text
    assert title and source.view.client_person.name not in title


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_colours_of_a_page_are_readable(colours: Colours) -> None:
    """WCAG 1.4.6: 7 to 1 for all text."""
    for name in ("text", "quiet", "strong"):
        lighter, darker = sorted((_luminance(colours[name]), _luminance(colours["page"])), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 7, name


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_what_the_law_wants_is_shown_with_where_it_stands_or_that_it_was_not_found() -> None:
    page = parsed(made("evidence", example()))
    wanted = {heading.text: heading for heading in found(page, "//h3")}
    outdoors, own_plan = (found(wanted[title], "following-sibling::*") for title in (
        "Elke dag buiten zijn", "Dat een eigen plan inleveren mag",
    ))
    assert outdoors[0].text == "Besluit langdurige zorg 6.1.1" and found(outdoors[1], ".//p[@class='words']")
    assert own_plan[1].text_content().strip() == "Niet gevonden."
    nothing = parsed(made("evidence", empty()))
    assert {item.text_content() for item in found(nothing, "//main//li")} <= {"Niet gevonden."}


def test_the_zip_holds_every_form_and_says_what_each_is() -> None:
    """A new form is in it by itself."""
    source = example()
    with ZipFile(io.BytesIO(form_of("exit").make(source))) as archive:
        names = archive.namelist()
        read_me = archive.read("LEESMIJ.txt").decode("utf-8-sig")
        assert archive.testzip() is None
        held = {name.removeprefix("plan-").split(".")[0] for name in names[1:]}
        assert held == {form.id for form in FORMS} - {"exit"}
        assert archive.read("plan-json.json") == form_of("json").make(source)
    assert all(name in read_me for name in names[1:])
    assert max(map(len, read_me.splitlines())) < 90
