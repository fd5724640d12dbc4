"""Remarks and nice moments: anyone at the table leaves one, and a remark carries what became of it (L56, L107, M11)."""

from zlp_tui.errors import Refused
from zlp_tui.plan import changes
from zlp_tui.plan.access import ask_leave
from zlp_tui.plan.changes import Act
from zlp_tui.plan.row import (
    PlanRow,
    check_date,
    check_instant,
    check_one_of,
    check_words,
    filled,
    maybe,
    refers,
    rules,
    whole,
)
from zlp_tui.plan.rules import Checked, Dated, Spoken, checked
from zlp_tui.plan.view import RemarkKind

TOPIC = "remarks"


class Remark(PlanRow, table=True):
    """One remark. `about` is any line of the plan, so its writer guards it."""

    __table_args__ = rules(
        check_one_of("kind", RemarkKind),
        check_words("text"),
        check_date("said_on"),
        check_words("done_with"),
        check_date("told_back_on"),
        check_instant("withdrawn_at"),
        refers("voice", "person"),
        refers("conversation", "conversation"),
    )
    withdrawn_at: str | None = maybe()
    version: int = whole()
    kind: str = filled()
    text: str = filled()
    voice: str = filled()
    said_on: str = filled()
    conversation: str | None = maybe()
    about: str | None = maybe()
    done_with: str | None = maybe()
    told_back_on: str | None = maybe()


class _New(Checked):
    kind: RemarkKind
    text: Spoken


class _Fields(Checked):
    done_with: Spoken | None = None
    told_back_on: Dated | None = None


def leave(act: Act, text: str, *, kind: str = "remark", about: str | None = None) -> str:
    """Leave a remark, or a nice moment, about a line of the plan or about nothing in particular; its id."""
    ask_leave(act.by, TOPIC)
    new = checked(_New, kind=kind, text=text)
    if about is not None:
        changes.table_with(act, about)
    return changes.add(
        act, Remark, kind=new.kind, text=new.text, voice=act.by, said_on=act.day, conversation=act.conversation,
        about=about,
    )


def change(act: Act, /, remark: str, **given: object) -> bool:
    """Say what was done with a remark (`done_with`) and when that was told back (`told_back_on`).

    False when it stood like that; `Refused` for a nice moment, with which nothing need be done.
    """
    ask_leave(act.by, TOPIC)
    if changes.current(act, Remark, remark)["kind"] != "remark":
        raise Refused("Nothing needs to be done with a nice moment.")
    return changes.alter(act, Remark, remark, **checked(_Fields, **given).given())
