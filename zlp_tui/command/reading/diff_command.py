"""The command `zlp diff`: the difference between two editions. Read-only, also while another window is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from zlp_tui.command.printed import plain
from zlp_tui.command.printed_diff import PrintedDiff, PrintedDifference, PrintedVoice
from zlp_tui.command.program import Program, now
from zlp_tui.command.reading.plan_reader import read_plan
from zlp_tui.command.reading.read_commands import print_json
from zlp_tui.conversation.session.plan_lists.plan_list import find_plan

if TYPE_CHECKING:
    from zlp_tui.conversation.ports.history_queries import Pair, ThenAndNow
    from zlp_tui.conversation.session.loaded_plan import LoadedPlan
    from zlp_tui.plan.view import PlanView


def diff(program: Program) -> int:
    """`zlp diff PLAN`: what is unchanged, changed, ended or new since an edition, as text or JSON."""
    today = now().astimezone().date()
    with program.plans() as plans:
        found = find_plan(plans, program.read_name(program.options.plan or ""), program.tr, today)
        view, both = _compared(program, read_plan(program, plans, found.id))
    if program.options.json:
        print_json(program, plain(_printed(view, both)))
    elif both is None:
        program.out.print(program.tr("No plan has been agreed on yet. So there is no then to put beside now."))
    else:
        _print(program, both)
    return 0


def _compared(program: Program, loaded: LoadedPlan) -> tuple[PlanView, ThenAndNow | None]:
    from zlp_tui.conversation.telling.history.then_and_now import then_and_now

    options = program.options
    editions = partial(loaded.edition, company=loaded.everything)
    found = then_and_now(
        loaded.letter_context, editions, options.from_edition, options.to_edition, each_fact=options.json
    )
    return loaded.view, found


def _printed(view: PlanView, both: ThenAndNow | None) -> PrintedDiff:
    """The difference as it is printed with `--json`."""
    names = {person.id: person.name for person in view.people}
    pairs = [pair for part in both.parts for pair in part.pairs] if both else []
    return PrintedDiff(
        from_=both.then_number if both else None,
        to=(both.now_number if both else None) or "now",
        changes=tuple(_difference(pair, names) for pair in pairs),
    )


def _difference(pair: Pair, names: dict[str, str]) -> PrintedDifference:
    said = pair.now or pair.then
    by = PrintedVoice(pair.voice, names.get(pair.voice, said.by if said else ""))
    return PrintedDifference(
        topic=pair.topic,
        kind=pair.kind,
        before=pair.then.text if pair.then else None,
        after=pair.now.text if pair.now else None,
        voice=by if pair.voice else None,
        ref=pair.ref or None,
        what=pair.what or None,
        asked=pair.asked,
    )


def _print(program: Program, both: ThenAndNow) -> None:
    """Print, by topic, the old text, the new text and the outcome of each line."""
    program.out.print(program.tr("Then: {edition}", edition=both.then))
    program.out.print(program.tr("Now: {edition}", edition=both.now))
    for part in both.parts:
        program.out.print()
        program.out.print(part.title)
        for pair in part.pairs:
            program.out.print(_told(pair), first="  ", rest="    ")


def _told(pair: Pair) -> str:
    told = [f"{side.intro} {f'“{side.text}”' if side.own_words else side.text}" for side in pair.told]
    return " ".join((*(words if words[-1] in "”.!?" else f"{words}." for words in told), pair.says))
