"""Commands for disagreements with a line of the plan: list, add, say with whom it is discussed, and how it ended."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import get_args

from zlp_tui.conversation.ports.follow_up import DisagreementLine
from zlp_tui.conversation.ports.turn import Selectable
from zlp_tui.dates import join_names
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.keyboard_command import once_known
from zlp_tui.plain.commands.note_parser import option_typed
from zlp_tui.plain.commands.numbered_lines import quote_by_number, told_by_number
from zlp_tui.plain.commands.remark_commands import about_line
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.commands.words_question import WordsQuestion, words_command
from zlp_tui.plain.drafts.input_drafts import CommandDraft
from zlp_tui.plain.pages.text_page import UNDER, TextPage, in_brackets, quoted
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plan.view import DisagreementRoute


def disagreement_commands(tr: Catalogue) -> tuple[SlashCommand, ...]:
    """The commands, translated."""
    words = tr("NUMBER WORDS")
    about = tr("I do not agree with this line; without a number: all")
    with_line = words_command(tr("/disagree"), words, about, _disagree)
    return (
        replace(with_line, run=lambda talk, rest: with_line.run(talk, rest) if rest else _show(talk)),
        SlashCommand(tr("/disagree-to"), tr("NUMBER WHERE"), tr("with whom we talk about that"), _take_to),
        SlashCommand(tr("/disagree-about"), tr("NUMBER NAME"), tr("whom that is about"), _is_about),
        words_command(tr("/disagree-ended"), words, tr("how that ended"), _ended),
    )


def disagreements_page(lines: tuple[DisagreementLine, ...], tr: Catalogue) -> TextPage:
    """All disagreements, numbered, each with where it was taken and how it ended."""
    page = TextPage(tr)

    def tell(line: DisagreementLine) -> None:
        page.quote(replace(line.quote, ref=line.ref, note=line.on), whole=True)
        about_line(page, line.about)
        page.text(line.person and tr("It is about {name}.", name=line.person), UNDER)
        if line.route_title:
            page.text(tr("Talked about with: {who}", who=line.route_title), UNDER)
        page.text(line.reached_at, UNDER)
        for term in line.terms:
            page.text(term, UNDER)
        if line.ended_how:
            by = in_brackets(line.ended_by)
            page.text(f'{tr("How it ended: {words}", words=quoted(line.ended_how))} {by}'.rstrip(), UNDER)

    page.listed(lines, tell, newest="first")
    if not lines:
        page.text(tr("Everybody agrees, as far as was said."))
    page.text(tr("Do you not agree with a line? Type /disagree, its number, and why."))
    return page


def _show(talk: PlainTalk) -> None:
    talk.print_aside(disagreements_page(talk.desk.history.disagreements(), talk.tr))


def _disagree(talk: PlainTalk, rest: str) -> tuple[WordsQuestion, str]:
    quote, typed = quote_by_number(talk, rest)
    follow_up = talk.desk.follow_up
    draft = CommandDraft(follow_up, "disagree", quote.ref)
    keep = partial(follow_up.disagree, quote.ref)
    question = talk.tr("What should be otherwise?")
    then = partial(_print_where, talk, quote.by)
    return WordsQuestion(talk, question, draft, keep, about=quote.text, then=then), typed


def _print_where(talk: PlainTalk, by: str) -> None:
    """Print with whom a disagreement can be discussed, and the command that records it; `by` said the line."""
    names = dict.fromkeys(filter(None, (by, talk.desk.view.client_person.called)))
    writes = talk.desk.follow_up.voice
    others = [name for name in names if writes is None or name != writes.called]
    if others:
        talk.out.print(talk.tr("Talk about it together with {names}.", names=join_names(others, talk.tr.locale)))
    talk.out.print(talk.tr("One can talk about this with:"))
    _print_routes(talk)
    talk.out.print(talk.tr("Write down with whom: type /disagree first, and then /disagree-to."))


def _print_routes(talk: PlainTalk) -> None:
    for number, route in enumerate(talk.desk.follow_up.routes(), start=1):
        talk.out.print(": ".join(filter(None, (route.title, route.hint))), f"  {number}. ")


def _take_to(talk: PlainTalk, rest: str) -> None:
    line, where = _disagreement_at(talk, rest)
    routes = talk.desk.follow_up.routes()
    if not where:
        talk.out.print(talk.tr("With whom? Type /disagree-to, the number of the line, and a number from here."))
        _print_routes(talk)
        return
    picked = option_typed(routes, where)
    title = next(route.title for route in routes if route.id == picked)

    def keep() -> None:
        kept = talk.desk.follow_up.take_to(line.ref, _route(picked))
        talk.print_kept(kept, done=talk.tr("Saved. Talked about with: {who}", who=title))

    once_known(talk, keep)


def _is_about(talk: PlainTalk, rest: str) -> None:
    line, typed = _disagreement_at(talk, rest)
    people = tuple(Selectable(person.id, person.called) for person in talk.desk.view.people)
    nobody = Selectable("", talk.tr("nobody"))
    if not typed:
        told = talk.tr("Whom is it about? Type /disagree-about, the number of the line, and a number from here.")
        talk.out.print(told)
        for number, person in enumerate((*people, nobody), start=1):
            talk.out.print(person.title, f"  {number}. ")
        return
    picked = option_typed((*people, nobody), typed)

    def keep() -> None:
        talk.print_kept(talk.desk.follow_up.is_about(line.ref, picked or None))

    once_known(talk, keep)


def _route(picked: str) -> DisagreementRoute:
    return next(route for route in get_args(DisagreementRoute) if route == picked)


def _ended(talk: PlainTalk, rest: str) -> tuple[WordsQuestion, str]:
    line, typed = _disagreement_at(talk, rest)
    follow_up = talk.desk.follow_up
    draft = CommandDraft(follow_up, "ended", line.ref)
    question = talk.tr("How did it end?")
    return WordsQuestion(talk, question, draft, partial(follow_up.ended, line.ref), about=line.quote.text), typed


def _disagreement_at(talk: PlainTalk, rest: str) -> tuple[DisagreementLine, str]:
    wrong = Refused("This number is not in the list of /disagree. It was not kept. Type /disagree to see it.")
    return told_by_number(talk, rest, talk.desk.history.disagreements(), wrong)
