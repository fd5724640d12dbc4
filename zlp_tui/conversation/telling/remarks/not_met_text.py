"""A wish that cannot be met, in words: beside the wish, and as a list (Wlz 8.1.1, 8.1.3)."""

from __future__ import annotations

from typing import Final

from zlp_tui.conversation.ports.follow_up import NotMetLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.line_quotes import quote_of
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import day_of
from zlp_tui.dates import short_date
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Ground, WishNotMet

CONSULTED_FOR: Final[Ground] = "good-care"
"""The ground on which the law wants a colleague consulted."""


def ground_title(tr: Catalogue, ground: str) -> str:
    """Why a wish is not met, in words; the id for one that is not known."""
    return {
        "law": tr("A law or what is possible stands in the way"),
        "good-care": tr("It does not fit good care"),
        "others": tr("The rights of others, or the order in the house"),
    }.get(ground, ground)


def not_met_lines(context: PlanContext, about: str | None = None) -> tuple[NotMetLine, ...]:
    """The wishes that are not met, the newest first; of one line all that was ever said of it."""
    known = context.view.last_not_met() if about is None else context.view.wishes_not_met
    ordered = sorted(known, key=lambda said: -said.seq)
    return tuple(_line(context, said) for said in ordered if about in (None, said.about))


def _line(context: PlanContext, said: WishNotMet) -> NotMetLine:
    again = said.ask_again_on
    return NotMetLine(
        ref=said.id,
        quote=Quote(said.id, said.text, context.name(said.voice.id)),
        on=day_of(context, said.said_on),
        ground=ground_title(context.tr, said.ground),
        about=quote_of(context, said.about),
        consulted=said.consulted,
        ask_again=short_date(again, context.script.locale, today=context.today) if again else None,
        wanting=_wanting(context.tr, said),
    )


def _wanting(tr: Catalogue, said: WishNotMet) -> str:
    """Whoever gives care decides on good care only after a colleague was consulted (Wlz 8.1.1)."""
    lacks = said.ground == CONSULTED_FOR and not said.consulted
    return tr("On this ground a colleague thinks along. Who that is, was not said yet.") if lacks else ""


def in_a_note(context: PlanContext, said: WishNotMet) -> str:
    """All that was said of a wish that is not met, in a few sentences."""
    tr, line = context.tr, _line(context, said)
    return " ".join(filter(None, (
        tr("This cannot be done now: “{words}”", words=said.text),
        f"{line.ground}.",
        tr("Consulted: {who}.", who=said.consulted.rstrip(".")) if said.consulted else line.wanting,
        tr("Asked again on {day}.", day=line.ask_again) if line.ask_again else "",
    )))
