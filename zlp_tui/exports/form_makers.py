"""Makes each form on paper. What it needs is imported when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zlp_tui.exports.export_source import ExportSource


def minutes(source: ExportSource) -> bytes:
    """What was said and agreed in the last talk."""
    from zlp_tui.paper.minutes import minutes

    return minutes(source)


def plan(source: ExportSource) -> bytes:
    """The whole plan."""
    from zlp_tui.paper.plan import plan

    return plan(source)


def day_card(source: ExportSource) -> bytes:
    """The day card."""
    from zlp_tui.paper.day_card import day_card

    return day_card(source)


def who(source: ExportSource) -> bytes:
    """Whom to call for what."""
    from zlp_tui.paper.who import who

    return who(source)


def poster(source: ExportSource) -> bytes:
    """The poster, on A4 and on A3."""
    from zlp_tui.paper.poster import poster

    return poster(source)


def appreciation_card(source: ExportSource) -> bytes:
    """The card that goes round."""
    from zlp_tui.paper.before_a_talk import appreciation_card

    return appreciation_card(source)


def invitation(source: ExportSource) -> bytes:
    """The invitation to the talk."""
    from zlp_tui.paper.before_a_talk import invitation

    return invitation(source)


def preparation(source: ExportSource) -> bytes:
    """The questions of the next talk."""
    from zlp_tui.paper.before_a_talk import preparation

    return preparation(source)


def rights(source: ExportSource) -> bytes:
    """The sheet of rights."""
    from zlp_tui.paper.rights import rights

    return rights(source)


def booklet(source: ExportSource) -> bytes:
    """The blank booklet."""
    from zlp_tui.paper.booklet import booklet

    return booklet(source)


def recovery(source: ExportSource) -> bytes:
    """The sheet for a recovery code."""
    from zlp_tui.paper.recovery import recovery

    return recovery(source)
