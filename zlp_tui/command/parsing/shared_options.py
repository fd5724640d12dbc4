"""Options that more than one command of `zlp` has, and types of what is typed in them."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from zlp_tui.command.parsing.parser import Parser
from zlp_tui.i18n import Catalogue


def add_always(parser: Parser, tr: Catalogue, *, unset: str | None) -> None:
    """Add the options of every command. `unset` is the default of those that may precede the command too."""
    group = parser.add_argument_group(tr("Always possible"))
    group.add_argument("-h", "--help", action="help", help=tr("show this help"))
    own = tr("a folder with your own questions")
    group.add_argument("--content", action="append", metavar=tr("FOLDER"), default=unset, help=own)
    who = tr("who opens the plans, where more than one person has a passphrase here")
    group.add_argument("--as", dest="keyholder", metavar=tr("NAME"), default=unset, help=who)


def add_plain(group: argparse._ArgumentGroup, tr: Catalogue, *, default: bool | str) -> None:
    """Add the option to talk line by line."""
    group.add_argument("--plain", action="store_true", default=default, help=tr("line by line, without screens"))


def add_whose(parser: Parser, tr: Catalogue, *, needed: bool) -> None:
    """Add whose plan it is, which may be left out where it is not `needed`."""
    group = parser.add_argument_group(tr("Whose"))
    help_ = tr("the name of whose plan it is, or the id of the plan")
    group.add_argument("plan", nargs=None if needed else "?", metavar=tr("PLAN"), help=help_)


def edition_type(tr: Catalogue) -> Callable[[str], int | None]:
    """Makes the argparse type of an edition number; `now` is the current plan."""
    read_number = number_type(tr)
    return lambda typed: None if typed == "now" else read_number(typed)


def number_type(tr: Catalogue) -> Callable[[str], int]:
    """Makes the argparse type of the number of an edition."""

    def read(typed: str) -> int:
        if not typed.isascii() or not typed.isdigit() or len(typed) > 9:
            raise argparse.ArgumentTypeError(tr("this is no number of a plan"))
        return int(typed)

    return read
