"""“This cannot be done”: on a wish, with the ground, who was consulted and when it is asked again (Wlz 8.1.1, 8.1.3).

The wish itself keeps its place.
"""

from typing import Final

from zlp_tui.errors import Refused
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_instant,
    check_one_of,
    check_words,
    integer_column,
    nullable_text,
    reference,
    table_args,
    table_of,
    text_column,
)
from zlp_tui.plan.tables.validators import Dated, SpokenText, Validated, validated
from zlp_tui.plan.view import Ground

WISHES: Final = ("statement", "goal", "choice", "agreement")
"""The kinds of lines in which somebody can wish something."""


class WishNotMetRow(OwnedRow, table=True):
    """One wish that is not met. `about` is a line of one of four tables, so its writer guards it."""

    __table_args__ = table_args(
        check_one_of("ground", Ground),
        check_words("text"),
        check_words("consulted"),
        check_date("ask_again_on"),
        check_date("said_on"),
        check_instant("withdrawn_at"),
        reference("voice", "person"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    about: str = text_column()
    voice: str = text_column()
    ground: str = text_column()
    text: str = text_column()
    said_on: str = text_column()
    consulted: str | None = nullable_text()
    ask_again_on: str | None = nullable_text()


class _New(Validated):
    ground: Ground
    text: SpokenText


class _Fields(Validated):
    consulted: SpokenText | None = None
    ask_again_on: Dated | None = None


def say_not_met(act: Act, about: str, ground: str, text: str) -> str:
    """Say that a wish is not met, on which ground, and why in own words; its id.

    `NotFound` when there is no such line, `Refused` when it is no line in which one wishes something.
    """
    if table_of(changes.table_with(act, about)).name not in WISHES:
        raise Refused("This can be said of a wish, a goal, a choice or an agreement.")
    new = validated(_New, ground=ground, text=text)
    return changes.add(
        act, WishNotMetRow, about=about, voice=act.by, ground=new.ground, text=new.text, said_on=act.day
    )


def change(act: Act, /, not_met: str, **given: object) -> bool:
    """Say who was `consulted`, in words, and on which day the wish is asked again (`ask_again_on`).

    False when it stood like that.
    """
    return changes.alter(act, WishNotMetRow, not_met, **validated(_Fields, **given).given())
