-- What people and units earned, aim at and are put forward for, year by year.

CREATE TABLE year (
    id                 TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year               INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1900 AND 2199),
    pledges_closed     INTEGER NOT NULL CHECK (pledges_closed IN (0, 1)),
    ratings_closed     INTEGER NOT NULL CHECK (ratings_closed IN (0, 1)),
    initiatives_closed INTEGER NOT NULL CHECK (initiatives_closed IN (0, 1)),
    titles_closed      INTEGER NOT NULL CHECK (titles_closed IN (0, 1)),
    locked             INTEGER NOT NULL CHECK (locked IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE local (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    key      TEXT NOT NULL CHECK (key <> ''),
    value    TEXT NOT NULL,
    document TEXT NOT NULL,
    day      TEXT CHECK (day IS date(day)),
    UNIQUE (year, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE rating (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    level     TEXT NOT NULL CHECK (level IN ('HTXS', 'HTT', 'HT', 'KHT')),
    points    INTEGER NOT NULL CHECK (points >= 0), -- hundredths, 0: none entered
    decision  TEXT NOT NULL,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX rating_person ON rating (person_id, year) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX rating_unit ON rating (unit_id, year) WHERE unit_id IS NOT NULL;

CREATE TABLE initiative (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person   TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    title    TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('sáng kiến', 'đề tài')),
    scope    TEXT NOT NULL CHECK (scope IN ('cơ sở', 'tỉnh', 'toàn quốc')),
    share    INTEGER NOT NULL CHECK (share BETWEEN 0 AND 100), -- per cent, 0: not stated
    decision TEXT NOT NULL,
    day      TEXT CHECK (day IS date(day))
) STRICT, WITHOUT ROWID;

CREATE INDEX initiative_person ON initiative (person, year);

CREATE TABLE award (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    code      TEXT NOT NULL CHECK (code <> ''),
    from_year INTEGER NOT NULL CHECK (from_year BETWEEN 1900 AND 2199),
    to_year   INTEGER NOT NULL CHECK (to_year BETWEEN from_year AND 2199),
    decision  TEXT NOT NULL,
    day       TEXT CHECK (day IS date(day)),
    signer    TEXT NOT NULL,
    level     TEXT NOT NULL,
    manner    TEXT NOT NULL,
    revoked   INTEGER NOT NULL CHECK (revoked IN (0, 1)),
    reason    TEXT NOT NULL,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX award_person ON award (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX award_unit ON award (unit_id) WHERE unit_id IS NOT NULL;

CREATE TABLE pledge (
    id         TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year       INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person_id  TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id    TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    title      TEXT NOT NULL CHECK (title <> ''),
    initiative TEXT NOT NULL,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX pledge_person ON pledge (person_id, year, title) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX pledge_unit ON pledge (unit_id, year, title) WHERE unit_id IS NOT NULL;

CREATE TABLE tick (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    title     TEXT NOT NULL CHECK (title <> ''),
    need      TEXT NOT NULL CHECK (need <> ''),
    met       INTEGER NOT NULL CHECK (met IN (0, 1)),
    by        TEXT NOT NULL,
    day       TEXT CHECK (day IS date(day)),
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX tick_person ON tick (person_id, year, title, need) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX tick_unit ON tick (unit_id, year, title, need) WHERE unit_id IS NOT NULL;

-- Findings run to some kilobytes, so this table keeps its rowid.
CREATE TABLE nomination (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    title     TEXT NOT NULL CHECK (title <> ''),
    state     TEXT NOT NULL CHECK (state IN ('đề nghị', 'đang xét', 'Hội đồng thông qua', 'Hội đồng không thông qua',
                                             'đã trình', 'công nhận', 'không công nhận', 'rút')),
    day       TEXT CHECK (day IS date(day)),
    reason    TEXT NOT NULL,
    regime    TEXT NOT NULL,
    checksum  TEXT NOT NULL,
    findings  TEXT NOT NULL,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT;

CREATE INDEX nomination_year ON nomination (year, id);
CREATE UNIQUE INDEX nomination_person ON nomination (person_id, year, title) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX nomination_unit ON nomination (unit_id, year, title) WHERE unit_id IS NOT NULL;
