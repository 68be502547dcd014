-- Texts that papers of one round hold beside those of the year: of its meetings, of the public
-- posting. And the scores of a movement year by year: year 0 is of the movement as a whole.
ALTER TABLE passage ADD COLUMN round TEXT REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX passage_round ON passage (round) WHERE round IS NOT NULL;

DROP INDEX passage_person;
DROP INDEX passage_unit;
CREATE UNIQUE INDEX passage_person ON passage (person_id, year, part, coalesce(round, '')) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX passage_unit ON passage (unit_id, year, part, coalesce(round, '')) WHERE unit_id IS NOT NULL;

ALTER TABLE participant ADD COLUMN year INTEGER NOT NULL DEFAULT 0 CHECK (year = 0 OR year BETWEEN 1900 AND 2199);
