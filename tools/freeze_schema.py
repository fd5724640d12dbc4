"""Keep a store of the schema as it is now in the tests: `make freeze-schema`, once, when that schema is released.

Makes `tests/store/released/schema-N.db.gz`, a store in which every table has rows, and `schema-N.json.gz`, what
`zlp show --json` says of its plans. From then on the tests bring that store up to date with every later program, and
the tables of schema N no longer change. The same code makes the same tables and rows; the bytes of the store may
differ, because SQLAlchemy makes the indexes of one table in any order.
"""

from __future__ import annotations

import gzip
import json
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from tests.tools.readers import READERS
from tests.tools.shown import ZONE, hold_examples
from tests.tools.table import open_door, speaks
from zlp_tui.conversation.ports.turn import Picked, Spoken
from zlp_tui.places import store_file
from zlp_tui.plan.queries.load import load_view
from zlp_tui.plan.serialization import as_json
from zlp_tui.plan.tables.all_tables import METADATA
from zlp_tui.plan.view import BSN, Place
from zlp_tui.store.files.connection import SCHEMA, connect

RELEASED: Final = Path(__file__).parent.parent / "tests" / "store" / "released"
UNSAID: Final = "Nog niet gezegd"


def made(folder: Path, hold: Callable[[Path], object] = hold_examples) -> tuple[bytes, bytes]:
    """A store of today's schema, and what is shown of its plans; `hold` holds the examples in it. ValueError when a
    table has no row."""
    hold(folder)
    plans = _say_what_examples_do_not(folder)
    with closing(connect(store_file(folder))) as connection:
        named = [table.name for table in METADATA.sorted_tables]
        empty = [
            table for table in named
            if connection.execute(f'SELECT 1 FROM "{table}" LIMIT 1').fetchone() is None  # noqa: S608 - our own names
        ]
        if empty:
            raise ValueError(f"no rows in {', '.join(empty)}; let `_say_what_examples_do_not` make one")
        packed = folder / "packed.db"
        connection.execute("VACUUM INTO ?", (str(packed),))
    with closing(sqlite3.connect(packed)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")  # as every store is
    return packed.read_bytes(), json.dumps(plans, ensure_ascii=False).encode()


def _say_what_examples_do_not(folder: Path) -> list[object]:
    """What no example leaves behind: a draft, a citizen service number, who typed last, a wish that is not met, how a
    talk was, what came of a goal as a second person sees it, and somebody who has seen the plan. All plans as they are
    then shown."""
    front = open_door(folder)
    plan = front.find("Annie de Vries")
    desk = front.sit_down(plan)
    desk.go(Place("future", "dreams"))
    desk.keep_draft(UNSAID)
    desk.go(Place("personal-details", "person", BSN))
    desk.answer(Spoken("999999990"))
    desk.sit_at_keyboard(desk.view.client)
    desk.follow_up.looked()
    desk.follow_up.not_met(desk.view.goals[0].id, desk.follow_up.grounds()[0].id, "Dat kan hier nu niet.")
    desk.go(Place("sitting", "how", "agreements"))
    desk.answer(Picked(("good",)))
    for person in desk.view.people[:2]:
        speaks(desk, person.id)
        desk.go(Place("goals-now", "outcome", desk.view.goals[0].id))
        desk.answer(Spoken(f"Zo zie ik dat, {person.name}."))
    desk.leave()
    with front.store.reading() as session:
        shown: list[object] = [as_json(load_view(session, line.id, READERS, every_note=True)) for line in front.plans()]
    front.close()
    return shown


def main(folder: Path = RELEASED, hold: Callable[[Path], object] = hold_examples) -> int:
    """Keep it in this folder, unless this schema was released before. `hold`: as for `made`."""
    store, shown = (folder / f"schema-{SCHEMA}.{kind}.gz" for kind in ("db", "json"))
    if store.exists() or shown.exists():
        print(f"Schema {SCHEMA} is kept already and never changes. A change of the tables needs schema {SCHEMA + 1}: "
              "a migration, and SCHEMA in zlp_tui/store/files/connection.py.", file=sys.stderr)
        return 1
    os.environ["TZ"] = ZONE
    time.tzset()
    with tempfile.TemporaryDirectory() as home:
        contents = made(Path(home), hold)
    for path, content in zip((store, shown), contents, strict=True):
        path.write_bytes(gzip.compress(content, mtime=0))
        print(f"{path.name}: {path.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
