"""What a question offers to pick from, and what becomes of what was picked."""

from __future__ import annotations

from collections.abc import Iterable

from zlp_tui.conversation.asking.accepted_names import names_meant, new_name, require_meant
from zlp_tui.conversation.asking.kinds.step_base import AnswerOutcome
from zlp_tui.conversation.asking.sensitive_domains import domains_to_name
from zlp_tui.conversation.asking.step_context import StepContext
from zlp_tui.conversation.ports.turn import Picked, Reply, Selectable
from zlp_tui.errors import Refused
from zlp_tui.names import meaning_of, names_in
from zlp_tui.person_words import known_as
from zlp_tui.plan.tables.act import Act
from zlp_tui.plan.tables.client import people
from zlp_tui.plan.view import Person, PersonKind
from zlp_tui.script.question_models import PickOption
from zlp_tui.text import NAME_LIMIT, Cleaned, clean_name


def fixed(context: StepContext, options: Iterable[PickOption]) -> tuple[Selectable, ...]:
    """The answers that the script itself gives."""
    return tuple(Selectable(o.id, context.words(o.title), context.hint(o.hint)) for o in options)


def persons(context: StepContext, known: Iterable[Person]) -> tuple[Selectable, ...]:
    """People of the plan, with who they are."""
    return tuple(Selectable(p.id, p.called, known_as(context.tr, p)) for p in known)


def domains_to_tag(context: StepContext) -> tuple[Selectable, ...]:
    """The life domains that may be named or chosen from here, in the source's order."""
    return tuple(Selectable(d.id, context.words(d.title)) for d in domains_to_name(context))


def picked(reply: Reply, offered: Iterable[Selectable], *, many: bool = False) -> tuple[str, ...]:
    """The ids that were picked, in the order in which they were offered; `Refused` when one was not offered."""
    allowed = tuple(o.id for o in offered)
    if not isinstance(reply, Picked) or not set(reply.ids) <= set(allowed) or (not many and len(reply.ids) > 1):
        raise Refused("Please pick one of the answers that stand here.")
    return tuple(i for i in allowed if i in reply.ids)


def picked_in_order(reply: Reply, offered: Iterable[Selectable]) -> tuple[str, ...]:
    """The ids that were picked, each once, in the order of picking; `Refused` when one was not offered."""
    picked(reply, offered, many=True)
    return tuple(dict.fromkeys(reply.ids)) if isinstance(reply, Picked) else ()


def says_something(reply: Reply) -> bool:
    """Whether it answers anything; nothing picked is nothing said."""
    return not isinstance(reply, Picked) or bool(reply.ids or reply.added)


def named(context: StepContext, reply: Reply, act: Act, kind: PersonKind = "other") -> tuple[str, ...]:
    """Who were added to a pick by typed names: people known by them, who speaks (“I”), else new people.

    None for a word such as “nobody”. `Doubtful` as for `new_name`.
    """
    locale = context.script.locale
    known = tuple((person.id, (name,)) for person, name in names_meant(context.view.people))
    people_by_id = {person.id: person for person in context.view.people}
    ids = set(people_by_id)
    found: list[str] = []
    for name in names_in(_typed_name(reply), known, locale):
        if name in ids:
            require_meant(context.view, people_by_id[name], confirmed=context.confirmed, locale=locale)
        meaning = "name" if name in ids else meaning_of(name, locale)
        if meaning == "myself":
            found.append(context.voice.id)
        elif meaning != "nobody":
            found.append(name if name in ids else _added(context, name, act, kind))
    return tuple(dict.fromkeys(found))


def _added(context: StepContext, typed: str, act: Act, kind: PersonKind) -> str:
    name = new_name(context.view, typed, confirmed=context.confirmed, locale=context.script.locale)
    return people.add(act, name, kind=kind)


def people_picked(reply: Reply, refs: tuple[str, ...]) -> AnswerOutcome:
    """What became of a pick to which a name may be added: a name that was too long is told."""
    return AnswerOutcome(refs, cut=_typed_name(reply).was_cut, limit=NAME_LIMIT)


def _typed_name(reply: Reply) -> Cleaned:
    return clean_name(reply.added or "" if isinstance(reply, Picked) else "")
