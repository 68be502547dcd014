-- What a report of achievements tells of a person beside the office: plain text.

ALTER TABLE person ADD COLUMN home TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN residence TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN education TEXT NOT NULL DEFAULT '';
