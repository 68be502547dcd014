-- Which unit another became part of, and whether the office counts its awards and ratings as
-- that unit's own.

ALTER TABLE unit ADD COLUMN into_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED CHECK (into_id IS NOT id);
ALTER TABLE unit ADD COLUMN counts INTEGER NOT NULL DEFAULT 0 CHECK (counts IN (0, 1));

CREATE INDEX unit_into ON unit (into_id);
