"""The one list of the forms in which a plan is taken along: on paper, or in a file that other programs read.

Light: what makes a form (`form_makers.py`) is imported when one is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from zlp_tui.errors import NotFound
from zlp_tui.i18n import message

if TYPE_CHECKING:
    from zlp_tui.exports.export_source import ExportSource


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

    def make(self, source: ExportSource, tell: Callable[[int, int], None] = lambda number, count: None) -> bytes:
        """The bytes of its file. Of all forms together `tell` hears before each the how many-th it is, and of how many.
        """
        if self.id == ALL_TOGETHER:
            return _all_forms(source, tell)
        from zlp_tui.exports.form_makers import MAKERS

        return MAKERS[self.id](source)


def _paper(group: FormGroup, form_id: str, title: str, for_whom: str) -> ExportForm:
    return ExportForm(form_id, "pdf", "application/pdf", title, for_whom, group, comes_large=True)


PAPER: Final = (
    _paper(
        AT_HOME, "minutes", message("what was said and agreed"),
        message("For the client, to take home right after a talk."),
    ),
    _paper(
        AT_HOME, "plan", message("the whole plan"),
        message("For the client, and for whoever may read all of it."),
    ),
    _paper(
        AT_HOME, "who", message("whom to call for what"), message("For beside the telephone."),
    ),
    _paper(
        AT_HOME, "preparation", message("the questions beforehand"),
        message("For the client, to think about before the talk."),
    ),
    _paper(
        AT_HOME, "rights", message("the sheet of rights"),
        message("For the client and the family: who thinks along, and where to complain."),
    ),
    _paper(
        AT_HOME, "booklet", message("the blank booklet"),
        message("For who would rather write than talk at a screen."),
    ),
    _paper(
        AT_HOME, "recovery", message("the sheet for the recovery code"),
        message("For who has a key: to write the code on, and put away."),
    ),
    _paper(
        FOR_OTHERS, "card", message("the day card"),
        message("For who comes to help: what is done when, and what works."),
    ),
    _paper(
        FOR_OTHERS, "poster", message("the poster"),
        message("For on the wall: who somebody is. Once on A4 and once on A3."),
    ),
    _paper(
        FOR_OTHERS, "invitation", message("the invitation"),
        message("For who is asked to join the talk."),
    ),
    _paper(
        FOR_OTHERS, "appreciation-card", message("the card with nice words"),
        message("For family and friends, to write on and give back."),
    ),
)
"""All forms on paper, in the order in which they are offered: what is used most comes first in its group."""


ALL_TOGETHER: Final = "exit"
"""The id of the zip that holds all other forms."""

FORMS: Final[tuple[ExportForm, ...]] = (
    *PAPER,
    ExportForm(
        "html", "html", "text/html", message("the plan, to read on a screen"),
        message("For whoever reads the plan on a computer or a phone."),
    ),
    ExportForm(
        "ics", "ics", "text/calendar", message("the dates, for a calendar"),
        message("For whoever wants the dates in their own calendar."),
    ),
    ExportForm(
        "csv", "csv", "text/csv", message("the agreements, as a table"),
        message("For whoever puts the agreements into a spreadsheet."),
    ),
    ExportForm(
        "md", "md", "text/markdown", message("the plan, as plain text"),
        message("For whoever works on with the text."),
    ),
    ExportForm(
        "evidence", "html", "text/html", message("what the law wants, and where it stands"),
        message("For the inspection and the care office."),
    ),
    ExportForm(
        "json", "json", "application/json", message("all of it, for a program"),
        message("For whoever takes the whole plan to another program."),
    ),
    ExportForm(
        "fhir", "json", "application/fhir+json", message("for other programs in care (FHIR)"),
        message("For a care provider whose program reads FHIR."),
    ),
    ExportForm(
        ALL_TOGETHER, "zip", "application/zip", message("all forms together, to take along"),
        message("For whoever leaves and takes the whole plan along."),
    ),
)
"""All forms, group by group, in the order in which they are offered."""


def _all_forms(source: ExportSource, tell: Callable[[int, int], None]) -> bytes:
    from zlp_tui.exports.all_forms_zip import all_forms_zip

    def each() -> Iterator[ExportForm]:
        others = [form for form in FORMS if form.id != ALL_TOGETHER]
        for number, form in enumerate(others, start=1):
            tell(number, len(others))
            yield form

    return all_forms_zip(source, each())


def form_of(form_id: str) -> ExportForm:
    """The form with this id; `NotFound` when there is none."""
    for form in FORMS:
        if form.id == form_id:
            return form
    raise NotFound("There is no form of this name.")
