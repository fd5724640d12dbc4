"""Commands about speakers and saved statements: correct, attribute, take back, undo, set the life domain."""

from __future__ import annotations

from functools import partial

from zlp_tui.conversation.ports.desk import PartOfAgreement
from zlp_tui.conversation.ports.filed_lines import filed_line, filed_words
from zlp_tui.conversation.ports.turn import Board, Kept, Selectable
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.names import names_in
from zlp_tui.plain.commands.keyboard_command import keyboard_command
from zlp_tui.plain.commands.numbered_lines import is_goal_or_agreement, quote_by_number, require_statement
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.commands.words_question import WordsQuestion, words_command
from zlp_tui.plain.drafts.input_drafts import CommandDraft
from zlp_tui.plain.pages.text_page import TextPage, quoted
from zlp_tui.plain.pages.text_width import unbroken
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plain.typed.answer_parser import find_by_title, parse_number
from zlp_tui.plan.view import Person
from zlp_tui.text import folded, shortened


def statement_commands(tr: Catalogue) -> tuple[SlashCommand, ...]:
    """The commands, translated."""
    number = tr("NUMBER")
    return (
        SlashCommand(tr("/who"), tr("NAME"), tr("this person speaks now"), _who, beside=True),
        keyboard_command(tr),
        SlashCommand(tr("/at-the-table"), tr("NAMES"), tr("who sits at the table now"), _table),
        SlashCommand(
            tr("/take"), tr("NUMBER WORDS"), tr("answer with this line, or with words of your own made of it"), _take
        ),
        SlashCommand(tr("/correct"), tr("NUMBER WORDS"), tr("say this line anew; the old words are kept"), _correct),
        SlashCommand(tr("/said-by"), tr("NUMBER NAME"), tr("somebody else said this line"), _said_by),
        SlashCommand(
            tr("/change"), tr("NUMBER WHAT"), tr("one thing of this agreement: who, days, steps, until or look"),
            _change,
        ),
        words_command(tr("/no-longer"), tr("NUMBER WORDS"), tr("this goal or agreement ends, and why"), _no_longer),
        SlashCommand(tr("/take-back"), number, tr("take this line back; the words are kept"), _take_back),
        SlashCommand(
            tr("/only-for-me"), number, tr("this line is only for who said it, and whose plan it is"), _only_for_me
        ),
        SlashCommand(
            tr("/for-others-too"), number, tr("others may read this line again"), _for_others_too
        ),
        SlashCommand(tr("/undo"), "", tr("undo what was kept last"), _undo),
        SlashCommand(tr("/after-all"), "", tr("do again what was undone last"), _redo),
        SlashCommand(tr("/domain"), tr("NUMBER or NAME"), tr("the part of life of what was said last"), _domain),
        SlashCommand(tr("/about"), tr("NUMBER NAME"), tr("the part of life of this line"), _about),
        SlashCommand(tr("/say-it"), "", tr("say what was typed before"), _say_draft, beside=True),
        SlashCommand(
            tr("/take-over"), "", tr("say in your own name what somebody else typed"), _take_over, beside=True
        ),
        SlashCommand(tr("/drop-it"), "", tr("throw away what was typed before"), _drop_draft, beside=True),
    )


def _take(talk: PlainTalk, rest: str) -> None:
    quote, words = quote_by_number(talk, rest)
    board = talk.turn.board
    offered = [group for group in board.groups if group.offered] if isinstance(board, Board) else []
    if quote.ref not in {line.ref for group in offered for line in group.quotes}:
        raise Refused("This line is not offered as an answer here.")
    talk.take(quote.ref, words or quote.text)


def _who(talk: PlainTalk, rest: str) -> None:
    writing = talk.question if talk.question is not None and talk.question.writes and rest else None
    if writing is None:
        talk.leave_command()
    if not rest:
        for place, person in enumerate(talk.desk.present, start=1):
            speaks = talk.tr("[speaks now]") if person.id == talk.desk.voice.id else ""
            types = talk.tr("[types now]") if person == talk.desk.keyboard_user else ""
            talk.out.print(" ".join(filter(None, (person.called, speaks, types))), f"  {place}. ")
        return
    number = parse_number(rest)
    person, new = talk.join(rest) if number is None else (_seated(talk.desk.present, number), False)
    if writing is None:
        talk.speaks_as(person, new=new)
        _put_to_who_speaks(talk)
    else:
        talk.writes_as(person, new=new)
        writing.ask()


