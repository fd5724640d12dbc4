"""One year of one plan, as conversations: made, followed up sixty times by four people, looked back on twice.

The days are chosen where calendars trip: a plan of 31 August looks back on 29 February; a note in each of the two hours
that are 02:30 when summer time ends, one just after the hour that does not exist, and one on a clock that was set back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from zlp_tui.conversation.session.scripted_examples import (
    CLIENT,
    Example,
    ScriptedAnswer,
    ScriptedConversation,
    ScriptedFollowUp,
    ScriptedPerson,
)
from zlp_tui.plan.view import Because, Done

WALK = "Ik wil weer elke dag een rondje lopen."
WALK_NOW = "Ik wil elke dag een stukje lopen, met de rollator."
SING = "Ik wil weer zingen in het koor."
SLEEP = "Ik wil de nacht doorslapen."
ROUND = "Na de koffie lopen we een rondje."
CHOIR = "Op dinsdag brengt Rik mij naar het koor."
LIGHT = "Bas doet om tien uur het licht uit."
WORDS = "Elke dag even buiten zijn."
QUIET = "Als het stil is in huis."
LIVELY = "Als de kinderen er zijn. Stil hoeft niet meer."

MADE = datetime(2027, 8, 31, 8, 0, tzinfo=UTC)
HALF_A_YEAR = datetime(2028, 2, 29, 9, 0, tzinfo=UTC)
A_YEAR = datetime(2028, 8, 29, 8, 0, tzinfo=UTC)

VISITS = (
    datetime(2027, 9, 10, 8, 0, tzinfo=UTC),
    datetime(2027, 9, 30, 17, 0, tzinfo=UTC),
    datetime(2027, 10, 31, 0, 30, tzinfo=UTC),  # 02:30 in Amsterdam
    datetime(2027, 10, 31, 1, 30, tzinfo=UTC),  # 02:30 again
    datetime(2027, 12, 31, 22, 30, tzinfo=UTC),  # half past eleven on New Year's Eve
    datetime(2027, 12, 31, 23, 30, tzinfo=UTC),  # the next day, and the next year
    datetime(2028, 3, 1, 8, 0, tzinfo=UTC),
    datetime(2028, 3, 26, 1, 0, tzinfo=UTC),  # 03:00, right after the hour that does not exist
    datetime(2028, 4, 30, 8, 0, tzinfo=UTC),
    datetime(2028, 5, 10, 8, 0, tzinfo=UTC),
    datetime(2028, 5, 9, 8, 0, tzinfo=UTC),  # the clock was set back
    datetime(2028, 7, 31, 8, 0, tzinfo=UTC),
)
"""When it is noted how it went; the first six before the first look back, the others after it."""

TWO_VISITS_LATER = 6
VOICES = (CLIENT, "ans", "bas", "rik")
HOW: tuple[tuple[Done, Because | None, str], ...] = (
    ("yes", None, ""),
    ("yes", None, "Dat ging goed."),
    ("partly", "no-time", "Half. Het regende."),
    ("no", "wanted-otherwise", ""),
    ("no", "other", "De knie."),
)


def one_year() -> tuple[Example, tuple[datetime, ...]]:
    """The conversations of the year, and the instant at which each begins."""
    before, after = VISITS[:TWO_VISITS_LATER], VISITS[TWO_VISITS_LATER:]
    held = [
        (MADE, _made()),
        *((at, _visit(n, (ROUND, CHOIR, LIGHT))) for n, at in enumerate(before)),
        (HALF_A_YEAR, _half_a_year()),
        *((at, _visit(n, (ROUND, LIGHT, CHOIR))) for n, at in enumerate(after, TWO_VISITS_LATER)),
        (A_YEAR, _a_year()),
    ]
    sittings = tuple(
        ScriptedConversation(day=at.date().isoformat(), present=(CLIENT, "ans", "bas", "rik"), said=tuple(said))
        for at, said in held
    )
    people = (
        ScriptedPerson(id="ans", name="Ans", kind="family"),
        ScriptedPerson(id="bas", name="Bas", kind="carer"),
        ScriptedPerson(id="rik", name="Rik", kind="neighbour"),
    )
    return Example(name="Nel Visser", people=people, sittings=sittings), tuple(at for at, _ in held)


def _made() -> Iterator[ScriptedAnswer | ScriptedFollowUp]:
    yield ScriptedAnswer(at="good-day-bad-day/sides", part="good", say=QUIET)
    yield ScriptedAnswer(at="important-to/important-to", say=(WORDS, "Zingen."))
    yield ScriptedAnswer(at="important-for/important-for", by="bas", say="Genoeg drinken.")
    yield from _picks(("domains/cards", "physical-health", "mental-health"))
    yield ScriptedAnswer(at="goals/goal", say=(WALK, SING, SLEEP))
    yield ScriptedAnswer(at="goals/kind", about=WALK, pick="reach")
    yield ScriptedAnswer(at="goals/hopes", about=WALK, pick="yes")
    yield ScriptedAnswer(at="goals/hopes", about=WALK, part="as-hoped", say="Elke dag, als het droog is.")
    yield ScriptedAnswer(at="agreements/want", about="anything", domain="physical-health", say=(ROUND, LIGHT))
    yield ScriptedAnswer(at="agreements/want", about="anything", domain="mental-health", by="rik", say=CHOIR)
    yield ScriptedAnswer(at="agreements/goal", about=ROUND, pick=WALK)
    yield ScriptedAnswer(at="agreements/goal", about=LIGHT, pick=SLEEP)
    yield ScriptedAnswer(at="agreements/goal", about=CHOIR, pick=SING)
    yield ScriptedAnswer(at="look-again/dates/drawn-up-on", say="vandaag")
    yield from _agreed("agrees", "agrees")


def _visit(number: int, things: tuple[str, ...]) -> Iterator[ScriptedFollowUp]:
    """Five notes: everybody at the table notes, and one of them twice."""
    for turn in range(5):
        done, because, words = HOW[(number + turn) % len(HOW)]
        yield ScriptedFollowUp(
            keep="note", by=VOICES[(number + turn) % len(VOICES)], about=things[turn % len(things)], done=done,
            because=because, say=words,
        )
    if number == 1:
        yield ScriptedFollowUp(keep="remark", by="rik", say="Het hek gaat zwaar open.")
        yield ScriptedFollowUp(keep="nice-moment", by="ans", say="Mam zong in de auto.")
    if number == TWO_VISITS_LATER:
        yield ScriptedFollowUp(keep="disagree", by="bas", about=LIGHT, say="Tien uur is te vroeg in de zomer.")


def _half_a_year() -> Iterator[ScriptedAnswer | ScriptedFollowUp]:
    yield ScriptedFollowUp(keep="done-with", by="bas", about="Het hek gaat zwaar open.", say="Er zit olie op.")
    yield ScriptedFollowUp(keep="told-back", by="bas", about="Het hek gaat zwaar open.")
    yield ScriptedAnswer(at="look-back/life-now", say="Mijn knie is slechter.")
    yield ScriptedAnswer(at="still-important/still", part="together", pick=(WORDS, "rest"))
    yield ScriptedAnswer(
        at="still-important/still", about=WORDS, part="now", say="Elke dag even buiten. Op het balkon telt ook."
    )
    yield ScriptedAnswer(at="days-now/still", part="together", pick=(QUIET,))
    yield ScriptedAnswer(at="days-now/still", about=QUIET, part="now", say=LIVELY)
    yield ScriptedAnswer(at="goals-now/outcome", about=WALK, say="Het rondje is te lang.")
    yield ScriptedAnswer(at="goals-now/how-close", about=WALK, pick="less")
    yield ScriptedAnswer(at="goals-now/decision", about=WALK, pick="adjust")
    yield ScriptedAnswer(at="goals-now/successor", about=WALK, say=WALK_NOW)
    yield ScriptedAnswer(at="goals-now/decision", about=SING, pick="reached")
    yield ScriptedAnswer(at="agreements-on/goes-on", about=CHOIR, pick="goes-on")
    yield ScriptedAnswer(at="learned/learned", by="ans", say="Dat mam het zegt als het niet gaat.")
    yield ScriptedAnswer(at="supports-me/enough", pick="partly")
    yield ScriptedAnswer(at="this-talk/experience", about=CLIENT, pick="good")
    yield from _agreed("agrees", "does-not")


def _a_year() -> Iterator[ScriptedAnswer | ScriptedFollowUp]:
    yield ScriptedAnswer(at="look-back/life-now", by="ans", say="Mam gaat mee naar zee, in mei.")
    yield ScriptedAnswer(at="goals-now/outcome", about=WALK_NOW, say="Elke morgen tot de brug.")
    yield ScriptedAnswer(at="goals-now/how-close", about=WALK_NOW, pick="more")
    yield ScriptedAnswer(at="goals-now/decision", about=WALK_NOW, pick="reached")
    yield ScriptedAnswer(at="goals-now/decision", about=SLEEP, pick="stop")
    yield ScriptedAnswer(at="agreements-on/goes-on", about=LIGHT, pick="ends")
    yield ScriptedAnswer(at="supports-me/enough", pick="yes")
    yield from _agreed("agrees", "agrees")


def _picks(*answers: tuple[str, *tuple[str, ...]]) -> Iterator[ScriptedAnswer]:
    for at, *picked in answers:
        yield ScriptedAnswer(at=at, pick=tuple(picked))


def _agreed(client: str, carer: str) -> Iterator[ScriptedAnswer]:
    yield ScriptedAnswer(at="agreed/together", person=CLIENT, pick=client)
    yield ScriptedAnswer(at="agreed/together", person=CLIENT, part="words", say="Zo wil ik het.")
    yield ScriptedAnswer(at="agreed/together", person="bas", by="bas", pick=carer)
    yield ScriptedAnswer(at="agreed/together", part="confirm", pick="yes")
