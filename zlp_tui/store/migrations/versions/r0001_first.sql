CREATE TABLE "plan" (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	version INTEGER NOT NULL,
	address TEXT NOT NULL,
	deciding_role TEXT,
	decider TEXT,
	drawn_up_with TEXT NOT NULL,
	last_talk TEXT,
	talked_on TEXT,
	goes_on_at TEXT,
	CONSTRAINT pk_plan PRIMARY KEY (plan_id),
	CONSTRAINT ck_plan_id CHECK (id = plan_id),
	CONSTRAINT ck_plan_address CHECK (address IN ('u', 'je')),
	CONSTRAINT ck_plan_deciding_role CHECK (deciding_role IN ('self', 'together', 'other')),
	CONSTRAINT ck_plan_drawn_up_with CHECK (json_type(drawn_up_with) = 'array'),
	CONSTRAINT ck_plan_last_talk CHECK (last_talk GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT ck_plan_talked_on CHECK (talked_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
)
 WITHOUT ROWID,
 STRICT

CREATE INDEX ix_plan_last_talk ON "plan" (last_talk)

CREATE TABLE change (
	plan_id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	act TEXT NOT NULL,
	at TEXT NOT NULL,
	on_date TEXT NOT NULL,
	"by" TEXT NOT NULL,
	conversation TEXT,
	kind TEXT NOT NULL,
	"of" TEXT NOT NULL,
	"row" TEXT NOT NULL,
	"before" TEXT,
	"after" TEXT NOT NULL,
	CONSTRAINT pk_change PRIMARY KEY (plan_id, seq),
	CONSTRAINT ck_change_kind CHECK (kind IN ('add', 'alter')),
	CONSTRAINT ck_change_at CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT ck_change_on_date CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_change_seq CHECK (seq > 0),
	CONSTRAINT fk_change_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE conversation (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	version INTEGER NOT NULL,
	started TEXT NOT NULL,
	started_on TEXT NOT NULL,
	ended TEXT,
	resume_topic TEXT,
	resume_step TEXT,
	resume_item TEXT,
	CONSTRAINT pk_conversation PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_conversation_started CHECK (started GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT ck_conversation_started_on CHECK (started_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_conversation_ended CHECK (ended GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT ck_conversation_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_conversation_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE life_domain (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	version INTEGER NOT NULL,
	relevance TEXT,
	place INTEGER,
	discuss_with TEXT NOT NULL,
	goal_wanted INTEGER,
	CONSTRAINT pk_life_domain PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_life_domain_id CHECK (id IN ('physical-health', 'work-and-leisure', 'social-contacts', 'mental-health', 'learning', 'housing', 'money-and-rights', 'own-direction', 'sexuality-and-intimacy', 'meaning-and-spirituality')),
	CONSTRAINT ck_life_domain_relevance CHECK (relevance IN ('now', 'not-now', 'never-ask')),
	CONSTRAINT ck_life_domain_discuss_with CHECK (json_type(discuss_with) = 'array'),
	CONSTRAINT ck_life_domain_goal_wanted CHECK (goal_wanted IN (0, 1)),
	CONSTRAINT fk_life_domain_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE notice (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	notice TEXT NOT NULL,
	shown_on TEXT NOT NULL,
	CONSTRAINT pk_notice PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_notice_shown_on CHECK (shown_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_notice_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_notice_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE person (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	version INTEGER NOT NULL,
	name TEXT NOT NULL,
	folded TEXT NOT NULL,
	kind TEXT NOT NULL,
	salutation TEXT,
	relation TEXT,
	for_what TEXT,
	contact TEXT,
	CONSTRAINT pk_person PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_person_kind CHECK (kind IN ('client', 'partner', 'family', 'friend', 'neighbour', 'volunteer', 'gp', 'representative', 'supporter', 'carer', 'professional', 'other')),
	CONSTRAINT ck_person_name CHECK (length(name) BETWEEN 1 AND 200),
	CONSTRAINT ck_person_folded CHECK (length(folded) BETWEEN 1 AND 600),
	CONSTRAINT ck_person_salutation CHECK (length(salutation) BETWEEN 1 AND 200),
	CONSTRAINT ck_person_relation CHECK (length(relation) BETWEEN 1 AND 20000),
	CONSTRAINT ck_person_for_what CHECK (length(for_what) BETWEEN 1 AND 20000),
	CONSTRAINT ck_person_contact CHECK (length(contact) BETWEEN 1 AND 20000),
	CONSTRAINT ck_person_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_person_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE UNIQUE INDEX ix_person_client ON person (plan_id) WHERE kind = 'client'

CREATE INDEX ix_person_found ON person (plan_id, folded, name) WHERE kind = 'client'

CREATE TABLE prompt (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	topic TEXT NOT NULL,
	step TEXT NOT NULL,
	wording TEXT NOT NULL,
	pack TEXT NOT NULL,
	CONSTRAINT pk_prompt PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_prompt_wording CHECK (length(wording) BETWEEN 1 AND 20000),
	CONSTRAINT fk_prompt_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE attendance (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	version INTEGER NOT NULL,
	conversation TEXT NOT NULL,
	person TEXT NOT NULL,
	since TEXT NOT NULL,
	until TEXT,
	CONSTRAINT pk_attendance PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_attendance_since CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT ck_attendance_until CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT ck_attendance_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_attendance_plan_id_conversation FOREIGN KEY(plan_id, conversation) REFERENCES conversation (plan_id, id),
	CONSTRAINT fk_attendance_plan_id_person FOREIGN KEY(plan_id, person) REFERENCES person (plan_id, id),
	CONSTRAINT fk_attendance_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE choice (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	version INTEGER NOT NULL,
	question TEXT NOT NULL,
	voice TEXT NOT NULL,
	domain TEXT,
	role TEXT,
	decider TEXT,
	thinking_until TEXT,
	chosen TEXT,
	reason TEXT,
	decided_on TEXT,
	revisit_on TEXT,
	replaces TEXT,
	CONSTRAINT pk_choice PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_choice_question CHECK (length(question) BETWEEN 1 AND 20000),
	CONSTRAINT ck_choice_domain CHECK (domain IN ('physical-health', 'work-and-leisure', 'social-contacts', 'mental-health', 'learning', 'housing', 'money-and-rights', 'own-direction', 'sexuality-and-intimacy', 'meaning-and-spirituality')),
	CONSTRAINT ck_choice_role CHECK (role IN ('self', 'together', 'other')),
	CONSTRAINT ck_choice_thinking_until CHECK (thinking_until GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_choice_decided_on CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_choice_revisit_on CHECK (revisit_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_choice_reason CHECK (length(reason) BETWEEN 1 AND 20000),
	CONSTRAINT ck_choice_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_choice_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id),
	CONSTRAINT fk_choice_plan_id_decider FOREIGN KEY(plan_id, decider) REFERENCES person (plan_id, id),
	CONSTRAINT fk_choice_plan_id_replaces FOREIGN KEY(plan_id, replaces) REFERENCES choice (plan_id, id),
	CONSTRAINT fk_choice_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE detail (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	topic TEXT NOT NULL,
	field TEXT NOT NULL,
	value TEXT,
	voice TEXT NOT NULL,
	conversation TEXT,
	said_on TEXT NOT NULL,
	CONSTRAINT pk_detail PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_detail_value CHECK (length(value) BETWEEN 1 AND 20000),
	CONSTRAINT ck_detail_said_on CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_detail_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_detail_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id),
	CONSTRAINT fk_detail_plan_id_conversation FOREIGN KEY(plan_id, conversation) REFERENCES conversation (plan_id, id),
	CONSTRAINT fk_detail_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE INDEX ix_detail_next ON detail (plan_id, field, seq) WHERE field IN ('evaluate-on', 'first-evaluation-on')

CREATE TABLE draft (
	plan_id TEXT NOT NULL,
	place TEXT NOT NULL,
	text TEXT NOT NULL,
	voice TEXT,
	at TEXT NOT NULL,
	CONSTRAINT pk_draft PRIMARY KEY (plan_id, place),
	CONSTRAINT ck_draft_text CHECK (length(text) BETWEEN 1 AND 20000),
	CONSTRAINT ck_draft_at CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_draft_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id),
	CONSTRAINT fk_draft_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE goal (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	version INTEGER NOT NULL,
	text TEXT NOT NULL,
	voice TEXT NOT NULL,
	kind TEXT,
	domain TEXT,
	priority INTEGER,
	status TEXT NOT NULL,
	follows_from TEXT NOT NULL,
	replaces TEXT,
	ended_on TEXT,
	CONSTRAINT pk_goal PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_goal_text CHECK (length(text) BETWEEN 1 AND 20000),
	CONSTRAINT ck_goal_kind CHECK (kind IN ('reach', 'keep', 'slow-decline', 'comfort')),
	CONSTRAINT ck_goal_domain CHECK (domain IN ('physical-health', 'work-and-leisure', 'social-contacts', 'mental-health', 'learning', 'housing', 'money-and-rights', 'own-direction', 'sexuality-and-intimacy', 'meaning-and-spirituality')),
	CONSTRAINT ck_goal_status CHECK (status IN ('active', 'reached', 'stopped', 'replaced')),
	CONSTRAINT ck_goal_follows_from CHECK (json_type(follows_from) = 'array'),
	CONSTRAINT ck_goal_ended_on CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_goal_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_goal_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id),
	CONSTRAINT fk_goal_plan_id_replaces FOREIGN KEY(plan_id, replaces) REFERENCES goal (plan_id, id),
	CONSTRAINT fk_goal_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE progress (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	about TEXT,
	happened_on TEXT NOT NULL,
	voice TEXT NOT NULL,
	done TEXT,
	because TEXT,
	text TEXT,
	adjust TEXT,
	CONSTRAINT pk_progress PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_progress_happened_on CHECK (happened_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_progress_done CHECK (done IN ('yes', 'partly', 'no')),
	CONSTRAINT ck_progress_because CHECK (because IN ('wanted-otherwise', 'no-time', 'did-not-know', 'other')),
	CONSTRAINT ck_progress_text CHECK (length(text) BETWEEN 1 AND 20000),
	CONSTRAINT ck_progress_adjust CHECK (length(adjust) BETWEEN 1 AND 20000),
	CONSTRAINT ck_progress_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_progress_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id),
	CONSTRAINT fk_progress_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE read_back (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	chapter TEXT NOT NULL,
	confirmed INTEGER NOT NULL,
	correction TEXT,
	voice TEXT NOT NULL,
	conversation TEXT,
	said_on TEXT NOT NULL,
	CONSTRAINT pk_read_back PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_read_back_chapter CHECK (chapter IN ('start', 'who-am-i', 'my-life', 'support', 'results')),
	CONSTRAINT ck_read_back_confirmed CHECK (confirmed IN (0, 1)),
	CONSTRAINT ck_read_back_correction CHECK (length(correction) BETWEEN 1 AND 20000),
	CONSTRAINT ck_read_back_said_on CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_read_back_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_read_back_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id),
	CONSTRAINT fk_read_back_plan_id_conversation FOREIGN KEY(plan_id, conversation) REFERENCES conversation (plan_id, id),
	CONSTRAINT fk_read_back_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE statement (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	version INTEGER NOT NULL,
	topic TEXT NOT NULL,
	step TEXT NOT NULL,
	prompt TEXT NOT NULL,
	side TEXT,
	moment TEXT,
	text TEXT NOT NULL,
	voice TEXT NOT NULL,
	domain TEXT,
	source TEXT NOT NULL,
	conversation TEXT,
	said_on TEXT NOT NULL,
	replaces TEXT,
	about TEXT,
	CONSTRAINT pk_statement PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_statement_text CHECK (length(text) BETWEEN 1 AND 20000),
	CONSTRAINT ck_statement_side CHECK (side IN ('good', 'bad', 'works', 'does-not-work', 'must-have', 'must-not', 'like', 'dislike', 'happy', 'sad')),
	CONSTRAINT ck_statement_source CHECK (source IN ('spoken', 'paper', 'import', 'guess')),
	CONSTRAINT ck_statement_domain CHECK (domain IN ('physical-health', 'work-and-leisure', 'social-contacts', 'mental-health', 'learning', 'housing', 'money-and-rights', 'own-direction', 'sexuality-and-intimacy', 'meaning-and-spirituality')),
	CONSTRAINT ck_statement_said_on CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_statement_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_statement_plan_id_prompt FOREIGN KEY(plan_id, prompt) REFERENCES prompt (plan_id, id),
	CONSTRAINT fk_statement_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id),
	CONSTRAINT fk_statement_plan_id_conversation FOREIGN KEY(plan_id, conversation) REFERENCES conversation (plan_id, id),
	CONSTRAINT fk_statement_plan_id_replaces FOREIGN KEY(plan_id, replaces) REFERENCES statement (plan_id, id),
	CONSTRAINT fk_statement_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE agreement (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	version INTEGER NOT NULL,
	want TEXT NOT NULL,
	voice TEXT NOT NULL,
	goal TEXT,
	domain TEXT,
	from_on TEXT,
	until_on TEXT,
	evaluate_on TEXT,
	follows_from TEXT NOT NULL,
	replaces TEXT,
	ended_on TEXT,
	CONSTRAINT pk_agreement PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_agreement_want CHECK (length(want) BETWEEN 1 AND 20000),
	CONSTRAINT ck_agreement_domain CHECK (domain IN ('physical-health', 'work-and-leisure', 'social-contacts', 'mental-health', 'learning', 'housing', 'money-and-rights', 'own-direction', 'sexuality-and-intimacy', 'meaning-and-spirituality')),
	CONSTRAINT ck_agreement_from_on CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_agreement_until_on CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_agreement_evaluate_on CHECK (evaluate_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_agreement_follows_from CHECK (json_type(follows_from) = 'array'),
	CONSTRAINT ck_agreement_ended_on CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_agreement_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_agreement_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id),
	CONSTRAINT fk_agreement_plan_id_goal FOREIGN KEY(plan_id, goal) REFERENCES goal (plan_id, id),
	CONSTRAINT fk_agreement_plan_id_replaces FOREIGN KEY(plan_id, replaces) REFERENCES agreement (plan_id, id),
	CONSTRAINT fk_agreement_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE open_question (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	choice TEXT NOT NULL,
	text TEXT NOT NULL,
	voice TEXT NOT NULL,
	CONSTRAINT pk_open_question PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_open_question_text CHECK (length(text) BETWEEN 1 AND 20000),
	CONSTRAINT ck_open_question_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_open_question_plan_id_choice FOREIGN KEY(plan_id, choice) REFERENCES choice (plan_id, id),
	CONSTRAINT fk_open_question_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id),
	CONSTRAINT fk_open_question_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE option (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	version INTEGER NOT NULL,
	choice TEXT NOT NULL,
	title TEXT NOT NULL,
	source TEXT,
	CONSTRAINT pk_option PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_option_title CHECK (length(title) BETWEEN 1 AND 20000),
	CONSTRAINT ck_option_source CHECK (length(source) BETWEEN 1 AND 20000),
	CONSTRAINT ck_option_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_option_plan_id_choice FOREIGN KEY(plan_id, choice) REFERENCES choice (plan_id, id),
	CONSTRAINT fk_option_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE consideration (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	option TEXT NOT NULL,
	side TEXT NOT NULL,
	term TEXT NOT NULL,
	text TEXT NOT NULL,
	voice TEXT NOT NULL,
	CONSTRAINT pk_consideration PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_consideration_side CHECK (side IN ('for', 'against')),
	CONSTRAINT ck_consideration_term CHECK (term IN ('short', 'long')),
	CONSTRAINT ck_consideration_text CHECK (length(text) BETWEEN 1 AND 20000),
	CONSTRAINT ck_consideration_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_consideration_plan_id_option FOREIGN KEY(plan_id, option) REFERENCES option (plan_id, id),
	CONSTRAINT fk_consideration_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id),
	CONSTRAINT fk_consideration_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE small_step (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	version INTEGER NOT NULL,
	agreement TEXT NOT NULL,
	what TEXT NOT NULL,
	words TEXT,
	weekdays TEXT NOT NULL,
	part_of_day TEXT,
	CONSTRAINT pk_small_step PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_small_step_what CHECK (length(what) BETWEEN 1 AND 20000),
	CONSTRAINT ck_small_step_words CHECK (length(words) BETWEEN 1 AND 20000),
	CONSTRAINT ck_small_step_weekdays CHECK (json_type(weekdays) = 'array'),
	CONSTRAINT ck_small_step_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_small_step_plan_id_agreement FOREIGN KEY(plan_id, agreement) REFERENCES agreement (plan_id, id),
	CONSTRAINT fk_small_step_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE task (
	plan_id TEXT NOT NULL,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	withdrawn_at TEXT,
	version INTEGER NOT NULL,
	agreement TEXT NOT NULL,
	person TEXT NOT NULL,
	does TEXT,
	CONSTRAINT pk_task PRIMARY KEY (plan_id, id),
	CONSTRAINT ck_task_does CHECK (length(does) BETWEEN 1 AND 20000),
	CONSTRAINT ck_task_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_task_plan_id_agreement FOREIGN KEY(plan_id, agreement) REFERENCES agreement (plan_id, id),
	CONSTRAINT fk_task_plan_id_person FOREIGN KEY(plan_id, person) REFERENCES person (plan_id, id),
	CONSTRAINT fk_task_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE VIRTUAL TABLE client_name USING fts5(folded, plan_id UNINDEXED, tokenize = 'trigram remove_diacritics 1')

INSERT INTO client_name (client_name, rank) VALUES ('secure-delete', 1)

CREATE TRIGGER client_named AFTER INSERT ON person WHEN new.kind = 'client' BEGIN
INSERT INTO client_name (folded, plan_id) VALUES (new.folded, new.plan_id);
END

CREATE TRIGGER client_renamed AFTER UPDATE OF folded ON person WHEN new.kind = 'client' BEGIN
UPDATE client_name SET folded = new.folded WHERE plan_id = new.plan_id;
END

CREATE TRIGGER client_gone AFTER DELETE ON person WHEN old.kind = 'client' BEGIN
DELETE FROM client_name WHERE plan_id = old.plan_id;
END

CREATE TRIGGER conversation_begun AFTER INSERT ON conversation BEGIN
UPDATE plan SET (last_talk, talked_on) = (
    SELECT started, started_on FROM conversation
    WHERE plan_id = new.plan_id AND withdrawn_at IS NULL ORDER BY started DESC, seq DESC LIMIT 1
), goes_on_at = (
    SELECT resume_topic FROM conversation
    WHERE plan_id = new.plan_id AND withdrawn_at IS NULL AND resume_topic IS NOT NULL
    ORDER BY started DESC, seq DESC LIMIT 1
) WHERE plan_id = new.plan_id;
END

CREATE TRIGGER conversation_went_on AFTER UPDATE ON conversation BEGIN
UPDATE plan SET (last_talk, talked_on) = (
    SELECT started, started_on FROM conversation
    WHERE plan_id = new.plan_id AND withdrawn_at IS NULL ORDER BY started DESC, seq DESC LIMIT 1
), goes_on_at = (
    SELECT resume_topic FROM conversation
    WHERE plan_id = new.plan_id AND withdrawn_at IS NULL AND resume_topic IS NOT NULL
    ORDER BY started DESC, seq DESC LIMIT 1
) WHERE plan_id = new.plan_id;
END

CREATE TRIGGER conversation_gone AFTER DELETE ON conversation BEGIN
UPDATE plan SET (last_talk, talked_on) = (
    SELECT started, started_on FROM conversation
    WHERE plan_id = old.plan_id AND withdrawn_at IS NULL ORDER BY started DESC, seq DESC LIMIT 1
), goes_on_at = (
    SELECT resume_topic FROM conversation
    WHERE plan_id = old.plan_id AND withdrawn_at IS NULL AND resume_topic IS NOT NULL
    ORDER BY started DESC, seq DESC LIMIT 1
) WHERE plan_id = old.plan_id;
END