def _put_to_who_speaks(talk: PlainTalk) -> None:
    """Print the question again when its wording differs for the new speaker."""
    asked, turn = talk.turn.question, talk.desk.turn()
    if turn.question != asked or turn.input != talk.turn.input:
        talk.ask_turn(turn, new_topic=False)
    talk.turn = turn


def _seated(present: tuple[Person, ...], number: int) -> Person:
    if not 1 <= number <= len(present):
        raise Refused("Type a number from 1 to {count}. This was not kept.", count=len(present))
    return present[number - 1]


def _table(talk: PlainTalk, rest: str) -> None:
    known = {person.id: person for person in talk.desk.view.people}
    named = names_in(rest, ((person.id, person.names) for person in known.values()), talk.tr.locale)
    spoke = talk.desk.voice
    if named:
        people = [(known[name], False) if name in known else talk.join(name) for name in named]
        talk.desk.seat(tuple(person.id for person, _ in people))
        for person, new in people:
            if new:
                talk.out.print(talk.tr("New at the table: {name}", name=person.called))
    talk.out.print(talk.tr("At the table: {names}", names=talk.names()))
    if talk.desk.voice.id != spoke.id:
        talk.speaks_as(talk.desk.voice)
    _put_to_who_speaks(talk)


def _correct(talk: PlainTalk, rest: str) -> None:
    quote, typed = quote_by_number(talk, rest)
    text = typed or talk.desk.draft(quote.ref)
    if not text:
        raise Refused("Type the number and then the new words. This was not kept.")
    if any(person.id == quote.ref for person in talk.desk.view.people):
        talk.kept(talk.desk.rename(quote.ref, text))
    else:
        if not is_goal_or_agreement(talk, quote):
            require_statement(talk, quote, rest)
        talk.kept(talk.desk.correct(quote.ref, text))
    talk.turn = talk.desk.turn()


def _said_by(talk: PlainTalk, rest: str) -> None:
    quote, name = quote_by_number(talk, rest)
    if not name:
        raise Refused("Type the number and then the name. This was not kept.")
    require_statement(talk, quote, rest)
    person, new = talk.desk.join(name)
    kept = talk.desk.said_by(quote.ref, person.id)
    if new:
        talk.out.print(talk.tr("New at the table: {name}", name=person.called))
    talk.kept(kept)
    talk.turn = talk.desk.turn()


def _change(talk: PlainTalk, rest: str) -> None:
    quote, typed = quote_by_number(talk, rest)
    words: dict[str, PartOfAgreement] = {
        talk.tr("who"): "who", talk.tr("days"): "when", talk.tr("steps"): "steps", talk.tr("until"): "until",
        talk.tr("look"): "evaluate-on",
    }
    part = next((part for word, part in words.items() if folded(word) == folded(typed)), None)
    if part is None:
        raise Refused("Type the number, and then one of these: {words}.", words=", ".join(words))
    place = talk.desk.place_of_part(part, quote.ref)
    if place is None:
        raise Refused("This is not an agreement that goes on, or there is no question about this.")
    talk.ask_aside(place)


def _no_longer(talk: PlainTalk, rest: str) -> tuple[WordsQuestion, str]:
    quote, typed = quote_by_number(talk, rest)
    follow_up, tr = talk.desk.follow_up, talk.tr
    if any(said.id == quote.ref for said in talk.desk.view.live_statements):
        number = rest.split(maxsplit=1)[0]
        raise Refused(
            "Words do not end. Is it different now? {correct}. Should they go? {take_back}. This was not kept.",
            correct=unbroken(f"{tr('/correct')} {number}"), take_back=unbroken(f"{tr('/take-back')} {number}"),
        )
    if not is_goal_or_agreement(talk, quote):
        raise Refused("Only a goal or an agreement that goes on can end here.")
    question = tr("Why is this not needed any more?")
    draft = CommandDraft(follow_up, "no-longer", quote.ref)
    return WordsQuestion(talk, question, draft, partial(follow_up.no_longer, quote.ref), about=quote.text), typed


