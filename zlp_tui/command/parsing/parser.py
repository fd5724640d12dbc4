"""argparse with all its messages from our catalogue."""

from __future__ import annotations

import argparse
import gettext
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final, NoReturn

from zlp_tui.command import runtime
from zlp_tui.command.program import print_error
from zlp_tui.i18n import DOMAIN, Catalogue, message
from zlp_tui.plain.pages.text_width import COLUMNS, bounded, unbroken
from zlp_tui.text import one_line

WRONG_USE: Final = 2

ARGPARSE_SAYS: Final = (
    message("usage: "),
    message("argument %(argument_name)s: %(message)s"),
    message("ambiguous option: %(option)s could match %(matches)s"),
    message("expected one argument"),
    message("ignored explicit argument %r"),
    message("invalid choice: %(value)r (choose from %(choices)s)"),
    message("invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)"),
    message("not allowed with argument %s"),
    message("the following arguments are required: %s"),
    message("unexpected option string: %s"),
    message("unknown parser %(parser_name)r (choices: %(choices)s)"),
    message("unrecognized arguments: %s"),
)
"""The messages of argparse that a user of `zlp` can see; argparse passes them to gettext itself."""


class _Lines(argparse.HelpFormatter):
    """Help in which a line end stays one, for lists."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        lines: list[str] = []
        for line in text.split("\n"):
            lines += super()._split_lines(line, width)
        return lines


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one plain sentence and the command for help."""

    tr: Catalogue
    color: bool
    """Newer versions of argparse colour their help; ours is read aloud and piped, so it is off."""

    def speaks(self, tr: Catalogue) -> None:
        """Set the catalogue. argparse makes the subparsers itself, so this cannot be in the constructor."""
        self.tr = tr
        self.color = False
        columns = runtime.terminal_columns(1)
        self.formatter_class = partial(_Lines, width=bounded(columns) if columns else COLUMNS)
        self.epilog = tr("A name may also be -. Then it is one line of standard input.")

    def error(self, what: str) -> NoReturn:  # the parameter is called by position only
        """Print what is wrong and exit with 2."""
        sentence = self.tr("This does not work: {what}.", what=one_line(what))
        print_error(f"{sentence} {self.tr('Help: {command}', command=unbroken(f'{self.prog} --help'))}")
        self.exit(WRONG_USE)


class Version(argparse.Action):
    """Prints the version; importlib.metadata is imported only then."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: object, values: object, option_string: str | None = None
    ) -> NoReturn:
        """Print and exit with 0."""
        from importlib.metadata import version

        sys.stdout.write(f"zlp {version('zlp-tui')}\n")
        parser.exit()


@contextmanager
def argparse_speaks(locale: str, locale_folder: Path) -> Iterator[None]:
    """Make our catalogue the one that gettext uses while argparse runs."""
    domain, language = gettext.textdomain(), os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = locale
    gettext.bindtextdomain(DOMAIN, str(locale_folder))
    gettext.textdomain(DOMAIN)
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if language is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = language
