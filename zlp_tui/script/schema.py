"""The shape of the conversation script: what a topic file in `content/<locale>/script/` may say.

A step's `kind` says how it is asked; `keeps` says what an answer becomes. Both are closed lists: every kind has its
handler in `conversation/asking/kinds/` and its teller in `conversation/telling/tellers/`, and the faces know neither.
What others must know of a step without knowing its kind is a property of `StepBase`. Ids never change meaning, because
answers hang on them. Texts carry the client's form of address inline (`{u|je}`, see `wording.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from zlp_tui.said_day import ANY_DAY, DayRange, Direction, End
from zlp_tui.script.roles import Role

ID: Final = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
"""How an id is written, in the script and as the name of a file."""
Id = Annotated[str, Field(pattern=ID, max_length=60)]
Sentence = Annotated[str, Field(min_length=1, max_length=600)]

Each = Literal["choices", "goals", "agreements", "domains", "goals-now", "loose-agreements", "people-here"]
"""What a step is repeated over: choices on the table, active goals, agreements in force, domains that matter now.

In an evaluation: the goals that were worked on when it began, the agreements whose goal ended in it, and who is here.
"""

PlaceId = Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$", max_length=121)]
"""A step, as `topic/step`."""

TopicOrPlace = Annotated[str, Field(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)?$", max_length=121)]
"""A topic, or a step of it."""

TO_ANOTHER: Final = ("other", "own-people", "professionals")
"""What `voice` says of a question that the client puts to somebody else."""

From = Literal["statements", "domains", "people", "goals", "options"]
"""What a pick may offer besides its own fixed options."""


class Model(BaseModel):
    """Everything in a script is frozen, and an unknown key is an error with its file and line."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Question(Model):
    """One question and the other ways into it (inventory V23, V98, L58, L105)."""

    ask: Sentence
    hint: str = ""
    differently: tuple[Sentence, ...] = ()
    ask_another: tuple[Sentence, ...] = ()
    """The same question put to somebody else about the client; shown first when they are the one who speaks."""
    asked_by_client: tuple[Sentence, ...] = ()
    """The same as `ask_another`, in the I-form: what the client asks. In its place where the client is at the table."""
    examples: tuple[Sentence, ...] = ()
    starter: str = ""
    """The beginning of a sentence that the speaker may finish (V108)."""


class Days(Model):
    """Which days answer a question that asks for one (`DayRange`)."""

    direction: Direction
    reach: Annotated[int, Field(ge=1, le=200)]
    """So many years away is far; a day that lies further away is asked about once."""
    strict: bool = False
    """A day on the other side of today is never taken, and no year is guessed: a day of birth."""
    reckons: End | None = None
    """Which day of a month or a year reckons when no more was said; the last of what is to come, else the first."""


class TitledQuestion(Question):
    """A question that is one part of a step: a side, a moment, a field."""

    title: Sentence
    pictogram: str = ""
    meets: tuple[Id, ...] = ()
    """What a law wants to be talked about that is asked here (`subjects` in `data/rules/`)."""


class PickOption(Model):
    """One fixed answer to pick."""

    id: Id
    title: Sentence
    hint: str = ""
    pause_after: Annotated[int, Field(ge=5, le=240)] | None = None
    """Where the client says when they like a pause: after how many minutes it is proposed."""
    among: tuple[PickOption, ...] = ()
    """For a kind of person: the kinds to choose from next, so that the first list stays short."""


