"""Any line of the plan as a quote, by its id: what a remark, a date or a disagreement is about."""

from __future__ import annotations

from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.today_text import noted_today
from zlp_tui.conversation.telling.when_text import part_told
from zlp_tui.plan.line_lookup import find_line
from zlp_tui.plan.view import GoalOutcome, OtherOutcome, Person, Progress, Statement
from zlp_tui.text import sentence


def quote_of(context: PlanContext, ref: str | None) -> Quote | None:
    """The line with this id; None without an id, and for a line that is no longer in the plan."""
    if ref is None:
        return None
    found = find_line(context.view, ref)
    match found.line if found else None:
        case None:
            return None
        case Statement() as said:
            return context.quote(said)
        case Progress() as note:
            return note_quote(context, note)
        case Person() as person:
            return fact(person.called, ref)
        case GoalOutcome() as outcome:
            return Quote(ref, outcome.outcome or outcome.why or "") if outcome.outcome or outcome.why else None
        case OtherOutcome() as outcome:
            words, by = outcome.outcome or outcome.why, context.name(outcome.voice.id)
            return Quote(ref, words, by) if words else None
    if found is None or found.voice is None or not found.words:
        return None
    return Quote(ref, found.words, context.name(found.voice.id))


def note_quote(context: PlanContext, note: Progress) -> Quote:
    """How it went, in the words of the note; where it has none, whether it was done."""
    words, by = note.text or note.adjust, context.name(note.voice.id)
    told = part_told(context.tr, note.part_of_day)
    return Quote(note.id, words, by, note=told) if words else fact(done_in_words(context, note), note.id, by)


def done_in_words(context: PlanContext, note: Progress) -> str:
    """Whether it was done, and at which part of the day where it was noted of that; of a bad day, that it was one
    (M09)."""
    tr, part = context.tr, part_told(context.tr, note.part_of_day)
    if any(said.id == note.about for said in context.view.statements):
        return tr("It was such a day.")
    if part and note.done:
        return tr("{part}: {done}", part=sentence(part), done=noted_today(tr, note.done))
    return {"yes": tr("It was done."), "partly": tr("It was partly done."), "no": tr("It was not done.")}.get(
        note.done or "", ""
    )
