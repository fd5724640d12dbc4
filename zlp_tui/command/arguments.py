"""The argument parser of `zlp`: its commands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from zlp_tui.command.options import A_MONTH, Options
from zlp_tui.command.parser import Parser, Version, argparse_speaks
from zlp_tui.i18n import Catalogue

LONGEST = 5
"""Maximum number of digits of `--within`."""


def parse_arguments(arguments: Sequence[str], say: Catalogue, locale_folder: Path) -> Options:
    """Parse a command line. Exits for `--help` and `--version` (0) and for wrong use (2)."""
    with argparse_speaks(say.locale, locale_folder):
        read = vars(_parser(say).parse_args(list(arguments)))
        known = {name: value for name, value in read.items() if value is not None}
        options = Options(**(known | {"content": tuple(known.get("content", ()))}))
        if options.command == "note" and (wrong := _wrong_note(options, say)):
            note = Parser(prog="zlp note")
            note.speaks(say)
            note.error(wrong)
    return options


def _wrong_note(options: Options, say: Catalogue) -> str | None:
    """What does not fit in the options of `zlp note`; None when they fit together."""
    if options.done is None and options.text is None:
        return say("say whether it was done (--done) or write something (--text)")
    if options.because is not None and options.done not in ("no", "partly"):
        return say("--because goes with --done no or --done partly")
    return None


def _parser(say: Catalogue) -> Parser:
    about = say("Make a care and life plan together, as a conversation.")
    whole = Parser(prog="zlp", description=about, add_help=False, allow_abbrev=False)
    whole.speaks(say)
    _always(whole, say, content=None)
    commands = whole.add_subparsers(dest="command", title=say("Commands"), metavar=say("COMMAND"), prog="zlp")
    _add(commands, "demo", say("look around in invented plans; nothing of it is kept"), say, _demo)
    _add(commands, "new", say("begin a plan; prints its id"), say, _new)
    _add(commands, "plans", say("which plans there are"), say, _json)
    _add(commands, "talk", say("talk about one plan"), say, _talk)
    _add(commands, "show", say("show one plan"), say, _show)
    _add(commands, "diff", say("what changed since the plan was agreed on"), say, _diff)
    _add(commands, "note", say("note how it went today"), say, _note)
    _add(commands, "due", say("what has a date: late, or soon"), say, _due)
    _add(commands, "check", say("see whether all that is kept and asked is sound"), say, _json)
    group = whole.add_argument_group(say("Options"))
    _plain(group, say, default=False)
    group.add_argument("--version", action=Version, nargs=0, help=say("show which version this is"))
    return whole


def _add(
    commands: argparse._SubParsersAction[Parser],
    name: str,
    about: str,
    say: Catalogue,
    fill: Callable[[Parser, Catalogue], None],
) -> None:
    parser = commands.add_parser(name, help=about, description=about, add_help=False, allow_abbrev=False)
    parser.speaks(say)
    fill(parser, say)
    _always(parser, say, content=argparse.SUPPRESS)


def _always(parser: Parser, say: Catalogue, *, content: str | None) -> None:
    """Add the options of every command. `content` is the default of `--content`, which may precede the command too."""
    group = parser.add_argument_group(say("Always possible"))
    group.add_argument("-h", "--help", action="help", help=say("show this help"))
    own = say("a folder with your own questions")
    group.add_argument("--content", action="append", metavar=say("FOLDER"), default=content, help=own)


def _plain(group: argparse._ArgumentGroup, say: Catalogue, *, default: bool | str) -> None:
    group.add_argument("--plain", action="store_true", default=default, help=say("line by line, without screens"))


def _whose(parser: Parser, say: Catalogue, *, needed: bool) -> None:
    group = parser.add_argument_group(say("Whose"))
    help_ = say("the name of whose plan it is, or the id of the plan")
    group.add_argument("plan", nargs=None if needed else "?", metavar=say("PLAN"), help=help_)


def _json(parser: Parser, say: Catalogue) -> None:
    group = parser.add_argument_group(say("Options"))
    group.add_argument("--json", action="store_true", help=say("for another program to read"))


def _demo(parser: Parser, say: Catalogue) -> None:
    _plain(parser.add_argument_group(say("Options")), say, default=argparse.SUPPRESS)


def _new(parser: Parser, say: Catalogue) -> None:
    group = parser.add_argument_group(say("Options"))
    group.add_argument("--name", required=True, metavar=say("NAME"), help=say("whose plan it is"))
    group.add_argument("--salutation", metavar=say("NAME"), help=say("what the person likes to be called"))
    group.add_argument("--address", choices=("u", "je"), help=say("how the person likes to be spoken to"))


def _talk(parser: Parser, say: Catalogue) -> None:
    _whose(parser, say, needed=False)
    group = parser.add_argument_group(say("Options"))
    group.add_argument("--topic", metavar=say("ID"), help=say("only about this"))
    group.add_argument("--voice", metavar=say("NAME"), help=say("who speaks; without it: whose plan it is"))
    _plain(group, say, default=argparse.SUPPRESS)


def _show(parser: Parser, say: Catalogue) -> None:
    _whose(parser, say, needed=True)
    _json(parser, say)


def _note(parser: Parser, say: Catalogue) -> None:
    _whose(parser, say, needed=True)
    group = parser.add_argument_group(say("Options"))
    on = say("the agreement or the goal; without it: nothing in particular")
    group.add_argument("--on", metavar=say("ID"), help=on)
    group.add_argument("--done", choices=("yes", "partly", "no"), help=say("whether it was done: yes, partly or no"))
    reasons = ("wanted-otherwise", "no-time", "did-not-know", "other")
    why = say("why not: wanted otherwise, no time, did not know, or something else")
    group.add_argument("--because", choices=reasons, help=why)
    group.add_argument("--text", metavar=say("WORDS"), help=say("what there is to say about it"))
    group.add_argument("--voice", metavar=say("NAME"), help=say("who says so; without it: whose plan it is"))


def _due(parser: Parser, say: Catalogue) -> None:
    group = parser.add_argument_group(say("Options"))

    def days(typed: str) -> int:
        if not (typed.isascii() and typed.isdigit() and len(typed) <= LONGEST):
            raise argparse.ArgumentTypeError(say("this must be a number of days"))
        return int(typed)

    ahead = say("how many days to look ahead; without it: {count}", count=A_MONTH)
    group.add_argument("--within", type=days, metavar=say("DAYS"), help=ahead)
    group.add_argument("--json", action="store_true", help=say("for another program to read"))


def _diff(parser: Parser, say: Catalogue) -> None:
    _whose(parser, say, needed=True)
    group = parser.add_argument_group(say("Options"))
    number, then = say("NUMBER"), say("the plan of then, by its number")
    now = say("the plan of now, by its number; without it: as it is")
    group.add_argument("--from", dest="from_edition", type=_edition(say), metavar=number, help=then)
    group.add_argument("--to", dest="to_edition", type=_edition(say), metavar=number, help=now)
    group.add_argument("--json", action="store_true", help=say("for another program to read"))


def _edition(say: Catalogue) -> Callable[[str], int | None]:
    """Makes the argparse type of an edition number; `now` is the current plan."""

    def read(typed: str) -> int | None:
        if typed == "now":
            return None
        if not typed.isascii() or not typed.isdigit() or len(typed) > 9:
            raise argparse.ArgumentTypeError(say("this is no number of a plan"))
        return int(typed)

    return read