class StepBase(Model):
    """What all steps share, and what code that handles any kind of step may ask of one. Kinds override the defaults."""

    id: Id
    meets: tuple[Id, ...] = ()
    """What a law wants to be talked about that is asked here (`subjects` in `data/rules/`)."""
    on_request: bool | tuple[Id, ...] = False
    """Asked only of who wishes to say more about what the step is about: the whole step, or these parts of it."""

    is_asked: ClassVar[bool] = True
    """Whether there is something to answer."""
    repeats_follow_up: ClassVar[bool] = False
    """Whether the follow-up questions about an item come again, answered or not, for whoever returns to that item."""
    reads_back: ClassVar[bool] = False
    """Whether it reads the chapter back."""
    for_client_only: ClassVar[bool] = False
    """Whether nobody but the client can answer it, so that it is passed over where the client is not."""
    first_part: ClassVar[str] = ""
    """What a route calls the first question of a step whose other questions follow from its answer."""
    frames_sitting: ClassVar[bool] = False
    """Whether it begins or ends a sitting of a route, so that it is asked once in each."""
    ends_sitting: ClassVar[bool] = False
    """Whether it is the last page of a sitting: after it the next one begins."""

    def is_on_request(self, part: str | None) -> bool:
        """Whether a part of it is asked only on request."""
        if isinstance(self.on_request, bool):
            return self.on_request
        return any(piece in self.on_request for piece in (part or self.first_part).split("/"))

    @property
    def on_request_once_known(self) -> bool:
        """Whether it is asked on request once its answer is known from elsewhere."""
        return False

    @property
    def asks_another(self) -> bool:
        """Whether the question is put to somebody other than the client."""
        return False

    @property
    def addressee(self) -> str:
        """Whom the question is for, as the `voice` of an open question says it."""
        return "anyone"

    @property
    def asked_in_turn(self) -> str | None:
        """Which of the others at the table are asked once each too, as `voice` says it; None for none."""
        return None

    @property
    def repeated_over(self) -> Each | None:
        """What the step is repeated over."""
        return None

    @property
    def skips_settled(self) -> bool:
        """Whether walking forward passes over its questions that have their answer, because they go along a list."""
        return self.repeated_over is not None

    @property
    def proposed_pause(self) -> str | None:
        """The words in which a pause is proposed, after so many minutes as the answer says; None for none."""
        return None

    @property
    def to_think_about(self) -> bool:
        """Whether it is a question for the client that one can think about before the talk."""
        return False

    @property
    def begins_something(self) -> bool:
        """Whether an answer begins something new, a choice, a goal or an agreement, of which there may be more."""
        return False

    @property
    def asks_beyond_domains(self) -> bool:
        """Where it is repeated over domains: whether it is asked once more for what belongs to none of them."""
        return self.begins_something

    @property
    def shown_notices(self) -> tuple[str, ...]:
        """The notices that are shown by asking it."""
        return ()

    @property
    def part_titles(self) -> Mapping[str, str]:
        """The titles of the parts of which a statement may be said here, by the side or moment that is kept with it."""
        return {}

    @property
    def parts_meeting(self) -> Mapping[str, tuple[str, ...]]:
        """What a law wants to be talked about, by the side or moment at which that is asked."""
        return {}

    @property
    def form_fields(self) -> Mapping[str, FormField]:
        """The fields of a form, by id."""
        return {}

    @property
    def weighing_titles(self) -> tuple[str, ...]:
        """The titles of what is weighed: what is fine about it, and what is not. Empty where nothing is."""
        return ()

    @property
    def kept_as(self) -> str | None:
        """What its answer becomes, where the script says so; None where that follows from its kind."""
        return None

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """The fixed options of a kind of answer: what the step keeps, a field, or the kind of the step."""
        return ()


class RepeatedStep(StepBase):
    """A step that may be asked once for each of several things."""

    each: Each | None = None

    @property
    def repeated_over(self) -> Each | None:
        """What the step is repeated over."""
        return self.each


class Answered(Model):
    """One of these options was picked at a field of a form, in whichever topic."""

    field: Id
    is_: tuple[Id, ...] = Field(alias="is", min_length=1)


class Tell(StepBase):
    """Something to read together. With `notice` or `notices`, the day on which it was shown is kept (V34, L10, L37)."""

    kind: Literal["tell"]
    text: tuple[Sentence, ...] = Field(min_length=1)
    notice: Id | None = None
    notices: tuple[Id, ...] = ()
    only_if: Answered | None = None
    """For whom it is told; everybody, where this is left out."""

    is_asked: ClassVar[bool] = False

    @property
    def shown_notices(self) -> tuple[str, ...]:
        """The ids of the notices that it shows; none for a text that is none."""
        return (*((self.notice,) if self.notice else ()), *self.notices)


class Round(Question):
    """What the client asks each other person at the table once, after their own answer, in the I-form."""

    to: Literal["other", "own-people", "professionals"] = "other"
    """Which of them; who is not known to be from care may be either."""


class Table(StepBase, Question):
    """Who sits at the table now (V21)."""

    kind: Literal["table"]


