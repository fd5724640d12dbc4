"""The commands `/today`: what is agreed for today in this plan, and a note of one line of it: `/today 3 done`; and
`/week`: what is agreed for each day of this week."""

from __future__ import annotations

from functools import partial

from zlp_tui.conversation.ports.talk_places import where_due_is_done
from zlp_tui.conversation.ports.turn import Selectable
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.keyboard_command import once_known
from zlp_tui.plain.commands.note_command import NoteQuestion, draft_about, save_note
from zlp_tui.plain.commands.note_parser import day_options, outcome_and_words
from zlp_tui.plain.commands.numbered_lines import quote_by_number
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.drafts.input_drafts import CommandDraft
from zlp_tui.plain.pages.pages_over_time import today_page, week_page
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plan.view import Done


def day_command(tr: Catalogue) -> SlashCommand:
    """The command, translated."""
    return SlashCommand(
        tr("/today"), f"[{tr('NUMBER done or not, WORDS')}]",
        tr("what is agreed for today; with a number: note that it was done, or not"), _today, draft=_draft,
    )


def week_command(tr: Catalogue) -> SlashCommand:
    """The command, translated."""
    return SlashCommand(
        tr("/week"), "", tr("what is agreed for this week"),
        lambda talk, _: talk.print_aside(week_page(talk.desk.history.week(), talk.tr)),
    )


def _today(talk: PlainTalk, rest: str) -> None:
    if not rest:
        talk.print_aside(today_page(talk.desk.history.today(), talk.tr, partial(where_due_is_done, talk.desk)))
        return
    about, part, done, words = _read(talk, rest)
    if done == "no" and not words and talk.desk.follow_up.reasons():
        once_known(talk, lambda: talk.ask(NoteQuestion(talk, about, done=done, part=part)))
    elif done is None and not words:
        once_known(talk, lambda: talk.ask(NoteQuestion(talk, about, part=part)))
    else:
        once_known(talk, lambda: save_note(talk, about, done, None, words, part), (draft_about(talk, about), words))


def _read(talk: PlainTalk, rest: str) -> tuple[Selectable, str | None, Done | None, str]:
    """The agreement behind a number of the list, at which part of the day, whether it was done, and words."""
    quote, after = quote_by_number(talk, rest)
    about = next((thing for thing in talk.desk.follow_up.things() if thing.id == quote.ref), None)
    if about is None:
        raise Refused("This number is not an agreement. It was not kept. Type /today to see the list.")
    return about, quote.part, *outcome_and_words(day_options(talk.tr), after)


def _draft(talk: PlainTalk, rest: str) -> tuple[CommandDraft, str]:
    about, _, _, words = _read(talk, rest)
    return draft_about(talk, about), words
