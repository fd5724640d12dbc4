"""What a script does not offer, because no topic has the role for it: told by `zlp check`, and no fault."""

from __future__ import annotations

from typing import Final

from zlp_tui.i18n import Catalogue
from zlp_tui.script.roles import Role
from zlp_tui.script.script import Script

_READ_BACK: Final = "-read-back"


def not_offered(script: Script, tr: Catalogue) -> tuple[str, ...]:
    """One sentence for each role that no topic has, in the order of the roles."""
    return tuple(_sentence(role, script, tr) for role in Role if script.with_role(role) is None)


def _sentence(role: Role, script: Script, tr: Catalogue) -> str:
    """What is not asked without a topic of this role, and what cannot be done then."""
    known = {
        Role.WELCOME: tr("There is no welcome."),
        Role.RIGHTS: tr("Nothing is told about client support and complaints."),
        Role.AT_THE_TABLE: tr("It is not asked who is at the table."),
        Role.WHO_MAY: tr("It is not asked who may read the plan."),
        Role.HOW_WE_TALK: tr("It is not asked how we talk."),
        Role.DECIDING: tr("It is not asked who decides."),
        Role.DOMAINS: tr("It is not asked which parts of life one wants to talk about."),
        Role.OWN_PLAN: tr("It is not asked for a plan of one's own that was made before the talk."),
        Role.PERSONAL_DETAILS: tr("It is not asked for personal details, such as the address and the law."),
        Role.PEOPLE: tr("It is not asked which people are important."),
        Role.APPRECIATION: tr("It is not asked what others value in one. So there is no card to send round."),
        Role.IMPORTANT_TO: tr("It is not asked what is important. So it does not stand under a choice."),
        Role.CHOICES: tr("There are no questions about choices. A new choice cannot be made."),
        Role.GOALS: tr("There are no questions about goals. A new goal cannot be made."),
        Role.AGREEMENTS: tr("There are no questions about agreements. A new agreement cannot be made."),
        Role.FOLLOW_UP: tr("There are no questions about how an agreement went. Noting it is possible."),
        Role.LOOK_BACK: tr("There are no questions to look back together. It cannot be begun."),
        Role.GOAL_OUTCOMES: tr("There are no questions to look back on goals."),
        Role.LOOK_AGAIN: tr("It is not asked when we look at the plan again."),
        Role.AGREE: tr("There are no questions to agree on the plan. It cannot be kept as it is then."),
    }
    if role in known:
        return known[role]
    chapter = script.chapter(role.removesuffix(_READ_BACK))
    return tr("The part “{title}” is not read back together.", title=chapter.title)
