-- The order the office gives the people who may be chosen for a title in a year.
CREATE TABLE ranking (
    id     TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year   INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    title  TEXT NOT NULL CHECK (title <> ''),
    person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    place  INTEGER NOT NULL CHECK (place > 0),
    UNIQUE (year, title, person)
) STRICT;

CREATE INDEX ranking_person ON ranking (person);
