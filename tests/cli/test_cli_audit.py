"""`zlp audit`: who looked into a plan; and what was changed behind it is said, with exit 1."""

from __future__ import annotations

import json
from contextlib import closing

from sqlcipher3 import dbapi2

from tests.cli.conftest import Command
from zlp_tui.places import store_file


def test_each_reading_is_told_and_a_changed_line_is_found(anna: Command) -> None:
    anna("show", "Anna Vos")
    anna("search", "Anna Vos", "koffie")
    told = anna("audit", "Anna Vos")
    assert (told.returncode, told.stderr) == (0, "")
    assert "Het plan is begonnen." in told.stdout and "Dit plan heeft geen slot." in told.stdout
    done = anna("audit", "Anna Vos", "--verify")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "De lijst klopt. Niemand veranderde er iets in.")
    printed = json.loads(anna("audit", "Anna Vos", "--verify", "--json").stdout)
    events = [(line["event"], line["action"], line["outcome"]) for line in printed["lines"]]
    assert events[0] == ("begin", "C", "done") and events.count(("open", "R", "done")) == 5
    assert printed["verified"] == {"sound": True, "wrong_line": None, "wrong_change": None}
    assert printed["lines"][0]["person"]["name"] == "Anna Vos" and not printed["locked"]
    with closing(dbapi2.connect(str(store_file(anna.home)))) as connection, connection:
        connection.execute("DROP TRIGGER audit_is_kept")
        connection.execute("DELETE FROM audit WHERE number = 3")
    found = anna("audit", "Anna Vos", "--verify")
    assert (found.returncode, found.stdout.splitlines()[0]) == (1, "Regel 3 van de lijst is veranderd.")
