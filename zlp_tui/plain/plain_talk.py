"""The state of a conversation in plain mode: the current question, and what the printed numbers refer to."""

from __future__ import annotations

from collections.abc import Callable

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.talk_places import TalkPlace
from zlp_tui.conversation.ports.turn import InOrder, Kept, Pick, Quote, Spoken, Turn, Words
from zlp_tui.conversation.ports.wizard import WizardStep
from zlp_tui.dates import join_names
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.commands.command_question import CommandQuestion
from zlp_tui.plain.drafts.input_drafts import InputDraft, QuestionDraft
from zlp_tui.plain.drafts.offered_drafts import offer_drafts
from zlp_tui.plain.pages.help_page import no_page
from zlp_tui.plain.pages.line_writer import LineWriter
from zlp_tui.plain.pages.outcome_text import chosen_text, picked_words
from zlp_tui.plain.pages.prompt_help import command_help, question_help
from zlp_tui.plain.pages.question_page import question_again, question_page, say_more_line
from zlp_tui.plain.pages.text_page import TextPage
from zlp_tui.plain.pages.text_width import unbroken
from zlp_tui.plain.typed.answer_parser import ParsedChoice, parse_answer
from zlp_tui.plain.typed.answer_submission import submit_answer
from zlp_tui.plan.view import Person, Place
from zlp_tui.saved_text import saved_text
from zlp_tui.script.roles import Role
from zlp_tui.text import NAME_LIMIT, clean, clean_name, sentence


