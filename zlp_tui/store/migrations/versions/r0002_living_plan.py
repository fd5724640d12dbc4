"""The living plan: remarks, disagreements, evaluations, editions, and how far everybody has read."""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the new tables, their triggers, and the index of notes. The statements have an empty line between them."""
    for statement in Path(__file__).with_suffix(".sql").read_text("utf-8").split("\n\n"):
        op.get_bind().exec_driver_sql(statement)
