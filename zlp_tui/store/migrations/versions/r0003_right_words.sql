ALTER TABLE agreement ADD COLUMN from_words TEXT
	CONSTRAINT ck_agreement_from_words CHECK (length(from_words) BETWEEN 1 AND 200)

ALTER TABLE agreement ADD COLUMN until_words TEXT
	CONSTRAINT ck_agreement_until_words CHECK (length(until_words) BETWEEN 1 AND 200)

ALTER TABLE agreement ADD COLUMN evaluate_words TEXT
	CONSTRAINT ck_agreement_evaluate_words CHECK (length(evaluate_words) BETWEEN 1 AND 200)

ALTER TABLE choice ADD COLUMN thinking_words TEXT
	CONSTRAINT ck_choice_thinking_words CHECK (length(thinking_words) BETWEEN 1 AND 200)

ALTER TABLE choice ADD COLUMN revisit_words TEXT
	CONSTRAINT ck_choice_revisit_words CHECK (length(revisit_words) BETWEEN 1 AND 200)

ALTER TABLE detail ADD COLUMN words TEXT
	CONSTRAINT ck_detail_words CHECK (length(words) BETWEEN 1 AND 200)

ALTER TABLE choice ADD COLUMN others_deciding TEXT
	CONSTRAINT ck_choice_others_deciding CHECK (json_type(others_deciding) = 'array')

ALTER TABLE plan ADD COLUMN others_deciding TEXT
	CONSTRAINT ck_plan_others_deciding CHECK (json_type(others_deciding) = 'array')

ALTER TABLE plan ADD COLUMN ended_on TEXT
	CONSTRAINT ck_plan_ended_on CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')

ALTER TABLE plan ADD COLUMN ended_because TEXT
	CONSTRAINT ck_plan_ended_because CHECK (length(ended_because) BETWEEN 1 AND 20000)

ALTER TABLE plan ADD COLUMN number INTEGER

UPDATE plan SET number = made.number FROM (
	SELECT plan_id, row_number() OVER (ORDER BY at, plan_id) AS number FROM change WHERE seq = 1
) AS made WHERE made.plan_id = plan.plan_id

DROP INDEX ix_plan_last_talk

CREATE INDEX ix_plan_last_talk ON "plan" (last_talk, number)

CREATE UNIQUE INDEX ix_plan_number ON "plan" (number)

CREATE INDEX ix_plan_ended ON "plan" (last_talk, number) WHERE ended_on IS NOT NULL

CREATE INDEX ix_person_namesake ON person (folded) WHERE kind = 'client'

DROP TRIGGER conversation_begun

CREATE TRIGGER conversation_begun AFTER INSERT ON conversation BEGIN
UPDATE plan SET (last_talk, talked_on) = (
    SELECT started, started_on FROM conversation
    WHERE plan_id = new.plan_id AND withdrawn_at IS NULL ORDER BY seq DESC LIMIT 1
), goes_on_at = (
    SELECT resume_topic FROM conversation
    WHERE plan_id = new.plan_id AND withdrawn_at IS NULL AND resume_topic IS NOT NULL ORDER BY seq DESC LIMIT 1
) WHERE plan_id = new.plan_id;
END

DROP TRIGGER conversation_went_on

CREATE TRIGGER conversation_went_on AFTER UPDATE ON conversation BEGIN
UPDATE plan SET (last_talk, talked_on) = (
    SELECT started, started_on FROM conversation
    WHERE plan_id = new.plan_id AND withdrawn_at IS NULL ORDER BY seq DESC LIMIT 1
), goes_on_at = (
    SELECT resume_topic FROM conversation
    WHERE plan_id = new.plan_id AND withdrawn_at IS NULL AND resume_topic IS NOT NULL ORDER BY seq DESC LIMIT 1
) WHERE plan_id = new.plan_id;
END

DROP TRIGGER conversation_gone

CREATE TRIGGER conversation_gone AFTER DELETE ON conversation BEGIN
UPDATE plan SET (last_talk, talked_on) = (
    SELECT started, started_on FROM conversation
    WHERE plan_id = old.plan_id AND withdrawn_at IS NULL ORDER BY seq DESC LIMIT 1
), goes_on_at = (
    SELECT resume_topic FROM conversation
    WHERE plan_id = old.plan_id AND withdrawn_at IS NULL AND resume_topic IS NOT NULL ORDER BY seq DESC LIMIT 1
) WHERE plan_id = old.plan_id;
END

