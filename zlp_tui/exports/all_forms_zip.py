"""All forms of a plan in one zip, to take along to where zlp is not: what was said stays readable without it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from zlp_tui.dates import long_date
from zlp_tui.errors import Refused
from zlp_tui.exports.export_source import ExportSource

if TYPE_CHECKING:
    from zlp_tui.exports.forms import ExportForm

_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
"""The moment of every file within the zip, the first that a zip knows: when it was made stands in what can be read."""
_FOR_ITS_OWNER: Final = 0o600 << 16
_UNIX: Final = 3


def all_forms_zip(source: ExportSource, forms: Iterable[ExportForm]) -> bytes:
    """The zip: the same bytes for the same plan at the same moment. A form that this plan has nothing for is left
    out."""
    made = dict(_made(source, forms))
    read_me = source.context.tr("READ_ME.txt")
    files = {read_me: _read_me(source, made)} | {_name(form): content for form, content in made.items()}
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = ZipInfo(name, _MOMENT)
            info.compress_type, info.external_attr, info.create_system = ZIP_DEFLATED, _FOR_ITS_OWNER, _UNIX
            archive.writestr(info, content)
    return written.getvalue()


def _made(source: ExportSource, forms: Iterable[ExportForm]) -> Iterator[tuple[ExportForm, bytes]]:
    for form in forms:
        try:
            yield form, form.make(source)
        except Refused:
            continue


def _name(form: ExportForm) -> str:
    return f"plan-{form.id}.{form.ending}"


def _read_me(source: ExportSource, made: Mapping[ExportForm, bytes]) -> bytes:
    """What each file is, and for whom."""
    tr = source.context.tr
    lines = (
        tr("This is all of a care and life plan that was made with zlp."),
        tr("Made on {day}.", day=long_date(source.context.today, tr.locale)),
        tr("No program of ours is needed to read it. Begin with {file}.", file=_name(next(iter(made)))) if made else "",
        tr("Whoever has these files can read them. Keep them in a safe place."),
        "",
        *(f"{_name(form)}\n    {tr(form.for_whom_msgid)}" for form in made),
    )
    return ("\r\n".join("\n".join(lines).split("\n")) + "\r\n").encode("utf-8-sig")
