-- Who does the work of emulation and commendation, and which organisations do: what forms 0605
-- and 0604 count. A row of a person of the book takes birth, sex and training from there.
CREATE TABLE officer (
    id         TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    person     TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    name       TEXT NOT NULL CHECK (name <> '' OR person IS NOT NULL),
    born       TEXT CHECK (born IS date(born)),
    born_year  INTEGER NOT NULL,
    sex        TEXT NOT NULL CHECK (sex IN ('', 'nam', 'nữ')),
    education  TEXT NOT NULL,
    since      TEXT CHECK (since IS date(since)), -- first day in this work, wherever it was
    since_year INTEGER NOT NULL,
    from_day   TEXT CHECK (from_day IS date(from_day)), -- counted from this day on, to that day
    to_day     TEXT CHECK (to_day IS date(to_day))
) STRICT, WITHOUT ROWID;

CREATE INDEX officer_person ON officer (person) WHERE person IS NOT NULL;

CREATE TABLE bureau (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    name     TEXT NOT NULL CHECK (name <> ''),
    level    TEXT NOT NULL CHECK (level <> ''), -- mã số of its row in form 0604
    from_day TEXT CHECK (from_day IS date(from_day)),
    to_day   TEXT CHECK (to_day IS date(to_day))
) STRICT, WITHOUT ROWID;