UPDATE plan SET (last_talk, talked_on) = (
    SELECT started, started_on FROM conversation
    WHERE plan_id = plan.plan_id AND withdrawn_at IS NULL ORDER BY seq DESC LIMIT 1
), goes_on_at = (
    SELECT resume_topic FROM conversation
    WHERE plan_id = plan.plan_id AND withdrawn_at IS NULL AND resume_topic IS NOT NULL ORDER BY seq DESC LIMIT 1
)

ALTER TABLE read_back ADD COLUMN about TEXT

ALTER TABLE read_back ADD COLUMN way TEXT
	CONSTRAINT ck_read_back_way CHECK (way IN ('anew', 'disagree', 'beside', 'missing', 'said'))

CREATE TABLE keyboard_user (
	plan_id TEXT NOT NULL, 
	person TEXT NOT NULL, 
	at TEXT NOT NULL, 
	CONSTRAINT pk_keyboard_user PRIMARY KEY (plan_id), 
	CONSTRAINT ck_keyboard_user_at CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_keyboard_user_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id), 
	CONSTRAINT fk_keyboard_user_plan_id_person FOREIGN KEY(plan_id, person) REFERENCES person (plan_id, id)
)
 WITHOUT ROWID,
 STRICT

ALTER TABLE disagreement RENAME TO older_disagreement

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
	taken_on TEXT, 
	CONSTRAINT pk_disagreement PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_disagreement_text CHECK (length(text) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_disagreement_said_on CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_disagreement_route CHECK (route IN ('carer', 'supporter', 'complaints', 'confidant')), 
	CONSTRAINT ck_disagreement_ended_how CHECK (length(ended_how) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_disagreement_ended_on CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_disagreement_taken_on CHECK (taken_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_disagreement_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_disagreement_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_disagreement_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

INSERT INTO disagreement (plan_id, id, seq, withdrawn_at, version, about, voice, text, said_on, route, ended_how, ended_on)
SELECT plan_id, id, seq, withdrawn_at, version, about, voice, text, said_on, route, ended_how, ended_on FROM older_disagreement

DROP TABLE older_disagreement

CREATE TABLE wish_not_met (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	version INTEGER NOT NULL, 
	about TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	ground TEXT NOT NULL, 
	text TEXT NOT NULL, 
	said_on TEXT NOT NULL, 
	consulted TEXT, 
	ask_again_on TEXT, 
	CONSTRAINT pk_wish_not_met PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_wish_not_met_ground CHECK (ground IN ('law', 'good-care', 'others')), 
	CONSTRAINT ck_wish_not_met_text CHECK (length(text) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_wish_not_met_consulted CHECK (length(consulted) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_wish_not_met_ask_again_on CHECK (ask_again_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_wish_not_met_said_on CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_wish_not_met_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_wish_not_met_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_wish_not_met_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

ALTER TABLE conversation ADD COLUMN resume_route TEXT

ALTER TABLE goal RENAME TO older_goal

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
	CONSTRAINT ck_goal_status CHECK (status IN ('active', 'waits', 'reached', 'stopped', 'replaced')),
	CONSTRAINT ck_goal_follows_from CHECK (json_type(follows_from) = 'array'),
	CONSTRAINT ck_goal_ended_on CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT ck_goal_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_goal_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id),
	CONSTRAINT fk_goal_plan_id_replaces FOREIGN KEY(plan_id, replaces) REFERENCES goal (plan_id, id),
	CONSTRAINT fk_goal_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

INSERT INTO goal (plan_id, id, seq, withdrawn_at, version, text, voice, kind, domain, priority, status, follows_from, replaces, ended_on)
SELECT plan_id, id, seq, withdrawn_at, version, text, voice, kind, domain, priority, status, follows_from, replaces, ended_on FROM older_goal

DROP TABLE older_goal

ALTER TABLE goal_outcome ADD COLUMN how_close_by TEXT

ALTER TABLE look_back ADD COLUMN beside TEXT
	CONSTRAINT ck_look_back_beside CHECK (json_type(beside) = 'array')

CREATE TABLE other_outcome (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	version INTEGER NOT NULL, 
	goal_outcome TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	outcome TEXT, 
	how_close TEXT, 
	why TEXT, 
	CONSTRAINT pk_other_outcome PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_other_outcome_outcome CHECK (length(outcome) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_other_outcome_how_close CHECK (how_close IN ('far-less', 'less', 'as-hoped', 'more', 'far-more')), 
	CONSTRAINT ck_other_outcome_why CHECK (length(why) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_other_outcome_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_other_outcome_plan_id_goal_outcome FOREIGN KEY(plan_id, goal_outcome) REFERENCES goal_outcome (plan_id, id), 
	CONSTRAINT fk_other_outcome_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_other_outcome_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT
