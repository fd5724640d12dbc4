"""Plain mode: the conversation line by line, for screen readers, pipes and simple terminals.

It uses the same `Desk` as the screens. docs/plain.md says how each question is answered.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.talk_places import look_back_is_due
from zlp_tui.errors import Doubtful, StoreError, ZlpError
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.answer_reader import AnswerReader, is_command
from zlp_tui.plain.commands.ending_commands import ended_since
from zlp_tui.plain.commands.lock_command import lock_talk
from zlp_tui.plain.commands.slash_commands import run_command
from zlp_tui.plain.greeting import (
    print_asked_along,
    print_drafts,
    print_last_keyboard_user,
    print_last_seated,
    print_waiting,
)
from zlp_tui.plain.held_lines import hold_line, leave
from zlp_tui.plain.look_back_offer import LookBackOffer
from zlp_tui.plain.pages.help_page import help_page
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.pages.prompt_help import MARK
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.plain.plain_wizard import PlainWizard, UnseenLines
from zlp_tui.plain.screen_lock import ScreenLock
from zlp_tui.plain.typed.stdin_reader import LineSource
from zlp_tui.plain.typed.watched_lines import WatchedLines, WentIdle
from zlp_tui.plan.view import Place
from zlp_tui.text import clean, visible


def run_talk(
    desk: Desk,
    lines: LineSource,
    out: LineWriter,
    tr: Catalogue,
    *,
    route: str | None = None,
    topic: str | None = None,
    voice: str | None = None,
    help_folder: Path | None = None,
    unseen: UnseenLines | None = None,
    lock: ScreenLock | None = None,
    watched: WatchedLines | None = None,
) -> bool:
    """Run a conversation until it ends; False when an answer could not be saved.

    With a route it is walked from where it was left. With a topic, it begins at that topic's first question and ends
    after its last. Whatever ends it, an unfinished answer is stored as a draft and the session is closed.
    `help_folder` has the pages about topics; `unseen` is how a passphrase is read. `lock` locks the screen,
    where plans have a lock; `watched` are the same lines, which tell when nobody is there any more.
    `NotFound` for a route or a topic that the script does not have.
    """
    explain = partial(help_page, help_folder, words=desk.words, tr=tr) if help_folder is not None else None
    talk = PlainTalk(
        desk, out, tr, only_topic=topic, explain=explain,
        run_wizard=PlainWizard(watched.unshown() if watched is not None else lines, out, tr, unseen).run,
        lock_screen=lambda: lock.close(desk, PlainWizard(lines, out, tr, unseen).run) if lock is not None else None,
    )
    answers = AnswerReader(talk, watched or lines)
    all_kept = False
    try:
        _begin(talk, route, topic, voice)
        all_kept = _loop(talk, answers, watched)
    except (KeyboardInterrupt, SystemExit):
        if not talk.locked:
            answers.keep_unfinished()
            talk.leave_command()
        raise
    finally:
        written = talk.locked or leave(talk)
    return all_kept and written


def _begin(talk: PlainTalk, route: str | None, topic: str | None, voice: str | None) -> None:
    desk, tr = talk.desk, talk.tr
    if route is not None:
        desk.take_route(route)  # refused before anything is said
    if topic is not None:
        desk.go_topic(topic)  # refused before anything is said
    talk.out.print(tr("The care and life plan of {name}", name=desk.plan_name))
    if voice is not None:
        talk.speaks(voice)
    if told := ended_since(desk, tr):
        talk.out.print(told)
        talk.out.print(tr("It can be taken up again. Then: /take-up-again."))
    if desk.read_only:
        talk.out.print(desk.why_read_only)
    talk.out.print(tr("At the table: {names}", names=talk.names()))
    print_last_seated(talk)
    print_asked_along(talk)
    if topic is not None:
        talk.ask_turn(desk.go_topic(topic), new_topic=True)
        return
    if desk.welcome_back:
        talk.out.print(desk.welcome_back)
    print_last_keyboard_user(talk)
    print_drafts(talk)
    print_waiting(talk)
    talk.out.print(tr("{title}. Another conversation: {command}", title=desk.route_title, command=tr("/route")))
    place = desk.resume() if route is None else None
    if place is not None:
        talk.out.print(tr("We go on where we stopped."))

    _go_on(talk, place, offers=route is None)


def _go_on(talk: PlainTalk, place: Place | None, *, offers: bool) -> None:
    """Print the question where the conversation goes on; before it, where that is due, whether to look back now."""
    desk = talk.desk

    def ask() -> None:
        talk.ask_turn(desk.go(place) if place is not None else desk.turn(), new_topic=True)

    if offers and not desk.read_only and look_back_is_due(desk):
        talk.ask(LookBackOffer(talk, ask))
    else:
        ask()


def _loop(talk: PlainTalk, answers: AnswerReader, watched: WatchedLines | None) -> bool:
    all_kept = True
    while not talk.ended:
        line, idle = _next(answers)
        try:
            if idle:
                _lock(talk, watched)
            elif line is None:
                talk.leave_command()
                break
            else:
                _handle(talk, line, watched)
        except ZlpError as error:
            all_kept = all_kept and not isinstance(error, StoreError)
            talk.doubted = isinstance(error, Doubtful)
            talk.out.print(talk.tr(error.message, **error.values))
            if isinstance(error, StoreError) and line is not None:
                hold_line(talk, line)
    return all_kept


def _next(answers: AnswerReader) -> tuple[str | None, bool]:
    """The next line, and whether nobody was there to type one."""
    try:
        return answers.next(), False
    except WentIdle:
        return None, True


def _lock(talk: PlainTalk, watched: WatchedLines | None) -> None:
    """Nobody is there: lock the screen, and watch from the beginning once somebody unlocked it."""
    with suppress(ZlpError):  # what cannot be kept on disk stays in memory
        talk.leave_command()
    if watched is not None:
        watched.drop()
    lock_talk(talk)
    if watched is not None:
        watched.begin()


def _handle(talk: PlainTalk, line: str, watched: WatchedLines | None) -> None:
    try:
        _answer(talk, line)
    except WentIdle:  # in a conversation about keys, which holds these
        _lock(talk, watched)


def _answer(talk: PlainTalk, line: str) -> None:
    stripped = clean(line).text
    if stripped == MARK:
        talk.print_help_here()
        return
    talk.doubted = False
    if is_command(line):
        run_command(talk, visible(line).strip())
        return
    said = visible(line).strip().removeprefix("/") if stripped.startswith("//") else line
    if talk.question is not None:
        talk.answer_command(said)
    elif stripped:
        talk.answer(said)
    else:
        talk.forward()
