-- The post held in the Party or a mass organisation: plain text, beside the others of 0017.

ALTER TABLE person ADD COLUMN party_role TEXT NOT NULL DEFAULT '';