class Ask(RepeatedStep, Question):
    """One open question; each answer adds something, or (for keeps with one value) says it anew."""

    kind: Literal["ask"]
    keeps: Literal[
        "statement", "choice", "option", "option-source", "open-question", "thinking-until", "reason", "revisit-on",
        "goal", "agreement", "result", "adjust", "goal-outcome", "goal-why", "goal-successor", "must-know",
    ] = "statement"
    into: PlaceId | None = None
    """For `keeps: statement`: the `topic/step` to which the words belong, when that is another one."""
    source: Literal["spoken", "paper"] = "spoken"
    """For `keeps: statement`: `paper` for words that somebody wrote down beforehand."""
    only_if: Answered | None = None
    """Who is asked this; everybody, where this is left out."""
    voice: Literal["anyone", "client", "other", "own-people", "professionals"] = "anyone"
    """Who is asked first: `other` proposes somebody else at the table, the last two such a person, if there is one."""
    with_domain: bool = False
    """Offers to say which life domain the answer belongs to (V84, V118)."""
    beside: tuple[TopicOrPlace, ...] = ()
    """Topics, or steps, whose quotes stand beside the question."""
    offers: tuple[Id, ...] = ()
    """For `keeps: goal` and `agreement`: topics whose quotes are offered as the answer, the likeliest first."""
    always: Sentence | None = None
    """For `keeps: choice`: the option that is always there, doing nothing (V76)."""
    days: Days | None = None
    """For `keeps` a day: which days answer the question."""
    for_decider: Question | None = None
    """For `keeps: reason`: how it is asked of somebody else who decides (`{decider}`)."""
    round: Round | None = None
    """For `keeps: statement`: what is asked of others at the table too, each in their own words."""
    once_said: tuple[PlaceId, ...] = ()
    """The steps at each of which something must have been said before this is asked."""
    remind_domains: bool = False
    """Names the ten domains beside the question, each with what belongs to it (V118)."""
    gentle: Sentence | None = None
    """For `keeps: goal`: a friendly word before there are more than three (V126). For `keeps: goal-why`: when the goal
    was reached.
    """

    first_part: ClassVar[str] = "first"

    @property
    def asks_another(self) -> bool:
        """Whether somebody else than the client is asked first."""
        return self.voice in TO_ANOTHER

    @property
    def asked_in_turn(self) -> str | None:
        """Which of the others at the table are asked once each."""
        return self.round.to if self.round is not None else None

    @property
    def skips_settled(self) -> bool:
        """Whoever said something here already is not asked in turn; a list of questions is gone along as elsewhere."""
        return self.round is not None or self.repeated_over is not None

    @property
    def addressee(self) -> str:
        """Whom the question is for, as `voice` says it."""
        return self.voice

    @property
    def kept_as(self) -> str | None:
        """What the answer becomes."""
        return self.keeps

    @property
    def to_think_about(self) -> bool:
        """Not what is asked of somebody else, nor what is asked of each of the things that were said."""
        once = self.each in (None, "domains")
        return once and not self.asks_another and (self.keeps == "statement" or self.begins_something)

    @property
    def begins_something(self) -> bool:
        """Whether the answer becomes a choice, a goal or an agreement."""
        return self.keeps in ("choice", "goal", "agreement")


class TwoSides(StepBase):
    """Two questions that belong together, such as a good day and a bad day (V113, V120)."""

    kind: Literal["two-sides"]
    sides: dict[
        Literal["good", "bad", "works", "does-not-work", "must-have", "must-not", "like", "dislike", "happy", "sad"],
        TitledQuestion,
    ] = Field(min_length=2, max_length=2)
    with_domain: bool = False
    into: PlaceId | None = None
    """The `topic/step` to which the words belong, when that is another one."""

    @property
    def to_think_about(self) -> bool:
        """Each of its sides is."""
        return True

    @property
    def part_titles(self) -> Mapping[str, str]:
        """The titles of the sides."""
        return {side: question.title for side, question in self.sides.items()}

    @property
    def parts_meeting(self) -> Mapping[str, tuple[str, ...]]:
        """What is asked of the law, by side."""
        return {side: question.meets for side, question in self.sides.items()}


class Day(StepBase):
    """An ordinary day from waking to bed, one moment at a time (V112)."""

    kind: Literal["day"]
    moments: dict[Id, TitledQuestion] = Field(min_length=2)

    @property
    def to_think_about(self) -> bool:
        """Each of its moments is."""
        return True

    @property
    def part_titles(self) -> Mapping[str, str]:
        """The titles of the moments."""
        return {moment: question.title for moment, question in self.moments.items()}

    @property
    def parts_meeting(self) -> Mapping[str, tuple[str, ...]]:
        """What is asked of the law, by moment."""
        return {moment: question.meets for moment, question in self.moments.items()}


