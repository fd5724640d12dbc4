"""`PlanExportTalks`: the talk to take a plan along: which form, for whom, how large, and where. Implements
`ExportsOfPlan`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from zlp_tui.conversation.ports.key_dialogue import KeyDone, KeyOption, KeyQuestion, KeyStep, KeyWork
from zlp_tui.conversation.ports.plan_exporting import ExportOrder, KnownForm, PlanExporter
from zlp_tui.dates import join_names
from zlp_tui.errors import NotFound, Refused
from zlp_tui.i18n import Catalogue

_LARGE, _OPEN = "large", "open"
_Back = Callable[[], KeyQuestion] | None
"""What leads to the question before; None from the first one."""
_FEW: Final = 8
"""So many parts are named before a file is made."""


class PlanExportTalks:
    """The talks about one plan that is open. Each question leads back to the one before it."""

    def __init__(self, exporter: PlanExporter, tr: Catalogue) -> None:
        self._exporter = exporter
        self._tr = tr

    def forms(self) -> tuple[KeyOption, ...]:
        """All forms, each with one sentence on who it is for."""
        tr = self._tr
        return tuple(KeyOption(form.id, tr(form.title_msgid), tr(form.for_whom_msgid)) for form in self._known())

    def begin(self, form: str) -> KeyStep:
        """The conversation about one form; `NotFound` when there is none of this id."""
        found = next((known for known in self._known() if known.id == form), None)
        if found is None:
            raise NotFound("There is no form of this name.")
        readers = self._exporter.readers()
        return self._for_whom(found) if len(readers) > 1 else self._how_large(found, readers[0].id)

    def ask(self) -> KeyQuestion:
        """Which form is wanted."""
        tr = self._tr
        return KeyQuestion(
            tr("On paper"), tr("What is to be taken along?"), lambda picked, _: self.begin(picked),
            options=self.forms(),
        )

    def _known(self) -> tuple[KnownForm, ...]:
        return self._exporter.forms()

    def _heading(self, form: KnownForm) -> str:
        return self._tr("On paper: {form}", form=self._tr(form.title_msgid))

    def _for_whom(self, form: KnownForm) -> KeyQuestion:
        tr = self._tr
        return KeyQuestion(
            self._heading(form), tr("For whom is it?"),
            lambda picked, _: self._how_large(form, picked, partial(self._for_whom, form)),
            told=(tr("What somebody may not read is not in it."),),
            options=tuple(KeyOption(person.id, person.called) for person in self._exporter.readers()),
        )

    def _how_large(self, form: KnownForm, reader: str, back: _Back = None) -> KeyStep:
        if form.comes_large:
            return self._letters(form, reader, back)
        return self._looked_at(form, ExportOrder(form.id, reader), back)

    def _letters(self, form: KnownForm, reader: str, back: _Back) -> KeyQuestion:
        tr, again = self._tr, partial(self._letters, form, reader, back)
        return KeyQuestion(
            self._heading(form), tr("How large are the letters?"),
            lambda picked, _: self._looked_at(form, ExportOrder(form.id, reader, picked == _LARGE), again),
            options=(KeyOption("usual", tr("As in a book")), KeyOption(_LARGE, tr("Large, easy to read"))), back=back,
        )

    def _looked_at(self, form: KnownForm, order: ExportOrder, back: _Back) -> KeyWork:
        """What will stand in it is read first: that takes a moment."""
        tr = self._tr

        def run(tell: Callable[[str], None]) -> KeyQuestion:
            return self._where(form, order, self._exporter.contents(order), back)

        return KeyWork(tr("The plan is read. One moment please."), run)

    def _where(self, form: KnownForm, order: ExportOrder, contents: tuple[str, ...], back: _Back) -> KeyQuestion:
        tr = self._tr
        few = contents[:_FEW]
        told = [tr(form.for_whom_msgid)]
        if few:
            told.append(tr("In it stands: {parts}.", parts=join_names(few, tr.locale)))
        folders = self._exporter.folders()
        return KeyQuestion(
            self._heading(form), tr("In which folder is it to stand?"),
            lambda picked, typed: self._written(order, Path(picked or _in_home(typed))),
            told=(*told, tr("Choose a folder, or type another one.")),
            options=tuple(KeyOption(str(folder), folder.name or str(folder)) for folder in folders), field="words",
            back=back,
        )

    def _written(self, order: ExportOrder, folder: Path) -> KeyWork:
        tr = self._tr

        def run(tell: Callable[[str], None]) -> KeyQuestion:
            return self._stands(self._exporter.write(order, folder))

        return KeyWork(tr("The file is made. One moment please."), run)

    def _stands(self, file: Path) -> KeyQuestion:
        """Where it stands; and it may be looked at."""
        tr = self._tr

        def answer(picked: str, typed: str) -> KeyDone:
            if picked == _OPEN:
                self._exporter.open(file)
            return KeyDone(tr("It stands in: {folder}", folder=file.parent))

        return KeyQuestion(
            tr("On paper"), tr("It is there. This is where it stands:"), answer, code=(str(file.parent), file.name),
            options=(KeyOption("done", tr("Good")), KeyOption(_OPEN, tr("Open it, to look at it or print it"))),
        )


def _in_home(typed: str) -> str:
    """A folder as it was typed, from the user's own; `Refused` for nothing."""
    words = typed.strip()
    if not words:
        raise Refused("Type something first")
    return str(Path.home() / Path(words).expanduser())
