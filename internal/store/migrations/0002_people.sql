-- The department, its units, its people and what happened to them.
-- References are checked when a transaction ends (NO ACTION, deferred): rows may be
-- removed in any order, but never from under rows that still name them.

CREATE TABLE org (
    id          TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    name        TEXT NOT NULL,
    superior    TEXT NOT NULL,
    issuer      TEXT NOT NULL,
    place       TEXT NOT NULL,
    symbol      TEXT NOT NULL,
    authority   TEXT NOT NULL,
    signer_role TEXT NOT NULL,
    signer      TEXT NOT NULL,
    preparer    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX org_only_one ON org ((1));

CREATE TABLE unit (
    id      TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    code    TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name    TEXT NOT NULL,
    parent  TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED CHECK (parent IS NOT id),
    kind    TEXT NOT NULL,
    founded TEXT CHECK (founded IS date(founded)),
    closed  TEXT CHECK (closed IS date(closed))
) STRICT, WITHOUT ROWID;

CREATE INDEX unit_parent ON unit (parent);

CREATE TABLE person (
    id         TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    code       TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name       TEXT NOT NULL,
    born       TEXT CHECK (born IS date(born)),
    born_year  INTEGER NOT NULL,
    sex        TEXT NOT NULL CHECK (sex IN ('', 'nam', 'nữ')),
    cccd       TEXT NOT NULL,
    unit       TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    position   TEXT NOT NULL,
    employment TEXT NOT NULL CHECK (employment IN ('', 'cán bộ', 'công chức', 'viên chức', 'người lao động')),
    leader     INTEGER NOT NULL CHECK (leader IN (0, 1)),
    start_day  TEXT CHECK (start_day IS date(start_day)),
    end_day    TEXT CHECK (end_day IS date(end_day))
) STRICT, WITHOUT ROWID;

CREATE INDEX person_unit ON person (unit);

-- Lists name people and units by one column of codes, so no code may mean both.
CREATE TRIGGER person_code_is_no_unit_insert BEFORE INSERT ON person
WHEN EXISTS (SELECT 1 FROM unit WHERE unit.code = new.code)
BEGIN SELECT raise(ABORT, 'code of a unit'); END;

CREATE TRIGGER person_code_is_no_unit_update BEFORE UPDATE OF code ON person
WHEN EXISTS (SELECT 1 FROM unit WHERE unit.code = new.code)
BEGIN SELECT raise(ABORT, 'code of a unit'); END;

CREATE TRIGGER unit_code_is_no_person_insert BEFORE INSERT ON unit
WHEN EXISTS (SELECT 1 FROM person WHERE person.code = new.code)
BEGIN SELECT raise(ABORT, 'code of a person'); END;

CREATE TRIGGER unit_code_is_no_person_update BEFORE UPDATE OF code ON unit
WHEN EXISTS (SELECT 1 FROM person WHERE person.code = new.code)
BEGIN SELECT raise(ABORT, 'code of a person'); END;

CREATE TABLE post (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    person   TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
    to_day   TEXT CHECK (to_day IS date(to_day)),
    unit     TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    position TEXT NOT NULL,
    leader   INTEGER NOT NULL CHECK (leader IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX post_person ON post (person);
CREATE INDEX post_unit ON post (unit);

CREATE TABLE discipline (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    person   TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    form     TEXT NOT NULL CHECK (form IN ('khiển trách', 'cảnh cáo', 'hạ bậc lương', 'giáng chức', 'cách chức', 'buộc thôi việc')),
    day      TEXT NOT NULL CHECK (day IS date(day)),
    decision TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX discipline_person ON discipline (person);

CREATE TABLE absence (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    person   TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
    to_day   TEXT NOT NULL CHECK (to_day IS date(to_day)),
    kind     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX absence_person ON absence (person);

-- A subject is one person or one unit: two real references, exactly one of them set.
CREATE TABLE hold (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    from_day  TEXT NOT NULL CHECK (from_day IS date(from_day)),
    to_day    TEXT CHECK (to_day IS date(to_day)),
    reason    TEXT NOT NULL,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX hold_person ON hold (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX hold_unit ON hold (unit_id) WHERE unit_id IS NOT NULL;