class PickStep(RepeatedStep, Question):
    """A question with a few answers to pick from."""

    kind: Literal["pick"]
    options: tuple[PickOption, ...] = ()
    from_: From | None = Field(default=None, alias="from")
    topics: tuple[Id, ...] = ()
    """For `from: statements`: whose quotes are offered."""
    many: bool = False
    keeps: Literal[
        "detail", "address", "deciding", "choice-role", "choice-domain", "chosen", "goal-kind", "goal-domain",
        "goal-now-or-later", "follows-from", "agreement-goal", "agreement-domain", "done", "how-close", "decision",
        "quality", "experience", "agreement-goes-on",
    ] = "detail"
    beside: tuple[Id, ...] = ()
    remind_domains: bool = False
    """Names the ten domains under the question, so that nothing is forgotten (V82)."""
    suppose: PlaceId | None = None
    """For `keeps: chosen`: what was said there, as `topic/side`, stands beside the options: would it still be so?"""
    for_decider: Question | None = None
    """For `keeps: chosen`: how it is asked of somebody else who decides (`{decider}`)."""
    once_known: bool = False
    """For `keeps: choice-role`: asked on request, once the answer is known from what was said of choosing as such."""
    said_before: Sentence | None = None
    """For `keeps: choice-role`: tells what was said of choosing as such (`{words}`), where that holds here."""
    decider: Question | None = None
    """For the deciding roles: who that is, asked when others decide or help to (V73)."""
    for_what: Question | None = None
    """For the deciding roles: what each of them is asked for, where there is more than one."""
    pause: Sentence | None = None
    """Proposes the pause that was asked for here, after the minutes of the answer (`pause_after`); `{words}` quotes
    the answer."""
    because: PickQuestion | None = None
    """For `keeps: done`: asked after "partly" or "no" (L63)."""

    @property
    def proposed_pause(self) -> str | None:
        """As `pause` says it."""
        return self.pause

    @property
    def on_request_once_known(self) -> bool:
        """As `once_known` says it."""
        return self.once_known

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """The options of the pick, or those of its reason for `because`."""
        options = self.options if answer == self.keeps else ()
        return (*options, *(self.because.options if self.because is not None and answer == "because" else ()))

    @property
    def kept_as(self) -> str | None:
        """What is picked becomes this."""
        return self.keeps


class PickQuestion(Question):
    """A follow-up question with fixed answers, asked inside a pick."""

    options: tuple[PickOption, ...] = Field(min_length=2)


class OnlyIf(Model):
    """A field that makes sense only after a certain answer to an earlier field of the same form."""

    field: Id
    is_: Id = Field(alias="is")


class FormField(TitledQuestion):
    """One small question of a form. `people` picks several people of the plan."""

    kind: Literal["text", "date", "email", "phone", "pick", "people"] = "text"
    options: tuple[PickOption, ...] = ()
    only_if: OnlyIf | None = None
    days: Days | None = None
    """For `kind: date`: which days answer the question."""


class Form(RepeatedStep):
    """Small facts, one question at a time (V101-V104). No field is required."""

    kind: Literal["form"]
    fields: dict[Id, FormField] = Field(min_length=1)
    keeps: Literal["detail", "agreement"] = "detail"
    each: Literal["agreements"] | None = None

    @property
    def form_fields(self) -> Mapping[str, FormField]:
        """The fields, by id."""
        return self.fields

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """The options of a field, by its id."""
        return self.fields[answer].options if answer in self.fields else ()


class People(StepBase):
    """Who matters, and for each of them: who that is, what for, how to reach (V104, L88)."""

    kind: Literal["people"]
    who: Question
    person_kind: PickQuestion
    precisely: Question | None = None
    """Asked after a kind that has others `among` it: which of these. Left out: the question for the kind once more."""
    relation: TitledQuestion
    for_what: TitledQuestion
    contact: TitledQuestion

    first_part: ClassVar[str] = "who"

    @property
    def skips_settled(self) -> bool:
        """A person's fields that are filled in are passed over."""
        return True

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """The kinds of people, for `person-kind`; those among another before that."""
        kinds = (kind for option in self.person_kind.options for kind in (*option.among, option))
        return tuple(kinds) if answer == "person-kind" else ()


