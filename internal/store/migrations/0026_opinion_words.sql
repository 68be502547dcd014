-- A leader may also disagree and ask back: the table is made anew, since its verdicts are
-- checked.
CREATE TABLE opinion_of_five (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    title     TEXT NOT NULL,
    verdict   TEXT NOT NULL CHECK (verdict IN ('đồng ý', 'không đồng ý', 'hỏi lại', 'đề nghị xem lại', 'ý kiến')),
    text      TEXT NOT NULL,
    by        TEXT NOT NULL,
    day       TEXT NOT NULL CHECK (day IS date(day)),
    answer    TEXT NOT NULL,
    done      TEXT CHECK (done IS date(done)),
    CHECK (person_id IS NULL OR unit_id IS NULL)
) STRICT;

INSERT INTO opinion_of_five (id, year, person_id, unit_id, title, verdict, text, by, day, answer, done)
SELECT id, year, person_id, unit_id, title, verdict, text, by, day, answer, done FROM opinion;

DROP TABLE opinion;
ALTER TABLE opinion_of_five RENAME TO opinion;

CREATE INDEX opinion_year ON opinion (year);
CREATE INDEX opinion_person ON opinion (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX opinion_unit ON opinion (unit_id) WHERE unit_id IS NOT NULL;
