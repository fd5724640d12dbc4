"""`zlp demo`: the fictional examples in a temporary home, which is there at once."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from zlp_tui import places
from zlp_tui.command.practice_script import practice_script
from zlp_tui.command.program import Program, now


@dataclass(frozen=True, slots=True)
class DemoHome:
    """A temporary home; `fill` puts the examples into it."""

    program: Program
    home: Path

    def fill(self, *, aloud: bool = False) -> None:
        """Put the examples into the home, by the script that set-up or the build made.

        Where there is none for these examples, their conversations are held, which takes seconds: with `aloud` a line
        says so.
        """
        script = practice_script()
        if script is not None:
            from zlp_tui.store.files.prepared_store import make_prepared

            make_prepared(places.store_file(self.home), script, now().date())
            return
        if aloud:
            self.program.out.print(self.program.tr("One moment please"))
        self._hold_conversations()

    def _hold_conversations(self) -> None:
        """Make the plans of the examples with our own script, without packs: a pack may leave out topics."""
        from zlp_tui.conversation.session.scripted_examples import lay_out

        ours = self.program.without_packs()
        lay_out(lambda clock: ours.front(self.home, clock, durable=False), places.data() / "examples", now())


@contextmanager
def temporary_home(program: Program) -> Iterator[DemoHome]:
    """A home for the examples, deleted afterwards."""
    with tempfile.TemporaryDirectory(prefix="zlp-") as folder:
        yield DemoHome(program, Path(folder))
