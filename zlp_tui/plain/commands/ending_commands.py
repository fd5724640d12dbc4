"""The commands `/plan-ended` and `/take-up-again`: a plan ends on a day, for a reason in own words, and goes on."""

from __future__ import annotations

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.errors import Refused
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.slash_command import SlashCommand
from zlp_tui.plain.commands.words_question import keep_words
from zlp_tui.plain.drafts.draft_offer import offer_draft
from zlp_tui.plain.drafts.input_drafts import CommandDraft
from zlp_tui.plain.pages.text_page import quoted
from zlp_tui.plain.plain_talk import PlainTalk
from zlp_tui.text import shortened


def ending_commands(tr: Catalogue) -> tuple[SlashCommand, ...]:
    """The commands, translated."""
    return (
        SlashCommand(tr("/plan-ended"), tr("DAY"), tr("this plan has ended: since when, and why"), _ended),
        SlashCommand(tr("/take-up-again"), "", tr("the plan goes on again"), _again),
    )


def ended_since(desk: Desk, tr: Catalogue) -> str:
    """Since when nothing more is done with the plan, and why, in a sentence; empty while it goes on."""
    since, because = desk.ending.since, desk.ending.because
    told = tr("This plan ended on {day}.", day=since) if since else ""
    return f"{told} {quoted(shortened(because))}" if told and because else told


class EndingQuestion:
    """Asks since which day, and then why. The day may be given with the command."""

    writes = False

    def __init__(self, talk: PlainTalk, day: str | None) -> None:
        self._talk = talk
        self._day = day

    @property
    def draft(self) -> CommandDraft | None:
        """The draft of the reason, while it is asked for."""
        return None if self._day is None else CommandDraft(self._talk.desk.follow_up, "plan-ended")

    def ask(self) -> None:
        """Print the current question."""
        out, tr = self._talk.out, self._talk.tr
        if self._day is not None:
            out.print(tr("The plan ends on {day}.", day=self._talk.desk.ending.in_words(self._day)))
        for line in self.help():
            out.print(line)
        if self._day is not None:
            self._offer_draft()

    def help(self) -> tuple[str, ...]:
        """What can be typed now."""
        tr = self._talk.tr
        if self._day is None:
            return (tr("Since when has this plan ended?"), tr("Type a day, or: today. Empty line: leave it."))
        return (tr("Why is that? For example: moved, died, or made by mistake. An empty line is fine too."),)

    def _offer_draft(self) -> None:
        offer_draft(self._talk.out, self._talk.tr, CommandDraft(self._talk.desk.follow_up, "plan-ended"))

    def receive(self, typed: str) -> bool:
        """Take the day, then the reason; an empty day ends nothing."""
        if self._day is None:
            if not typed.strip():
                self._talk.out.print(self._talk.tr("Nothing was kept."))
                return True
            self._day = self._talk.desk.ending.day(typed)
            self.ask()
            return False
        day, ending = self._day, self._talk.desk.ending
        keep_words(
            self._talk, CommandDraft(self._talk.desk.follow_up, "plan-ended"), lambda words: ending.end(day, words),
            typed,
        )
        self._talk.out.print(ended_since(self._talk.desk, self._talk.tr))
        self._talk.out.print(self._talk.tr("It can be taken up again. Then: /take-up-again."))
        return True

    def leave(self) -> None:
        """Nothing to save: whoever leaves after the day has not ended the plan."""


def _ended(talk: PlainTalk, rest: str) -> None:
    talk.ask(EndingQuestion(talk, talk.desk.ending.day(rest) if rest else None))


def _again(talk: PlainTalk, _: str) -> None:
    if not _has_ended(talk.desk):
        raise Refused("This plan goes on already.")
    talk.print_kept(talk.desk.ending.take_up_again(), done=talk.tr("Saved. The plan goes on."))


def _has_ended(desk: Desk) -> bool:
    return desk.view.ended_on is not None
