-- The papers of dossiers. No program wrote attachments before: the table is made anew. The
-- bytes are kept once, under their checksum, and stay when the last attachment goes, so
-- that taking one out can be undone.
DROP TABLE attachment;

CREATE TABLE attachment (
    id         TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year       INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    nomination TEXT REFERENCES nomination (id) DEFERRABLE INITIALLY DEFERRED, -- NULL: shared by all of the year
    paper      TEXT NOT NULL CHECK (paper <> ''),
    name       TEXT NOT NULL CHECK (name <> ''),
    origin     TEXT NOT NULL,
    day        TEXT CHECK (day IS date(day)),
    size       INTEGER NOT NULL CHECK (size >= 0),
    pages      INTEGER NOT NULL CHECK (pages >= 0), -- 0: not known
    sha256     TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;

CREATE INDEX attachment_year ON attachment (year);
CREATE INDEX attachment_nomination ON attachment (nomination) WHERE nomination IS NOT NULL;
