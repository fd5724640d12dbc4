"""How it went: append-only notes about an agreement, a goal, or nothing in particular (V67, V68, V129)."""

from datetime import date

from sqlalchemy import Index
from sqlalchemy import text as sql

from zlp_tui.errors import NotFound, Refused
from zlp_tui.plan import changes
from zlp_tui.plan.access import ask_leave
from zlp_tui.plan.agreements import Agreement
from zlp_tui.plan.changes import Act
from zlp_tui.plan.goals import Goal
from zlp_tui.plan.row import PlanRow, check_date, check_instant, check_one_of, check_words, filled, maybe, refers, rules
from zlp_tui.plan.rules import Checked, Dated, Spoken, checked
from zlp_tui.plan.view import Because, Done


class Progress(PlanRow, table=True):
    """One note. `about` is an agreement or a goal: two tables, so its writer guards it.

    The index holds the notes about one thing together, newest last, with what is counted: ten years of them are read
    by the last ten (`load.py`). The second one finds the few that say what must be otherwise, the third one counts.
    """

    __table_args__ = rules(
        check_date("happened_on"),
        check_one_of("done", Done),
        check_one_of("because", Because),
        check_words("text"),
        check_words("adjust"),
        check_instant("withdrawn_at"),
        refers("voice", "person"),
        Index("ix_progress_about", "plan_id", "about", "seq", "done", "withdrawn_at"),
        Index("ix_progress_adjust", "plan_id", "about", "seq", sqlite_where=sql("adjust IS NOT NULL")),
        Index("ix_progress_done", "plan_id", "about", "withdrawn_at", "done"),
    )
    withdrawn_at: str | None = maybe()
    about: str | None = maybe()
    happened_on: str = filled()
    voice: str = filled()
    done: str | None = maybe()
    because: str | None = maybe()
    text: str | None = maybe()
    adjust: str | None = maybe()


class _New(Checked):
    happened_on: Dated
    done: Done | None
    because: Because | None
    text: Spoken | None
    adjust: Spoken | None


def note(
    act: Act, *, about: str | None = None, on: date | str, done: str | None = None, because: str | None = None,
    text: str | None = None, adjust: str | None = None,
) -> str:
    """Note how it went on a date; the note's id. `because` goes with `done` no and partly (L63)."""
    ask_leave(act.by, "follow-up")
    new = checked(_New, happened_on=on, done=done, because=because, text=text, adjust=adjust)
    if new.because and new.done not in ("no", "partly"):
        raise Refused("A reason goes with 'no' or 'partly'.")
    if not (new.done or new.text or new.adjust):
        raise Refused("There are no words in this yet.")
    if about is not None and not any(changes.exists(act, row, about) for row in (Agreement, Goal)):
        raise NotFound("The plan does not have this line.")
    return changes.add(act, Progress, about=about, voice=act.by, **new.given())
