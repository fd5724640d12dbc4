"""The command line: which commands there are and what may stand after them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from zlp_tui.command.asked import Asked
from zlp_tui.command.parser import Parser, Version, argparse_speaks
from zlp_tui.i18n import Catalogue


def read_arguments(arguments: Sequence[str], say: Catalogue, locale_folder: Path) -> Asked:
    """What was asked. Ends the program for `--help` and `--version` (0) and for wrong use (2)."""
    with argparse_speaks(say.locale, locale_folder):
        read = vars(_parser(say).parse_args(list(arguments)))
    known = {name: value for name, value in read.items() if value is not None}
    return Asked(**(known | {"content": tuple(known.get("content", ()))}))


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
    _add(commands, "check", say("see whether all that is kept and asked is sound"), say, _json)
    options = whole.add_argument_group(say("Options"))
    _plain(options, say, default=False)
    options.add_argument("--version", action=Version, nargs=0, help=say("show which version this is"))
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
    """What every command takes. `content` is the default of `--content`, which may stand before the command too."""
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
