"""The argument parser of `zlp`: its commands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final, get_args

from zlp_tui.command.parsing.file_arguments import (
    add_backup,
    add_copies,
    add_erase,
    add_export,
    add_hand_over,
    add_import,
    add_keys,
    add_restore,
    add_take_in,
)
from zlp_tui.command.parsing.options import A_MONTH, CommandName, Options
from zlp_tui.command.parsing.parser import Parser, Version, argparse_speaks
from zlp_tui.command.parsing.shared_options import add_always, add_plain, add_whose, edition_type, number_type
from zlp_tui.command.parsing.wrong_options import wrong_options
from zlp_tui.i18n import Catalogue

LONGEST = 5
"""Maximum number of digits of `--within`."""

FROM_PAPER: Final = "paper"
"""The id of the route along which written answers are typed over."""

_NAMED: Final = frozenset(get_args(CommandName)) - {"app"}
"""What is typed to have a command; the app has no name."""

_SEVERAL: Final = ("content", "words", "plans", "audience")
"""What may be given more than once."""


def parse_arguments(arguments: Sequence[str], tr: Catalogue, locale_folder: Path) -> Options:
    """Parse a command line. Exits for `--help` and `--version` (0) and for wrong use (2)."""
    parser = _parser(tr, arguments)
    with argparse_speaks(tr.locale, locale_folder):
        read = vars(parser.parse_args(list(arguments)))
    known = {name: value for name, value in read.items() if value is not None}
    options = Options(**(known | {name: tuple(known.get(name, ())) for name in _SEVERAL}))
    if (wrong := wrong_options(options, tr)) is not None:
        command = Parser(prog=f"zlp {options.command}")
        command.speaks(tr)
        command.error(wrong)
    return options


def _parser(tr: Catalogue, arguments: Sequence[str]) -> Parser:
    """A parser that knows all commands, with the options of those that are named in these arguments. Where they begin
    with a command it knows only that one: nothing that follows can name another."""
    about = tr("Make a care and life plan together, as a conversation.")
    whole = Parser(prog="zlp", description=about, add_help=False, allow_abbrev=False)
    whole.speaks(tr)
    add_always(whole, tr, unset=None)
    commands = whole.add_subparsers(dest="command", title=tr("Commands"), metavar=tr("COMMAND"), prog="zlp")
    add = partial(_add, commands, tr, arguments)
    add("demo", tr("look around in invented plans; nothing of it is kept"), _demo)
    add("new", tr("begin a plan; prints its id"), _new)
    add("plans", tr("which plans there are"), _plans)
    add("talk", tr("talk about one plan"), _talk)
    add("show", tr("show one plan"), _show)
    add("audit", tr("who looked into one plan, by day"), _audit)
    add("search", tr("find words in one plan"), _search)
    add("prepare", tr("prepare a talk: what changed, what waits, and how to begin"), _prepare)
    add("diff", tr("what changed since the plan was agreed on"), _diff)
    add("note", tr("note how it went today"), _note)
    add("export", tr("a plan as a file to take along, print or hand over"), add_export)
    add("import", tr("take in a plan from a file of zlp or of another program (FHIR)"), add_import)
    add("end", tr("say that a plan has ended, or take it up again"), _end)
    add("today", tr("what is agreed for today, and what is due"), _today)
    add("due", tr("what has a date: late, or soon"), _due)
    add("check", tr("see whether all that is kept and asked is sound"), _check)
    add("keys", tr("who opens the plans: passphrases and keys"), add_keys)
    add("hand-over", tr("write a whole plan into one locked file"), add_hand_over)
    add("take-in", tr("take in a plan that was handed over"), add_take_in)
    add("backup", tr("copy one plan, or all plans, now"), add_backup)
    add("copies", tr("which copies of plans there are"), add_copies)
    add("restore", tr("go back to a copy of a plan"), add_restore)
    add("erase", tr("erase a plan for good"), add_erase)
    group = whole.add_argument_group(tr("Options"))
    add_plain(group, tr, default=False)
    group.add_argument("--version", action=Version, nargs=0, help=tr("show which version this is"))
    return whole


def _add(
    commands: argparse._SubParsersAction[Parser], tr: Catalogue, arguments: Sequence[str], name: CommandName,
    about: str, fill: Callable[[Parser, Catalogue], None],
) -> None:
    if arguments and arguments[0] != name and arguments[0] in _NAMED:
        return
    parser = commands.add_parser(name, help=about, description=about, add_help=False, allow_abbrev=False)
    if name not in arguments:
        return
    parser.speaks(tr)
    fill(parser, tr)
    add_always(parser, tr, unset=argparse.SUPPRESS)


def _json(parser: Parser, tr: Catalogue) -> None:
    group = parser.add_argument_group(tr("Options"))
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _check(parser: Parser, tr: Catalogue) -> None:
    group = parser.add_argument_group(tr("Options"))
    law = tr("what the law wants to be talked about, and what of it was, in this plan")
    group.add_argument("--law", metavar=tr("PLAN"), help=law)
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _plans(parser: Parser, tr: Catalogue) -> None:
    group = parser.add_argument_group(tr("Options"))
    group.add_argument("--all", action="store_true", help=tr("those that have ended too"))
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _demo(parser: Parser, tr: Catalogue) -> None:
    add_plain(parser.add_argument_group(tr("Options")), tr, default=argparse.SUPPRESS)


def _new(parser: Parser, tr: Catalogue) -> None:
    group = parser.add_argument_group(tr("Options"))
    group.add_argument("--name", required=True, metavar=tr("NAME"), help=tr("whose plan it is"))
    group.add_argument("--salutation", metavar=tr("NAME"), help=tr("what the person likes to be called"))
    group.add_argument("--address", choices=("u", "je"), help=tr("how the person likes to be spoken to"))


def _talk(parser: Parser, tr: Catalogue) -> None:
    add_whose(parser, tr, needed=False)
    group = parser.add_argument_group(tr("Options"))
    which = tr("which conversation: first, whole, quick, back, or one of your own; without it: where it stopped")
    group.add_argument("--route", metavar=tr("ID"), help=which)
    typed_over = tr("type over what was written in the booklet")
    group.add_argument("--from-paper", action="store_const", const=FROM_PAPER, dest="route", help=typed_over)
    group.add_argument("--topic", metavar=tr("ID"), help=tr("only about this"))
    group.add_argument("--voice", metavar=tr("NAME"), help=tr("who speaks; without it: whose plan it is"))
    add_plain(group, tr, default=argparse.SUPPRESS)


def _show(parser: Parser, tr: Catalogue) -> None:
    add_whose(parser, tr, needed=True)
    lengths = parser.add_argument_group(tr("How much")).add_mutually_exclusive_group()
    for length, about in (("page", tr("the plan on one page")), ("short", tr("the plan in one minute"))):
        lengths.add_argument(f"--{length}", action="store_const", const=length, dest="length", help=about)
    lengths.add_argument("--week", action="store_true", help=tr("what is agreed for one week, by day"))
    lengths.add_argument("--json", action="store_true", help=tr("for another program to read"))
    when = parser.add_argument_group(tr("Of which day")).add_mutually_exclusive_group()
    number, then = tr("NUMBER"), tr("the plan as it was agreed on, by its number")
    when.add_argument("--edition", type=number_type(tr), metavar=number, help=then)
    when.add_argument("--on", metavar=tr("DAY"), help=tr("the plan as it stood at the end of this day"))


def _audit(parser: Parser, tr: Catalogue) -> None:
    add_whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Options"))
    group.add_argument("--verify", action="store_true", help=tr("look whether nobody changed this list"))
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _search(parser: Parser, tr: Catalogue) -> None:
    add_whose(parser, tr, needed=True)
    what = parser.add_argument_group(tr("What"))
    what.add_argument("words", nargs="+", metavar=tr("WORDS"), help=tr("what to look for"))
    _json(parser, tr)


def _prepare(parser: Parser, tr: Catalogue) -> None:
    add_whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Options")).add_mutually_exclusive_group()
    group.add_argument("--questions", action="store_true", help=tr("the questions, for the client to think about"))
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _note(parser: Parser, tr: Catalogue) -> None:
    add_whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Options"))
    on = tr("the agreement or the goal, by words that fit only that one, or by its id; without it this is asked")
    group.add_argument("--on", metavar=tr("WORDS"), help=on)
    group.add_argument("--done", choices=("yes", "partly", "no"), help=tr("whether it was done: yes, partly or no"))
    reasons = ("wanted-otherwise", "no-time", "did-not-know", "own-way", "other")
    why = tr(
        "why not: `wanted-otherwise`, `no-time`, `did-not-know`, `own-way` (another did it in their own way), or "
        "`other`"
    )
    group.add_argument("--because", choices=reasons, metavar=tr("REASON"), help=why)
    part = tr("at which part of the day: in the morning, at midday, in the afternoon, in the evening or at night")
    group.add_argument("--part", choices=("morning", "midday", "afternoon", "evening", "night"), help=part)
    group.add_argument("--text", metavar=tr("WORDS"), help=tr("what there is to say about it"))
    group.add_argument("--voice", metavar=tr("NAME"), help=tr("who says so; without it this is asked"))
    group.add_argument("--new", dest="newcomer", action="store_true", help=tr("this is somebody new in the plan"))


def _end(parser: Parser, tr: Catalogue) -> None:
    add_whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Options"))
    group.add_argument("--on", metavar=tr("DAY"), help=tr("since which day nothing more is done with it"))
    group.add_argument("--because", dest="reason", metavar=tr("WORDS"), help=tr("why, in your own words"))
    group.add_argument("--again", action="store_true", help=tr("take the plan up again"))


def _today(parser: Parser, tr: Catalogue) -> None:
    group = parser.add_argument_group(tr("Options"))
    group.add_argument("--plan", metavar=tr("PLAN"), help=tr("only this plan: whose it is, or its id"))
    whom = tr("only what this person takes part in, and what is new for them")
    group.add_argument("--for", dest="whom", metavar=tr("NAME"), help=whom)
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _due(parser: Parser, tr: Catalogue) -> None:
    group = parser.add_argument_group(tr("Options"))

    def days(typed: str) -> int:
        if not (typed.isascii() and typed.isdigit() and len(typed) <= LONGEST):
            raise argparse.ArgumentTypeError(tr("this must be a number of days"))
        return int(typed)

    ahead = tr("how many days to look ahead; without it: {count}", count=A_MONTH)
    group.add_argument("--within", type=days, metavar=tr("DAYS"), help=ahead)
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))


def _diff(parser: Parser, tr: Catalogue) -> None:
    add_whose(parser, tr, needed=True)
    group = parser.add_argument_group(tr("Options"))
    number, then = tr("NUMBER"), tr("the plan of then, by its number")
    now = tr("the plan of now, by its number; without it: as it is")
    group.add_argument("--from", dest="from_edition", type=edition_type(tr), metavar=number, help=then)
    group.add_argument("--to", dest="to_edition", type=edition_type(tr), metavar=number, help=now)
    group.add_argument("--json", action="store_true", help=tr("for another program to read"))