def _take_back(talk: PlainTalk, rest: str) -> None:
    quote, _ = quote_by_number(talk, rest)
    kept = talk.desk.withdraw(quote.ref)
    tr, words = talk.tr, quoted(shortened(quote.text))
    if kept.told:
        talk.print_kept(kept, done=tr("Saved. {words}", words=kept.told))
    else:
        talk.print_kept(kept, done=tr("Saved. Taken back: {words}", words=words))
    talk.turn = talk.desk.turn()


def _only_for_me(talk: PlainTalk, rest: str) -> None:
    quote, _ = quote_by_number(talk, rest)
    _who_reads(talk, talk.desk.only_for_me(quote.ref))


def _for_others_too(talk: PlainTalk, rest: str) -> None:
    quote, _ = quote_by_number(talk, rest)
    _who_reads(talk, talk.desk.for_others_too(quote.ref))


def _who_reads(talk: PlainTalk, kept: Kept) -> None:
    talk.print_kept(kept, done=talk.tr("Saved. {words}", words=kept.told))
    talk.turn = talk.desk.turn()


def _undo(talk: PlainTalk, _: str) -> None:
    what = talk.desk.undo(talk.turn.place)
    if what is None:
        talk.out.print(talk.tr("There is nothing to undo."))
        return
    talk.out.print(talk.tr("Saved. Undone: {words}", words=quoted(shortened(what))))
    _follow(talk)


def _redo(talk: PlainTalk, _: str) -> None:
    what = talk.desk.redo()
    if what is None:
        talk.out.print(talk.tr("There is nothing to do again."))
        return
    talk.out.print(talk.tr("Saved. Done again: {words}", words=quoted(shortened(what))))
    _follow(talk)


def _follow(talk: PlainTalk) -> None:
    """Go to the question at which something was undone or done again."""
    turn = talk.desk.turn()
    if turn.place != talk.turn.place:
        talk.ask_turn(turn)
    talk.turn = turn


def _domain(talk: PlainTalk, rest: str) -> None:
    domains = talk.desk.domains()
    if not rest:
        page = TextPage(talk.tr)
        for number, domain in enumerate(domains, start=1):
            page.text(domain.title, f"  {number}. ")
        talk.print_beside(page)
        return
    if talk.last is None:
        raise Refused("Say something first. Then type which part of life it is about.")
    _tag(talk, talk.last, domains, rest)


def _about(talk: PlainTalk, rest: str) -> None:
    quote, domain = quote_by_number(talk, rest)
    filed = filed_line(talk.desk.view, quote.ref)
    if filed is None or quote.text != filed_words(filed):  # a line about it, such as its days, is not it
        require_statement(talk, quote, rest)
    _tag(talk, quote.ref, talk.desk.domains(), domain)


def _tag(talk: PlainTalk, ref: str, domains: tuple[Selectable, ...], wanted: str) -> None:
    number = parse_number(wanted)
    if number == 0:
        talk.print_kept(talk.desk.tag(ref, None), done=talk.tr("Saved. It belongs to no part of life now."))
        return
    at = number - 1 if number is not None and number <= len(domains) else None
    found = domains[at].id if at is not None else find_by_title(domains, wanted)
    if found is None:
        raise Refused("This part of life is not there. Type /domain for all of them.")
    title = next(domain.title for domain in domains if domain.id == found)
    talk.print_kept(talk.desk.tag(ref, found), done=talk.tr("Saved. This is about: {domain}", domain=title))


def _say_draft(talk: PlainTalk, _: str) -> None:
    draft = talk.draft.text if talk.draft is not None else ""
    marks = talk.desk.marks() if talk.question is None else None
    if not draft and marks is not None:
        talk.answer_with(marks)
        return
    if not draft:
        raise Refused("Nothing was typed here before.")
    if talk.question is None:
        talk.answer(draft)
    else:
        talk.answer_command(draft)


def _take_over(talk: PlainTalk, _: str) -> None:
    others = talk.draft.of_others() if talk.draft is not None else ()
    if not others:
        raise Refused("Nothing was typed here by somebody else.")
    if talk.question is None:
        talk.answer(others[0][1])
    else:
        talk.answer_command(others[0][1])


def _drop_draft(talk: PlainTalk, _: str) -> None:
    if talk.draft is not None:
        talk.draft.keep("")
    if talk.question is None and talk.desk.marks() is not None:
        talk.desk.keep_marks(None)
    talk.out.print(talk.tr("Thrown away."))
