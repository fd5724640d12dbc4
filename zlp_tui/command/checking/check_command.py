"""The command `zlp check`: whether all that is kept and asked is sound. It changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zlp_tui import places
from zlp_tui.command.checking.plan_findings import Found, plan_findings
from zlp_tui.command.program import Program
from zlp_tui.command.reading.read_commands import local_today, print_json
from zlp_tui.errors import ScriptBroken, ZlpError
from zlp_tui.i18n import Catalogue


def check(program: Program, settings: ZlpError | None) -> int:
    """`zlp check`: whether store, script and settings are sound; 1 when something is not.

    `settings` is what is wrong with the settings of the user.
    """
    from zlp_tui.command.checking.not_offered import not_offered
    from zlp_tui.script.checking import of_first_files
    from zlp_tui.script.lint import unreadable_texts
    from zlp_tui.script.loading import load_script

    findings = list(plan_findings(program))
    missing: tuple[str, ...] = ()
    try:
        script = load_script(program.locale_folder, program.packs)
        texts = unreadable_texts(program.locale_folder, program.packs)
        problems: tuple[ZlpError, ...] = of_first_files((*script.problems, *texts))
        missing = not_offered(script, program.tr)
        missing += tuple(program.tr(unused.message, **unused.values) for unused in script.unused)
    except ZlpError as broken:
        problems = (broken,)
    findings += [Found("script", sound=False, told=program.tr(p.message, **p.values)) for p in problems]
    if not problems:
        findings.append(Found("script", sound=True, told=program.tr("The questions are in order.")))
    findings += [Found("script", sound=True, told=sentence) for sentence in missing]
    findings += rules_findings(program.tr, local_today())
    if settings is not None:
        findings.append(Found("settings", sound=False, told=program.tr(settings.message, **settings.values)))
    if program.options.json:
        from zlp_tui.command.printed import PrintedFinding, plain

        print_json(program, plain(PrintedFinding(*finding) for finding in findings))
    else:
        for _, sound, text in findings:
            program.out.print(text if sound else program.tr("Not in order: {what}", what=text))
    return 0 if all(sound for _, sound, _ in findings) else 1


def rules_findings(tr: Catalogue, today: date) -> Iterator[Found]:
    """Whether the figures of each law can be read, and which of them nobody looked at for more than a year."""
    from zlp_tui.due.rules import load_rules

    try:
        rules = load_rules(places.data() / "rules")
    except ScriptBroken as broken:
        yield Found("rules", sound=False, told=tr(broken.message, **broken.values))
        return
    yield Found("rules", sound=True, told=tr("The figures of each law are in order."))
    for old in rules.values():
        if old.is_old(today):
            told = tr("{file}: nobody looked for a year whether the law still says so.", file=f"{old.law}.yaml")
            yield Found("rules", sound=True, told=told)
