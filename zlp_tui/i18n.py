"""Translation with gettext's catalogues: English message ids in code, a Dutch catalogue that a test keeps complete."""

from __future__ import annotations

from pathlib import Path

from zlp_tui.message_file import MessageFile

DOMAIN = "zlp_tui"


class CatalogueMissing(RuntimeError):
    """The compiled catalogue does not exist; `make setup` or the build makes it."""


class Catalogue:
    """Translates messages into one language. Passed to what needs it; there is no global instance.

    `tr("Saved")`, `tr("Kept the first {count} characters", count=...)`. Values are put in as they are: they may hold
    what a user wrote, so the result is data and never markup.
    """

    def __init__(self, locale: str, directory: Path) -> None:
        try:
            self._messages = MessageFile(directory / locale / "LC_MESSAGES" / f"{DOMAIN}.mo")
        except FileNotFoundError as missing:
            raise CatalogueMissing(f"no compiled catalogue for {locale} in {directory}; run `make setup`") from missing
        self.locale = locale

    def __call__(self, message: str, /, **values: object) -> str:
        """The translated message, with its `{named}` fields filled."""
        said = self._messages.text(message)
        return said.format(**values) if values else said

    def plural(self, singular: str, plural: str, count: int, /, **values: object) -> str:
        """The translated form for `count`, which also fills `{count}`."""
        return self._messages.plural(singular, plural, count).format(count=count, **values)


def message(text: str, /) -> str:
    """Marks a message that is translated later, so that `tools/messages.py` extracts it."""
    return text
