"""All tables of a plan. What the database itself keeps up to date beside them, by triggers, is the store's."""

from typing import Final

from sqlalchemy import MetaData

from zlp_tui.plan.tables import (
    agreements,
    changes,
    choices,
    conversations,
    details,
    disagreements,
    domains,
    drafts,
    editions,
    evaluations,
    goals,
    keyboard_users,
    notices,
    outcomes,
    people,
    plans,
    progress_notes,
    read_backs,
    read_markers,
    remarks,
    statements,
    wishes_not_met,
)
from zlp_tui.plan.tables.columns import BaseRow

ROWS: Final[tuple[type[BaseRow], ...]] = (
    plans.PlanRow,
    people.PersonRow,
    conversations.ConversationRow,
    conversations.AttendanceRow,
    details.DetailRow,
    statements.PromptRow,
    statements.StatementRow,
    domains.LifeDomainRow,
    choices.ChoiceRow,
    choices.OptionRow,
    choices.ConsiderationRow,
    choices.OpenQuestionRow,
    goals.GoalRow,
    agreements.AgreementRow,
    agreements.SmallStepRow,
    agreements.TaskRow,
    progress_notes.ProgressRow,
    read_backs.ReadBackRow,
    notices.NoticeRow,
    remarks.RemarkRow,
    disagreements.DisagreementRow,
    wishes_not_met.WishNotMetRow,
    evaluations.EvaluationRow,
    outcomes.GoalOutcomeRow,
    outcomes.OtherOutcomeRow,
    outcomes.DomainMarkRow,
    outcomes.LookBackRow,
    outcomes.ExperienceRow,
    editions.ConsentRow,
    editions.EditionRow,
    read_markers.SeenRow,
    keyboard_users.KeyboardUserRow,
    drafts.DraftRow,
    changes.ChangeRow,
)

METADATA: Final[MetaData] = BaseRow.metadata
