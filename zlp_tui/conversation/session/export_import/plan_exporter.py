"""`SessionExporter`: files of the plan that is on the table. Implements `PlanExporter`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from zlp_tui.conversation.ports.plan_exporting import ExportOrder, KnownForm, MadeExport
from zlp_tui.conversation.session.export_import.plan_export import export_source, tell_export, write_in_turn
from zlp_tui.conversation.session.loaded_plan import LoadedPlan
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.due.figures import Rules
from zlp_tui.errors import Refused
from zlp_tui.exports.export_file import file_name
from zlp_tui.exports.export_source import ExportSource
from zlp_tui.exports.forms import FORMS, form_of
from zlp_tui.exports.preview import preview_of
from zlp_tui.opened_file import open_file
from zlp_tui.plan.access import Readers
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

    def make(self, order: ExportOrder) -> MadeExport:
        """The bytes, and what stands in them."""
        form, source = form_of(order.form), self._source(order)
        content, made_of = form.make(source), self._made_of(source)
        told = preview_of(form, content)
        return MadeExport(order, told.lines[:_FEW], told.pages, content, made_of)

    def write(
        self, order: ExportOrder, folder: Path, tell: Callable[[int, int], None], made: MadeExport | None = None
    ) -> Path:
        """Write the file."""
        form = form_of(order.form)
        if not folder.is_dir():
            raise Refused("This folder is not there: {folder}", folder=folder)
        source = self._source(order)
        if made is not None and made.order == order and made.made_of == self._made_of(source):
            content = made.content
        else:
            content = form.make(source, tell)
        file = folder / file_name(form, source.context.today)
        tell_export(self.plan, form, order.reader)
        write_in_turn(self.home, file, content)
        return file

    def _source(self, order: ExportOrder) -> ExportSource:
        return export_source(self.plan, order.reader, self.rules(), large=order.large)

    def _made_of(self, source: ExportSource) -> tuple[PlanContext, Readers]:
        """What a form follows from, apart from the moment. What another window wrote is read into the context; whatever
        this one writes or opens gives the readers another leave, which what is read later follows from."""
        return source.context, self.plan.readers_of(source.reader.id)

    def open(self, file: Path) -> None:
        """Show it."""
        open_file(file)
