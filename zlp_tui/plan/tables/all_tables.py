"""All tables of a plan. What the database itself keeps up to date beside them, by triggers, is the store's."""

from typing import Final

from sqlalchemy import MetaData

from zlp_tui.plan.tables import changes
from zlp_tui.plan.tables.agreed import agreements, choices, goals, progress_notes
from zlp_tui.plan.tables.beside_the_plan import audit, citizen_numbers, drafts, keyboard_users, read_markers
from zlp_tui.plan.tables.client import domains, grants, people, plans
from zlp_tui.plan.tables.columns import BaseRow
from zlp_tui.plan.tables.looking_back import editions, evaluations, outcomes
from zlp_tui.plan.tables.said import details, disagreements, read_backs, remarks, statements, wishes_not_met
from zlp_tui.plan.tables.sittings import conversations, notices, talk_experiences

ROWS: Final[tuple[type[BaseRow], ...]] = (
    plans.PlanRow,
    people.PersonRow,
    conversations.ConversationRow,
    conversations.AttendanceRow,
    talk_experiences.TalkExperienceRow,
    details.DetailRow,
    citizen_numbers.CitizenNumberRow,
    statements.PromptRow,
    statements.StatementRow,
    domains.LifeDomainRow,
    choices.ChoiceRow,
    choices.OptionRow,
    choices.OptionSourceRow,
    choices.ConsiderationRow,
    choices.ReasonRow,
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
    grants.GrantRow,
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
    audit.AuditRow,
    audit.AuditHeadRow,
)

METADATA: Final[MetaData] = BaseRow.metadata
