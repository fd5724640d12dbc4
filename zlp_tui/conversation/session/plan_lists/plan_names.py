"""What tells apart the plans of clients with one name, in words; the same wherever a plan is named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from zlp_tui.i18n import Catalogue
from zlp_tui.plan.access import Grants, Readers, Scope, no_grants
from zlp_tui.plan.queries.column_shapes import is_date
from zlp_tui.recorded_days import can_be
from zlp_tui.store.lists.namesake_plans import NamesakePlan


def told_apart(
    namesakes: Iterable[NamesakePlan], tr: Catalogue, today: date, grants: Grants = no_grants
) -> Mapping[str, str]:
    """By id of a plan: the day of birth of its client, else the last talk, else the day on which it was made.

    Where two of one name have the same, the next is told too, and at last a number.
    """
    groups: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for plan in namesakes:
        groups[plan.folded].append((plan.plan, tuple(_days(plan, tr, today, grants))))
    return {plan: words for group in groups.values() for plan, words in _apart(group, tr)}


def _apart(group: list[tuple[str, tuple[str, ...]]], tr: Catalogue) -> Iterator[tuple[str, str]]:
    """Of each plan the fewest of its days that no namesake is told by."""
    left = group
    for told in range(1, 4):
        words = [", ".join(days[:told]) for _, days in left]
        often = Counter(words)
        yield from ((plan, said) for (plan, _), said in zip(left, words, strict=True) if said and often[said] == 1)
        left = [known for known, said in zip(left, words, strict=True) if not said or often[said] > 1]
    for number, (plan, days) in enumerate(left, start=1):
        yield plan, ", ".join((*days[:1], tr("number {number}", number=number)))


def _days(plan: NamesakePlan, tr: Catalogue, today: date, grants: Grants) -> Iterator[str]:
    """What is known of a plan, what tells most first."""
    from zlp_tui.dates import short_date  # Babel: not for a list in which nobody has a namesake

    readers = Readers.of(plan.client, may=grants(plan.plan))
    if plan.born_on and is_date(plan.born_on) and plan.born_topic and readers.sees(Scope(plan.born_topic)):
        yield tr("born {day}", day=plan.born_words or short_date(plan.born_on, tr.locale))
    if plan.last_talk and is_date(plan.last_talk) and can_be(plan.last_talk, today.isoformat()):
        yield tr("last talk {day}", day=short_date(plan.last_talk, tr.locale))
    if plan.made_on and is_date(plan.made_on) and can_be(plan.made_on, today.isoformat()):
        yield tr("made on {day}", day=short_date(plan.made_on, tr.locale))
