"""Where a conversation line by line is: the question asked now, and what its numbers mean."""

from __future__ import annotations

from dataclasses import replace

from zlp_tui.conversation.ports.desk import Desk
from zlp_tui.conversation.ports.turn import InOrder as InOrderAsked
from zlp_tui.conversation.ports.turn import Kept, Picked, Quote, Spoken, Turn, Words
from zlp_tui.conversation.ports.turn import Ordered as OrderedReply
from zlp_tui.conversation.ports.turn import Pick as PickAsked
from zlp_tui.dates import join_names
from zlp_tui.i18n import Catalogue
from zlp_tui.plain.asking import Asking, AtThePlace, Waiting
from zlp_tui.plain.out import Out
from zlp_tui.plain.page import Page, quoted
from zlp_tui.plain.reading import Chosen, read_answer
from zlp_tui.plain.render import question_again, question_page
from zlp_tui.plan.view import Person
from zlp_tui.text import NAME_LIMIT, clean, clean_name, shortened


class Walk:
    """One conversation on a desk, written line by line. Errors of the desk pass through; nothing is kept then."""

    def __init__(self, desk: Desk, out: Out, say: Catalogue, only_topic: str | None = None) -> None:
        self.desk = desk
        self.out = out
        self.say = say
        self.ended = False
        self.last: str | None = None
        """The statement that was kept last."""
        self.numbered: dict[int, Quote] = {}
        """What the numbers of the list that was shown last stand for."""
        self.turn: Turn = desk.turn()
        self.asking: Asking | None = None
        """What a command asks now, between the questions of the conversation."""
        self._only_topic = only_topic
        self._wording = -1

    # asking

    def arrive(self, turn: Turn, *, new_topic: bool | None = None) -> None:
        """Ask the question of a turn."""
        elsewhere = turn.place.topic != self.turn.place.topic if new_topic is None else new_topic
        here_already = turn.place == self.turn.place and not elsewhere
        self.turn, self._wording, self.last = turn, -1, None
        self.out.say()
        self.show(question_page(turn, self.say, new_topic=elsewhere))
        if isinstance(turn.input, Words) and not here_already:
            self._tell_whose_words()
        self._offer_draft()

    def show(self, page: Page) -> None:
        """Write a page; from now on its numbers count."""
        self.out.lines(page.lines)
        self.numbered = dict(page.quotes)

    def look(self, page: Page) -> None:
        """Write a page that stands between question and answer, and then say what was asked."""
        self.show(page)
        self._where_we_were()

    def _where_we_were(self) -> None:
        self.out.say()
        self.out.lines(question_again(self.turn, self.say, self.wording).lines)

    @property
    def wording(self) -> str | None:
        """The other way in which the question is asked now; None when it is the question itself."""
        return self.turn.differently[self._wording] if self._wording >= 0 else None

    def differently(self) -> None:
        """Ask the question in the next other way; after the last one as it was first."""
        self._wording = self._wording + 1 if self._wording + 1 < len(self.turn.differently) else -1
        self.out.lines(question_again(self.turn, self.say, self.wording).lines)

    def ask_again(self) -> None:
        """Ask the question at our place once more, with all that stands there now."""
        self.arrive(self.desk.turn(), new_topic=False)

    # answering

    def answer(self, typed: str) -> None:
        """Keep what was typed as the answer, and say so; walk on when it settles the question."""
        draft = self.desk.draft()
        seated = self.desk.present
        kept = self._keep(read_answer(self.turn.input, typed))
        if draft and draft != clean(typed).text:
            self.desk.keep_draft(draft)
        self.kept(kept)
        if kept.goes_on:
            self.forward()
            return
        self.turn = self.desk.turn()
        if self.desk.present != seated:
            self.out.say(self.say("At the table: {names}", names=self.names()))
        elif isinstance(self.turn.input, PickAsked):
            self._tell_chosen(self.turn.input)

    def kept(self, kept: Kept) -> None:
        """Say that something is on disk, and remember it as what was said last."""
        self.last = kept.refs[-1] if kept.refs else None
        self.tell_kept(kept)

    def tell_kept(self, kept: Kept) -> None:
        """Say that something is on disk."""
        if kept.cut_to is None:
            self.out.say(self.say("Saved"))
        else:
            self.out.say(self.say("Saved, but only the first {count} characters", count=kept.cut_to))

    def _keep(self, answer: Spoken | Chosen) -> Kept:
        if isinstance(answer, Spoken):
            return self.desk.answer(answer)
        if isinstance(self.turn.input, InOrderAsked):
            return self.desk.answer(OrderedReply(answer.ids))
        first = answer.names[0] if answer.names else None
        kept = self.desk.answer(Picked(answer.ids, added=first))
        for name in answer.names[1:]:
            asked, cut_to = self.desk.turn().input, kept.cut_to
            kept = self.desk.answer(Picked(asked.chosen if isinstance(asked, PickAsked) else (), added=name))
            kept = replace(kept, cut_to=kept.cut_to or cut_to)
        return kept

    # what a command asks

    def begin(self, asking: Asking) -> None:
        """A command asks something; the lines that follow are for it."""
        self.asking = asking
        asking.ask()

    def answer_asked(self, typed: str) -> None:
        """An answer to what a command asks; after its last question, say what was asked before."""
        if self.asking is not None and self.asking.hear(typed):
            self.asking = None
            self._where_we_were()

    def leave_asked(self) -> None:
        """Leave what a command asks, if it asks anything; what was answered is kept."""
        asking, self.asking = self.asking, None
        if asking is not None:
            asking.leave()

    @property
    def waiting(self) -> Waiting | None:
        """Where words wait that are typed at what is asked now and not said yet; None where no words are asked."""
        return AtThePlace(self.desk) if self.asking is None else self.asking.unsaid

    # walking

    def forward(self) -> None:
        """The next question; after the last one the conversation has ended."""
        here = self.turn.place.topic
        following = self.desk.forward()
        if following is None:
            self.out.say(self.say("That was the last question."))
            self.ended = True
        elif self._only_topic == here and following.place.topic != here:
            self.out.say(self.say("That was the last question about this."))
            self.ended = True
        else:
            self.arrive(following)

    def next_topic(self) -> None:
        """The next topic's first question; from here on the conversation may leave the topic it began with."""
        following = self.desk.next_topic()
        if following is None:
            self.out.say(self.say("This is the last topic."))
            return
        self._only_topic = None
        self.arrive(following)

    def back(self) -> None:
        """The question before."""
        before = self.desk.back()
        if before is None:
            self.out.say(self.say("This is the first question."))
        else:
            self.arrive(before)

    def go_topic(self, topic: str) -> None:
        """A topic's first question; from here on the conversation may leave the topic it began with."""
        self._only_topic = None
        self.arrive(self.desk.go_topic(topic), new_topic=True)

    # who speaks

    def speaks(self, name: str) -> None:
        """Somebody speaks from now on; who is not known yet is added and said."""
        person, new = self.join(name)
        self.speaks_as(person, new=new)

    def join(self, name: str) -> tuple[Person, bool]:
        """Who has this name, and whether somebody new; a name that is too long is cut, and said to be."""
        if clean_name(name).was_cut:
            self.out.say(self.say("Only the first {count} characters of a name fit.", count=NAME_LIMIT))
        return self.desk.join(name)

    def speaks_as(self, person: Person, *, new: bool = False) -> None:
        """A person speaks from now on."""
        self.desk.speak_as(person.id)
        if new:
            self.out.say(self.say("New at the table: {name}", name=person.called))
        else:
            self.out.say(self.say("Now speaks: {name}", name=person.called))

    def names(self) -> str:
        """Who sits at the table, in one line."""
        return join_names([person.called for person in self.desk.present], self.say.locale)

    def _tell_whose_words(self) -> None:
        """Say by whom an answer will be, where that is not the client, and where it should not be."""
        if self.desk.voice.id != self.desk.view.client:
            self.out.say(self.say("Now speaks: {name}", name=self.desk.voice.called))
        elif self.turn.to_another and len(self.desk.present) > 1:
            self.out.say(self.say("This question is for somebody else. Type /who and their name first."))

    def _tell_chosen(self, asked: PickAsked) -> None:
        """Say what is picked now, where several may be."""
        titles = [shortened(option.title) for option in asked.options if option.id in asked.chosen]
        chosen = join_names(titles, self.say.locale)
        self.out.say(self.say("Chosen: {titles}", titles=chosen) if titles else self.say("Nothing is chosen now."))

    def _offer_draft(self) -> None:
        draft = self.desk.draft()
        if draft:
            self.out.say(self.say("This was typed and not said yet: {words}", words=quoted(shortened(draft))))
            self.out.say(self.say("Say it: /say-it. Throw it away: /drop-it."))
        for number, quote in self.numbered.items():
            anew = self.desk.draft(quote.ref)
            if anew:
                words = quoted(shortened(anew))
                self.out.say(self.say("Typed to correct line {number}: {words}", number=number, words=words))
                self.out.say(self.say("Say it: /correct {number}", number=number))
