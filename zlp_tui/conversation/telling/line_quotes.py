"""Any line of the plan as a quote, by its id: what a remark, a date or a disagreement is about."""

from __future__ import annotations

from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.view import Progress, Voice


def quote_of(context: PlanContext, ref: str | None) -> Quote | None:
    """The line with this id; None without an id, and for a line that is no longer in the plan."""
    if ref is None:
        return None
    view = context.view
    said = next((statement for statement in view.statements if statement.id == ref), None)
    if said is not None:
        return context.quote(said)
    lines: tuple[tuple[str, str, Voice], ...] = (
        *((goal.id, goal.text, goal.voice) for goal in view.goals),
        *((agreed.id, agreed.want, agreed.voice) for agreed in view.agreements),
        *((small.id, small.what, agreed.voice) for agreed in view.agreements for small in agreed.steps),
        *((choice.id, choice.question, choice.voice) for choice in view.choices),
        *((option.id, option.title, choice.voice) for choice in view.choices for option in choice.options),
        *(
            (consideration.id, consideration.text, consideration.voice)
            for choice in view.choices for option in choice.options for consideration in option.considerations
        ),
        *((remark.id, remark.text, remark.voice) for remark in view.remarks),
        *((disagreement.id, disagreement.text, disagreement.voice) for disagreement in view.disagreements),
    )
    for line, text, voice in lines:
        if line == ref:
            return Quote(ref, text, context.name(voice.id))
    return _quote_of_rest(context, ref)


def _quote_of_rest(context: PlanContext, ref: str) -> Quote | None:
    view = context.view
    for note in (note for note in view.progress if note.id == ref):
        return note_quote(context, note)
    for person in (person for person in view.people if person.id == ref):
        return fact(person.called, ref)
    for outcome in (outcome for evaluation in view.evaluations for outcome in evaluation.goals if outcome.id == ref):
        return Quote(ref, outcome.outcome or outcome.why or "") if outcome.outcome or outcome.why else None
    return None


def note_quote(context: PlanContext, note: Progress) -> Quote:
    """How it went, in the words of the note; where it has none, whether it was done."""
    words, by = note.text or note.adjust, context.name(note.voice.id)
    return Quote(note.id, words, by) if words else fact(done_in_words(context, note.done), note.id, by)


def done_in_words(context: PlanContext, done: str | None) -> str:
    """Whether it was done."""
    say = context.say
    return {"yes": say("It was done."), "partly": say("It was partly done."), "no": say("It was not done.")}.get(
        done or "", ""
    )
