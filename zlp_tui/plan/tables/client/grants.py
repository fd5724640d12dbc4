"""Who may see and write what in the plan, as the client said it (decision 0051)."""

import re
from dataclasses import replace
from functools import cache
from typing import Annotated, Final

from pydantic import AfterValidator
from sqlalchemy import bindparam, select

from zlp_tui.errors import Refused
from zlp_tui.plan.access import everybody_may
from zlp_tui.plan.compiled import CompiledStatement
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.client.people import PersonRow
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_instant,
    check_words,
    check_yes_no,
    integer_column,
    nullable_text,
    reference,
    table_args,
    table_of,
    text_column,
)
from zlp_tui.plan.tables.validators import Dated, Validated, validated
from zlp_tui.plan.transaction import ColumnValue
from zlp_tui.plan.view import DOMAINS, EVERYTHING, MAIN, PARTS, REPRESENTATIVE, WORK
from zlp_tui.text import NAME_LIMIT


class GrantRow(OwnedRow, table=True):
    """One grant. Without a person it closes a line to everybody but the client and who said it."""

    __table_args__ = table_args(
        check_words("scope", NAME_LIMIT),
        check_yes_no("see"),
        check_yes_no("write"),
        check_date("until_on"),
        check_date("given_on"),
        check_instant("withdrawn_at"),
        reference("person", "person"),
        reference("voice", "person"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    person: str | None = nullable_text()
    scope: str = text_column()
    see: int = integer_column()
    write: int = integer_column()
    until_on: str | None = nullable_text()
    voice: str = text_column()
    given_on: str = text_column()


_SCOPE: Final = re.compile(
    rf"{EVERYTHING}|{WORK}|{PARTS}|{REPRESENTATIVE}|topic:[a-z0-9-]+|domain:({'|'.join(DOMAINS)})|line:[0-9a-f-]+"
)


def _scope(value: str) -> str:
    if not _SCOPE.fullmatch(value):
        raise Refused("There is nothing of that name to be read.")
    return value


class _Fields(Validated):
    scope: Annotated[str, AfterValidator(_scope)] = EVERYTHING
    see: bool = True
    write: bool | None = None
    until: Dated | None = None


def give(
    act: Act, person: str, scope: str, *, see: bool, write: bool | None = None, until: str | None = None
) -> str:
    """What somebody may see and write in a scope from now on, instead of what was said of it before; the grant's id.
    Whether they write along and until when stays as it was said before, where that is None; else they do, for ever.

    `everything`, `work` and `parts` are one thing: the one takes the place of the other. Only the client says so, or
    who acts in the client's name; `Refused` for others, and about the client, who may always see everything.
    """
    new = validated(_Fields, scope=scope, see=see, write=write, until=until)
    _require_decides(act)
    if changes.current(act, PersonRow, person)["kind"] == "client":
        raise Refused("The client always sees the whole plan.")
    return _kept(act, person, new)


def close(act: Act, line: str) -> str:
    """From now on only who said a line may see it, in whatever wording, and the client; the grant's id. `Refused` of
    others than these and who acts in the client's name."""
    first, speakers = _first_wording(act, line)
    if not _decides(act):
        if act.by not in speakers:
            raise _not_yours()
        act = replace(act, may=everybody_may)  # one's own words are one's own, whoever else may give grants
    return _kept(act, None, validated(_Fields, scope=f"line:{first}", see=False, write=False))


def open_again(act: Act, line: str) -> bool:
    """A line that was closed is for others as it was before; False where it is not closed. `Refused` of others than the
    client, who acts in their name, and who closed it."""
    first, _ = _first_wording(act, line)
    found = [row for row, of, scope in _standing().run(act.session, {"of_plan": act.plan_id})
             if of is None and scope == f"line:{first}"]
    if found and not _decides(act) and changes.current(act, GrantRow, found[-1])["voice"] != act.by:
        raise _not_yours()
    return bool(found) and changes.alter(act, GrantRow, found[-1], withdrawn_at=act.instant)


def take_back(act: Act, grant: str) -> bool:
    """Take back a grant; False when it was taken back before. `Refused` as for `give`."""
    _require_decides(act)
    if changes.current(act, GrantRow, grant)["withdrawn_at"] is not None:
        return False
    return changes.alter(act, GrantRow, grant, withdrawn_at=act.instant)


def _first_wording(act: Act, line: str) -> tuple[str, frozenset[ColumnValue]]:
    """The line that this one is another wording of, and who said it, this time or before."""
    row = changes.table_with(act, line)
    stands = changes.current(act, row, line)
    speakers = {stands.get("voice")}
    while stands.get("replaces") is not None:
        line = str(stands["replaces"])
        stands = changes.current(act, row, line)
        speakers.add(stands.get("voice"))
    return line, frozenset(speakers)


def _not_yours() -> Refused:
    return Refused("Only who said this decides that, and whose plan it is.")


def _kept(act: Act, person: str | None, new: _Fields) -> str:
    values: dict[str, ColumnValue] = {"scope": new.scope, "see": int(new.see)}
    said: dict[str, ColumnValue] = {"write": None if new.write is None else int(new.write), "until_on": new.until}
    values |= {name: value for name, value in said.items() if value is not None}
    replaced = MAIN if new.scope in MAIN else (new.scope,)
    found = [row for row, of, scope in _standing().run(act.session, {"of_plan": act.plan_id})
             if of == person and scope in replaced]
    if not found:
        return changes.add(act, GrantRow, person=person, voice=act.by, given_on=act.day, **({"write": 1} | values))
    if changes.alter(act, GrantRow, found[-1], **values):
        changes.alter(act, GrantRow, found[-1], voice=act.by, given_on=act.day)
    return str(found[-1])


def _require_decides(act: Act) -> None:
    """`Refused` for anybody but the client and who acts in their name today."""
    if not _decides(act):
        raise Refused("Only the client says who may read the plan.")


def _decides(act: Act) -> bool:
    """Whether who speaks is the client, or acts in their name today."""
    if changes.current(act, PersonRow, act.by)["kind"] == "client":
        return True
    return any(
        of == act.by and scope == REPRESENTATIVE and see and (until is None or until >= act.day)
        for of, scope, see, until in _acting().run(act.session, {"of_plan": act.plan_id})
    )


@cache
def _standing() -> CompiledStatement:
    rows = table_of(GrantRow).c
    stands = (rows.plan_id == bindparam("of_plan"), rows.withdrawn_at.is_(None))
    return CompiledStatement(select(rows.id, rows.person, rows.scope).where(*stands).order_by(rows.seq))


@cache
def _acting() -> CompiledStatement:
    rows = table_of(GrantRow).c
    stands = (rows.plan_id == bindparam("of_plan"), rows.withdrawn_at.is_(None))
    return CompiledStatement(select(rows.person, rows.scope, rows.see, rows.until_on).where(*stands).order_by(rows.seq))
