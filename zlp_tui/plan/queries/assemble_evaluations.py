"""What was looked back on and agreed on, put together from lines of columns, as the selects in `load.py` order them."""

from __future__ import annotations

from zlp_tui.plan.queries.result_rows import People, ResultRow, ResultRows, Voices, among, grouped
from zlp_tui.plan.quick import maker_of
from zlp_tui.plan.view import Consent, DomainMark, Edition, Evaluation, Experience, GoalOutcome, LookBack


def evaluations(lines: ResultRows, voices: Voices, persons: People) -> tuple[Evaluation, ...]:
    """Every look back with all that it came to."""
    outcomes, marks = grouped(lines["goal_outcome"]), grouped(lines["domain_mark"])
    look_backs, faces = grouped(lines["look_back"]), grouped(lines["experience"])
    outcome, mark, look_back = maker_of(GoalOutcome), maker_of(DomainMark), maker_of(LookBack)

    def evaluation(line: ResultRow) -> Evaluation:
        ref, seq, held_on, conversation, present, quality, closed_on = line
        return Evaluation(
            ref, seq, held_on, conversation, among(present, persons), quality, closed_on,
            tuple(outcome(*told[1:]) for told in outcomes.get(ref, ())),
            tuple(mark(r, d, voices[v], given, bool(face)) for _, r, d, v, given, face in marks.get(ref, ())),
            tuple(look_back(r, said, voices[v], *rest) for _, r, said, v, *rest in look_backs.get(ref, ())),
            tuple(Experience(person, face) for _, person, face in faces.get(ref, ()) if person in persons),
        )

    return tuple(evaluation(line) for line in lines["evaluation"])


def editions(lines: ResultRows, persons: People) -> tuple[Edition, ...]:
    """What was agreed on, and last, without a date, what everybody says of the edition that is coming."""
    said = {
        number: tuple(Consent(*rest) for _, *rest in group if rest[0] in persons)
        for number, group in grouped(lines["consent"]).items()
    }
    agreed = tuple(
        Edition(number, agreed_on, among(present, persons), said.get(number, ()), evaluation)
        for number, agreed_on, present, evaluation in lines["edition"]
    )
    coming = len(agreed) + 1
    return (*agreed, Edition(coming, None, consent=said[coming])) if coming in said else agreed


def ended(lines: ResultRows) -> dict[str, str]:
    """Statements of which somebody said last that they are no longer so, and on which day."""
    held_on = {line[0]: line[2] for line in lines["evaluation"]}
    last = {said: (evaluation, says) for evaluation, _, said, _, says, _ in lines["look_back"]}
    return {
        said: held_on[evaluation]
        for said, (evaluation, says) in last.items()
        if says == "no-longer" and evaluation in held_on
    }
