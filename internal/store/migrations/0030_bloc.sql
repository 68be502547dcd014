-- Cụm, khối thi đua: the offices that compete with each other in a year, by which criteria,
-- what each reached, and points beside the criteria.
CREATE TABLE bloc (
    id           TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year         INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    name         TEXT NOT NULL CHECK (name <> ''),
    scale        INTEGER NOT NULL CHECK (scale >= 0), -- hundredths, as all points
    rules        TEXT NOT NULL,
    signed       TEXT CHECK (signed IS date(signed)),
    signed_place TEXT NOT NULL,
    targets      TEXT NOT NULL,
    met          TEXT CHECK (met IS date(met)),
    met_place    TEXT NOT NULL,
    chair        TEXT NOT NULL,
    secretary    TEXT NOT NULL,
    present      TEXT NOT NULL,
    remarks      TEXT NOT NULL,
    hardship     TEXT NOT NULL,
    ahead        TEXT NOT NULL,
    next         TEXT NOT NULL,
    sent_to      TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX bloc_name ON bloc (year, name);

CREATE TABLE bloc_member (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    bloc      TEXT NOT NULL REFERENCES bloc (id) DEFERRABLE INITIALLY DEFERRED,
    place     INTEGER NOT NULL,
    name      TEXT NOT NULL CHECK (name <> ''),
    role      TEXT NOT NULL CHECK (role IN ('trưởng khối', 'phó trưởng khối', 'thành viên')),
    own       INTEGER NOT NULL CHECK (own IN (0, 1)),
    leader    TEXT NOT NULL,
    position  TEXT NOT NULL,
    votes     INTEGER CHECK (votes >= 0), -- hundredths; NULL: not known
    voters    INTEGER NOT NULL CHECK (voters >= 0),
    proposed  TEXT NOT NULL,
    note      TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX bloc_member_name ON bloc_member (bloc, name);

CREATE TABLE bloc_criterion (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    bloc     TEXT NOT NULL REFERENCES bloc (id) DEFERRABLE INITIALLY DEFERRED,
    place    INTEGER NOT NULL,
    number   TEXT NOT NULL,
    text     TEXT NOT NULL CHECK (text <> ''),
    kind     TEXT NOT NULL CHECK (kind IN ('mục', 'càng cao càng tốt', 'càng thấp càng tốt', 'mức A–D', 'chấm điểm')),
    standard INTEGER NOT NULL CHECK (standard >= 0),
    measure  TEXT NOT NULL,
    outside  INTEGER NOT NULL CHECK (outside IN (0, 1))
) STRICT;

CREATE INDEX bloc_criterion_bloc ON bloc_criterion (bloc, place);

CREATE TABLE bloc_mark (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    member    TEXT NOT NULL REFERENCES bloc_member (id) DEFERRABLE INITIALLY DEFERRED,
    criterion TEXT NOT NULL REFERENCES bloc_criterion (id) DEFERRABLE INITIALLY DEFERRED,
    plan      INTEGER CHECK (plan >= 0), -- hundredths; NULL: not known, as all below
    result    INTEGER CHECK (result >= 0),
    level     TEXT NOT NULL,
    self      INTEGER CHECK (self >= 0),
    checked   INTEGER CHECK (checked >= 0),
    evidence  TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX bloc_mark_cell ON bloc_mark (member, criterion);
CREATE INDEX bloc_mark_criterion ON bloc_mark (criterion);

CREATE TABLE bloc_extra (
    id     TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year   INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    member TEXT NOT NULL REFERENCES bloc_member (id) DEFERRABLE INITIALLY DEFERRED,
    minus  INTEGER NOT NULL CHECK (minus IN (0, 1)),
    key    TEXT NOT NULL,
    reason TEXT NOT NULL,
    count  INTEGER NOT NULL CHECK (count >= 0),
    points INTEGER NOT NULL CHECK (points >= 0)
) STRICT;

CREATE INDEX bloc_extra_member ON bloc_extra (member);
