CREATE TABLE disagreement (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	version INTEGER NOT NULL, 
	about TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	text TEXT NOT NULL, 
	said_on TEXT NOT NULL, 
	route TEXT, 
	ended_how TEXT, 
	ended_on TEXT, 
	CONSTRAINT pk_disagreement PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_disagreement_text CHECK (length(text) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_disagreement_said_on CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_disagreement_route CHECK (route IN ('carer', 'supporter', 'complaints')), 
	CONSTRAINT ck_disagreement_ended_how CHECK (length(ended_how) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_disagreement_ended_on CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_disagreement_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_disagreement_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_disagreement_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE consent (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	version INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	person TEXT NOT NULL, 
	says TEXT NOT NULL, 
	words TEXT, 
	CONSTRAINT pk_consent PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_consent_number CHECK (number > 0), 
	CONSTRAINT ck_consent_says CHECK (says IN ('agrees', 'does-not', 'not-asked')), 
	CONSTRAINT ck_consent_words CHECK (length(words) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_consent_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_consent_plan_id_person FOREIGN KEY(plan_id, person) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_consent_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE evaluation (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	version INTEGER NOT NULL, 
	held_on TEXT NOT NULL, 
	conversation TEXT, 
	present TEXT NOT NULL, 
	quality TEXT, 
	closed_on TEXT, 
	CONSTRAINT pk_evaluation PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_evaluation_held_on CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_evaluation_present CHECK (json_type(present) = 'array'), 
	CONSTRAINT ck_evaluation_quality CHECK (quality IN ('yes', 'partly', 'no')), 
	CONSTRAINT ck_evaluation_closed_on CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_evaluation_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_evaluation_plan_id_conversation FOREIGN KEY(plan_id, conversation) REFERENCES conversation (plan_id, id), 
	CONSTRAINT fk_evaluation_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE INDEX ix_progress_about ON progress (plan_id, about, seq, done, withdrawn_at)

CREATE INDEX ix_progress_adjust ON progress (plan_id, about, seq) WHERE adjust IS NOT NULL

CREATE INDEX ix_progress_done ON progress (plan_id, about, withdrawn_at, done)

CREATE TABLE remark (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	version INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	text TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	said_on TEXT NOT NULL, 
	conversation TEXT, 
	about TEXT, 
	done_with TEXT, 
	told_back_on TEXT, 
	CONSTRAINT pk_remark PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_remark_kind CHECK (kind IN ('remark', 'nice-moment')), 
	CONSTRAINT ck_remark_text CHECK (length(text) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_remark_said_on CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_remark_done_with CHECK (length(done_with) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_remark_told_back_on CHECK (told_back_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_remark_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_remark_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_remark_plan_id_conversation FOREIGN KEY(plan_id, conversation) REFERENCES conversation (plan_id, id), 
	CONSTRAINT fk_remark_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE seen (
	plan_id TEXT NOT NULL, 
	person TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	CONSTRAINT pk_seen PRIMARY KEY (plan_id, person), 
	CONSTRAINT ck_seen_at CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_seen_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id), 
	CONSTRAINT fk_seen_plan_id_person FOREIGN KEY(plan_id, person) REFERENCES person (plan_id, id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE edition (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	agreed_on TEXT NOT NULL, 
	present TEXT NOT NULL, 
	evaluation TEXT, 
	body TEXT NOT NULL, 
	goes_on TEXT NOT NULL, 
	CONSTRAINT pk_edition PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_edition_number CHECK (number > 0), 
	CONSTRAINT ck_edition_agreed_on CHECK (agreed_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_edition_present CHECK (json_type(present) = 'array'), 
	CONSTRAINT ck_edition_body CHECK (json_type(body) = 'object'), 
	CONSTRAINT ck_edition_goes_on CHECK (json_type(goes_on) = 'object'), 
	CONSTRAINT fk_edition_plan_id_evaluation FOREIGN KEY(plan_id, evaluation) REFERENCES evaluation (plan_id, id), 
	CONSTRAINT fk_edition_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 STRICT

CREATE TABLE goal_outcome (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	version INTEGER NOT NULL, 
	evaluation TEXT NOT NULL, 
	goal TEXT NOT NULL, 
	outcome TEXT, 
	how_close TEXT, 
	decision TEXT, 
	why TEXT, 
	successor TEXT, 
	outcome_by TEXT, 
	why_by TEXT, 
	CONSTRAINT pk_goal_outcome PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_goal_outcome_outcome CHECK (length(outcome) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_goal_outcome_how_close CHECK (how_close IN ('far-less', 'less', 'as-hoped', 'more', 'far-more')), 
	CONSTRAINT ck_goal_outcome_decision CHECK (decision IN ('go-on', 'adjust', 'reached', 'stop')), 
	CONSTRAINT ck_goal_outcome_why CHECK (length(why) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_goal_outcome_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_goal_outcome_plan_id_evaluation FOREIGN KEY(plan_id, evaluation) REFERENCES evaluation (plan_id, id), 
	CONSTRAINT fk_goal_outcome_plan_id_goal FOREIGN KEY(plan_id, goal) REFERENCES goal (plan_id, id), 
	CONSTRAINT fk_goal_outcome_plan_id_successor FOREIGN KEY(plan_id, successor) REFERENCES goal (plan_id, id), 
	CONSTRAINT fk_goal_outcome_plan_id_outcome_by FOREIGN KEY(plan_id, outcome_by) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_goal_outcome_plan_id_why_by FOREIGN KEY(plan_id, why_by) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_goal_outcome_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE domain_mark (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	version INTEGER NOT NULL, 
	evaluation TEXT NOT NULL, 
	domain TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	mark INTEGER NOT NULL, 
	face INTEGER NOT NULL, 
	CONSTRAINT pk_domain_mark PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_domain_mark_domain CHECK (domain IN ('physical-health', 'work-and-leisure', 'social-contacts', 'mental-health', 'learning', 'housing', 'money-and-rights', 'own-direction', 'sexuality-and-intimacy', 'meaning-and-spirituality')), 
	CONSTRAINT ck_domain_mark_mark CHECK (mark BETWEEN 0 AND 10), 
	CONSTRAINT ck_domain_mark_face CHECK (face IN (0, 1)), 
	CONSTRAINT ck_domain_mark_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_domain_mark_plan_id_evaluation FOREIGN KEY(plan_id, evaluation) REFERENCES evaluation (plan_id, id), 
	CONSTRAINT fk_domain_mark_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_domain_mark_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE look_back (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	version INTEGER NOT NULL, 
	evaluation TEXT NOT NULL, 
	statement TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	says TEXT NOT NULL, 
	now TEXT, 
	CONSTRAINT pk_look_back PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_look_back_says CHECK (says IN ('still', 'changed', 'no-longer')), 
	CONSTRAINT ck_look_back_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_look_back_plan_id_evaluation FOREIGN KEY(plan_id, evaluation) REFERENCES evaluation (plan_id, id), 
	CONSTRAINT fk_look_back_plan_id_statement FOREIGN KEY(plan_id, statement) REFERENCES statement (plan_id, id), 
	CONSTRAINT fk_look_back_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_look_back_plan_id_now FOREIGN KEY(plan_id, now) REFERENCES statement (plan_id, id), 
	CONSTRAINT fk_look_back_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE experience (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	version INTEGER NOT NULL, 
	evaluation TEXT NOT NULL, 
	person TEXT NOT NULL, 
	face TEXT NOT NULL, 
	CONSTRAINT pk_experience PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_experience_face CHECK (face IN ('good', 'so-so', 'not-good')), 
	CONSTRAINT ck_experience_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_experience_plan_id_evaluation FOREIGN KEY(plan_id, evaluation) REFERENCES evaluation (plan_id, id), 
	CONSTRAINT fk_experience_plan_id_person FOREIGN KEY(plan_id, person) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_experience_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE INDEX ix_edition_number ON edition (plan_id, number, seq, agreed_on, present, evaluation)

CREATE TRIGGER edition_stays BEFORE UPDATE ON edition BEGIN
SELECT RAISE(ABORT, 'an edition never changes');
END

CREATE TRIGGER edition_is_kept BEFORE DELETE ON edition BEGIN
SELECT RAISE(ABORT, 'an edition never changes');
END

CREATE TRIGGER consent_stays BEFORE UPDATE ON consent WHEN EXISTS (SELECT 1 FROM edition WHERE plan_id = old.plan_id AND number = old.number) BEGIN
SELECT RAISE(ABORT, 'an edition never changes');
END

CREATE TRIGGER consent_is_kept BEFORE DELETE ON consent WHEN EXISTS (SELECT 1 FROM edition WHERE plan_id = old.plan_id AND number = old.number) BEGIN
SELECT RAISE(ABORT, 'an edition never changes');
END