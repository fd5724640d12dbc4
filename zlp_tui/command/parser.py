"""argparse in the user's language: every word it says comes from our catalogue."""

from __future__ import annotations

import argparse
import gettext
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NoReturn

from zlp_tui.i18n import DOMAIN, Catalogue, message
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
"""What argparse says to a user who types something else than we expect; it asks gettext for these words itself."""


class Parser(argparse.ArgumentParser):
    """A parser without words of its own; an error is one plain sentence and the way to the help."""

    say: Catalogue
    color: bool
    """Newer versions of argparse colour their help; it is read aloud and piped, so ours is plain."""

    def speaks(self, say: Catalogue) -> None:
        """Give the parser its words. argparse makes the parsers of commands by itself, so this comes after."""
        self.say = say
        self.color = False
        self.epilog = say("A name may also be -. Then it is one line of standard input.")

    def error(self, what: str) -> NoReturn:  # the parameter is called by position only
        """Say what is wrong and end with 2."""
        sentence = self.say("This does not work: {what}.", what=one_line(what))
        self.exit(WRONG_USE, f"{sentence} {self.say('Help: {command}', command=f'{self.prog} --help')}\n")


class Version(argparse.Action):
    """Prints the version, which is looked up only when it is asked for."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: object, values: object, option_string: str | None = None
    ) -> NoReturn:
        """Print and end with 0."""
        from importlib.metadata import version

        sys.stdout.write(f"zlp {version('zlp-tui')}\n")
        parser.exit()


@contextmanager
def argparse_speaks(locale: str, locale_folder: Path) -> Iterator[None]:
    """Let gettext, whom argparse asks for its words, answer from our catalogue for a moment."""
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
