"""`zlp export PLAN FORM`: a plan as one file to take along, as the person it is for may see it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from zlp_tui.command.program import FROM_INPUT, Program
from zlp_tui.command.reading.plan_reader import read_plan
from zlp_tui.command.reading.read_commands import local_today, rules_of_laws
from zlp_tui.conversation.session.plan_lists.plan_list import find_plan
from zlp_tui.errors import Refused
from zlp_tui.exports.forms import ExportForm, form_of

if TYPE_CHECKING:
    from zlp_tui.conversation.session.loaded_plan import LoadedPlan


def export(program: Program) -> int:
    """Write the file, and print its name where it was not given; or write it on standard output."""
    from zlp_tui.conversation.session.export_import.plan_export import export_source, tell_export

    options, form = program.options, form_of(program.options.form)
    named = program.read_name(options.plan or "")
    whom = program.read_name(options.whom) if options.whom is not None else None
    _require_fitting_output(form, options.out)
    with program.plans() as plans:
        found = find_plan(plans, named, program.tr, local_today())
        loaded = read_plan(program, plans, found.id)
        reader = loaded.view.client if whom is None else _reader(loaded, whom)
        source = export_source(loaded, reader, rules_of_laws(program) or {}, large=options.large)
        content = form.make(source)
        tell_export(loaded, form, reader)
        client = loaded.view.client_person.name
    if options.out == FROM_INPUT:
        program.out.content(content)
        return 0
    _write(program, form, content, client)
    return 0


def _require_fitting_output(form: ExportForm, out: str | None) -> None:
    if out == FROM_INPUT and not form.is_text and os.isatty(1):
        raise Refused("This form is no text. Give the name of a file: -o FILE")


def _reader(loaded: LoadedPlan, name: str) -> str:
    """Who is called so in the plan, or has this id."""
    from zlp_tui.conversation.asking.accepted_names import person_called
    from zlp_tui.text import clean_name

    found = next((person for person in loaded.view.people if person.id == name), None)
    found = found or person_called(loaded.view, clean_name(name))
    if found is None:
        raise Refused("Nobody in this plan goes by that name alone.")
    return found.id


def _write(program: Program, form: ExportForm, content: bytes, client: str) -> None:
    """Into the file that was named; else, in the folder that was named or here, into one with a name of its own."""
    from zlp_tui.conversation.session.export_import.plan_export import write_in_turn
    from zlp_tui.exports.export_file import file_name

    options, given = program.options, Path(program.options.out or "").expanduser()
    own_name = options.out is None or given.is_dir()
    path = given / file_name(form, local_today(), client if options.named else None) if own_name else given
    write_in_turn(program.home, path, content, force=options.force)
    if own_name:
        program.out.raw(f"{path.name}\n")
    if options.open:
        from zlp_tui.opened_file import open_file

        open_file(path)
