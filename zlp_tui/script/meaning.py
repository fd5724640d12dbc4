"""What a step's answers become fixes what the step may look like: the ids it offers, and what it is repeated over.

The store knows these ids; a script that offers others is refused when it is loaded, not when somebody answers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from zlp_tui.script.question_models import PickOption
from zlp_tui.script.schema import Step
from zlp_tui.script.steps.access_models import WhoMay
from zlp_tui.script.steps.form_models import Form
from zlp_tui.script.steps.looking_back_models import Agree, Scale, Still
from zlp_tui.script.steps.pick_models import Domains, People, PickStep
from zlp_tui.script.steps.sitting_models import SittingExperience
from zlp_tui.script.steps.support_models import Hopes
from zlp_tui.script.steps.word_models import Ask

KEPT_IDS: Final[Mapping[str, Collection[str]]] = {
    "address": ("u", "je"),
    "deciding": ("self", "together", "other"),
    "choice-role": ("self", "together", "other"),
    "goal-kind": ("reach", "keep", "slow-decline", "comfort"),
    "goal-now-or-later": ("now", "later"),
    "done": ("yes", "partly", "no"),
    "how-close": ("far-less", "less", "as-hoped", "more", "far-more"),
    "decision": ("go-on", "adjust", "reached", "stop"),
    "waiting-goal": ("now", "later", "stop"),
    "quality": ("yes", "partly", "no"),
    "experience": ("good", "so-so", "not-good"),
    "agreement-goes-on": ("goes-on", "satisfied", "otherwise", "ends"),
}
"""For a pick that keeps this: the ids that its options may have."""
BECAUSE: Final = ("wanted-otherwise", "no-time", "did-not-know", "own-way", "other")
PERSON_KINDS: Final = (
    "partner", "family", "friend", "neighbour", "volunteer", "gp", "key-worker", "carer", "professional",
    "representative", "mentor", "administrator", "supporter", "confidant", "advocate", "other",
)
ACTS_AS: Final = ("curator", "mentor", "administrator", "authorised", "partner", "family")
FACES: Final = ("very-bad", "bad", "so-so", "good", "very-good")
PLAN_FIELDS: Final[Mapping[str, str]] = {
    "law": "pick", "care-started-on": "date", "drawn-up-on": "date", "first-evaluation-on": "date",
    "evaluate-on": "date", "drawn-up-with": "people", "wmo-reported-on": "date", "own-plan-received-on": "date",
    "bsn": "bsn", "bsn-seen-by": "people",
}
AGREEMENT_FIELDS: Final[Mapping[str, str]] = {"from": "date", "until": "date", "evaluate-on": "date"}
DAY_KEPT: Final = ("thinking-until", "revisit-on", "goal-until")
"""What an open question may keep that is a day."""
LAWS: Final = ("wlz", "wmo", "zvw", "none")

EACH: Final[Mapping[str, Collection[str | None]]] = {
    "choice": (None,), "goal": (None,), "agreement": ("domains", None),
    "option": ("choices",), "option-source": ("choices",), "open-question": ("choices",),
    "thinking-until": ("choices",), "reason": ("choices",), "revisit-on": ("choices",),
    "must-know": ("choices",), "choice-role": ("choices",), "choice-domain": ("choices",), "chosen": ("choices",),
    "goal-kind": ("goals",), "goal-until": ("goals",), "goal-domain": ("goals",), "goal-now-or-later": ("goals",),
    "follows-from": ("goals", "agreements"),
    "agreement-goal": ("agreements",), "agreement-domain": ("agreements",),
    "done": ("agreements",), "result": ("agreements",), "adjust": ("agreements",),
    "address": (None,), "deciding": (None,), "detail": (None,),
    "goal-outcome": ("goals-now",), "goal-why": ("goals-now",), "goal-successor": ("goals-now",),
    "how-close": ("goals-now",), "decision": ("goals-now",), "waiting-goal": ("waiting-goals",),
    "quality": (None,), "experience": ("people-here",),
    "agreement-successor": ("agreements", "agreements-now"),
    "agreement-goes-on": ("agreements-now", "loose-agreements"),
}
"""What a step that keeps this may be repeated over; None is once. A plain statement may be said about anything."""

FROM: Final[Mapping[str, str]] = {
    "chosen": "options", "choice-domain": "domains", "goal-domain": "domains", "agreement-domain": "domains",
    "follows-from": "statements",
    "agreement-goal": "goals",
}
"""For a pick that keeps this: what it has to be picked from."""


def misfits(step: Step) -> Iterator[tuple[str, str]]:
    """Where a step cannot mean what it says: the key that does not fit, and what may stand there."""
    if isinstance(step, Ask | PickStep | Form):
        yield from _repetition(step)
    match step:
        case PickStep():
            if step.keeps in FROM and step.from_ != FROM[step.keeps]:
                yield "from", FROM[step.keeps]
            yield from _only(step.options, KEPT_IDS.get(step.keeps))
            if step.because is not None:
                yield from _only(step.because.options, BECAUSE)
        case People() | Domains() | WhoMay():
            yield from _of_people_and_domains(step)
        case Form():
            yield from _fields(step)
        case Ask():
            yield from _open_question(step)
        case Hopes() | Still() | Scale() | Agree() | SittingExperience():
            yield from _looking_back(step)
        case _:
            pass


def _of_people_and_domains(step: People | Domains | WhoMay) -> Iterator[tuple[str, str]]:
    match step:
        case People():
            yield from _people(step)
        case Domains():
            yield from _exactly(step.relevance, ("now", "later", "not-now", "never-ask"), "relevance")
            yield from _only(step.leave.options, ("yes", "later", "no"))
        case WhoMay():
            yield from _exactly(step.read.options, ("everything", "work", "parts", "nothing"), "read")
            yield from _exactly(step.write.options, ("yes", "no"), "write")
            yield from _exactly(step.options_of("acts") or step.write.options, ("yes", "no"), "acts")


def _people(step: People) -> Iterator[tuple[str, str]]:
    yield from _only(step.options_of("person-kind"), PERSON_KINDS)
    yield from _only(step.options_of("acts-as"), ACTS_AS)
    if not set(step.informed_of) <= set(PERSON_KINDS):
        yield "informed_of", ", ".join(PERSON_KINDS)


def _open_question(step: Ask) -> Iterator[tuple[str, str]]:
    if step.days is not None and step.keeps not in DAY_KEPT:
        yield "days", ", ".join(DAY_KEPT)
    if step.round is not None and (step.keeps != "statement" or step.each is not None):
        yield "round", "keeps: statement"


def _looking_back(step: Hopes | Still | Scale | Agree | SittingExperience) -> Iterator[tuple[str, str]]:
    match step:
        case Hopes():
            yield from _exactly(step.wanted.options, ("yes", "no"))
        case SittingExperience():
            yield from _only(step.options, KEPT_IDS["experience"])
        case Still():
            yield from _exactly(step.options, ("still", "changed", "no-longer"))
        case Scale():
            yield from _exactly(step.faces, FACES, "faces")
            yield from _exactly(step.how.options, ("face", "number"), "how")
        case Agree():
            yield from _exactly(step.options, ("agrees", "does-not", "not-asked"))
            yield from _exactly(step.confirm.options, ("yes", "not-yet"), "confirm")


def _repetition(step: Ask | PickStep | Form) -> Iterator[tuple[str, str]]:
    if isinstance(step, Form) and step.keeps == "agreement":
        allowed: Collection[str | None] = ("agreements",)
    elif step.keeps in EACH:
        allowed = EACH[step.keeps]
    else:
        return
    if step.each not in allowed:
        yield "each", ", ".join(f"`{each}`" if each else "-" for each in allowed)


def _fields(form: Form) -> Iterator[tuple[str, str]]:
    """Fields that the plan knows by name have their own kind; an agreement has no others. A sitting asks one."""
    if form.each_sitting and (len(form.fields) > 1 or form.each is not None):
        yield "each_sitting", "false"
    known = AGREEMENT_FIELDS if form.keeps == "agreement" else PLAN_FIELDS
    for name, field in form.fields.items():
        if known.get(name, field.kind) != field.kind:
            yield "fields", f"{name}: {known[name]}"
        elif name not in known and (form.keeps == "agreement" or field.kind in ("people", "bsn")):
            yield "fields", ", ".join(known)
        elif name == "law":
            yield from _only(field.options, LAWS)
        if field.days is not None and field.kind != "date":
            yield "days", "kind: date"


def _only(options: Sequence[PickOption], allowed: Collection[str] | None) -> Iterator[tuple[str, str]]:
    if allowed is not None and any(option.id not in allowed for option in options):
        yield "options", ", ".join(allowed)


def _exactly(
    options: Sequence[PickOption], wanted: tuple[str, ...], key: str = "options"
) -> Iterator[tuple[str, str]]:
    if tuple(option.id for option in options) != wanted:
        yield key, ", ".join(wanted)
