"""Right words: how a day was said that is not known exactly, who typed last, and names as they are compared since."""

from pathlib import Path

from alembic import op

from zlp_tui.text import folded

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the columns, and fold the names anew. The statements have an empty line between them."""
    connection = op.get_bind()
    for statement in Path(__file__).with_suffix(".sql").read_text("utf-8").split("\n\n"):
        connection.exec_driver_sql(statement)
    for plan, person, name, before in connection.exec_driver_sql(
        "SELECT plan_id, id, name, folded FROM person"
    ).fetchall():
        if folded(name) != before:
            connection.exec_driver_sql(
                "UPDATE person SET folded = ? WHERE plan_id = ? AND id = ?", (folded(name), plan, person)
            )
