"""Copies of a plan in words: when, how large and why; and what going back to one would change."""

from __future__ import annotations

from typing import Final

from zlp_tui.conversation.ports.plan_copying import CopyDifference, KnownCopy
from zlp_tui.dates import long_date, short_date
from zlp_tui.i18n import Catalogue

_KILOBYTE: Final = 1000


def told_moment(copy: KnownCopy, tr: Catalogue) -> str:
    """The day and the time of a copy, where this program runs."""
    at = copy.made_at.astimezone()
    return tr("{day} at {time}", day=long_date(at.date(), tr.locale), time=f"{at:%H:%M}")


def told_size(size: int, tr: Catalogue) -> str:
    """How large a file is, in round numbers."""
    thousands = max(1, round(size / _KILOBYTE))
    if thousands < _KILOBYTE:
        return tr("{count} kB", count=thousands)
    whole, tenths = divmod(round(thousands / 100), 10)
    return tr("{whole}.{tenths} MB", whole=whole, tenths=tenths)


def told_why(copy: KnownCopy, tr: Catalogue) -> str:
    """Why a copy was made; empty where that is not known."""
    return {
        "asked": tr("somebody asked for it"), "closed": tr("when the plan was closed"),
        "while-open": tr("while the plan was open"), "key": tr("before a new key"),
        "take-in": tr("before a plan that was taken in"), "restore": tr("before going back to a copy"),
    }.get(copy.why, "")


def told_copy(copy: KnownCopy, tr: Catalogue) -> str:
    """One line about a copy."""
    return " · ".join(filter(None, (told_moment(copy, tr), told_size(copy.size, tr), told_why(copy, tr))))


def told_differences(differs: CopyDifference | None, tr: Catalogue) -> tuple[str, ...]:
    """What going back would change; of a plan that cannot be read (None) that this is not known."""
    if differs is None:
        return (tr("The plan cannot be read now. So nobody knows what differs."),)
    told = []
    if differs.only_here:
        told.append(tr.plural(
            "Since then there was {count} change, on {day}. It is not in the copy.",
            "Since then there were {count} changes, the last one on {day}. These are not in the copy.",
            differs.only_here, day=short_date(differs.last_here, tr.locale),
        ))
    if differs.only_there:
        told.append(tr.plural(
            "Only in the copy: {count} change, on {day}.",
            "Only in the copy: {count} changes, the last one on {day}.",
            differs.only_there, day=short_date(differs.last_there, tr.locale),
        ))
    return (*told, *differs.words) or (tr("Nothing differs between the plan and this copy."),)
