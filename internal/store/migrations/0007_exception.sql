-- What a competent person decided beside the law: it never changes an answer.

CREATE TABLE exception (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    title     TEXT NOT NULL CHECK (title <> ''),
    need      TEXT NOT NULL, -- '' for the whole title
    by        TEXT NOT NULL,
    document  TEXT NOT NULL,
    day       TEXT CHECK (day IS date(day)),
    reason    TEXT NOT NULL,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX exception_person ON exception (person_id, year, title, need) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX exception_unit ON exception (unit_id, year, title, need) WHERE unit_id IS NOT NULL;
