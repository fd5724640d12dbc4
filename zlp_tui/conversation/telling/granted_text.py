"""What somebody may read and write, in words."""

from __future__ import annotations

from collections.abc import Sequence

from zlp_tui.conversation.telling.plan_context import PlanContext
from zlp_tui.dates import join_names, long_date
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import CITIZEN_NUMBER, EVERYTHING, MAIN, REPRESENTATIVE, WORK, Grant, Person, PlanView


def grants_of(view: PlanView, person: str) -> tuple[Grant, ...]:
    """What was granted to somebody, the answer for the whole plan first."""
    own = (grant for grant in view.grants if grant.person == person)
    return tuple(sorted(own, key=lambda grant: grant.scope not in MAIN))


def main_grant(view: PlanView, person: str) -> Grant | None:
    """The answer to whether somebody may read the plan; None while it was not given."""
    return next((grant for grant in grants_of(view, person) if grant.scope in MAIN), None)


def granted_words(context: PlanContext, person: Person) -> str:
    """What somebody may read and write, until when: “leest alles · schrijft niet mee”. Empty where nothing was said."""
    found = grants_of(context.view, person.id)
    return " · ".join((*(_words(context, grant) for grant in found
                         if grant.scope in MAIN or (grant.scope == REPRESENTATIVE and grant.see)),
                       *_named(context, found)))


def granted_line(context: PlanContext, grant: Grant) -> str:
    """One grant in words, with whom it is about; a line that is closed has nobody."""
    if grant.person is None:
        return context.tr("Only for who said it, and for whose plan it is")
    person = context.view.anyone(grant.person)
    if grant.scope in (*MAIN, REPRESENTATIVE):
        return f"{person.called}: {_words(context, grant)}"
    return f"{person.called}: {' · '.join(_named(context, (grant,))) or granted_words(context, person)}"


def closed_words(tr: Catalogue, client: Person, speaker: Person) -> str:
    """Who alone may read a line that is closed to others, as a sentence."""
    called = [person.called for person in dict.fromkeys((client, speaker))]
    return tr("This is only for {names}.", names=join_names(called, tr.locale))


def _words(context: PlanContext, grant: Grant) -> str:
    tr = context.tr
    if grant.scope == REPRESENTATIVE:
        told = tr("acts in the client's name") if grant.see else tr("does not act in the client's name")
    elif not grant.see:
        return tr("reads nothing")
    else:
        told = {
            EVERYTHING: tr("reads everything"), WORK: tr("reads what is needed to help"),
        }.get(grant.scope, tr("reads only what is named"))
    told_elsewhere = grant.scope == REPRESENTATIVE  # the answer for the whole tells whether they write along
    along = "" if grant.write or not grant.see or told_elsewhere else tr("writes nothing along")
    until = tr("until {day}", day=long_date(grant.until, tr.locale)) if grant.until else ""
    return " · ".join(filter(None, (told, along, until)))


def _named(context: PlanContext, found: Sequence[Grant]) -> tuple[str, ...]:
    """What is open or closed by name: topics, parts of life, the citizen service number."""
    tr = context.tr
    titles = {f"topic:{topic.id}": context.words(topic.title) for topic in context.script.topics}
    titles |= {f"domain:{domain.id}": context.words(domain.title) for domain in context.script.domains}
    number = any(grant.see for grant in found if grant.scope == f"topic:{CITIZEN_NUMBER}")
    seen = [titles[grant.scope] for grant in found if grant.see and grant.scope in titles]
    closed = [titles[grant.scope] for grant in found if not grant.see and grant.scope in titles]
    told = (
        tr("reads about {parts}", parts=join_names(seen, tr.locale)) if seen else "",
        tr("does not read about {parts}", parts=join_names(closed, tr.locale)) if closed else "",
        tr("sees the citizen service number") if number else "",
    )
    return tuple(filter(None, told))
