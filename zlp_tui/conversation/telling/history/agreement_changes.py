"""What became different in an agreement, in one line: “Roos doet nu ook mee; nu: “maandag en woensdag”” (L63, M17)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.dates import told_day
from zlp_tui.plan.recorded_change import RecordedChange


def what_changed(context: PlanContext, changes: Iterable[RecordedChange]) -> str:
    """What these Changes of an agreement and its parts made different, the oldest first; empty where that is nothing
    that can be said in a few words."""
    known = tuple(changes)
    wholes = any(change.of == "small_step" and change.after.get("whole") for change in known)
    told = (words for change in known for words in _told(context, change, wholes=wholes))
    return "; ".join(dict.fromkeys(told))


def _told(context: PlanContext, change: RecordedChange, *, wholes: bool) -> Iterator[str]:
    """`wholes`: the step that is all of the agreement was made anew among these, so the one before it has ended."""
    match change.of:
        case "task":
            yield _task(context, change)
        case "small_step":
            yield from _step(context, change, wholes=wholes)
        case "agreement" if change.kind == "alter":
            yield from _dates(context, change)


def _task(context: PlanContext, change: RecordedChange) -> str:
    tr, person = context.tr, change.after.get("person")
    if change.kind == "add" and person is not None:
        return tr("{name} takes part too now", name=context.name(str(person)))
    return tr("who does what is different")


def _step(context: PlanContext, change: RecordedChange, *, wholes: bool) -> Iterator[str]:
    """A step that is all of the agreement has its words: nothing came beside it, and of it only its days are told."""
    tr, after = context.tr, change.after
    if after.get("withdrawn_at") and wholes:
        return
    if after.get("withdrawn_at"):
        yield tr("a small step was taken back")
    elif after.get("words"):
        yield tr("when: “{words}”", words=after["words"])
    elif change.kind == "add" and not after.get("whole"):
        yield tr("also: “{words}”", words=after.get("what"))


def _dates(context: PlanContext, change: RecordedChange) -> Iterator[str]:
    """The days that were changed, in the words in which they were said where these are kept."""
    tr, after = context.tr, change.after
    labels = {"from": tr("from"), "until": tr("until"), "evaluate": tr("look again on")}
    for name, label in labels.items():
        day = after.get(f"{name}_words") or after.get(f"{name}_on")
        if day:
            yield f"{label} {told_day(str(day), context.script.locale)}"
