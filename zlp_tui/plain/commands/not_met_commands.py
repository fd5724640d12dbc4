"""Commands for wishes that cannot be met: list, say why, who was consulted, and when it is asked again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from zlp_tui.conversation.ports.follow_up import NotMetLine
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.numbered_lines import quote_by_number, told_by_number
from zlp_tui.plain.commands.remark_commands import about_line
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.commands.words_question import WordsQuestion, words_command
from zlp_tui.plain.drafts.input_drafts import CommandDraft
from zlp_tui.plain.pages.text_page import UNDER, TextPage, quoted
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plain.typed.answer_parser import parse_number


def not_met_commands(tr: Catalogue) -> tuple[SlashCommand, ...]:
    """The commands, translated."""
    about = tr("this wish cannot be met, and why; without a number: all of them")
    with_line = words_command(tr("/not-met"), tr("NUMBER REASON WORDS"), about, _not_met)

    def run(talk: PlainTalk, rest: str) -> None:
        if not rest:
            talk.print_aside(not_met_page(talk.desk.history.not_met(), talk.tr))
        elif parse_number(rest) is not None:
            quote_by_number(talk, rest)
            _print_grounds(talk)
        else:
            with_line.run(talk, rest)

    return (
        replace(with_line, run=run),
        words_command(tr("/consulted"), tr("NUMBER WORDS"), tr("who was asked to think along about that"), _consulted),
        words_command(tr("/ask-again"), tr("NUMBER DAY"), tr("when we ask about that again"), _ask_again),
    )


def not_met_page(lines: tuple[NotMetLine, ...], tr: Catalogue) -> TextPage:
    """All wishes that cannot be met, numbered, each with the wish, the reason, and when it is asked again."""
    page = TextPage(tr)

    def tell(line: NotMetLine) -> None:
        page.quote(replace(line.quote, ref=line.ref, note=line.on), whole=True)
        about_line(page, line.about)
        page.text(line.ground, UNDER)
        if line.consulted:
            page.text(tr("Thought along: {words}", words=quoted(line.consulted)), UNDER)
        page.text(line.wanting, UNDER)
        if line.ask_again:
            page.text(tr("Asked again on {day}.", day=line.ask_again), UNDER)

    page.listed(lines, tell, newest="first")
    if not lines:
        page.text(tr("Nobody said this yet."))
    page.text(tr("Can a wish not be met? Type /not-met and its number."))
    return page


def _print_grounds(talk: PlainTalk) -> None:
    talk.out.print(talk.tr("Why can it not be done?"))
    for number, ground in enumerate(talk.desk.follow_up.grounds(), start=1):
        talk.out.print(ground.title, f"  {number}. ")
    talk.out.print(talk.tr("Type /not-met, the number of the line, the number of the reason, and why."))


def _not_met(talk: PlainTalk, rest: str) -> tuple[WordsQuestion, str]:
    quote, after = quote_by_number(talk, rest)
    first, typed = (*after.split(maxsplit=1), "", "")[:2]
    grounds, number = talk.desk.follow_up.grounds(), parse_number(first)
    if number is None or not 1 <= number <= len(grounds):
        raise Refused("The number of a reason is missing. It was not kept. Type /not-met and the number of the line.")
    follow_up = talk.desk.follow_up
    keep = partial(follow_up.not_met, quote.ref, grounds[number - 1].id)
    question = talk.tr("Tell in your own words why not. The wish stays where it is.")
    draft = CommandDraft(follow_up, "not-met", quote.ref)
    return WordsQuestion(talk, question, draft, keep, about=quote.text), typed.strip()


def _consulted(talk: PlainTalk, rest: str) -> tuple[WordsQuestion, str]:
    line, typed = _not_met_at(talk, rest)
    follow_up = talk.desk.follow_up
    draft = CommandDraft(follow_up, "consulted", line.ref)
    question = talk.tr("Who was asked to think along?")
    return WordsQuestion(talk, question, draft, partial(follow_up.consulted, line.ref), about=line.quote.text), typed


def _ask_again(talk: PlainTalk, rest: str) -> tuple[WordsQuestion, str]:
    line, typed = _not_met_at(talk, rest)
    follow_up = talk.desk.follow_up
    draft = CommandDraft(follow_up, "ask-again", line.ref)
    question = talk.tr("On which day do we ask again?")
    return WordsQuestion(talk, question, draft, partial(follow_up.ask_again, line.ref), about=line.quote.text), typed


def _not_met_at(talk: PlainTalk, rest: str) -> tuple[NotMetLine, str]:
    wrong = Refused("This number is not in the list of /not-met. It was not kept. Type /not-met to see it.")
    return told_by_number(talk, rest, talk.desk.history.not_met(), wrong)