class Domains(StepBase):
    """Which of the ten life domains to talk about, and in which order: on one page, or card by card for whoever likes
    that (V27, V45, V55). A sensitive one is not on that page; leave is asked for it (V96)."""

    kind: Literal["domains"]
    which: Question
    """Asked once for all of them: which, in the order of choosing."""
    one_by_one: PickOption
    """Leads from that page to the cards."""
    ask: Sentence
    """Asked on each card."""
    relevance: tuple[PickOption, ...] = Field(min_length=4, max_length=4)
    """Options `now`, `later`, `not-now` and `never-ask`, in that order."""
    differently: tuple[Sentence, ...] = ()
    leave: PickQuestion
    """Asked about a sensitive domain: options `yes`, `later` and `no`; only `yes` opens it."""
    with_whom: Question
    """Asked after `later`."""
    for_client_only: ClassVar[bool] = True

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """How a life domain can matter, for `relevance`."""
        return self.relevance if answer == "relevance" else ()


class Order(StepBase, Question):
    """Put things in the client's order."""

    kind: Literal["order"]
    over: Literal["domains", "goals"]


class Weigh(RepeatedStep):
    """For each option of a choice: what is fine about it, and what is not (V76). Whether a reason is for now or for
    later can be said of each (V77)."""

    kind: Literal["weigh"]
    each: Literal["choices"]
    good: TitledQuestion
    bad: TitledQuestion

    @property
    def weighing_titles(self) -> tuple[str, ...]:
        """The titles of the two sides."""
        return (self.good.title, self.bad.title)


class Steps(RepeatedStep):
    """When and how often an agreement is kept, and small concrete steps of it, each with its own when (V127).

    Parts: `often` for the agreement as a whole, `what`, and `when` of a small step.
    """

    kind: Literal["steps"]
    each: Literal["agreements"]
    what: Question
    when: Question
    often: tuple[Sentence, ...] = ()
    """Days, parts of the day and the like, that are offered as the answer to when the agreement as a whole is kept."""

    first_part: ClassVar[str] = "what"


class WhoDoes(RepeatedStep):
    """Who does it, of one list: oneself, then own people, then professionals; and what each of them does (V66, L87)."""

    kind: Literal["who-does"]
    each: Literal["agreements"]
    who: Question
    does: Question
    """Asked for each person picked; `{person}` is their name."""


class ReadBackStep(StepBase, Question):
    """The chapter read back as introduced quotes; the client says whether it is right (L90)."""

    kind: Literal["read-back"]
    yes: Sentence
    no: Sentence
    correction: Question

    reads_back: ClassVar[bool] = True
    for_client_only: ClassVar[bool] = True

    @property
    def skips_settled(self) -> bool:
        """Where nothing was said there is nothing to read back."""
        return True

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """“Yes” and “no”, for `read-back`."""
        yes_and_no = (PickOption(id="yes", title=self.yes), PickOption(id="no", title=self.no))
        return yes_and_no if answer == self.kind else ()


class Hopes(RepeatedStep):
    """What would be far less, less, as hoped, more and far more, said beforehand by whoever likes to (V69)."""

    kind: Literal["hopes"]
    each: Literal["goals"]
    wanted: PickQuestion
    """Options `yes` and `no`: whether the client wishes to say it beforehand."""
    steps: dict[Literal["far-less", "less", "as-hoped", "more", "far-more"], TitledQuestion] = Field(
        min_length=5, max_length=5
    )

    def is_on_request(self, part: str | None) -> bool:
        """Whether it is wished is asked on request; the levels are asked of whoever said yes to that."""
        return part is None and super().is_on_request(part)


class StillTogether(Question):
    """All quotes in one list, of which one ticks what is different now."""

    rest: Sentence
    """Ticked by whoever wants to say of all others that they are still so. What nobody ticked was not talked about."""


class Still(StepBase, PickQuestion):
    """What was said then, one quote at a time: is it still so? Options `still`, `changed` and `no-longer`.

    The old words stay, whatever the answer is.
    """

    kind: Literal["still"]
    topics: tuple[Id, ...] = Field(min_length=1)
    """Whose quotes are asked about."""
    now: Question
    """Asked after `changed`."""
    together: StillTogether | None = None
    """Asked before the quotes one by one, as the part `together`; a route may come past this and `now` alone."""

    repeats_follow_up: ClassVar[bool] = True

    @property
    def skips_settled(self) -> bool:
        """Quotes that were asked about are passed over."""
        return True


