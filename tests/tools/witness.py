"""Whoever reads a plan after each act and compares it with a ledger: from outside, as `zlp show --json` prints it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tests.tools.attributions import Named
from tests.tools.ledger import Ledger, written
from tests.tools.prepared import dutch
from tests.tools.table_acts import Act
from zlp_tui import places
from zlp_tui.command.parsing.options import Options
from zlp_tui.command.program import Program, now
from zlp_tui.command.reading.show_command import show
from zlp_tui.places import store_file
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.store.store import open_store

OF_THE_PROGRAM: Final = frozenset({"prompt", "notice", "conversation", "attendance"})
"""Kinds of lines that no act of anybody writes: how it was asked, who sat there, and where one stopped."""

CHANGES: Final = """
SELECT change.of, person.name FROM change JOIN person ON person.plan_id = change.plan_id AND person.id = change.by
WHERE change.plan_id = :plan AND change.seq > :seen ORDER BY change.seq
"""


class Witness:
    """Reads one plan in a folder."""

    def __init__(self, home: Path, plan: str) -> None:
        self.home = home
        self.plan = plan
        self._seen = 0

    def sees(self, act: Act, ledger: Ledger) -> None:
        """After an act the plan says what the ledger says, and nothing else."""
        if not act.refused:
            act.tell(ledger)
        found = written(json.loads(self.shown()))
        assert found == ledger.lines, f"after {act}:\n{sorted(found.items() ^ ledger.lines.items())}"
        assert {by for kind, by in self._changes() if kind not in OF_THE_PROGRAM} <= {act.by}, f"after {act}"

    def _changes(self) -> list[tuple[str, str]]:
        """What was recorded since this was asked last: of which kind of line, and by whom."""
        store = open_store(store_file(self.home), clock=now, read_only=True)
        try:
            with store.reading() as session:
                found = session.run(CHANGES, {"plan": self.plan, "seen": self._seen})
        finally:
            store.close()
        self._seen += len(found)
        return [(str(kind), str(name)) for kind, name in found]

    def shown(self, *, as_json: bool = True) -> str:
        """What `zlp show` prints."""
        printed = io.BytesIO()
        program = Program(
            Options(command="show", plan=self.plan, json=as_json), dutch(), locale_folder=places.content() / "nl",
            home=self.home, packs=(),
        )
        program.out = LineWriter(printed)
        assert show(program) == 0
        return printed.getvalue().decode()

    def hears(self, ledger: Ledger, named: Iterable[Named], *, of: str, all_of_it: bool = True) -> None:
        """Each of the words has the name of who said them, wherever it has one; `all_of_it` that stands was heard."""
        speakers, heard = ledger.speakers(), set[str]()
        for words, name in named:
            if words in speakers:
                heard.add(words)
                assert name in speakers[words], f"{words} is of {speakers[words]}, and of {name} in {of}"
        unheard = {said.words for said, state in ledger.lines.items() if state == "stands" and said.in_own_words}
        assert not all_of_it or unheard <= heard, f"not heard in {of}: {unheard - heard}"
