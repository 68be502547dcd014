-- The telephone number of a person: plain text, beside the others of 0017 and 0018.

ALTER TABLE person ADD COLUMN phone TEXT NOT NULL DEFAULT '';
