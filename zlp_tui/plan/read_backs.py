"""What the client said when a chapter was read back to them (L90)."""

from zlp_tui.plan import changes
from zlp_tui.plan.access import ask_leave
from zlp_tui.plan.changes import Act
from zlp_tui.plan.row import (
    PlanRow,
    check_date,
    check_instant,
    check_one_of,
    check_words,
    check_yes_no,
    filled,
    maybe,
    refers,
    rules,
    whole,
)
from zlp_tui.plan.rules import Checked, Spoken, checked
from zlp_tui.plan.view import CHAPTERS, Chapter


class ReadBack(PlanRow, table=True):
    """Whether a chapter was heard well, and how it is when it was not."""

    __table_args__ = rules(
        check_one_of("chapter", CHAPTERS),
        check_yes_no("confirmed"),
        check_words("correction"),
        check_date("said_on"),
        check_instant("withdrawn_at"),
        refers("voice", "person"),
        refers("conversation", "conversation"),
    )
    withdrawn_at: str | None = maybe()
    chapter: str = filled()
    confirmed: int = whole()
    correction: str | None = maybe()
    voice: str = filled()
    conversation: str | None = maybe()
    said_on: str = filled()


class _New(Checked):
    chapter: Chapter
    confirmed: bool
    correction: Spoken | None


def keep(act: Act, chapter: str, confirmed: bool, correction: str | None = None) -> str:
    """Keep what the client says of a chapter that was read back; its id."""
    new = checked(_New, chapter=chapter, confirmed=confirmed, correction=correction)
    ask_leave(act.by, f"{new.chapter}-read-back")
    return changes.add(
        act, ReadBack, chapter=new.chapter, confirmed=int(new.confirmed), correction=new.correction, voice=act.by,
        conversation=act.conversation, said_on=act.day,
    )
