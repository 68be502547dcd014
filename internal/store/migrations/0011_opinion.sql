-- What leaders write about a subject, one of its titles, or a whole year.
CREATE TABLE opinion (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    title     TEXT NOT NULL,
    verdict   TEXT NOT NULL CHECK (verdict IN ('đồng ý', 'đề nghị xem lại', 'ý kiến')),
    text      TEXT NOT NULL,
    by        TEXT NOT NULL,
    day       TEXT NOT NULL CHECK (day IS date(day)),
    answer    TEXT NOT NULL,
    done      TEXT CHECK (done IS date(done)),
    CHECK (person_id IS NULL OR unit_id IS NULL)
) STRICT;

CREATE INDEX opinion_year ON opinion (year);
CREATE INDEX opinion_person ON opinion (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX opinion_unit ON opinion (unit_id) WHERE unit_id IS NOT NULL;
