-- The scan of a decision is kept as a paper is.
ALTER TABLE attachment ADD COLUMN decision TEXT REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX attachment_decision ON attachment (decision) WHERE decision IS NOT NULL;
