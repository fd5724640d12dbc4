"""Commands for remarks and nice moments: add, list, record what was done and that it was told back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from zlp_tui.conversation.ports.follow_up import RemarkLine
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.keyboard_command import once_known
from zlp_tui.plain.commands.numbered_lines import quote_by_number, told_by_number
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.commands.words_question import WordsQuestion, words_command
from zlp_tui.plain.drafts.input_drafts import CommandDraft
from zlp_tui.plain.pages.text_page import UNDER, TextPage, in_brackets, quoted
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plan.view import RemarkKind
from zlp_tui.text import shortened


def remark_commands(tr: Catalogue) -> tuple[SlashCommand, ...]:
    """The commands, translated."""
    words, number, of_line = tr("WORDS"), tr("NUMBER"), tr("NUMBER WORDS")
    return (
        words_command(tr("/beside"), of_line, tr("say something beside this line; the line stays"), _beside),
        words_command(tr("/nice"), words, tr("keep a nice moment"), _nice),
        words_command(tr("/remark"), words, tr("leave a remark"), _remark),
        words_command(tr("/nice-about"), of_line, tr("keep a nice moment about this line"), _nice_about),
        words_command(tr("/remark-about"), of_line, tr("leave a remark about this line"), _remark_about),
        SlashCommand(tr("/remarks"), "", tr("all remarks and nice moments"), _remarks),
        words_command(tr("/done-with"), of_line, tr("what was done with this remark"), _done_with),
        SlashCommand(tr("/told"), number, tr("who made this remark has heard what was done"), _told),
    )


def remarks_page(remarks: tuple[RemarkLine, ...], tr: Catalogue) -> TextPage:
    """Remarks and nice moments, numbered, each with what was done with it."""
    page = TextPage(tr)
    page.listed(remarks, partial(_remark_lines, page), newest="first")
    if not remarks:
        page.text(tr("There are no remarks yet."))
    return page


def _remark_lines(page: TextPage, line: RemarkLine) -> None:
    tr = page.tr
    kind = tr("Nice moment") if line.kind == "nice-moment" else tr("Remark")
    page.quote(replace(line.quote, ref=line.ref, intro=kind, note=line.on), whole=True)
    about_line(page, line.about)
    if line.done_with:
        by = in_brackets(line.done_by)
        page.text(f'{tr("What was done with it: {words}", words=quoted(line.done_with))} {by}'.rstrip(), UNDER)
    if line.told_back_on:
        page.text(tr("Told back: {date}", date=line.told_back_on), UNDER)
    elif line.open and line.done_with:
        page.text(tr("Who said this has not heard that yet. Then: /told."), UNDER)
    elif line.open:
        page.text(tr("What was done with it is not told yet. Then: /done-with."), UNDER)


def about_line(page: TextPage, about: Quote | None) -> None:
    """Add which line of the plan something is about."""
    if about is not None:
        words = quoted(shortened(about.text)) if about.own_words else shortened(about.text)
        page.text(page.tr("This is about: {words}", words=words), UNDER)


def _nice(talk: PlainTalk, rest: str) -> tuple[WordsQuestion, str]:
    return _leave(talk, "nice-moment", talk.tr("What was nice?")), rest


def _remark(talk: PlainTalk, rest: str) -> tuple[WordsQuestion, str]:
    return _leave(talk, "remark", talk.tr("What is the remark?")), rest


def _nice_about(talk: PlainTalk, rest: str) -> tuple[WordsQuestion, str]:
    quote, typed = quote_by_number(talk, rest)
    return _leave(talk, "nice-moment", talk.tr("What was nice?"), quote), typed


def _remark_about(talk: PlainTalk, rest: str) -> tuple[WordsQuestion, str]:
    quote, typed = quote_by_number(talk, rest)
    return _leave(talk, "remark", talk.tr("What is the remark?"), quote), typed


def _leave(talk: PlainTalk, kind: RemarkKind, question: str, about: Quote | None = None) -> WordsQuestion:
    follow_up, ref = talk.desk.follow_up, about.ref if about else None
    keep = partial(follow_up.leave, kind, about=ref)
    return WordsQuestion(
        talk, question, CommandDraft(follow_up, "remark", ref), keep, about=about.text if about else ""
    )


def _beside(talk: PlainTalk, rest: str) -> tuple[WordsQuestion, str]:
    quote, typed = quote_by_number(talk, rest)
    follow_up = talk.desk.follow_up
    draft = CommandDraft(follow_up, "beside", quote.ref)
    question = talk.tr("What do you want to say beside it?")
    return WordsQuestion(talk, question, draft, partial(follow_up.beside, quote.ref), about=quote.text), typed


def _remarks(talk: PlainTalk, _: str) -> None:
    talk.print_aside(remarks_page(talk.desk.history.remarks(), talk.tr))


def _done_with(talk: PlainTalk, rest: str) -> tuple[WordsQuestion, str]:
    line, typed = _remark_at(talk, rest)
    follow_up = talk.desk.follow_up
    draft = CommandDraft(follow_up, "done-with", line.ref)
    question = talk.tr("What was done with it?")
    keep = partial(follow_up.done_with, line.ref)
    return WordsQuestion(talk, question, draft, keep, about=line.quote.text), typed


def _told(talk: PlainTalk, rest: str) -> None:
    line, _ = _remark_at(talk, rest)

    def keep() -> None:
        kept = talk.desk.follow_up.told_back(line.ref)
        words = quoted(shortened(line.quote.text))
        talk.print_kept(kept, done=talk.tr("Saved. Told back: {words}", words=words))

    once_known(talk, keep)


def _remark_at(talk: PlainTalk, rest: str) -> tuple[RemarkLine, str]:
    wrong = Refused("This number is no remark. It was not kept. Type /remarks to see them.")
    return told_by_number(talk, rest, talk.desk.history.remarks(), wrong)
