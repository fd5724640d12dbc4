"""The shape of the conversation script: what a topic file in `content/<locale>/script/` may say.

A step's `kind` says how it is asked; `keeps` says what an answer becomes. Both are closed lists: every kind has its
handler in `conversation/asking/kinds/` and its teller in `conversation/telling/tellers/`, and the faces know neither.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal, get_args

from pydantic import Field

from zlp_tui.script.question_models import Id, Model, Sentence
from zlp_tui.script.roles import Role
from zlp_tui.script.steps.access_models import WhoMay
from zlp_tui.script.steps.form_models import Form
from zlp_tui.script.steps.looking_back_models import Agree, ReadBackStep, Scale, Still
from zlp_tui.script.steps.pick_models import Domains, Order, People, PickStep
from zlp_tui.script.steps.sitting_models import SittingBegin, SittingEnd, SittingExperience
from zlp_tui.script.steps.support_models import Hopes, Steps, Weigh, WhoDoes
from zlp_tui.script.steps.word_models import Ask, Day, Table, Tell, TwoSides

Step = Annotated[
    Tell | Table | Ask | TwoSides | Day | PickStep | Form | People | Domains | Order | Weigh | Steps | WhoDoes
    | ReadBackStep | Hopes | Still | Scale | Agree | SittingBegin | SittingExperience | SittingEnd
    | WhoMay,
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