class PlainTalk:
    """Controller of one conversation in plain mode. Errors of the desk pass through; nothing is saved then."""

    def __init__(
        self, desk: Desk, out: LineWriter, tr: Catalogue, only_topic: str | None = None,
        explain: Callable[[str], TextPage] | None = None, run_wizard: Callable[[WizardStep], object] | None = None,
        lock_screen: Callable[[], bool | None] = lambda: None,
    ) -> None:
        """`explain` makes the page of the help with a name; without it there is none. `run_wizard` has a
        conversation about keys until it ends. `lock_screen` locks the screen until somebody unlocks it: whether the
        talk goes on then; None where there is no lock."""
        self.desk = desk
        self.lock_screen = lock_screen
        self.out = out
        self.tr = tr
        self.run_wizard = run_wizard or (lambda _: None)
        self.explain = explain or (lambda _: no_page(tr))
        self.ended = False
        self.locked = False
        """Whether the screen is locked: then nothing of the plan is told or kept."""
        self.last: str | None = None
        """Id of the statement that was saved last."""
        self.numbered: dict[int, Quote] = {}
        """The numbered quotes of the page that was printed last."""
        self.places: dict[int, TalkPlace] = {}
        """Where one talks about what has this number on it, when that does not follow from its quote."""
        self._page = TextPage(tr)
        """The page that was printed last, for whoever wants to hear all of it."""
        self.turn: Turn = desk.turn()
        self.question: CommandQuestion | None = None
        """The open question of a command; None while the script asks."""
        self.doubted = False
        """Whether it was just asked if an answer was meant like that."""
        self._only_topic = only_topic
        self._wording = -1
        self._round_began_with: str | None = None
        """Who spoke first at a question that is asked round the table, by person id."""

    def ask_turn(self, turn: Turn, *, new_topic: bool | None = None) -> None:
        """Go to a turn and print its question."""
        elsewhere = turn.place.topic != self.turn.place.topic if new_topic is None else new_topic
        here_already = turn.place == self.turn.place and not elsewhere
        self.turn, self._wording, self.last = turn, -1, None
        self.out.print()
        if self.desk.proposed_pause:
            self.out.print(self.desk.proposed_pause)
        self.print_page(question_page(turn, self.tr, new_topic=elsewhere))
        if (isinstance(turn.input, Words) or turn.for_each_voice) and not here_already:
            self._print_whose_words()
        offer_drafts(self.desk, self.out, self.tr, self.numbered)

    def print_page(self, page: TextPage) -> None:
        """Print a page, its long lists cut short, and make its numbers the current ones."""
        self.print_beside(page)
        self.numbered, self.places = dict(page.quotes), dict(page.places)

    def print_beside(self, page: TextPage) -> None:
        """Print a page, its long lists cut short; the numbers of the page before it go on counting."""
        self._page = page
        self.numbered |= page.quotes
        self.out.print_page(page)

    def print_whole(self) -> None:
        """Print the page that was printed last, its long lists whole."""
        self.out.print_page(self._page, whole=True)

    def print_aside(self, page: TextPage) -> None:
        """Print a page between question and answer, and then the question again."""
        self.print_page(page)
        self.print_question_again()

    def print_question_again(self) -> None:
        """Print the script's question, after something that stood between question and answer."""
        self.out.print()
        self.out.print_page(question_again(self.turn, self.tr, self.wording))

    @property
    def wording(self) -> str | None:
        """The alternative wording that is in use; None for the question itself, which may have become another."""
        others = self.turn.differently
        return others[self._wording] if 0 <= self._wording < len(others) else None

    def differently(self) -> None:
        """Print the next alternative wording; after the last one the question itself."""
        self._wording = self._wording + 1 if self._wording + 1 < len(self.turn.differently) else -1
        self.out.print_page(question_again(self.turn, self.tr, self.wording))

    def repeat(self) -> None:
        """Print the current question again, with everything saved there."""
        self.ask_turn(self.desk.turn(), new_topic=False)

    def answer(self, typed: str) -> None:
        """Save what was typed as the answer; go on when that completes the question."""
        self._answer(parse_answer(self.turn.input, typed), typed)

    def take(self, ref: str, words: str) -> None:
        """Save these words as the answer, made of the offered line with this `ref`."""
        self._answer(Spoken(words, taken=ref), words)

    def answer_with(self, marks: tuple[str, ...]) -> None:
        """Save what was ticked, marked or put in order before and not kept; what is no longer there is left out."""
        asked = self.turn.input
        lines = asked.options if isinstance(asked, Pick) else asked.items if isinstance(asked, InOrder) else ()
        there = tuple(line.id for line in lines)
        ids = tuple(ref for ref in marks if ref in there)
        rest = tuple(ref for ref in there if ref not in ids) if isinstance(asked, InOrder) else ()
        self._answer(ParsedChoice(ids + rest), "")

    def _answer(self, said: Spoken | ParsedChoice, typed: str) -> None:
        draft = self.desk.draft()
        seated = self.desk.present
        kept = submit_answer(self.desk, self.turn.input, said)
        if draft and draft != clean(typed).text:
            self.desk.keep_draft(draft)
        complete = kept.goes_on or isinstance(self.turn.input, InOrder)
        self.kept(kept, picked_words(self.turn, said) if complete else "")
        now = self.desk.turn()
        if now.gentle and now.place == self.turn.place and now.gentle != self.turn.gentle:
            self.out.print(now.gentle)  # a friendly word about what stands here now, when it is new
        if now.more and now.place == self.turn.place and not self.turn.more:
            if isinstance(now.input, Words):  # the name or day that one thinks of next would be one more of them
                self.out.print(self.tr("One more? Type it here too. Is this all? Then an empty line."))
            self.out.print(say_more_line(self.tr))
        if self.turn.for_each_voice and self._ask_round_the_table():
            return
        if kept.goes_on:
            self.forward()
            return
        self.turn = now
        if now.last_reason is not None:
            self.out.print(self.tr("Is that for now or for later? Type /now or /later."))
        if self.desk.present != seated:
            self.out.print(self.tr("At the table: {names}", names=self.names()))
        elif isinstance(self.turn.input, Pick):
            self.out.print(chosen_text(self.turn.input, self.tr))

    def kept(self, kept: Kept, words: str = "") -> None:
        """Print that something is saved, and remember it as the last statement. `words` is what was picked."""
        self.last = kept.refs[-1] if kept.refs else None
        self.print_kept(kept, words)

    def _ask_round_the_table(self) -> bool:
        """Ask the next person who has no answer of their own yet, where everybody has one; False for nobody."""
        person = self.desk.not_asked_yet()
        if person is None:
            return False
        self._round_began_with = self._round_began_with or self.desk.voice.id
        self.desk.speak_as(person.id)
        self._print_speaker(person, new=False)
        self.ask_turn(self.desk.turn(), new_topic=False)
        return True

    def _end_round(self) -> None:
        """The question is left: whoever spoke first there has the word again, if they are here still."""
        first, self._round_began_with = self._round_began_with, None
        if first is not None and first in {person.id for person in self.desk.present}:
            self.desk.speak_as(first)

    def print_kept(self, kept: Kept, words: str = "", *, done: str = "") -> None:
        """Print that something is saved, with `words` or as `done` where these are known; or that nothing had to be."""
        self.out.print(saved_text(kept, self.tr, words, done=done))

    def ask(self, question: CommandQuestion) -> None:
        """Print a command's question; the following lines are answers to it."""
        self.question = question
        question.ask()

    def answer_command(self, typed: str) -> None:
        """Pass an answer to the command's question; after its last one print the script's question again."""
        question = self.question
        if question is not None and question.receive(typed) and self.question is question:
            self.question = None
            self.print_question_again()

    def leave_command(self) -> None:
        """Close the open question of a command, if any; its answers so far are saved."""
        question, self.question = self.question, None
        if question is not None:
            question.leave()

    def print_help_here(self) -> None:
        """Print what can be typed at this prompt, in a few lines."""
        if self.question is None:
            told = question_help(self.turn.input, self.tr, doubted=self.doubted)
        else:
            told = command_help(self.question.help(), self.tr)
        for line in told:
            self.out.print(line)

    @property
    def draft(self) -> InputDraft | None:
        """The draft of the question that is open now; None where it asks for no words."""
        return QuestionDraft(self.desk) if self.question is None else self.question.draft

    def forward(self) -> None:
        """Go to the next question; after the last one the conversation ends."""
        here = self.turn.place.topic
        self._end_round()
        following = self.desk.forward()
        if following is None:
            self.out.print(self.tr("That was the last question."))
            self.ended = True
        elif self._only_topic == here and following.place.topic != here:
            self.out.print(self.tr("That was the last question about this."))
            self.ended = True
        else:
            self.ask_turn(following)

    def say_more(self) -> None:
        """Go to the first open question about what is asked about, and to what is asked on request after it."""
        more = self.desk.say_more()
        if more.place == self.turn.place:
            self.out.print(self.tr("More questions about this come next."))
        self._end_round()
        self.ask_turn(more)

    def next_topic(self) -> None:
        """Go to the next topic; from here on the conversation may leave the topic it began with."""
        self._end_round()
        following = self.desk.next_topic()
        if following is None:
            self.out.print(self.tr("This is the last topic."))
            return
        self._only_topic = None
        self.ask_turn(following)

    def back(self) -> None:
        """Go to the previous question."""
        self._end_round()
        before = self.desk.back()
        if before is None:
            self.out.print(self.tr("This is the first question."))
        else:
            self.ask_turn(before)

    def go(self, place: Place) -> None:
        """Go to a question; from here on the conversation may leave the topic it began with."""
        self._only_topic = None
        self._end_round()
        self.ask_turn(self.desk.go(place))

    def go_topic(self, topic: str) -> None:
        """Go to a topic's first question; from here on the conversation may leave the topic it began with."""
        self._only_topic = None
        self._end_round()
        self.ask_turn(self.desk.go_topic(topic), new_topic=True)

    def take_route(self, route: str) -> None:
        """Walk another way, from where it was left; from here on the conversation may leave the topic it began with."""
        self._only_topic = None
        self._end_round()
        self.ask_turn(self.desk.take_route(route), new_topic=True)

    def go_to(self, where: TalkPlace) -> None:
        """Go to where something is talked about; from here on the conversation may leave the topic it began with."""
        if where.route:
            self.take_route(where.route)
        elif where.place is None:
            self.go_topic(where.topic)
        else:
            self.go(where.place)

    def ask_aside(self, place: Place) -> None:
        """Go to a question in between; after it the conversation returns."""
        self._only_topic = None
        self._end_round()
        self.ask_turn(self.desk.ask_aside(place))

    def begin(self, role: Role) -> None:
        """Go to where something new is said; after the questions about it the conversation returns."""
        self._only_topic = None
        self._end_round()
        self.ask_turn(self.desk.begin(role))

    def enough(self) -> None:
        """Go on after what is weighed."""
        self._end_round()
        self.ask_turn(self.desk.enough())

    def speaks(self, name: str) -> None:
        """Make the person with this name the speaker; an unknown name is added."""
        person, new = self.join(name)
        self.speaks_as(person, new=new)

    def join(self, name: str) -> tuple[Person, bool]:
        """The person with this name, and whether they are new; prints when the name was cut."""
        if clean_name(name).was_cut:
            self.out.print(self.tr("Only the first {count} characters of a name fit.", count=NAME_LIMIT))
        return self.desk.join(name)

    def speaks_as(self, person: Person, *, new: bool = False) -> None:
        """Make a person the speaker. Until it is said who types, what is kept beside the talk is theirs too."""
        self._round_began_with = None
        self.desk.speak_as(person.id)
        if self.desk.keyboard_user is None:
            self.desk.follow_up.write_as(person.id)
        self._print_speaker(person, new=new)

    def writes_as(self, person: Person, *, new: bool = False) -> None:
        """Make what is kept beside the talk this person's words."""
        self.desk.follow_up.write_as(person.id)
        self._print_speaker(person, new=new)

    def _print_speaker(self, person: Person, *, new: bool) -> None:
        if new:
            self.out.print(self.tr("New at the table: {name}", name=person.called))
        else:
            self.out.print(self.tr("Now speaks: {name}", name=person.called))

    def names(self) -> str:
        """Who sits at the table, in one line."""
        return join_names([person.called for person in self.desk.present], self.tr.locale)

    def _print_whose_words(self) -> None:
        """Print the speaker where that is not the client, or should not be."""
        speaks, asked, answers = self.desk.voice.id, self.turn.asked_first, self.turn.answers
        if answers is not None and answers != speaks:
            name = next(person.called for person in self.desk.present if person.id == answers)
            self.out.print(sentence(self.tr("{name} says this.", name=name)))
        elif speaks != self.desk.view.client:
            self.out.print(self.tr("Now speaks: {name}", name=self.desk.voice.called))
        if asked and speaks not in asked:
            name = next(person.called for person in self.desk.present if person.id == asked[0])
            self.out.print(self.tr("This question is for somebody else. Type /who and their name first."))
            command = unbroken(f"{self.tr('/who')} {name}")
            self.out.print(self.tr("It fits {name}: {command}", name=name, command=command))
