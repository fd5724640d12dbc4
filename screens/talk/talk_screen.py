"""`TalkScreen`: the conversation, one question at a time, with what was said already below it.

The view is `steps/question_view.py`; drafts, answers, navigation and who speaks have a controller each beside it; the
actions are in `talk_actions.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.timer import Timer

from screens.bases.base_plan_screen import BasePlanScreen
from screens.navigation.navigator import Navigator
from screens.navigation.routes import CONVERSATIONS, DISAGREE, MAP, PARTICIPANTS, REMARKS, STATEMENT, TRACE
from screens.parts.actions import Action, ScreenCommand
from screens.parts.chapter_progress import ChapterProgress
from screens.parts.line_list import LineList
from screens.steps.answer_controller import AnswerController
from screens.steps.answer_entry import AnswerCallbacks
from screens.steps.draft_controller import DraftController
from screens.steps.enter_label import enter_at
from screens.steps.navigation_controller import NavigationController
from screens.steps.participants import at_table, plan_title, who_is_asked
from screens.steps.progress_presenter import ProgressPresenter
from screens.steps.question_content import QuestionVariant
from screens.steps.question_view import SOMEBODY, QuestionView
from screens.steps.speaker_controller import SpeakerController
from screens.steps.words_of_others import offer_words_of_others
from screens.talk.pending_offer import PendingOffer
from screens.talk.talk_actions import TALK_ACTIONS
from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import Turn
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import Place, Term
from zlp_tui.script.roles import Role

ROOMY: Final = 24
"""From this many lines on there is white around the question."""


class TalkScreen(BasePlanScreen):
    """There is one instance per open plan; it shows each turn in the same widgets.

    Nothing typed is ever dropped: going on says it, every other way out keeps it as a draft.
    """
    ACTIONS = TALK_ACTIONS
    TAKES_LETTERS = True
    help_page = "talk"

    def __init__(self, desk: Desk, tr: Catalogue, navigator: Navigator) -> None:
        super().__init__(desk, tr, navigator)
        self.progress = ChapterProgress()
        self.offer = PendingOffer(desk, tr, navigator, self.notice, lambda: self.key_of("look-at-waiting"))
        self.question = QuestionView(
            desk, tr, self.early, self.notice, self._answering(), self._speak_as, lambda: self.key_of("next-question"),
            self._say_term,
        )
        self.progress_presenter = ProgressPresenter(desk, tr, self.progress, self._later)
        self.draft = DraftController(
            desk, self.question, attempt=self.attempt, later=self._later, recovered=self.draft_written
        )
        self.navigation = NavigationController(
            desk, self.draft, show=self._turn_page, attempt=self.attempt, over=self._over,
            before=lambda: navigator.navigate(MAP), leaving=lambda: self.answers.end_round(),
        )
        self.answers = AnswerController(
            desk, self.question, self.draft, self.navigation, self.notice, tr,
            show=lambda: self._show(desk.turn()), kept=self.progress_presenter.refresh_soon,
            skip_key=lambda: self.key_of("skip-question"), next_key=lambda: self.key_of("next-question"),
        )
        self.speaker = SpeakerController(
            desk, self.question, self.draft, show=lambda: self._show(desk.turn()), attempt=self.attempt
        )
        self.entry = self.question.entry
        self.voices = self.question.voices
        self.domains = self.question.domains

    def _answering(self) -> AnswerCallbacks:
        return AnswerCallbacks(
            said=lambda: self.answers.submit(),
            typed=lambda: self.draft.typed(),
            too_much=lambda: self.answers.too_much(),
            picked=lambda ids: self.answers.pick(ids),
            ordered=lambda ids: self.answers.put_in_order(ids),
            read=lambda: self.answers.go_on(),
            unmarked=lambda: self.answers.nothing_marked(),
            moved=self.refresh_enter,
            enter=self.enter_in_field,
            now=self.navigator.now,
        )

    def _say_term(self, term: Term | None) -> None:
        """Whether the reason that was said last is for now or for later."""
        if self.turn.last_reason is not None:
            self.answers.say_term(self.turn.last_reason, term)

    def _later(self, wait: float, call: Callable[[], None]) -> Timer:
        return self.set_timer(wait, call)

    @property
    def turn(self) -> Turn:
        """The question that is shown now."""
        return self.question.turn

    def enter_in_field(self) -> str:
        return enter_at(self.turn, self.entry, self.focused, self.tr, pending=self.draft.reply() is not None)

    def enter_label(self) -> str:
        if self.focused is self.question.board:
            return self.question.enter_on_board()
        if self.marks_enter() or (self.focused is self.keys and self.keys.marked == "next-question"):
            return self.tr("Next")
        return self.enter_in_field() or super().enter_label()

    # showing a question

    def header(self) -> ComposeResult:
        yield self.progress

    def body(self) -> ComposeResult:
        yield self.question

    def compose(self) -> ComposeResult:
        """The question is filled in before it is mounted: nothing is styled, laid out or drawn twice."""
        self.progress_presenter.refresh()
        self._show(self.turn)
        yield from super().compose()

    def on_mount(self) -> None:
        self.tell_read_only()
        self.set_focus(self.entry.first_input() or self.keys)  # at once: `Widget.focus` waits until it is drawn

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self._fit()

    def on_screen_resume(self) -> None:
        """Something may have been changed on the screen that lay on top of this one."""
        self.entry.appeared()
        self.show_again()

    def show_again(self) -> None:
        """The same question, as it stands now; what is typed stays."""
        self.draft.flush()
        self.progress_presenter.refresh()
        self._show(self.desk.turn())

    def offer_waiting(self) -> None:
        """Remarks that are open still, or else what is new: offered once, where no screen before this one did."""
        self.attempt(self.offer.show)

    def action_look_at_waiting(self) -> None:
        """To what was offered."""
        self.offer.take()

    def _over(self) -> None:
        """To the map; where another conversation is proposed after this one, to those that can be held."""
        self.navigator.navigate(CONVERSATIONS if self.desk.proposes_route else MAP)

    def _turn_page(self, turn: Turn) -> None:
        """What was said about the question before goes with it."""
        self.notice.clear()
        self._show(turn)
        if self.desk.proposed_pause:
            self.notice.show(self.desk.proposed_pause, self.tr("Stop and keep"), self.action_leave_plan)
        self.tell_read_only()

    def _show(self, turn: Turn) -> None:
        """Show a turn in the widgets that are there, in one paint."""
        before = self.turn.place
        if turn.place != before:
            self.question.turn_page()
            asked = who_is_asked(self.desk, turn, new_topic=turn.place.topic != before.topic)
            if asked is not None and self.attempt(lambda: self.desk.speak_as(asked)):
                turn = self.desk.turn()
        with self.app.batch_update():
            self.top.show(plan_title(self.desk, self.tr), *at_table(self.desk, self.tr))
            self.progress_presenter.show(turn)
            self.question.put(turn)
            self.keys.show(self.actions())
            self._fit()
        offer_words_of_others(self.notice, self.tr, self.desk.drafts_of_others(), self.entry.field.put)
        if not self.entry.focus_first():
            self.keys.focus_on("next-question")

    def _fit(self) -> None:
        """Heights that follow the window."""
        width, height = self.app.size
        roomy = height >= ROOMY
        self.progress.styles.height = 2 if roomy else 1
        around = 1 + (2 if roomy else 1) + self.keys.lines_in(width - 2)
        self.question.fit(width, height - around, roomy=roomy)

    # going to a question

    def go(self, place: Place) -> None:
        """Turn to a place; what is typed here stays here as a draft."""
        self.navigation.to(place)

    def go_topic(self, topic: str) -> None:
        """Turn to a topic's first question."""
        self.navigation.to_topic(topic)

    def take_route(self, route: str) -> None:
        """Turn to where another way through the script was left."""
        self.navigation.take_route(route)

    def ask_aside(self, place: Place) -> None:
        """Turn to a question in between, and then back."""
        self.navigation.ask_aside(place)

    def begin(self, role: Role) -> None:
        """Turn to where something new of the topic with this role is said."""
        self.navigation.begin(role)

    def action_other_side(self) -> None:
        """The other side of a question with two."""
        if self.turn.other_side is not None:
            self.navigation.to(self.turn.other_side)

    def action_weighed_enough(self) -> None:
        """Keep what is typed, and go to the question after the weighing."""
        self.answers.enough()

    def action_help(self) -> None:
        """The help page of this topic, where it has one; else that of the conversation."""
        self.navigator.show_help(self.turn.help or self.help_page)

    def flush_draft(self) -> None:
        """Save what is typed or marked, before the screen is left."""
        self.notice.clear()
        self.draft.save_pending()

    def write_typed(self) -> None:
        self.draft.flush()

    def on_descendant_blur(self) -> None:
        self.draft.flush()

    def action_previous_question(self) -> None:
        """Go to the question before."""
        self.navigation.back()

    def action_skip_question(self) -> None:
        """Skip the question."""
        self.navigation.skip()

    def action_say_more(self) -> None:
        """Ask more about what is asked about."""
        before = self.turn.place
        self.navigation.say_more()
        if self.turn.place == before:
            self.notice.tell(self.tr("More questions about this come next."))

    def action_next_topic(self) -> None:
        """Go to the next topic."""
        self.navigation.next_topic()

    def action_enter(self) -> None:
        """What Enter does where nothing that has the focus does something by it."""
        if self.focused is self.keys:
            self.action_next_question()

    def action_next_question(self) -> None:
        """Save what is typed or marked, and go on."""
        self.answers.go_on()

    def action_undo(self) -> None:
        """Undo the last change."""
        self.answers.undo()

    def action_unfold(self) -> None:
        """Open for now what is folded away at this question."""
        if self.attempt(self.desk.client_at_table.unfold):
            self.show_again()
            self.notice.show(self.tr("Open for now. Whoever sits here can read it."))

    def action_redo(self) -> None:
        """Do again what was undone last."""
        self.answers.redo()

    # who speaks, and in which words it is asked

    def _speak_as(self, person: str) -> None:
        if person == SOMEBODY:
            self.navigator.navigate(PARTICIPANTS)
            return
        self.speaker.speak_as(person)

    def action_ask_differently(self) -> None:
        """The next other way to ask this."""
        self._reword(self.question.variant.differently(len(self.turn.differently)))

    def action_show_example(self) -> None:
        """The next example; after the last one none."""
        self._reword(self.question.variant.example(len(self.turn.examples)))

    def action_ask_another(self) -> None:
        """The question as it is put to somebody else."""
        self._reword(self.question.variant.another(len(self.turn.ask_another)))
        self.speaker.put_to_another()

    def action_why(self) -> None:
        """Say why this is asked."""
        self.notice.tell(self.turn.why)

    def _reword(self, variant: QuestionVariant) -> None:
        self.question.variant = variant
        with self.app.batch_update():
            self.notice.clear()
            self._fit()

    # keys, and what is chosen on the board

    async def on_key(self, event: events.Key) -> None:
        """Letters that no list or field wanted, and what came so soon after them that it missed the field."""
        in_field = self.focused is self.entry.field or self.entry.sends_letters_on
        if not self.is_active:
            return
        if event.is_printable and (in_field or event.key != "space"):
            event.stop()
            event.prevent_default()
            self.question.take_letters(event.character or "")
        elif in_field and event.key == "enter":
            event.stop()
            event.prevent_default()
            self.answers.submit()

    def take_words(self, words: str) -> None:
        self.question.take_letters(words)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        ref = event.ref
        if not self.is_active:  # chosen twice in one go: the first did it
            return
        if self.question.takes(ref):
            self._fit()
        elif ref in self.question.statements():
            self.navigator.navigate(STATEMENT, ref, self.show_again)
        elif any(remark.id == ref for remark in self.desk.view.remarks):
            self.navigator.navigate(REMARKS, None)
        elif any(said.id == ref for said in self.desk.view.disagreements):
            self.navigator.navigate(DISAGREE, None)
        else:
            self.navigator.navigate(TRACE, ref)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What the question does not offer is not available."""
        offered = {
            "ask_differently": self.turn.differently, "show_example": self.turn.examples,
            "ask_another": self.turn.ask_another, "other_side": self.turn.other_side, "why": self.turn.why,
            "look_at_waiting": self.offer.item, "say_more": self.turn.more, "weighed_enough": self.turn.weighs,
        }
        if action == "enter":
            return self.focused not in (None, self.entry.field)  # the field's border says it
        if parameters == ("plan-page",):
            return self.turn.takes_home and bool(self.desk.letter("page"))
        if parameters == ("exports",):
            return self.turn.takes_home
        if action == "unfold":
            return self.desk.client_at_table.is_folded and self.desk.client_at_table.is_offered
        return bool(offered.get(action, True)) and super().check_action(action, parameters)

    def command(self, action: Action) -> ScreenCommand:
        command = super().command(action)
        waits = self.offer.item if action.id == "look-at-waiting" else None
        return command._replace(label=waits.words) if waits is not None else command
