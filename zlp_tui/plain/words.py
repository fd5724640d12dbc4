"""Commands about what was said: by whom, said anew, taken back, undone, and which part of life it belongs to."""

from __future__ import annotations

from zlp_tui.conversation.ports.turn import Quote, Selectable
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.command import Command
from zlp_tui.plain.page import Page, quoted
from zlp_tui.plain.reading import by_title, read_number
from zlp_tui.plain.walk import Walk
from zlp_tui.plan.view import Person
from zlp_tui.text import shortened


def words(say: Catalogue) -> tuple[Command, ...]:
    """The commands, in the words of the catalogue."""
    number = say("NUMBER")
    return (
        Command(say("/who"), say("NAME"), say("this person speaks now"), _who),
        Command(say("/at-the-table"), say("NAMES"), say("who sits at the table now"), _table),
        Command(say("/correct"), say("NUMBER WORDS"), say("say this line anew; the old words are kept"), _correct),
        Command(say("/said-by"), say("NUMBER NAME"), say("somebody else said this line"), _said_by),
        Command(say("/take-back"), number, say("take this line back; the words are kept"), _take_back),
        Command(say("/undo"), "", say("undo what was kept last"), _undo),
        Command(say("/domain"), say("NUMBER or NAME"), say("the part of life of what was said last"), _domain),
        Command(say("/about"), say("NUMBER NAME"), say("the part of life of this line"), _about),
        Command(say("/say-it"), "", say("say what was typed before"), _say_draft, beside=True),
        Command(say("/drop-it"), "", say("throw away what was typed before"), _drop_draft, beside=True),
    )


def _who(walk: Walk, rest: str) -> None:
    if not rest:
        for place, person in enumerate(walk.desk.present, start=1):
            speaks = walk.say("[speaks now]") if person.id == walk.desk.voice.id else ""
            walk.out.say(f"{person.called} {speaks}".rstrip(), f"  {place}. ")
        return
    number = read_number(rest)
    if number is None:
        walk.speaks(rest)
    else:
        walk.speaks_as(_seated(walk.desk.present, number))
    _put_to_who_speaks(walk)


def _put_to_who_speaks(walk: Walk) -> None:
    """Ask again when the question is worded otherwise to who speaks now."""
    asked, turn = walk.turn.question, walk.desk.turn()
    if turn.question != asked:
        walk.arrive(turn, new_topic=False)
    walk.turn = turn


def _seated(present: tuple[Person, ...], number: int) -> Person:
    if not 1 <= number <= len(present):
        raise Refused("Type a number from 1 to {count}. This was not kept.", count=len(present))
    return present[number - 1]


def _table(walk: Walk, rest: str) -> None:
    names = [name for name in (piece.strip() for piece in rest.split(",")) if name]
    if names:
        people = [walk.join(name) for name in names]
        walk.desk.seat(tuple(person.id for person, _ in people))
        for person, new in people:
            if new:
                walk.out.say(walk.say("New at the table: {name}", name=person.called))
    walk.out.say(walk.say("At the table: {names}", names=walk.names()))
    if walk.desk.voice not in walk.desk.present:
        walk.speaks_as(walk.desk.present[0])
    _put_to_who_speaks(walk)


def _correct(walk: Walk, rest: str) -> None:
    quote, typed = numbered(walk, rest)
    text = typed or walk.desk.draft(quote.ref)
    if not text:
        raise Refused("Type the number and then the new words. This was not kept.")
    is_person = any(person.id == quote.ref for person in walk.desk.view.people)
    walk.kept(walk.desk.rename(quote.ref, text) if is_person else walk.desk.correct(quote.ref, text))
    walk.turn = walk.desk.turn()


def _said_by(walk: Walk, rest: str) -> None:
    quote, name = numbered(walk, rest)
    if not name:
        raise Refused("Type the number and then the name. This was not kept.")
    person, new = walk.desk.join(name)
    kept = walk.desk.said_by(quote.ref, person.id)
    if new:
        walk.out.say(walk.say("New at the table: {name}", name=person.called))
    walk.kept(kept)
    walk.turn = walk.desk.turn()


def _take_back(walk: Walk, rest: str) -> None:
    quote, _ = numbered(walk, rest)
    walk.desk.withdraw(quote.ref)
    walk.out.say(walk.say("Saved. Taken back: {words}", words=quoted(shortened(quote.text))))
    walk.turn = walk.desk.turn()


def _undo(walk: Walk, _: str) -> None:
    what = walk.desk.undo()
    if what is None:
        walk.out.say(walk.say("There is nothing to undo."))
        return
    undone = quoted(shortened(what)) if what else ""
    walk.out.say(walk.say("Saved. Undone: {words}", words=undone) if undone else walk.say("Saved. Undone."))
    turn = walk.desk.turn()
    if turn.place != walk.turn.place:
        walk.arrive(turn)
    walk.turn = turn


def _domain(walk: Walk, rest: str) -> None:
    domains = walk.desk.domains()
    if not rest:
        page = Page(walk.say)
        for number, domain in enumerate(domains, start=1):
            page.text(domain.title, f"  {number}. ")
        walk.out.lines(page.lines)
        return
    if walk.last is None:
        raise Refused("Say something first. Then type which part of life it is about.")
    _tag(walk, walk.last, domains, rest)


def _about(walk: Walk, rest: str) -> None:
    quote, domain = numbered(walk, rest)
    _tag(walk, quote.ref, walk.desk.domains(), domain)


def _tag(walk: Walk, ref: str, domains: tuple[Selectable, ...], wanted: str) -> None:
    number = read_number(wanted)
    if number == 0:
        walk.desk.tag(ref, None)
        walk.out.say(walk.say("Saved. It belongs to no part of life now."))
        return
    at = number - 1 if number is not None and number <= len(domains) else None
    found = domains[at].id if at is not None else by_title(domains, wanted)
    if found is None:
        raise Refused("This part of life is not there. Type /domain for all of them.")
    walk.desk.tag(ref, found)
    title = next(domain.title for domain in domains if domain.id == found)
    walk.out.say(walk.say("Saved. This is about: {domain}", domain=title))


def _say_draft(walk: Walk, _: str) -> None:
    draft = walk.waiting.text if walk.waiting is not None else ""
    if not draft:
        raise Refused("Nothing was typed here before.")
    if walk.asking is None:
        walk.answer(draft)
    else:
        walk.answer_asked(draft)


def _drop_draft(walk: Walk, _: str) -> None:
    if walk.waiting is not None:
        walk.waiting.keep("")
    walk.out.say(walk.say("Thrown away."))


def looked_up(walk: Walk, rest: str) -> Quote:
    """The quote to look up: that of a number, or without one what is asked about now."""
    about = walk.turn.about
    return about if about is not None and not rest else numbered(walk, rest)[0]


def numbered(walk: Walk, rest: str) -> tuple[Quote, str]:
    """The quote that a number stands for in the list that was shown last, and what stands after the number."""
    first, after = (*rest.split(maxsplit=1), "", "")[:2]
    number = read_number(first)
    if number is None or number not in walk.numbered:
        raise Refused("This number is not in the last list. Type /again to see the lines with their numbers.")
    return walk.numbered[number], after.strip()
