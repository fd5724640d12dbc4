"""Anyone who matters in the plan, the client included (V42, V104, L88)."""

import json
from collections.abc import Iterable

from zlp_tui.errors import Refused
from zlp_tui.plan.dialects import partial_index
from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.changes import Act
from zlp_tui.plan.tables.columns import (
    OwnedRow,
    check_date,
    check_instant,
    check_name,
    check_one_of,
    check_words,
    integer_column,
    nullable_text,
    table_args,
    text_column,
)
from zlp_tui.plan.tables.validators import Dated, Name, SpokenText, Validated, validated
from zlp_tui.plan.transaction import ColumnValue
from zlp_tui.plan.view import ActsAs, PersonKind
from zlp_tui.text import NAME_LIMIT, folded


class PersonRow(OwnedRow, table=True):
    """A person of one plan. `folded` is the name as it is compared and searched for.

    The second index is all that the list of plans reads of people: thousands of names lie together in it. The third
    finds the clients of one name.
    """

    __table_args__ = table_args(
        check_one_of("kind", PersonKind),
        check_name("name"),
        check_words("folded", 3 * NAME_LIMIT),
        check_name("salutation"),
        check_words("relation"),
        check_words("for_what"),
        check_words("informed"),
        check_words("contact"),
        check_one_of("acts_as", ActsAs),
        check_date("acts_since"),
        check_name("acts_since_words"),
        check_date("acts_until"),
        check_name("acts_until_words"),
        check_instant("withdrawn_at"),
        partial_index("ix_person_client", "plan_id", unique=True, where="kind = 'client'"),
        partial_index("ix_person_namesake", "folded", where="kind = 'client'"),
        partial_index("ix_person_found", "plan_id", "folded", "name", where="kind = 'client'"),
    )
    withdrawn_at: str | None = nullable_text()
    version: int = integer_column()
    name: str = text_column()
    folded: str = text_column()
    kind: str = text_column()
    salutation: str | None = nullable_text()
    relation: str | None = nullable_text()
    for_what: str | None = nullable_text()
    contact: str | None = nullable_text()
    informed: str | None = nullable_text()
    acts_as: str | None = nullable_text()
    acts_since: str | None = nullable_text()
    acts_since_words: str | None = nullable_text()
    acts_until: str | None = nullable_text()
    acts_until_words: str | None = nullable_text()


class _Fields(Validated):
    name: Name = ""
    kind: PersonKind = "other"
    salutation: Name | None = None
    relation: SpokenText | None = None
    for_what: SpokenText | None = None
    contact: SpokenText | None = None
    informed: SpokenText | None = None
    acts_as: ActsAs | None = None
    acts_since: Dated | None = None
    acts_since_words: Name | None = None
    acts_until: Dated | None = None
    acts_until_words: Name | None = None


def add(act: Act, /, name: str, kind: str = "other", *, person_id: str | None = None, **fields: str | None) -> str:
    """Somebody new in the plan (`salutation`, `relation`, `for_what`, `informed`, `contact`, and
    `acts_as` with its days, for who represents the client); their id unless given."""
    new = validated(_Fields, name=name, kind=kind, **fields)
    if new.kind == "client":
        raise Refused("This plan already has a client.")
    return changes.add(act, PersonRow, id=person_id, **_columns(_everything(new)))


def add_client(act: Act, client: str, name: str, salutation: str | None) -> None:
    """The client of a plan that is being started."""
    new = validated(_Fields, name=name, kind="client", salutation=salutation)
    changes.add(act, PersonRow, id=client, **_columns(_everything(new)))


def change(act: Act, /, person: str, **fields: str | None) -> bool:
    """Change what is known of somebody (`name`, `kind` and the fields of `add`); False when it stood like that."""
    new = validated(_Fields, **fields).given()
    was_client = changes.current(act, PersonRow, person)["kind"] == "client"
    if "kind" in new and (new["kind"] == "client") != was_client:
        raise Refused("The client of a plan stays the client.")
    return changes.alter(act, PersonRow, person, **_columns(new))


def _everything(fields: _Fields) -> dict[str, ColumnValue]:
    return {name: getattr(fields, name) for name in _Fields.model_fields}


def _columns(fields: dict[str, ColumnValue]) -> dict[str, ColumnValue]:
    return fields | ({"folded": folded(str(fields["name"]))} if "name" in fields else {})


def deciding(act: Act, person_ids: Iterable[str]) -> dict[str, ColumnValue]:
    """Who decides, by person id, as it is kept: the first, and a list of the others where there are any."""
    known = tuple(dict.fromkeys(person_ids))
    for person in known[:1]:
        changes.current(act, PersonRow, person)
    return {
        "decider": known[0] if known else None, "others_deciding": ids(act, known[1:]) if known[1:] else None,
    }


def ids(act: Act, person_ids: Iterable[str]) -> str:
    """People of the plan as a list that is kept in one column, each once; `NotFound` for somebody it does not know."""
    for person in (once := tuple(dict.fromkeys(person_ids))):
        changes.current(act, PersonRow, person)
    return json.dumps(once)
