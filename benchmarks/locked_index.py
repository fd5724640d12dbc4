"""A home that looks as if it had 10,000 locked plans: their list is whole, and what stands for their files is empty.

Locking so many would take a quarter of an hour and three gigabytes, and home opens none of them.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from zlp_tui import places
from zlp_tui.conversation.session.locked_plans.home_lock import HomeLock
from zlp_tui.keys.slots import FILE as SLOTS
from zlp_tui.store.files.connection import connect
from zlp_tui.store.lists.plan_index import INDEX, READ, _opened, _stamp, needed_beside
from zlp_tui.store.own_files.plan_folder import FILE


def with_index(home: Path, lock: HomeLock, words: str) -> None:
    """Make a keyholder of a home with plans in one file, and of that file the list and the folders of locked plans."""
    file, folder = places.store_file(home), places.plans_folder(home)
    lock.make_keyholder("Sanne", words)
    holder = places.keyholders_folder(home) / lock.who.id
    with closing(connect(file)) as one:
        plans = [str(plan) for (plan,) in one.execute("SELECT plan_id FROM plan ORDER BY number")]
        rows = {
            table: one.execute(f'SELECT {_names(columns.split())} FROM "{table}"').fetchall()
            for table, columns in READ.items()
        }
    for plan in plans:
        (folder / plan).mkdir(parents=True, mode=0o700)
        for name in (FILE, SLOTS):
            (folder / plan / name).write_bytes(b"-")
    with closing(_opened(holder / INDEX, lock.who.keys.key_for("index"))) as index:
        needed = needed_beside(index)
        index.execute("BEGIN")
        for table, columns in READ.items():
            empty = needed.get(table, {})
            names = [*columns.split(), *empty]
            index.executemany(
                f'INSERT INTO "{table}" ({_names(names)}) VALUES ({", ".join("?" * len(names))})',
                [(*row, *empty.values()) for row in rows[table]],
            )
        index.executemany(
            "INSERT INTO indexed VALUES (?, ?, ?)",
            [(plan, _stamp(f"{folder}/{plan}"), number) for number, plan in enumerate(plans, start=1)],
        )
        index.execute("UPDATE plan SET number = (SELECT number FROM indexed WHERE indexed.plan_id = plan.plan_id)")
        index.execute("COMMIT")
    file.unlink()


def _names(columns: list[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
