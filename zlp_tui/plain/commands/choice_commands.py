"""Commands about a choice: enough weighed, now or later, and answers to open questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from zlp_tui.conversation.ports.choice_words import question_line
from zlp_tui.conversation.ports.turn import Quote
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.numbered_lines import quote_by_number
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.commands.view_commands import choices_offered
from zlp_tui.plain.commands.words_question import WordsQuestion, words_command
from zlp_tui.plain.drafts.input_drafts import CommandDraft
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plan.view import Term


def choice_commands(tr: Catalogue) -> tuple[SlashCommand, ...]:
    """The commands, translated."""
    number, words = tr("NUMBER"), tr("NUMBER WORDS")
    commands = (
        SlashCommand(
            tr("/enough"), "", tr("enough was weighed; to the question after it"), lambda talk, _: talk.enough()
        ),
        SlashCommand(tr("/now"), number, tr("this reason is for now; without a number the last one"), _term("short")),
        SlashCommand(
            tr("/later"), number, tr("this reason is for later; without a number the last one"), _term("long")
        ),
        words_command(tr("/answer"), words, tr("what we know now about this question"), _answer),
        words_command(tr("/heard-from"), words, tr("from whom we know that"), _heard_from),
    )
    return tuple(replace(command, offered=choices_offered) for command in commands)


def _term(term: Term) -> Callable[[PlainTalk, str], None]:
    def run(talk: PlainTalk, rest: str) -> None:
        ref = quote_by_number(talk, rest)[0].ref if rest else talk.turn.last_reason
        reasons = (c for choice in talk.desk.view.choices for o in choice.options for c in o.considerations)
        reason = next((c for c in reasons if c.id == ref), None)
        if reason is None:
            raise Refused("This is no reason for or against something. Nothing was kept.")
        talk.print_kept(talk.desk.say_term(reason.id, term), reason.text)

    return run


def _answer(talk: PlainTalk, rest: str) -> tuple[WordsQuestion, str]:
    asked, typed = _question_at(talk, rest)
    follow_up = talk.desk.follow_up
    draft, keep = CommandDraft(follow_up, "answer", asked.ref), partial(follow_up.answer_question, asked.ref)
    return WordsQuestion(talk, talk.tr("What do we know now?"), draft, keep, about=asked.text), typed


def _heard_from(talk: PlainTalk, rest: str) -> tuple[WordsQuestion, str]:
    asked, typed = _question_at(talk, rest)
    follow_up = talk.desk.follow_up
    draft, keep = CommandDraft(follow_up, "heard-from", asked.ref), partial(follow_up.heard_from, asked.ref)
    return WordsQuestion(talk, talk.tr("From whom do we know this?"), draft, keep, about=asked.text), typed


def _question_at(talk: PlainTalk, rest: str) -> tuple[Quote, str]:
    quote, typed = quote_by_number(talk, rest)
    line = question_line(talk.desk.view, quote.ref)
    if line is None:
        raise Refused("This number is no question about a choice. Type /choices to see them.")
    return line.asked, typed
