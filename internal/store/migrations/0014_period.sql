-- Rating by months and quarters: marks of periods, the work behind them, groups of similar
-- duties, and the facts the rules of rating ask for.

CREATE TABLE period_mark (
    id          TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year        INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person      TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    period      TEXT NOT NULL CHECK (period IN ('T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12',
                                                'Q1', 'Q2', 'Q3', 'Q4')),
    state       TEXT NOT NULL CHECK (state IN ('chưa gửi', 'tự chấm', 'đã xác nhận', 'khóa')),
    self_common INTEGER NOT NULL CHECK (self_common >= 0), -- hundredths, as all points
    self_result INTEGER NOT NULL CHECK (self_result >= 0),
    self_total  INTEGER NOT NULL CHECK (self_total >= 0),
    head_common INTEGER NOT NULL CHECK (head_common >= 0),
    head_result INTEGER NOT NULL CHECK (head_result >= 0),
    head_total  INTEGER NOT NULL CHECK (head_total >= 0),
    lines       TEXT NOT NULL CHECK (lines = '' OR json_valid(lines)),   -- the ten lines of common criteria, '' for none
    shares      TEXT NOT NULL CHECK (shares = '' OR json_valid(shares)), -- a, b, c, d, đ, e in hundredths of a per cent
    note        TEXT NOT NULL,
    by          TEXT NOT NULL,
    day         TEXT CHECK (day IS date(day))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX period_mark_person ON period_mark (person, year, period);

CREATE TABLE work_item (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person   TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    period   TEXT NOT NULL CHECK (period <> ''),
    name     TEXT NOT NULL CHECK (name <> ''),
    weight   INTEGER NOT NULL CHECK (weight > 0), -- hundredths, as the numbers below
    assigned INTEGER NOT NULL CHECK (assigned >= 0),
    done     INTEGER NOT NULL CHECK (done >= 0),
    good     INTEGER NOT NULL CHECK (good >= 0),
    on_time  INTEGER NOT NULL CHECK (on_time >= 0),
    returned INTEGER NOT NULL CHECK (returned >= 0), -- times
    late     INTEGER NOT NULL CHECK (late >= 0)      -- times
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX work_item_person ON work_item (person, year, period, name);

CREATE TABLE duty (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    person    TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    name      TEXT NOT NULL CHECK (name <> ''),
    from_year INTEGER NOT NULL CHECK (from_year = 0 OR from_year BETWEEN 1900 AND 2199) -- 0: always
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX duty_person ON duty (person, from_year);

CREATE TABLE rating_fact (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    key       TEXT NOT NULL CHECK (key <> ''),
    value     INTEGER NOT NULL CHECK (value >= 0), -- hundredths of a per cent, or 1 and 0
    document  TEXT NOT NULL,
    day       TEXT CHECK (day IS date(day)),
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX rating_fact_person ON rating_fact (person_id, year, key) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX rating_fact_unit ON rating_fact (unit_id, year, key) WHERE unit_id IS NOT NULL;

-- Why a rating is not the one that the rules propose, and when its subject was told.
ALTER TABLE rating ADD COLUMN why TEXT NOT NULL DEFAULT '';
ALTER TABLE rating ADD COLUMN notified TEXT CHECK (notified IS date(notified));

-- By whom a discipline was decided, and the year of rating it counts in. The Party may
-- expel: the table is made anew, since its forms are checked.
CREATE TABLE discipline_of_two (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    person    TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    form      TEXT NOT NULL CHECK (form IN ('khiển trách', 'cảnh cáo', 'hạ bậc lương', 'giáng chức', 'cách chức', 'buộc thôi việc',
                                            'khai trừ')),
    day       TEXT NOT NULL CHECK (day IS date(day)),
    decision  TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('', 'đảng', 'chính quyền')),
    counts_in INTEGER NOT NULL CHECK (counts_in = 0 OR counts_in BETWEEN 1900 AND 2199) -- 0: the year of the day
) STRICT, WITHOUT ROWID;

INSERT INTO discipline_of_two (id, person, form, day, decision, kind, counts_in)
SELECT id, person, form, day, decision, '', 0 FROM discipline;

DROP TABLE discipline;
ALTER TABLE discipline_of_two RENAME TO discipline;

CREATE INDEX discipline_person ON discipline (person);
