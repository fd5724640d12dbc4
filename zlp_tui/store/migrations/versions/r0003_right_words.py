"""Right words: how a day was said that is not known exactly, who typed last, names as they are compared since, and the
log of who looked."""

from pathlib import Path

from alembic import op

from zlp_tui.plan.audit_line import AuditSeal
from zlp_tui.plan.queries.audit_log import begin_log
from zlp_tui.plan.transaction import Transaction
from zlp_tui.store.files.driver_transaction import DriverConnection
from zlp_tui.text import folded

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add columns and tables, fold names anew, begin the logs. The statements have an empty line between them."""
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
    for (plan,) in connection.exec_driver_sql("SELECT plan_id FROM plan ORDER BY number").fetchall():
        begin_log(Transaction(DriverConnection(connection.connection.driver_connection)), plan, AuditSeal())
