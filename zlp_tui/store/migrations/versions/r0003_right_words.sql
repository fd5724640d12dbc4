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
