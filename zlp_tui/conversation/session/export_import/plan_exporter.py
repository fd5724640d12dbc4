"""`SessionExporter`: files of the plan that is on the table. Implements `PlanExporter`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zlp_tui.conversation.ports.plan_exporting import ExportOrder, FirstWords, KnownForm
from zlp_tui.conversation.session.export_import.plan_export import export_source, tell_export, write_in_turn
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.due.figures import Rules
from zlp_tui.errors import Refused
from zlp_tui.exports.export_file import file_name
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.exports.forms import FORMS, form_of, made_with_progress
from zlp_tui.exports.preview import preview_of
from zlp_tui.opened_file import open_file
from zlp_tui.plan.view import Person

_FEW: Final = 5
"""So many lines are told of how a file begins."""


@dataclass(frozen=True, slots=True)
class SessionExporter:
    """`home` is the folder of zlp, where it is noted which file is being made."""

    plan: LoadedPlan
    home: Path
    rules: Callable[[], Mapping[str, Rules]]

    def forms(self) -> tuple[KnownForm, ...]:
        """All forms."""
        return tuple(
            KnownForm(
                form.id, form.title_msgid, form.for_whom_msgid, form.group.title_msgid, form.group.for_client,
                form.comes_large, form.has_words,
            )
            for form in FORMS
        )

    def readers(self) -> tuple[Person, ...]:
        """The client first."""
        view = self.plan.view
        return view.client_person, *(person for person in view.people if person.id != view.client)

    def folders(self) -> tuple[Path, ...]:
        """Those of documents and of the desktop, as the system calls them, else the user's own."""
        from platformdirs import user_desktop_path, user_documents_path

        usual = (user_documents_path(), user_desktop_path())
        return tuple(folder for folder in usual if folder.is_dir()) or (Path.home(),)

    def first_words(self, order: ExportOrder) -> FirstWords:
        """Read from the file itself, which is made for that."""
        form = form_of(order.form)
        told = preview_of(form, form.make(self._source(order)))
        return FirstWords(told.lines[:_FEW], told.pages)

    def write(self, order: ExportOrder, folder: Path, tell: Callable[[int, int], None]) -> Path:
        """Make the file."""
        form = form_of(order.form)
        if not folder.is_dir():
            raise Refused("This folder is not there: {folder}", folder=folder)
        source = self._source(order)
        content, file = made_with_progress(form, source, tell), folder / file_name(form, source.context.today)
        tell_export(self.plan, form, order.reader)
        write_in_turn(self.home, file, content)
        return file

    def _source(self, order: ExportOrder) -> ExportSource:
        return export_source(self.plan, order.reader, self.rules(), large=order.large)

    def open(self, file: Path) -> None:
        """Show it."""
        open_file(file)
