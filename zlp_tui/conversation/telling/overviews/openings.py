"""Ways to begin a talk that fit a plan: words that stand in it, each with what one may ask about them (M14).

The script says which words, what introduces them and what is asked (`openings`); nothing is worded here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from zlp_tui.conversation.ports.plan_pages import LetterLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.introductions import fact
from zlp_tui.conversation.telling.overviews.words_read_back import LONGEST
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.plan.line_lookup import line_domain
from zlp_tui.plan.view import Statement, Voice
from zlp_tui.script.outline import Opening

AT_MOST: Final = 3
"""How many are offered: enough to choose from, and soon read."""


class _Words(NamedTuple):
    """Words of the plan that may be quoted: the line, and the life domain that they are about."""

    ref: str
    text: str
    voice: Voice
    domain: str | None


def openings(context: PlanContext) -> tuple[LetterLine, ...]:
    """The first openings of the script that fit the plan; nothing is quoted twice, nothing private at all."""
    chosen: dict[str, LetterLine] = {}
    for opening in context.script.openings:
        words = next((w for w in _newest_first(context, opening) if w.text not in chosen), None)
        ask = fact(context.words(opening.then))
        if words is not None and opening.recall is not None:
            said = Quote(words.ref, words.text, context.name_of(words.voice), intro=context.words(opening.recall))
            chosen[words.text] = LetterLine("", (said, ask))
        elif opening.recall is None:
            chosen[opening.id] = LetterLine("", (ask,))
        if len(chosen) == AT_MOST:
            break
    return tuple(chosen.values())


def _newest_first(context: PlanContext, opening: Opening) -> Iterator[_Words]:
    """The words that an opening may quote: short enough to be read aloud, and about nothing private."""
    private = context.script.sensitive_domains
    for words in _words(context, opening):
        if len(words.text) <= LONGEST and words.domain not in private:
            yield words


def _words(context: PlanContext, opening: Opening) -> Iterator[_Words]:
    view = context.view
    match opening.of:
        case "said":
            said = (s for s in reversed(view.live_statements) if s.voice.id == view.client and _is_told(s, opening))
            yield from (_Words(s.id, s.text, s.voice, s.domain) for s in said)
        case "nice-moment":
            nice = (remark for remark in reversed(view.remarks) if remark.kind == "nice-moment")
            yield from (_Words(r.id, r.text, r.voice, line_domain(view, r.about)) for r in nice)
        case "agreement":
            agreed = sorted(view.active_agreements(), key=lambda agreement: -agreement.seq)
            yield from (_Words(a.id, a.want, a.voice, a.domain) for a in agreed)
        case "goal":
            yield from (_Words(g.id, g.text, g.voice, g.domain) for g in view.active_goals())
        case "open-question":
            for choice in view.open_choices():
                waiting = (asked for asked in choice.open_questions if asked.answer is None)
                yield from (_Words(q.id, q.text, q.voice or choice.voice, choice.domain) for q in waiting)
        case "nothing":
            return


def _is_told(said: Statement, opening: Opening) -> bool:
    """Whether words were said at one of the places of an opening."""
    part = said.side or said.moment
    places = {said.topic, f"{said.topic}/{said.step}", *((f"{said.topic}/{said.step}/{part}",) if part else ())}
    return not places.isdisjoint(opening.tells)
