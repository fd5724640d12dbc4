"""What was said in a plan, found by its words: answers, agreements, notes, and what only an edition holds (L48)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from zlp_tui.conversation.ports.plan_pages import FoundWords
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.conversation.telling.overviews.letter import letter
from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.conversation.telling.relative_days import day_of
from zlp_tui.conversation.telling.topic_titles import topic_title
from zlp_tui.plan.line_lookup import FoundLine, lines_in
from zlp_tui.plan.view import Edition, PlanView
from zlp_tui.text import folded, one_line, search_words

_MORE: Final = {"person": ("relation", "for_what", "informed"), "consent": ("words",)}
"""Fields with words besides those that a kind declares."""
DaysOf = Callable[[Sequence[str]], Mapping[str, str]]
"""On which day, an ISO date, each line of the plan was added, by id."""


def found_words(
    context: PlanContext, typed: str, editions: Iterable[tuple[Edition, PlanView]], days_of: DaysOf
) -> tuple[FoundWords, ...]:
    """All words of a plan in which every word that is typed stands, or in who said them or what they are about; the
    newest first, then what only an edition holds. Nothing for nothing typed."""
    wanted = search_words(typed)
    if not wanted:
        return ()
    now = tuple(_Search(context, wanted).found())
    days = days_of([found.quote.ref for found in now])
    told = [replace(found, on=found.on or days.get(found.quote.ref, "")) for found in now]
    told.sort(key=lambda found: found.on, reverse=True)
    known = {(found.quote.ref, found.quote.text) for found in now}
    for edition, then in reversed(list(editions)):
        for found in _Search(replace(context, view=then), wanted, edition).found():
            if (found.quote.ref, found.quote.text) not in known:
                known.add((found.quote.ref, found.quote.text))
                told.append(replace(found, edition=edition.number, on=edition.agreed_on or ""))
    return tuple(_with_day(context, found) for found in told)


def _with_day(context: PlanContext, found: FoundWords) -> FoundWords:
    """With when it was said in its introduction."""
    day = day_of(context, found.on) if found.on else ""
    about = found.quote.intro
    return replace(found, about=about, quote=replace(found.quote, intro=", ".join(filter(None, (about, day)))))


class _Search:
    """A search in one state of a plan."""

    def __init__(self, context: PlanContext, wanted: list[str], edition: Edition | None = None) -> None:
        self._context = context
        self._wanted = wanted
        self._edition = edition
        self._live = {said.id for said in context.view.live_statements}

    def found(self) -> Iterator[FoundWords]:
        """What people said, then facts that are told in the letter: what was picked, days, names."""
        said: set[str] = set()
        for line in lines_in(self._context.view):
            for quote in self._quotes(line):
                said.add(quote.text)
                if self._holds(quote):
                    yield FoundWords(quote, _said_on(line), edition=_number(line))
        if self._edition is None:
            yield from self._facts(said)

    def _facts(self, said: set[str]) -> Iterator[FoundWords]:
        for part in letter(self._context):
            for line in part.lines:
                for quote in line.quotes:
                    fact = replace(quote, intro=part.title)
                    known = quote.own_words or quote.text.strip("“”") in said
                    if not known and self._holds(fact):
                        yield FoundWords(fact)

    def _holds(self, quote: Quote) -> bool:
        """Whether every word that is looked for stands in it, in who said it, or in what it is about."""
        told = folded(f"{quote.text} {quote.by} {quote.intro}")
        return all(word in told for word in self._wanted)

    def _quotes(self, line: FoundLine) -> Iterator[Quote]:
        """What somebody said in a line, each in its words; nothing of what was taken back."""
        if getattr(line.line, "withdrawn_at", None) is not None:
            return
        title, by, kind = self._title(line), self._by(line), line.kind.name
        for words in _words(line):
            note, own = self._note(line), kind != "person"
            yield Quote(_ref(line), words, by, title, note, own_words=own, statement=kind == "statement")

    def _title(self, line: FoundLine) -> str:
        top = _top(line)
        if top.kind.name == "edition":
            return self._context.tr("Plan {number}", number=top.line.number)
        if top.kind.name == "agreement":
            return self._context.tr("Agreements")
        topic = getattr(top.line, "topic", None) or top.kind.topic
        return topic_title(self._context, topic or f"{top.line.chapter}-read-back")

    def _by(self, line: FoundLine) -> str:
        person = getattr(line.line, "person", None)
        if line.voice is not None:
            return self._context.name_of(line.voice)
        return self._context.name(person) if person is not None else ""

    def _note(self, line: FoundLine) -> str:
        """That it stands no longer, where that is so."""
        tr, view = self._context.tr, self._context.view
        if line.kind.name == "statement" and line.line.id not in self._live:
            return tr("said otherwise since")
        over = {a.id for a in view.agreements} - {a.id for a in view.active_agreements()}
        over |= {goal.id for goal in view.goals} - {goal.id for goal in view.open_goals()}
        return tr("this is over") if _ref(_top(line)) in over else ""


def _words(line: FoundLine) -> Iterator[str]:
    """The words in a line that somebody said; what stands in fields of a form is told by the letter."""
    if line.kind.name == "detail":
        return
    declared = (line.kind.words,) if line.kind.words else ()
    names = dict.fromkeys((*declared, *line.kind.quoted, *_MORE.get(line.kind.name, ())))
    for name in names:
        words = getattr(line.line, name, None)
        if isinstance(words, str) and words.strip():
            yield one_line(words)
    when = getattr(line.line, "when", None)
    if when is not None and when.words:
        yield one_line(when.words)


def _top(line: FoundLine) -> FoundLine:
    return line if line.whole is None else _top(line.whole)


def _ref(line: FoundLine) -> str:
    """The id by which a line is looked up: its own, or of what it is part of."""
    own = getattr(line.line, "id", None)
    return str(own) if own else str(getattr(_top(line).line, "id", ""))


def _said_on(line: FoundLine) -> str:
    """The day that a line tells by itself: that on which it was said, or which a note is about."""
    return str(getattr(line.line, "said_on", None) or getattr(line.line, "on", None) or "")


def _number(line: FoundLine) -> int | None:
    """The edition that it is part of."""
    number = getattr(_top(line).line, "number", None)
    return int(number) if number is not None else None
