"""Are plans sound that each have a locked file of their own? What is found of one plan says nothing of another."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from zlp_tui.errors import NoKey, StoreError
from zlp_tui.keys.key_pair import KeyPair
from zlp_tui.store.check import Finding, check
from zlp_tui.store.files.access_mode import opened
from zlp_tui.store.files.connection import SCHEMA, version_of
from zlp_tui.store.files.driver_transaction import DriverConnection, translating
from zlp_tui.store.own_files.plan_folder import LockedFile, require_plan, unlocked

_CLIENT: Final = "SELECT name FROM person WHERE kind = 'client'"


class CheckedPlan(NamedTuple):
    """What was found of one plan; `name` is its client's, empty where that cannot be read."""

    plan: str
    name: str
    findings: tuple[Finding, ...]


def check_plan(folder: Path, plan: str, keys: KeyPair) -> CheckedPlan | None:
    """Everything that can be looked at of one plan; None where this keyholder has no key to it."""
    findings: tuple[Finding, ...] = ()
    try:
        file = unlocked(folder, plan, keys)
        findings = check(file.path, file.key)
        return CheckedPlan(plan, _client(file, plan), findings)
    except NoKey:
        return None
    except StoreError as error:
        if any(not finding.sound for finding in findings):
            return CheckedPlan(plan, "", findings)
        return CheckedPlan(plan, "", (Finding("file", sound=False, message=error.message, values=error.values),))


def _client(file: LockedFile, plan: str) -> str:
    """The name of the client, once all was looked at that is looked at when the plan is opened."""
    path, key = file
    with translating(), closing(opened(path, key)[0]) as connection:
        if version_of(connection, path.name) == SCHEMA:
            require_plan(connection, plan, path.name)
        found = DriverConnection(connection).run(_CLIENT, (), of_many=True)
        return str(found[0][0]) if found else ""
