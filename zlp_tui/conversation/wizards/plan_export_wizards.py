"""`PlanExportWizards`: the talk to take a plan along: which form, and then what is usual, which can be had otherwise: for
whom, how large, and where. Implements `ExportsOfPlan`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from zlp_tui.conversation.ports.plan_exporting import NO_WORDS, ExportOrder, FirstWords, KnownForm, PlanExporter
from zlp_tui.conversation.ports.wizard import WizardDone, WizardOption, WizardQuestion, WizardStep, WizardWork
from zlp_tui.errors import NotFound, Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Person
from zlp_tui.text import sentence

_MAKE, _FOLDER, _LETTERS, _READER, _OPEN = "make", "folder", "letters", "reader", "open"
_Back = Callable[[], WizardQuestion] | None
"""What leads to the question before; None from the first one."""

class _Wanted(NamedTuple):
    """What is to be made: a form, for whom, and where it comes to stand."""

    form: KnownForm
    reader: Person
    folder: Path
    large: bool = False

    @property
    def order(self) -> ExportOrder:
        return ExportOrder(self.form.id, self.reader.id, self.large)


class PlanExportWizards:
    """The talks about one plan that is open. Each question leads back to the one before it."""

    def __init__(self, exporter: PlanExporter, tr: Catalogue) -> None:
        self._exporter = exporter
        self._tr = tr

    def forms(self) -> tuple[WizardOption, ...]:
        """All forms, each with its heading and one sentence on who it is for."""
        tr = self._tr
        return tuple(
            WizardOption(form.id, sentence(tr(form.title_msgid)), tr(form.for_whom_msgid), tr(form.group_msgid))
            for form in self._exporter.forms()
        )

    def begin(self, form: str) -> WizardStep:
        """The conversation about one form; `NotFound` when there is none of this id.

        What is the client's own is made for the client; of another form it is asked for whom, as nothing may be read
        by somebody because nobody thought of it.
        """
        found = next((known for known in self._exporter.forms() if known.id == form), None)
        if found is None:
            raise NotFound("There is no form of this name.")
        readers = self._exporter.readers()
        if found.for_client or len(readers) == 1:
            return self._looked_at(_Wanted(found, readers[0], self._exporter.folders()[0]))
        return self._for_whom(found)

    def ask(self) -> WizardQuestion:
        """Which form is wanted."""
        tr = self._tr
        return WizardQuestion(
            tr("On paper"), tr("What is to be taken along?"), lambda picked, _: self.begin(picked),
            options=self.forms(),
        )

    def _heading(self, form: KnownForm) -> str:
        return self._tr("On paper: {form}", form=self._tr(form.title_msgid))

    def _for_whom(self, form: KnownForm, before: _Wanted | None = None, back: _Back = None) -> WizardQuestion:
        tr, readers = self._tr, {person.id: person for person in self._exporter.readers()}

        def answer(picked: str, typed: str) -> WizardStep:
            wanted = before or _Wanted(form, readers[picked], self._exporter.folders()[0])
            asked_again = partial(self._for_whom, form, before, back)
            return self._looked_at(wanted._replace(reader=readers[picked]), back if before else asked_again)

        return WizardQuestion(
            self._heading(form), tr("For whom is it?"), answer,
            told=(tr("What somebody may not read is not in it."),),
            options=tuple(WizardOption(person.id, person.called) for person in readers.values()), back=back,
        )

    def _looked_at(self, wanted: _Wanted, back: _Back = None) -> WizardStep:
        """What will stand in it is read first, where somebody can read it: that takes a moment."""
        if not wanted.form.has_words:
            return self._as_usual(wanted, NO_WORDS, back)

        def run(tell: Callable[[str], None]) -> WizardQuestion:
            return self._as_usual(wanted, self._exporter.first_words(wanted.order), back)

        return WizardWork(self._tr("The plan is read. One moment please."), run)

    def _as_usual(self, wanted: _Wanted, words: FirstWords, back: _Back) -> WizardQuestion:
        """One key makes it as it is usually wanted; each other wish is one key too."""
        again = partial(self._as_usual, wanted, words, back)

        def answer(picked: str, typed: str) -> WizardStep:
            if picked == _LETTERS:
                return self._looked_at(wanted._replace(large=not wanted.large), back)
            if picked == _READER:
                return self._for_whom(wanted.form, wanted, again)
            return self._where(wanted, again) if picked == _FOLDER else self._written(wanted)

        return WizardQuestion(
            self._heading(wanted.form), self._tr("Make it like this?"), answer, told=tuple(self._told(wanted, words)),
            options=tuple(self._wishes(wanted)), back=back, ready=True,
        )

    def _told(self, wanted: _Wanted, words: FirstWords) -> Iterator[str]:
        tr, form = self._tr, wanted.form
        yield tr(form.for_whom_msgid)
        yield tr("Made for: {name}.", name=wanted.reader.called)
        yield tr("Folder: {folder}.", folder=wanted.folder.name or wanted.folder)
        if form.comes_large:
            yield tr("Letters: large.") if wanted.large else tr("Letters: as in a book.")
        if words.pages is not None:
            yield tr.plural("It is {count} page.", "It is {count} pages.", words.pages)
        if words.lines:
            yield tr("This is how it begins:")
            yield from (f"  {line}" for line in words.lines)

    def _wishes(self, wanted: _Wanted) -> Iterator[WizardOption]:
        tr = self._tr
        yield WizardOption(_MAKE, tr("Yes, make it"))
        if wanted.form.comes_large:
            yield WizardOption(_LETTERS, tr("With letters as in a book") if wanted.large else tr("With large letters"))
        if len(self._exporter.readers()) > 1:
            yield WizardOption(_READER, tr("For somebody else"))
        yield WizardOption(_FOLDER, tr("Into another folder"))

    def _where(self, wanted: _Wanted, back: _Back) -> WizardQuestion:
        tr = self._tr
        return WizardQuestion(
            self._heading(wanted.form), tr("In which folder is it to stand?"),
            lambda picked, typed: self._written(wanted._replace(folder=Path(picked or _in_home(typed)))),
            told=(tr("Choose a folder, or type another one."),),
            options=tuple(WizardOption(str(folder), folder.name or str(folder)) for folder in self._exporter.folders()),
            field="words", back=back,
        )

    def _written(self, wanted: _Wanted) -> WizardWork:
        tr = self._tr

        def run(tell: Callable[[str], None]) -> WizardQuestion:
            def told(number: int, count: int) -> None:
                tell(tr("Form {number} of {count} is made.", number=number, count=count))

            return self._stands(self._exporter.write(wanted.order, wanted.folder, told))

        return WizardWork(tr("The file is made. One moment please."), run)

    def _stands(self, file: Path) -> WizardQuestion:
        """Where it stands; and it may be looked at."""
        tr = self._tr

        def answer(picked: str, typed: str) -> WizardDone:
            if picked == _OPEN:
                self._exporter.open(file)
            return WizardDone(tr("It stands in: {folder}", folder=file.parent))

        return WizardQuestion(
            tr("On paper"), tr("It is there. This is where it stands:"), answer, code=(str(file.parent), file.name),
            options=(WizardOption("done", tr("Good")), WizardOption(_OPEN, tr("Open it, to look at it or print it"))),
            ready=True,
        )


def _in_home(typed: str) -> str:
    """A folder as it was typed, from the user's own; `Refused` for nothing."""
    words = typed.strip()
    if not words:
        raise Refused("Type something first")
    return str(Path.home() / Path(words).expanduser())
