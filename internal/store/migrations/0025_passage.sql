-- What reports of merits say of a subject in a year, heading by heading, and the numbers of
-- official statistical forms that an office types.
CREATE TABLE passage (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    part      TEXT NOT NULL CHECK (part <> ''),
    text      TEXT NOT NULL CHECK (text <> ''),
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT;

CREATE UNIQUE INDEX passage_person ON passage (person_id, year, part) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX passage_unit ON passage (unit_id, year, part) WHERE unit_id IS NOT NULL;

CREATE TABLE figure (
    id     TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year   INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    form   TEXT NOT NULL CHECK (form <> ''),
    line   TEXT NOT NULL CHECK (line <> ''), -- mã số of the row
    place  TEXT NOT NULL CHECK (place <> ''), -- number of the column
    value  INTEGER NOT NULL CHECK (value >= 0)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX figure_cell ON figure (year, form, line, place);

-- The academic rank and degree of a person: plain text, beside the others of 0017, 0018, 0023.
ALTER TABLE person ADD COLUMN academic TEXT NOT NULL DEFAULT '';
