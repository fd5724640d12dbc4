"""Words of the program around the conversation: English message ids, a Dutch catalogue that is complete by test."""

from __future__ import annotations

import gettext
from pathlib import Path

DOMAIN = "zlp_tui"


class CatalogueMissing(RuntimeError):
    """The compiled catalogue is not there: the set-up or the build did not make it (`make setup`)."""


class Catalogue:
    """Says messages in one language. Handed to whoever speaks to the user; there is no global one.

    `say("Saved")`, `say("Kept the first {count} characters", count=...)`. Values are put in as they are: they may hold
    what a user wrote, so the result is data and never markup.
    """

    def __init__(self, locale: str, directory: Path) -> None:
        try:
            self._translations = gettext.translation(DOMAIN, localedir=directory, languages=[locale])
        except FileNotFoundError as missing:
            raise CatalogueMissing(f"no compiled catalogue for {locale} in {directory}; run `make setup`") from missing
        self.locale = locale

    def __call__(self, message: str, /, **values: object) -> str:
        """The message in the user's language, with its `{named}` places filled."""
        said = self._translations.gettext(message)
        return said.format(**values) if values else said

    def plural(self, one: str, more: str, count: int, /, **values: object) -> str:
        """The form of the message that goes with `count`, which fills `{count}`."""
        return self._translations.ngettext(one, more, count).format(count=count, **values)


def message(text: str, /) -> str:
    """Marks a message that is said later, so that it is gathered into the catalogue (`tools/messages.py`)."""
    return text
