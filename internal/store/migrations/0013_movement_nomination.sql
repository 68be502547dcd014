-- Which movement a nomination was born from.
ALTER TABLE nomination ADD COLUMN movement TEXT REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX nomination_movement ON nomination (movement) WHERE movement IS NOT NULL;