class Scale(RepeatedStep, Question):
    """How it goes in each life domain that matters, by a face or by a number of 0 to 10; each voice has its own."""

    kind: Literal["scale"]
    each: Literal["domains"]
    how: PickQuestion
    """Options `face` and `number`: how one likes to say it."""
    faces: tuple[PickOption, ...] = Field(min_length=5, max_length=5)
    """From `very-bad` to `very-good`."""
    number: Question
    together: Question | None = None
    """Asked before the domains one by one, as the part `together`: all of them in one list."""

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """The faces, for `scale`."""
        return self.faces if answer == self.kind else ()


class Agree(StepBase, PickQuestion):
    """Whether each person at the table agrees with the plan, in their own words; then the edition is made (C9).

    Options `agrees`, `does-not` and `not-asked`.
    """

    kind: Literal["agree"]
    words: Question
    confirm: PickQuestion
    """Options `yes` and `not-yet`."""

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """What a person can say of the plan, for `agree`."""
        return self.options if answer == self.kind else ()


class SittingBegin(StepBase):
    """The page before a sitting of a route: what it is about (`{about}`) and how long it takes (`{minutes}`)."""

    kind: Literal["sitting-begin"]
    text: tuple[Sentence, ...] = Field(min_length=1)
    welcome_back: Sentence
    """Introduces what the client said the last time; `{when}` is how long ago that was."""

    is_asked: ClassVar[bool] = False
    frames_sitting: ClassVar[bool] = True


class SittingExperience(StepBase, PickQuestion):
    """How the talk was, asked at the end of a sitting of a route, of each person at the table in one round (V39).

    Options `good`, `so-so` and `not-good`.
    """

    kind: Literal["sitting-experience"]

    frames_sitting: ClassVar[bool] = True
    ends_sitting: ClassVar[bool] = True

    def options_of(self, answer: str) -> tuple[PickOption, ...]:
        """How a talk can have been, for `sitting-experience`."""
        return self.options if answer == self.kind else ()


class SittingEnd(StepBase):
    """The page after a sitting of a route: what the client said in it, and thanks."""

    kind: Literal["sitting-end"]
    said: Sentence
    """Introduces what the client said."""
    text: tuple[Sentence, ...] = Field(min_length=1)
    coming: Sentence
    """Tells what comes after it, as `{coming}`."""

    is_asked: ClassVar[bool] = False
    frames_sitting: ClassVar[bool] = True
    ends_sitting: ClassVar[bool] = True


Step = Annotated[
    Tell | Table | Ask | TwoSides | Day | PickStep | Form | People | Domains | Order | Weigh | Steps | WhoDoes
    | ReadBackStep | Hopes | Still | Scale | Agree | SittingBegin | SittingExperience | SittingEnd,
    Field(discriminator="kind"),
]

KINDS: Final[tuple[str, ...]] = tuple(
    kind for member in get_args(get_args(Step)[0]) for kind in get_args(member.model_fields["kind"].annotation)
)
"""How the kinds of steps are called in files."""


class Topic(Model):
    """One subject of talk. `intro` introduces a quote in read-back, letter and map: 'Een goede dag voor u:'.

    `intros` does so per step, or per `step/side` and `step/moment`, where the topic's own would not fit.
    """

    id: Id
    chapter: Literal["start", "who-am-i", "my-life", "support", "results"]
    part_of: Literal["first-plan", "evaluation"] | None = None
    """On the way only while the first plan is made, or while one looks back; by name one always comes there."""
    role: Role | None = None
    """What the program finds this topic by: a key that leads to it, a place of its own in the letter."""
    title: Sentence
    why: Sentence
    pictogram: str = ""
    intro: Sentence
    intros: dict[str, Sentence] = Field(default_factory=dict)
    intro_by_other: Sentence | None = None
    """Introduces what somebody else said; `{who}` is their name: '{who} zegt over u:'."""
    help: Id | None = None
    """The page of the help that tells more about this topic, by its name without `.md`."""
    steps: tuple[Step, ...] = Field(min_length=1)

    @property
    def reads_back(self) -> bool:
        """Whether its chapter is read back in this topic."""
        return any(step.reads_back for step in self.steps)


def range_of(days: Days | None) -> DayRange:
    """Which days answer a question; any day, where the script does not say."""
    return DayRange(days.direction, days.reach, days.strict, days.reckons) if days is not None else ANY_DAY


PickStep.model_rebuild()
