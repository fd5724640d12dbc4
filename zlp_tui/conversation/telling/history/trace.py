"""From a line of the plan back to the words it came from: agreement, goal, wish, who said it (M31, L25, L97)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zlp_tui.conversation.ports.plan_pages import TraceStep
from zlp_tui.conversation.telling.granted_text import granted_line
from zlp_tui.conversation.telling.line_quotes import done_in_words
from zlp_tui.conversation.telling.option_titles import option_title
from zlp_tui.conversation.telling.overviews.signals_text import noted_ever
from zlp_tui.conversation.telling.plan_context import PlanContext, written_beforehand
from zlp_tui.conversation.telling.relative_days import full_day_of
from zlp_tui.conversation.telling.remarks.not_met_text import in_a_note
from zlp_tui.conversation.telling.remarks.notes_beside import newest, not_agreed
from zlp_tui.errors import NotFound
from zlp_tui.plan.line_lookup import find_line
from zlp_tui.plan.recorded_change import RecordedChange
from zlp_tui.plan.view import Agreement, Goal, OutcomePart, Place, PlanView, Remark, Statement, Voice

Histories = Mapping[str, tuple[RecordedChange, ...]]
"""By line: its changes, the oldest first."""

Places = Mapping[str, Place]
"""By choice, goal or agreement: where in the script the questions about it begin."""


def trace(context: PlanContext, ref: str, histories: Histories, places: Places) -> tuple[TraceStep, ...]:
    """The way back from a line; the line itself comes first. `histories` holds those of all `traced_lines`."""
    steps = tuple(
        step for line in traced_lines(context.view, ref) for step in traced_steps(context, line, histories, places)
    )
    if not steps:
        raise NotFound("This line is no longer in the plan.")
    return steps


def traced_lines(view: PlanView, ref: str) -> tuple[str, ...]:
    """The line, and every line that it came from, each before its own origins."""
    found: dict[str, None] = {}
    waiting = [ref]
    while waiting:
        line = waiting.pop()
        if line not in found:
            found[line] = None
            waiting += reversed(_origins(view, line))
    return tuple(found)


def _origins(view: PlanView, ref: str) -> tuple[str, ...]:
    """The ids of what a line follows from; a piece of something follows from the whole."""
    for agreement in view.agreements:
        if agreement.id == ref:
            before = (agreement.replaces,) if agreement.replaces else ()
            return (*before, *((agreement.goal,) if agreement.goal else ()), *agreement.follows_from)
        if any(small.id == ref for small in agreement.steps):
            return (agreement.id,)
    for goal in view.goals:
        if goal.id == ref:
            return (*((goal.replaces,) if goal.replaces else ()), *goal.follows_from)
    for choice in view.choices:
        if choice.id in _wholes_of(view, ref):
            return (choice.id,)
    kept_with = (
        *((said, outcome.goal) for evaluation in view.evaluations for outcome in evaluation.goals
          for said in (outcome.id, *(other.id for other in outcome.others))),
        *((note.id, note.about) for note in view.progress),
        *((remark.id, remark.about) for remark in view.remarks),
        *((disagreement.id, disagreement.about) for disagreement in view.disagreements),
        *((not_met.id, not_met.about) for not_met in view.wishes_not_met),
    )
    return tuple(about for line, about in kept_with if line == ref and about)


def traced_steps(context: PlanContext, ref: str, histories: Histories, places: Places) -> Iterator[TraceStep]:
    """One line: what it is, who said it and when, and what stood there before."""
    view, tr = context.view, context.tr
    things: tuple[tuple[str, str, Voice], ...] = (
        *((tr("Agreement"), a.want, a.voice) for a in view.agreements if a.id == ref),
        *((tr("Goal"), g.text, g.voice) for g in view.goals if g.id == ref),
        *((tr("Choice"), c.question, c.voice) for c in view.choices if c.id == ref),
        *((tr("How it went"), p.text or p.adjust or done_in_words(context, p), p.voice)
          for p in view.progress if p.id == ref),
        *((_remark_title(context, r), r.text, r.voice) for r in view.remarks if r.id == ref),
        *((tr("Does not agree"), d.text, d.voice) for d in view.disagreements if d.id == ref),
        *((tr("This cannot be done now"), n.text, n.voice) for n in view.wishes_not_met if n.id == ref),
        *((tr("Small step"), s.what, a.voice) for a in view.agreements for s in a.steps if s.id == ref),
        *((tr("Who may read this plan"), granted_line(context, g), g.voice) for g in view.grants if g.id == ref),
        *_of_choices(context, ref),
        *_of_looking_back(context, ref),
        *_of_reading_back(context, ref),
        *((p.relation or tr("Person"), p.called, Voice("", "")) for p in view.people if p.id == ref),
    )
    yield from (_said(context, statement) for statement in view.statements if statement.id == ref)
    for what, text, voice in things:
        lines = histories.get(ref, ())
        day = full_day_of(context, lines[0].at[:10]) if lines else ""
        by = context.name(voice.id) if voice.id else ""
        before = (*_older_names(context, lines), *_why_it_became(context, ref))
        beside = tuple(_said_of(context, ref))
        yield TraceStep(what, text, by, day, history=before, beside=beside, ref=ref, place=places.get(ref))


def _older_names(context: PlanContext, lines: tuple[RecordedChange, ...]) -> Iterator[str]:
    """The names that somebody had before, newest first, with who gave them and when."""
    named = [line for line in lines if "name" in line.after]
    for line in reversed(named[:-1]):
        day = full_day_of(context, line.at[:10])
        yield context.tr(
            "{day}, {who}: “{words}”", day=day, who=context.name(line.by.id), words=line.after["name"] or ""
        )


def _remark_title(context: PlanContext, remark: Remark) -> str:
    return context.tr("Nice moment") if remark.kind == "nice-moment" else context.tr("Remark")


def _why_it_became(context: PlanContext, ref: str) -> Iterator[str]:
    """Why a goal was made another one, reached or stopped, as it was said when one looked back."""
    for evaluation in context.view.evaluations:
        outcome = evaluation.of_goal(ref)
        for why in outcome.said("why") if outcome is not None else ():
            day = full_day_of(context, evaluation.held_on)
            yield context.tr("{day}, because: “{words}”", day=day, words=why.words)


def _said_of(context: PlanContext, ref: str) -> Iterator[str]:
    """What somebody said of a line itself: it is kept beside it, whatever became of it."""
    yield from filter(None, (noted_ever(context, ref),))
    yield from _not_agreed(context, ref)
    yield from _not_met(context, ref)
    lines: tuple[Goal | Agreement, ...] = (*context.view.goals, *context.view.agreements)
    for line in (line for line in lines if line.id == ref):
        if line.ended_on and line.ended_because:
            day, words = full_day_of(context, line.ended_on), line.ended_because
            told = context.tr("{day}, ended because: “{words}”", day=day, words=words)
            name = context.name(line.ended_by) if line.ended_by else ""
            yield context.tr("{told} ({name} said so)", told=told, name=name) if name else told


def _not_agreed(context: PlanContext, ref: str) -> Iterator[str]:
    """Who does not agree with a line, or with what it replaced; and who did not once, whatever became of it (L38)."""
    anew = context.view.said_anew()
    for disagreement in context.view.disagreements:
        if disagreement.ended_on is None:
            if newest(anew, disagreement.about) == ref:
                yield not_agreed(context, disagreement)
        elif disagreement.about == ref:
            day = full_day_of(context, disagreement.said_on)
            who = context.name(disagreement.voice.id)
            yield context.tr("{day}, {who} did not agree: “{words}”", day=day, who=who, words=disagreement.text)


def _not_met(context: PlanContext, ref: str) -> Iterator[str]:
    """That a wish is not met, why, and when it is asked again: the wish keeps its place."""
    for not_met in context.view.wishes_not_met:
        if not_met.about == ref:
            day = full_day_of(context, not_met.said_on)
            who = context.name(not_met.voice.id)
            yield context.tr("{day}, {who}: {words}", day=day, who=who, words=in_a_note(context, not_met))


def _wholes_of(view: PlanView, ref: str) -> Iterator[str]:
    """The ids of the lines that a line is part of, the nearest first."""
    found = find_line(view, ref)
    while found is not None and found.whole is not None:
        found = found.whole
        yield found.line.id


def _of_choices(context: PlanContext, ref: str) -> Iterator[tuple[str, str, Voice]]:
    """A part of a choice: called by its option, or by what it is."""
    found, tr = find_line(context.view, ref), context.tr
    if found is None or found.whole is None or found.voice is None:
        return
    what = {
        "option": tr("Option"), "reason": tr("Why"), "open_question": tr("Still to be found out"),
        "consideration": found.whole.words, "option_source": found.whole.words,
    }.get(found.kind.name)
    if what is not None:
        yield what, found.words, found.voice


def _of_looking_back(context: PlanContext, ref: str) -> Iterator[tuple[str, str, Voice]]:
    """What came of a goal, and why it goes on as it does, in the words of who said it."""
    tr, outcomes = context.tr, (outcome for evaluation in context.view.evaluations for outcome in evaluation.goals)
    titles: tuple[tuple[OutcomePart, str], ...] = (
        ("outcome", tr("What came of the goal")), ("why", tr("Why it goes on like this")),
    )
    for outcome in outcomes:
        yield from (
            (title, said.words, Voice(said.by or "", ""))
            for what, title in titles for said in outcome.said(what) if said.id == ref
        )


def _of_reading_back(context: PlanContext, ref: str) -> Iterator[tuple[str, str, Voice]]:
    """What the client said of a chapter that was read back."""
    for read in (read_back for read_back in context.view.read_backs if read_back.id == ref):
        for topic in context.script.topics_of(read.chapter):
            if topic.reads_back:
                words = read.correction or option_title(context, "read-back", "yes" if read.confirmed else "no")
                yield context.words(topic.title), words, read.voice or Voice(context.view.client, "")


def _said(context: PlanContext, statement: Statement) -> TraceStep:
    topic = context.script.find_topic(statement.topic)
    part = statement.side or statement.moment or statement.about
    return TraceStep(
        what=" · ".join(filter(None, (
            context.words(topic.title) if topic else statement.prompt, written_beforehand(context, statement)
        ))),
        text=statement.text,
        by=context.name(statement.voice.id),
        on=full_day_of(context, statement.said_on),
        asked=statement.prompt,
        history=tuple(_older(context, statement)),
        beside=tuple(_said_of(context, statement.id)),
        ref=statement.id,
        place=Place(statement.topic, statement.step, part) if topic else None,
    )


def _older(context: PlanContext, statement: Statement) -> Iterator[str]:
    """The words a statement replaces, newest first."""
    known = {s.id: s for s in context.view.statements}
    older = known.get(statement.replaces or "")
    while older is not None:
        day = full_day_of(context, older.said_on)
        yield context.tr("{day}, {who}: “{words}”", day=day, who=context.name(older.voice.id), words=older.text)
        older = known.get(older.replaces or "")
