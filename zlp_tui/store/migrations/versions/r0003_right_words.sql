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
	person TEXT, 
	CONSTRAINT pk_disagreement PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_disagreement_text CHECK (length(text) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_disagreement_said_on CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_disagreement_route CHECK (route IN ('carer', 'supporter', 'complaints', 'confidant')), 
	CONSTRAINT ck_disagreement_ended_how CHECK (length(ended_how) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_disagreement_ended_on CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_disagreement_taken_on CHECK (taken_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_disagreement_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_disagreement_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_disagreement_plan_id_person FOREIGN KEY(plan_id, person) REFERENCES person (plan_id, id), 
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

ALTER TABLE option ADD COLUMN voice TEXT

UPDATE option SET voice = (
	SELECT named.by FROM change AS named
	WHERE named.plan_id = option.plan_id AND named.row = option.id AND named.kind = 'add' AND NOT EXISTS (
		SELECT 1 FROM change AS asked
		WHERE asked.plan_id = named.plan_id AND asked.act = named.act AND asked.of = 'choice' AND asked.kind = 'add'
	)
)

CREATE TABLE option_source (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	option TEXT NOT NULL, 
	text TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	CONSTRAINT pk_option_source PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_option_source_text CHECK (length(text) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_option_source_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_option_source_plan_id_option FOREIGN KEY(plan_id, option) REFERENCES option (plan_id, id), 
	CONSTRAINT fk_option_source_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_option_source_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

INSERT INTO option_source (plan_id, id, seq, option, text, voice)
SELECT line.plan_id, substr(line.id, 1, 14) || '8' || substr(line.id, 16),
	coalesce(said.seq, line.seq), line.id, line.source, coalesce(said.by, (SELECT voice FROM choice WHERE plan_id = line.plan_id AND id = line.choice))
FROM option AS line LEFT JOIN change AS said ON said.plan_id = line.plan_id AND said.seq = (
	SELECT max(seq) FROM change
	WHERE plan_id = line.plan_id AND row = line.id AND json_extract(after, '$.source') = line.source
)
WHERE line.source IS NOT NULL

CREATE TABLE reason (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	choice TEXT NOT NULL, 
	text TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	CONSTRAINT pk_reason PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_reason_text CHECK (length(text) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_reason_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_reason_plan_id_choice FOREIGN KEY(plan_id, choice) REFERENCES choice (plan_id, id), 
	CONSTRAINT fk_reason_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_reason_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

INSERT INTO reason (plan_id, id, seq, choice, text, voice)
SELECT line.plan_id, substr(line.id, 1, 14) || '8' || substr(line.id, 16),
	coalesce(said.seq, line.seq), line.id, line.reason, coalesce(said.by, line.voice)
FROM choice AS line LEFT JOIN change AS said ON said.plan_id = line.plan_id AND said.seq = (
	SELECT max(seq) FROM change
	WHERE plan_id = line.plan_id AND row = line.id AND json_extract(after, '$.reason') = line.reason
)
WHERE line.reason IS NOT NULL

ALTER TABLE consideration RENAME TO older_consideration

CREATE TABLE consideration (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	version INTEGER NOT NULL, 
	option TEXT NOT NULL, 
	side TEXT NOT NULL, 
	term TEXT, 
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

INSERT INTO consideration (plan_id, id, seq, withdrawn_at, version, option, side, term, text, voice)
SELECT plan_id, id, seq, withdrawn_at, 1, option, side, term, text, voice FROM older_consideration

DROP TABLE older_consideration

ALTER TABLE open_question RENAME TO older_open_question

CREATE TABLE open_question (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	version INTEGER NOT NULL, 
	choice TEXT NOT NULL, 
	text TEXT NOT NULL, 
	voice TEXT NOT NULL, 
	answer TEXT, 
	heard_from TEXT, 
	answered_by TEXT, 
	answered_on TEXT, 
	CONSTRAINT pk_open_question PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_open_question_text CHECK (length(text) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_open_question_answer CHECK (length(answer) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_open_question_heard_from CHECK (length(heard_from) BETWEEN 1 AND 20000), 
	CONSTRAINT ck_open_question_answered_on CHECK (answered_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_open_question_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_open_question_plan_id_choice FOREIGN KEY(plan_id, choice) REFERENCES choice (plan_id, id), 
	CONSTRAINT fk_open_question_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_open_question_plan_id_answered_by FOREIGN KEY(plan_id, answered_by) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_open_question_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

INSERT INTO open_question (plan_id, id, seq, withdrawn_at, version, choice, text, voice)
SELECT plan_id, id, seq, withdrawn_at, 1, choice, text, voice FROM older_open_question

DROP TABLE older_open_question

ALTER TABLE life_domain RENAME TO older_life_domain

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
	CONSTRAINT ck_life_domain_relevance CHECK (relevance IN ('now', 'not-now', 'later', 'never-ask')),
	CONSTRAINT ck_life_domain_discuss_with CHECK (json_type(discuss_with) = 'array'),
	CONSTRAINT ck_life_domain_goal_wanted CHECK (goal_wanted IN (0, 1)),
	CONSTRAINT fk_life_domain_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

INSERT INTO life_domain SELECT * FROM older_life_domain

DROP TABLE older_life_domain

ALTER TABLE person RENAME TO older_person

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
	CONSTRAINT ck_person_kind CHECK (kind IN ('client', 'partner', 'family', 'friend', 'neighbour', 'volunteer', 'gp', 'key-worker', 'carer', 'professional', 'representative', 'mentor', 'administrator', 'supporter', 'confidant', 'advocate', 'other')),
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

INSERT INTO person (plan_id, id, seq, withdrawn_at, version, name, folded, kind, salutation, relation, for_what, contact)
SELECT plan_id, id, seq, withdrawn_at, version, name, folded, kind, salutation, relation, for_what, contact FROM older_person

DROP TABLE older_person

CREATE UNIQUE INDEX ix_person_client ON person (plan_id) WHERE kind = 'client'

CREATE INDEX ix_person_namesake ON person (folded) WHERE kind = 'client'

CREATE INDEX ix_person_found ON person (plan_id, folded, name) WHERE kind = 'client'

CREATE TRIGGER client_named AFTER INSERT ON person WHEN new.kind = 'client' BEGIN
INSERT INTO client_name (folded, plan_id) VALUES (new.folded, new.plan_id);
END

CREATE TRIGGER client_renamed AFTER UPDATE OF folded ON person WHEN new.kind = 'client' BEGIN
UPDATE client_name SET folded = new.folded WHERE plan_id = new.plan_id;
END

CREATE TRIGGER client_gone AFTER DELETE ON person WHEN old.kind = 'client' BEGIN
DELETE FROM client_name WHERE plan_id = old.plan_id;
END

CREATE TABLE talk_experience (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	version INTEGER NOT NULL, 
	conversation TEXT NOT NULL, 
	person TEXT NOT NULL, 
	face TEXT NOT NULL, 
	CONSTRAINT pk_talk_experience PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_talk_experience_face CHECK (face IN ('good', 'so-so', 'not-good')), 
	CONSTRAINT ck_talk_experience_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_talk_experience_plan_id_conversation FOREIGN KEY(plan_id, conversation) REFERENCES conversation (plan_id, id), 
	CONSTRAINT fk_talk_experience_plan_id_person FOREIGN KEY(plan_id, person) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_talk_experience_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

ALTER TABLE edition ADD COLUMN withdrawn_at TEXT
	CONSTRAINT ck_edition_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z')

DROP INDEX ix_edition_number

CREATE INDEX ix_edition_number ON edition (plan_id, number, id, seq, agreed_on, present, evaluation, withdrawn_at)

DROP TRIGGER edition_stays

DROP TRIGGER edition_is_kept

DROP TRIGGER consent_stays

DROP TRIGGER consent_is_kept

CREATE TRIGGER edition_stays BEFORE UPDATE OF plan_id, id, seq, number, agreed_on, present, evaluation, body, goes_on ON edition BEGIN
SELECT RAISE(ABORT, 'an edition never changes');
END

CREATE TRIGGER edition_stands BEFORE UPDATE OF withdrawn_at ON edition WHEN NOT EXISTS (
SELECT 1 FROM change JOIN conversation AS talk ON talk.plan_id = change.plan_id AND talk.id = change.conversation
WHERE change.plan_id = old.plan_id AND change.seq = old.seq AND talk.ended IS NULL
AND NOT EXISTS (SELECT 1 FROM conversation AS later WHERE later.plan_id = talk.plan_id AND later.seq > talk.seq)
) BEGIN
SELECT RAISE(ABORT, 'an edition never changes');
END

CREATE TRIGGER edition_is_kept BEFORE DELETE ON edition BEGIN
SELECT RAISE(ABORT, 'an edition never changes');
END

CREATE TRIGGER consent_stays BEFORE UPDATE ON consent WHEN EXISTS (SELECT 1 FROM edition WHERE plan_id = old.plan_id AND number = old.number AND withdrawn_at IS NULL) BEGIN
SELECT RAISE(ABORT, 'an edition never changes');
END

CREATE TRIGGER consent_is_kept BEFORE DELETE ON consent WHEN EXISTS (SELECT 1 FROM edition WHERE plan_id = old.plan_id AND number = old.number AND withdrawn_at IS NULL) BEGIN
SELECT RAISE(ABORT, 'an edition never changes');
END

ALTER TABLE small_step ADD COLUMN parts_of_day TEXT
	CONSTRAINT ck_small_step_parts_of_day CHECK (json_type(parts_of_day) = 'array')

ALTER TABLE small_step ADD COLUMN every_weeks INTEGER

ALTER TABLE small_step ADD COLUMN weeks_from TEXT
	CONSTRAINT ck_small_step_weeks_from CHECK (weeks_from GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')

ALTER TABLE progress RENAME TO older_progress

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
	CONSTRAINT ck_progress_because CHECK (because IN ('wanted-otherwise', 'no-time', 'did-not-know', 'own-way', 'other')),
	CONSTRAINT ck_progress_text CHECK (length(text) BETWEEN 1 AND 20000),
	CONSTRAINT ck_progress_adjust CHECK (length(adjust) BETWEEN 1 AND 20000),
	CONSTRAINT ck_progress_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT fk_progress_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id),
	CONSTRAINT fk_progress_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

INSERT INTO progress (plan_id, id, seq, withdrawn_at, about, happened_on, voice, done, because, text, adjust)
SELECT plan_id, id, seq, withdrawn_at, about, happened_on, voice, done, because, text, adjust FROM older_progress

DROP TABLE older_progress

CREATE INDEX ix_progress_about ON progress (plan_id, about, seq, done, withdrawn_at)

CREATE INDEX ix_progress_adjust ON progress (plan_id, about, seq) WHERE adjust IS NOT NULL

CREATE INDEX ix_progress_done ON progress (plan_id, about, withdrawn_at, done, because)

ALTER TABLE small_step ADD COLUMN whole INTEGER

ALTER TABLE agreement ADD COLUMN ended_because TEXT
	CONSTRAINT ck_agreement_ended_because CHECK (length(ended_because) BETWEEN 1 AND 20000)

ALTER TABLE goal ADD COLUMN ended_because TEXT
	CONSTRAINT ck_goal_ended_because CHECK (length(ended_because) BETWEEN 1 AND 20000)

ALTER TABLE progress ADD COLUMN part_of_day TEXT

ALTER TABLE goal_outcome ADD COLUMN decision_by TEXT

UPDATE goal_outcome SET decision_by = (
	SELECT said.by FROM change AS said
	WHERE said.plan_id = goal_outcome.plan_id AND said.row = goal_outcome.id
	AND json_extract(said.after, '$.decision') = goal_outcome.decision ORDER BY said.seq DESC LIMIT 1
)

ALTER TABLE evaluation ADD COLUMN quality_by TEXT

UPDATE evaluation SET quality_by = (
	SELECT said.by FROM change AS said
	WHERE said.plan_id = evaluation.plan_id AND said.row = evaluation.id
	AND json_extract(said.after, '$.quality') = evaluation.quality ORDER BY said.seq DESC LIMIT 1
)

ALTER TABLE choice ADD COLUMN role_by TEXT

ALTER TABLE choice ADD COLUMN chosen_by TEXT

UPDATE choice SET role_by = (
	SELECT said.by FROM change AS said
	WHERE said.plan_id = choice.plan_id AND said.row = choice.id
	AND json_extract(said.after, '$.role') = choice.role ORDER BY said.seq DESC LIMIT 1
), chosen_by = (
	SELECT said.by FROM change AS said
	WHERE said.plan_id = choice.plan_id AND said.row = choice.id
	AND json_extract(said.after, '$.chosen') = choice.chosen ORDER BY said.seq DESC LIMIT 1
)

ALTER TABLE plan ADD COLUMN deciding_by TEXT

ALTER TABLE plan ADD COLUMN drawn_up_by TEXT

ALTER TABLE plan ADD COLUMN ended_by TEXT

UPDATE plan SET deciding_by = (
	SELECT said.by FROM change AS said
	WHERE said.plan_id = plan.plan_id AND said.row = plan.id
	AND json_extract(said.after, '$.deciding_role') = plan.deciding_role ORDER BY said.seq DESC LIMIT 1
), drawn_up_by = (
	SELECT said.by FROM change AS said
	WHERE said.plan_id = plan.plan_id AND said.row = plan.id AND plan.drawn_up_with <> '[]'
	AND json_extract(said.after, '$.drawn_up_with') = plan.drawn_up_with ORDER BY said.seq DESC LIMIT 1
)

ALTER TABLE agreement ADD COLUMN ended_by TEXT

UPDATE agreement SET ended_by = (
	SELECT said.by FROM change AS said
	WHERE said.plan_id = agreement.plan_id AND said.row = agreement.id
	AND json_extract(said.after, '$.ended_on') = agreement.ended_on ORDER BY said.seq DESC LIMIT 1
)

ALTER TABLE goal ADD COLUMN ended_by TEXT

UPDATE goal SET ended_by = (
	SELECT said.by FROM change AS said
	WHERE said.plan_id = goal.plan_id AND said.row = goal.id
	AND json_extract(said.after, '$.ended_on') = goal.ended_on ORDER BY said.seq DESC LIMIT 1
)

ALTER TABLE life_domain ADD COLUMN relevance_by TEXT

UPDATE life_domain SET relevance_by = (
	SELECT said.by FROM change AS said
	WHERE said.plan_id = life_domain.plan_id AND said.row = life_domain.id
	AND json_extract(said.after, '$.relevance') = life_domain.relevance ORDER BY said.seq DESC LIMIT 1
)

ALTER TABLE remark ADD COLUMN done_by TEXT

UPDATE remark SET done_by = (
	SELECT said.by FROM change AS said
	WHERE said.plan_id = remark.plan_id AND said.row = remark.id
	AND json_extract(said.after, '$.done_with') = remark.done_with ORDER BY said.seq DESC LIMIT 1
)

ALTER TABLE disagreement ADD COLUMN ended_by TEXT

UPDATE disagreement SET ended_by = (
	SELECT said.by FROM change AS said
	WHERE said.plan_id = disagreement.plan_id AND said.row = disagreement.id
	AND json_extract(said.after, '$.ended_how') = disagreement.ended_how ORDER BY said.seq DESC LIMIT 1
)

ALTER TABLE person ADD COLUMN informed TEXT
	CONSTRAINT ck_person_informed CHECK (length(informed) BETWEEN 1 AND 20000)

ALTER TABLE goal ADD COLUMN until_on TEXT
	CONSTRAINT ck_goal_until_on CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')

ALTER TABLE goal ADD COLUMN until_words TEXT
	CONSTRAINT ck_goal_until_words CHECK (length(until_words) BETWEEN 1 AND 200)

CREATE TABLE audit (
	plan_id TEXT NOT NULL,
	number INTEGER NOT NULL,
	at TEXT NOT NULL,
	event TEXT NOT NULL,
	outcome TEXT NOT NULL,
	person TEXT,
	on_behalf_of TEXT,
	keyholder TEXT,
	access_point TEXT,
	source TEXT,
	topic TEXT,
	domain TEXT,
	what TEXT,
	from_seq INTEGER,
	to_seq INTEGER,
	digest TEXT,
	chain TEXT NOT NULL,
	seal TEXT NOT NULL,
	CONSTRAINT pk_audit PRIMARY KEY (plan_id, number),
	CONSTRAINT ck_audit_event CHECK (event IN ('begin', 'open', 'read', 'list', 'change', 'withdraw', 'undo', 'hand-over', 'take-in', 'give-key', 'take-key', 'new-key', 'unfold', 'export', 'backup', 'restore', 'erase')),
	CONSTRAINT ck_audit_outcome CHECK (outcome IN ('done', 'refused', 'failed')),
	CONSTRAINT ck_audit_source CHECK (source IN ('screen', 'lines', 'command')),
	CONSTRAINT ck_audit_at CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
	CONSTRAINT ck_audit_number CHECK (number > 0),
	CONSTRAINT fk_audit_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE audit_head (
	plan_id TEXT NOT NULL,
	number INTEGER NOT NULL,
	mark TEXT NOT NULL,
	CONSTRAINT pk_audit_head PRIMARY KEY (plan_id),
	CONSTRAINT fk_audit_head_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN
SELECT RAISE(ABORT, 'the log never changes');
END

CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN
SELECT RAISE(ABORT, 'the log never changes');
END

CREATE TRIGGER audit_goes_on BEFORE INSERT ON audit WHEN new.number <> (SELECT coalesce(max(number), 0) + 1 FROM audit WHERE plan_id = new.plan_id) BEGIN
SELECT RAISE(ABORT, 'the log never changes');
END

CREATE TABLE grant (
	plan_id TEXT NOT NULL, 
	id TEXT NOT NULL, 
	seq INTEGER NOT NULL, 
	withdrawn_at TEXT, 
	version INTEGER NOT NULL, 
	person TEXT, 
	scope TEXT NOT NULL, 
	see INTEGER NOT NULL, 
	write INTEGER NOT NULL, 
	until_on TEXT, 
	voice TEXT NOT NULL, 
	given_on TEXT NOT NULL, 
	CONSTRAINT pk_grant PRIMARY KEY (plan_id, id), 
	CONSTRAINT ck_grant_scope CHECK (length(scope) BETWEEN 1 AND 200), 
	CONSTRAINT ck_grant_see CHECK (see IN (0, 1)), 
	CONSTRAINT ck_grant_write CHECK (write IN (0, 1)), 
	CONSTRAINT ck_grant_until_on CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_grant_given_on CHECK (given_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'), 
	CONSTRAINT ck_grant_withdrawn_at CHECK (withdrawn_at GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'), 
	CONSTRAINT fk_grant_plan_id_person FOREIGN KEY(plan_id, person) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_grant_plan_id_voice FOREIGN KEY(plan_id, voice) REFERENCES person (plan_id, id), 
	CONSTRAINT fk_grant_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id)
)
 WITHOUT ROWID,
 STRICT

CREATE TABLE citizen_number (
	plan_id TEXT NOT NULL, 
	detail TEXT NOT NULL, 
	number TEXT NOT NULL, 
	CONSTRAINT pk_citizen_number PRIMARY KEY (plan_id, detail), 
	CONSTRAINT ck_citizen_number_number CHECK (number GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'), 
	CONSTRAINT fk_citizen_number_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (plan_id), 
	CONSTRAINT fk_citizen_number_plan_id_detail FOREIGN KEY(plan_id, detail) REFERENCES detail (plan_id, id)
)
 WITHOUT ROWID,
 STRICT

ALTER TABLE attendance ADD COLUMN by_key INTEGER

ALTER TABLE person ADD COLUMN acts_as TEXT
	CONSTRAINT ck_person_acts_as CHECK (acts_as IN ('curator', 'mentor', 'administrator', 'authorised', 'partner', 'family'))

ALTER TABLE person ADD COLUMN acts_since TEXT
	CONSTRAINT ck_person_acts_since CHECK (acts_since GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')

ALTER TABLE person ADD COLUMN acts_since_words TEXT
	CONSTRAINT ck_person_acts_since_words CHECK (length(acts_since_words) BETWEEN 1 AND 200)

ALTER TABLE person ADD COLUMN acts_until TEXT
	CONSTRAINT ck_person_acts_until CHECK (acts_until GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')

ALTER TABLE person ADD COLUMN acts_until_words TEXT
	CONSTRAINT ck_person_acts_until_words CHECK (length(acts_until_words) BETWEEN 1 AND 200)
