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
