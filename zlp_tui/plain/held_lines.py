"""Lines that could not be kept, because nothing can be written now: they are held as drafts, and told (B13)."""

from __future__ import annotations

from contextlib import suppress

from zlp_tui.conversation.ports.turn import InOrder, Pick
from zlp_tui.errors import Refused, StoreError, StoreReadOnly
from zlp_tui.plain.answer_reader import is_command
from zlp_tui.plain.commands.slash_commands import draft_of
from zlp_tui.plain.drafts.input_drafts import InputDraft, QuestionDraft
from zlp_tui.plain.pages.text_page import quoted
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plain.typed.answer_parser import ParsedChoice, parse_answer
from zlp_tui.text import clean, visible


def hold_line(talk: PlainTalk, line: str) -> None:
    """Hold what a refused line says at its question, or for its command, and say how it is said later.

    It is written as soon as that can be, and what was held there before it stays.
    """
    stripped = clean(line).text
    if is_command(line):
        draft, words = draft_of(talk, visible(line).strip())
    else:
        draft, words = talk.draft, stripped.removeprefix("/") if stripped.startswith("//") else stripped
    held = _hold_words(draft, words) if not _picks(talk, draft) else _hold_marks(talk, words)
    if held:
        talk.out.print(talk.tr("What you typed stays here. Say it later: /say-it."))


def leave(talk: PlainTalk) -> bool:
    """End the conversation; False, with the words themselves told, when what is held cannot be written at all."""
    try:
        talk.desk.leave()
    except StoreReadOnly:
        for text in (*(d.text for d in talk.desk.drafts()), *(d.text for d in talk.desk.follow_up.drafts())):
            talk.out.print(talk.tr("Typed and not kept: {words}", words=quoted(text)))
        talk.desk.leave()
        return False
    return True


def _picks(talk: PlainTalk, draft: InputDraft | None) -> bool:
    return isinstance(draft, QuestionDraft) and isinstance(talk.turn.input, Pick | InOrder)


def _hold_words(draft: InputDraft | None, words: str) -> bool:
    if draft is None or not words:
        return False
    before = draft.text
    with suppress(StoreError):  # it is in memory, and written as soon as it can be
        draft.keep(before if words in before else "\n".join(filter(None, (before, words))))
    return draft.text != ""


def _hold_marks(talk: PlainTalk, typed: str) -> bool:
    """Hold what was picked or put in order; a new name is typed again."""
    try:
        said = parse_answer(talk.turn.input, typed)
    except Refused:
        return False
    if not isinstance(said, ParsedChoice) or not said.ids:
        return False
    with suppress(StoreError):
        talk.desk.keep_marks(said.ids)
    return talk.desk.marks() is not None
