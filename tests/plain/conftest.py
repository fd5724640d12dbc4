"""A conversation line by line on a real store, typed through a real pipe."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.tools.prepared import dutch
from tests.tools.table import Table, lay_table
from zlp_tui import places
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.talk_loop import run_talk
from zlp_tui.plain.typed.stdin_reader import StdinReader
from zlp_tui.plan.view import PlanView

HELP = places.content() / "nl" / "help"


@dataclass
class Plain:
    """A plan that is talked about line by line, sitting after sitting."""

    table: Table
    all_kept: bool = True

    def hear(
        self, typed: str | bytes, *, topic: str | None = None, voice: str | None = None, unasked: bool = False
    ) -> str:
        """One sitting: everything that was written while this was typed. `unasked`: nobody said yet who types."""
        desk = self.table.unasked() if unasked else self.table.next_sitting()
        out = io.BytesIO()
        reading, writing = os.pipe()
        said = typed.encode("utf-8", errors="surrogatepass") if isinstance(typed, str) else typed
        writer = threading.Thread(target=_write, args=(writing, said))
        writer.start()
        try:
            self.all_kept = run_talk(
                desk, StdinReader(reading), LineWriter(out), dutch(), topic=topic, voice=voice, help_folder=HELP
            )
        finally:
            os.close(reading)
            writer.join()
        return out.getvalue().decode("utf-8")

    @property
    def view(self) -> PlanView:
        """The plan as it stands on disk."""
        return self.table.front.sit_down(self.table.plan).view

    def texts(self, topic: str) -> list[str]:
        """What stands at a topic."""
        return [statement.text for statement in self.view.said(topic)]


def _write(descriptor: int, said: bytes) -> None:
    """Type it all; a conversation that ends earlier does not read the rest."""
    with suppress(BrokenPipeError):
        while said:
            said = said[os.write(descriptor, said) :]
    os.close(descriptor)


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Plain]:
    """A plan of Annie de Vries, whom everybody calls mevrouw De Vries."""
    table = lay_table(tmp_path / "home")
    yield Plain(table)
    table.front.close()
