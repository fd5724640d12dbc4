"""What somebody is to the client, in words that stand beside their name: “dokter Kuiper, huisarts”."""

from __future__ import annotations

from typing import Final

from zlp_tui.dates import told_day
from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import SOUGHT, ActsAs, Namesake, Person, PersonKind
from zlp_tui.text import one_line


def kind_in_words(tr: Catalogue, kind: PersonKind) -> str:
    """What somebody is to the client, in a word or two; empty where that was not said."""
    return {
        "partner": tr("partner"), "family": tr("family"), "friend": tr("a friend"), "neighbour": tr("a neighbour"),
        "volunteer": tr("a volunteer"), "gp": tr("family doctor"), "key-worker": tr("first contact person"),
        "carer": tr("a carer"), "professional": tr("from care"), "representative": tr("legal representative"),
        "mentor": tr("mentor"), "administrator": tr("administrator of money"), "supporter": tr("client supporter"),
        "confidant": tr("confidential adviser"), "advocate": tr("arranges or thinks along"),
    }.get(kind, "")


APPOINTED_AS: Final = frozenset({"curator", "mentor", "administrator", "authorised"})
"""On what grounds somebody represents the client from a day on, and perhaps up to one."""


def acts_as(person: Person) -> ActsAs | None:
    """On what ground somebody represents the client; None where they do not, or nobody said so."""
    by_kind: dict[str, ActsAs] = {"mentor": "mentor", "administrator": "administrator"}
    return person.acts_as or by_kind.get(person.kind)


def ground_in_words(tr: Catalogue, ground: ActsAs) -> str:
    """The ground in a word or two."""
    return {
        "curator": tr("curator"), "mentor": tr("mentor"), "administrator": tr("administrator of money"),
        "authorised": tr("with an authorisation"), "partner": tr("by law, as partner"),
        "family": tr("by law, as family"),
    }[ground]


def representing(tr: Catalogue, person: Person) -> str:
    """What somebody is looked for, and where they represent the client on what ground, since when and until when:
    “wettelijk vertegenwoordiger: mentor, sinds 1 mei 2024”. Empty for whom nothing of it was said."""
    ground, kind = person.acts_as, kind_in_words(tr, person.kind)
    since, until = (
        (person.acts_since_words or person.acts_since), (person.acts_until_words or person.acts_until)
    )
    role = f"{kind}: {ground_in_words(tr, ground)}" if ground is not None and ground != person.kind else kind
    told = (
        role, tr("since {day}", day=told_day(since, tr.locale)) if since else "",
        tr("until {day}", day=told_day(until, tr.locale)) if until else "",
    )
    return ", ".join(filter(None, told)) if ground is not None or since or until else ""


def sought_as(tr: Catalogue, person: Person) -> str:
    """As what somebody is looked for in need, such as a family doctor; empty for everybody else, and where it stands
    behind the name already."""
    words = kind_in_words(tr, person.kind) if person.kind in SOUGHT else ""
    return "" if isinstance(person, Namesake) and words == person.apart else words


def known_as(tr: Catalogue, person: Person) -> str:
    """What stands beside a name in a list: as what somebody is looked for, and who that is in the client's words."""
    return " · ".join(one_line(words) for words in (sought_as(tr, person), person.told_beside) if words)


def name_and_role(tr: Catalogue, person: Person) -> str:
    """A name within a sentence, with as what somebody is looked for: “dokter Kuiper (huisarts)”."""
    role = sought_as(tr, person)
    return f"{person.called} ({role})" if role else person.called
