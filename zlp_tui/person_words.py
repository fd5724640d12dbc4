"""What somebody is to the client, in words that stand beside their name: “dokter Kuiper, huisarts”."""

from __future__ import annotations

from zlp_tui.i18n import Catalogue
from zlp_tui.plan.view import SOUGHT, Namesake, Person, PersonKind
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
