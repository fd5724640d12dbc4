"""The one list of the forms in which a plan is taken along: on paper, or in a file that other programs read.

Light: what makes a form is imported when it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from zlp_tui.errors import NotFound
from zlp_tui.exports import form_makers
from zlp_tui.i18n import message

if TYPE_CHECKING:
    from zlp_tui.exports.export_source import ExportSource, Maker


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Forms that stand together under one heading, a message. `for_client`: they are the client's own, so they are made
    for the client unless somebody says otherwise."""

    title_msgid: str
    for_client: bool = False


AT_HOME: Final = FormGroup(message("On paper, for at home"), for_client=True)
FOR_OTHERS: Final = FormGroup(message("On paper, to give to others"))
FILES: Final = FormGroup(message("As a file, for the computer"))


@dataclass(frozen=True, slots=True)
class ExportForm:
    """A form of export. What it is called, and for whom it is in one sentence, are messages that are translated later.
    """

    id: str
    ending: str
    """The ending of its file, without a dot."""
    media_type: str
    title_msgid: str
    for_whom_msgid: str
    make: Maker
    group: FormGroup = FILES
    comes_large: bool = False
    """Whether it can be had in large letters."""

    @property
    def has_words(self) -> bool:
        """Whether somebody reads it, and not only other programs."""
        return self.media_type == "application/pdf" or self.media_type.startswith("text/")

    @property
    def is_text(self) -> bool:
        """Whether a terminal can show it."""
        return self.media_type.startswith("text/") or self.media_type.endswith("json")


def _html(source: ExportSource) -> bytes:
    from zlp_tui.exchange.html_page import plan_html

    return plan_html(source)


def _markdown(source: ExportSource) -> bytes:
    from zlp_tui.exchange.markdown_page import plan_markdown

    return plan_markdown(source)


def _csv(source: ExportSource) -> bytes:
    from zlp_tui.exchange.agreements_csv import agreements_csv

    return agreements_csv(source)


def _ics(source: ExportSource) -> bytes:
    from zlp_tui.exchange.dates_ics import dates_ics

    return dates_ics(source)


def _evidence(source: ExportSource) -> bytes:
    from zlp_tui.exchange.evidence import evidence

    return evidence(source)


def _json(source: ExportSource) -> bytes:
    from zlp_tui.exchange.plan_document import plan_document

    return plan_document(source)


def _paper(
    group: FormGroup, form_id: str, title: str, for_whom: str, make: Maker
) -> ExportForm:
    return ExportForm(form_id, "pdf", "application/pdf", title, for_whom, make, group, comes_large=True)


PAPER: Final = (
    _paper(
        AT_HOME, "minutes", message("what was said and agreed"),
        message("For the client, to take home right after a talk."), form_makers.minutes,
    ),
    _paper(
        AT_HOME, "plan", message("the whole plan"),
        message("For the client, and for whoever may read all of it."), form_makers.plan,
    ),
    _paper(
        AT_HOME, "who", message("whom to call for what"), message("For beside the telephone."), form_makers.who,
    ),
    _paper(
        AT_HOME, "preparation", message("the questions beforehand"),
        message("For the client, to think about before the talk."), form_makers.preparation,
    ),
    _paper(
        AT_HOME, "rights", message("the sheet of rights"),
        message("For the client and the family: who thinks along, and where to complain."), form_makers.rights,
    ),
    _paper(
        AT_HOME, "booklet", message("the blank booklet"),
        message("For who would rather write than talk at a screen."), form_makers.booklet,
    ),
    _paper(
        AT_HOME, "recovery", message("the sheet for the recovery code"),
        message("For who has a key: to write the code on, and put away."), form_makers.recovery,
    ),
    _paper(
        FOR_OTHERS, "card", message("the day card"),
        message("For who comes to help: what is done when, and what works."), form_makers.day_card,
    ),
    _paper(
        FOR_OTHERS, "poster", message("the poster"),
        message("For on the wall: who somebody is. Once on A4 and once on A3."), form_makers.poster,
    ),
    _paper(
        FOR_OTHERS, "invitation", message("the invitation"),
        message("For who is asked to join the talk."), form_makers.invitation,
    ),
    _paper(
        FOR_OTHERS, "appreciation-card", message("the card with nice words"),
        message("For family and friends, to write on and give back."), form_makers.appreciation_card,
    ),
)
"""All forms on paper, in the order in which they are offered: what is used most comes first in its group."""


def _fhir(source: ExportSource) -> bytes:
    from zlp_tui.exchange.fhir.bundle import fhir

    return fhir(source, form_makers.plan(source))


def _exit(source: ExportSource) -> bytes:
    return _all_forms(source, lambda number, count: None)


def _all_forms(source: ExportSource, tell: Callable[[int, int], None]) -> bytes:
    from zlp_tui.exports.all_forms_zip import all_forms_zip

    def each() -> Iterator[ExportForm]:
        others = [form for form in FORMS if form.make is not _exit]
        for number, form in enumerate(others, start=1):
            tell(number, len(others))
            yield form

    return all_forms_zip(source, each())


def made_with_progress(form: ExportForm, source: ExportSource, tell: Callable[[int, int], None]) -> bytes:
    """As `form.make`; of all forms together it tells before each the how many-th it is, and of how many."""
    return _all_forms(source, tell) if form.make is _exit else form.make(source)


FORMS: Final[tuple[ExportForm, ...]] = (
    *PAPER,
    ExportForm(
        "html", "html", "text/html", message("the plan, to read on a screen"),
        message("For whoever reads the plan on a computer or a phone."), _html,
    ),
    ExportForm(
        "ics", "ics", "text/calendar", message("the dates, for a calendar"),
        message("For whoever wants the dates in their own calendar."), _ics,
    ),
    ExportForm(
        "csv", "csv", "text/csv", message("the agreements, as a table"),
        message("For whoever puts the agreements into a spreadsheet."), _csv,
    ),
    ExportForm(
        "md", "md", "text/markdown", message("the plan, as plain text"),
        message("For whoever works on with the text."), _markdown,
    ),
    ExportForm(
        "evidence", "html", "text/html", message("what the law wants, and where it stands"),
        message("For the inspection and the care office."), _evidence,
    ),
    ExportForm(
        "json", "json", "application/json", message("all of it, for a program"),
        message("For whoever takes the whole plan to another program."), _json,
    ),
    ExportForm(
        "fhir", "json", "application/fhir+json", message("for other programs in care (FHIR)"),
        message("For a care provider whose program reads FHIR."), _fhir,
    ),
    ExportForm(
        "exit", "zip", "application/zip", message("all forms together, to take along"),
        message("For whoever leaves and takes the whole plan along."), _exit,
    ),
)
"""All forms, group by group, in the order in which they are offered."""


def form_of(form_id: str) -> ExportForm:
    """The form with this id; `NotFound` when there is none."""
    for form in FORMS:
        if form.id == form_id:
            return form
    raise NotFound("There is no form of this name.")
