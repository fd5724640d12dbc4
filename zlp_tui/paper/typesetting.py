"""Makes a PDF of a template in `data/print/` and data, with Typst: in this process, from our own fonts alone.

Everything said in a plan goes in as JSON and comes out as text: none of it is ever part of a template's source. A
template reads nothing but the folder of templates. The file is tagged (PDF/UA-1), can be kept for good (PDF/A-2a), and
is the same, byte for byte, for the same plan and the same moment of making.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from zlp_tui import places
from zlp_tui.dates import short_date
from zlp_tui.errors import ZlpError
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.i18n import message
from zlp_tui.paper.pictograms import Pictograms
from zlp_tui.paper.printable import printable

if TYPE_CHECKING:
    from typst import PDFStandard

    Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
    """What a template may be given."""

STANDARDS: Final[list[PDFStandard]] = ["ua-1", "a-2a"]
"""Tagged for who listens to it, and whole for who opens it in twenty years."""


class NotTypeset(ZlpError):
    """A page could not be made. What was said is in no message."""


def typeset(template: str, source: ExportSource, data: Mapping[str, Json], pictograms: Pictograms) -> bytes:
    """The PDF that a template makes of this data. A file says of itself what kind of paper it is: the `name` above it,
    or a `title` where that would hold the name of somebody."""
    return compiled(template, given_to_template(source, data, pictograms), int(source.made_at.timestamp()))


def given_to_template(source: ExportSource, data: Mapping[str, Json], pictograms: Pictograms) -> str:
    """What a template is given, as JSON: this, what stands on every form, and the drawings."""
    given = _cleaned({**_of_each_form(source), "title": data["name"], **data, "pictures": pictograms.pictures})
    return json.dumps(given, ensure_ascii=False)


def compiled(template: str, given: str, made_at: int) -> bytes:
    """The PDF that a template makes of what it is given, at a moment in seconds since 1970."""
    import typst

    folder = places.data() / "print"
    try:
        return typst.compile(
            folder / f"{template}.typ",
            root=folder,
            font_paths=[places.data() / "fonts"],
            ignore_system_fonts=True,
            sys_inputs={"data": given},
            format="pdf",
            pdf_standards=STANDARDS,
            timestamp=made_at,
        )
    except typst.TypstError:
        raise NotTypeset(message("This paper could not be made. Nothing was written.")) from None


def _of_each_form(source: ExportSource) -> dict[str, Json]:
    """What stands on every form: the language, the size of its letters, and the line at the foot of its pages."""
    tr, context = source.context.tr, source.context
    day = short_date(context.today, tr.locale)
    own = source.reader.id == context.view.client
    made = tr("Made on {day}", day=day) if own else tr("Made on {day}, for {name}", day=day, name=source.reader.called)
    return {
        "lang": tr.locale,
        "large": source.large,
        "colour": colour_of(context.view.id),
        "foot": made,
        "page_of": tr("page {page} of {pages}"),
        "drawn_by": tr("Pictures: OpenMoji, CC BY-SA 4.0"),
    }


COLOURS: Final = ("#1d5c74", "#7a3b2e", "#3f5e2b", "#5b3a73", "#7a5200", "#1f5a4d", "#8a2f55", "#35507d")
"""Colours of a plan, dark enough to read white letters on (7:1)."""


def colour_of(plan: str) -> str:
    """The colour of a plan: its own, and the same on every paper."""
    return COLOURS[sum(plan.encode()) % len(COLOURS)]


def _cleaned(data: Json) -> Json:
    """The same with every text as it can be printed."""
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, Mapping):
        return {key: value if key == "pictures" else _cleaned(value) for key, value in data.items()}
    if isinstance(data, Sequence):
        return [_cleaned(value) for value in data]
    return data
