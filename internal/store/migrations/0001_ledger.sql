-- The file's own books: which migrations made it, what was done in it, how it is set.

CREATE TABLE migration (
    number  INTEGER NOT NULL PRIMARY KEY,
    name    TEXT NOT NULL,
    sha256  TEXT NOT NULL CHECK (length(sha256) = 64),
    program TEXT NOT NULL -- version text of the program that ran it
) STRICT;

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- AUTOINCREMENT keeps the highest number ever given, so that a tail cut off is noticed.
CREATE TABLE history (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    id     TEXT NOT NULL UNIQUE,
    verb   TEXT NOT NULL,
    words  TEXT NOT NULL,
    by     TEXT NOT NULL,
    host   TEXT NOT NULL,
    at     TEXT NOT NULL, -- RFC 3339 with zone
    undoes INTEGER REFERENCES history (seq),
    prev   TEXT NOT NULL,
    hash   TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE history_row (
    seq    INTEGER NOT NULL REFERENCES history (seq),
    place  INTEGER NOT NULL,
    noun   TEXT NOT NULL,
    key    TEXT NOT NULL,
    before TEXT CHECK (before IS NULL OR json_valid(before)),
    after  TEXT CHECK (after IS NULL OR json_valid(after)),
    PRIMARY KEY (seq, place),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX history_row_key ON history_row (key, seq);

CREATE TRIGGER history_is_final BEFORE UPDATE ON history
BEGIN SELECT raise(ABORT, 'history is never changed'); END;

CREATE TRIGGER history_is_kept BEFORE DELETE ON history
BEGIN SELECT raise(ABORT, 'history is never removed'); END;

CREATE TRIGGER history_row_is_final BEFORE UPDATE ON history_row
BEGIN SELECT raise(ABORT, 'history is never changed'); END;

CREATE TRIGGER history_row_is_kept BEFORE DELETE ON history_row
BEGIN SELECT raise(ABORT, 'history is never removed'); END;
