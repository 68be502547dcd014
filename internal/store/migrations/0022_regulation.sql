-- What a province sets by its own regulation, as the text of the regulation's file. Only what
-- somebody chose to apply stands here.

CREATE TABLE regulation (
    id         TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    number     TEXT NOT NULL UNIQUE CHECK (number <> ''),
    signed     TEXT NOT NULL CHECK (signed IS date(signed)),
    first_year INTEGER NOT NULL CHECK (first_year BETWEEN 1900 AND 2199),
    last_year  INTEGER NOT NULL CHECK (last_year = 0 OR last_year BETWEEN first_year AND 2199),
    text       TEXT NOT NULL CHECK (text <> '')
) STRICT, WITHOUT ROWID;
