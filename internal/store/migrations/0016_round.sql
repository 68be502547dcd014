-- Rounds (đợt xét). The round “cuối năm” of a year has no row: what names no round
-- belongs to it, and so does everything written before there were rounds.
CREATE TABLE round (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    kind     TEXT NOT NULL CHECK (kind IN ('chuyên đề', 'đột xuất', 'cống hiến', 'phong trào', 'khác')),
    year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    name     TEXT NOT NULL CHECK (name <> ''),
    day      TEXT CHECK (day IS date(day)),
    movement TEXT REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX round_year ON round (year);
CREATE INDEX round_movement ON round (movement) WHERE movement IS NOT NULL;

ALTER TABLE nomination ADD COLUMN round TEXT REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE meeting ADD COLUMN round TEXT REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE decision ADD COLUMN round TEXT REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE attachment ADD COLUMN round TEXT REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED;

CREATE INDEX nomination_round ON nomination (round) WHERE round IS NOT NULL;
CREATE INDEX meeting_round ON meeting (round) WHERE round IS NOT NULL;
CREATE INDEX decision_round ON decision (round) WHERE round IS NOT NULL;
CREATE INDEX attachment_round ON attachment (round) WHERE round IS NOT NULL;

-- One nomination for each round, subject and title.
DROP INDEX nomination_person;
DROP INDEX nomination_unit;
CREATE UNIQUE INDEX nomination_person ON nomination (person_id, year, title, coalesce(round, '')) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX nomination_unit ON nomination (unit_id, year, title, coalesce(round, '')) WHERE unit_id IS NOT NULL;
