-- What carries the plan out. The tables below were laid out before anything wrote into
-- them; they are made anew as the program came to need them, and hold nothing yet.

DROP TABLE movement_criterion;
DROP TABLE movement_participant;
DROP TABLE movement;
DROP TABLE training_attendance;
DROP TABLE training;
DROP TABLE example;
DROP TABLE task;

CREATE TABLE task (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    plan     TEXT REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    section  TEXT NOT NULL, -- marks down to the section it comes from: II.3
    year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    place    INTEGER NOT NULL, -- order within the plan
    title    TEXT NOT NULL,
    unit     TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    person   TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    deadline TEXT CHECK (deadline IS date(deadline)),
    state    TEXT NOT NULL CHECK (state IN ('chưa làm', 'đang làm', 'đã xong', 'bỏ')),
    progress INTEGER NOT NULL CHECK (progress BETWEEN 0 AND 100), -- per cent
    done_day TEXT CHECK (done_day IS date(done_day)),
    evidence TEXT NOT NULL,
    note     TEXT NOT NULL
) STRICT;

CREATE INDEX task_year ON task (year, deadline);
CREATE INDEX task_plan ON task (plan);
CREATE INDEX task_unit ON task (unit);
CREATE INDEX task_person ON task (person);

CREATE TABLE movement (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('thường xuyên', 'chuyên đề')),
    scope    TEXT NOT NULL,
    manner   TEXT NOT NULL, -- loại hình of the awards it brings
    from_day TEXT CHECK (from_day IS date(from_day)),
    to_day   TEXT CHECK (to_day IS date(to_day)),
    plan     TEXT REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    document TEXT NOT NULL,
    criteria TEXT NOT NULL CHECK (json_valid(criteria)),
    reviews  TEXT NOT NULL CHECK (json_valid(reviews))
) STRICT;

CREATE INDEX movement_plan ON movement (plan);

CREATE TABLE participant (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    movement  TEXT NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    scores    TEXT NOT NULL CHECK (json_valid(scores)), -- hundredths, one for each criterion
    result    TEXT NOT NULL,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT;

CREATE INDEX participant_movement ON participant (movement);
CREATE INDEX participant_person ON participant (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX participant_unit ON participant (unit_id) WHERE unit_id IS NOT NULL;

CREATE TABLE example (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    kind      TEXT NOT NULL CHECK (kind IN ('điển hình tiên tiến', 'người tốt việc tốt', 'mô hình hay')),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    name      TEXT NOT NULL, -- of the model, or of someone from outside
    story     TEXT NOT NULL,
    found_by  TEXT NOT NULL,
    day       TEXT CHECK (day IS date(day)),
    spread    TEXT NOT NULL, -- how it was made known
    manner    TEXT NOT NULL, -- loại hình of the award it suggests, '' for none
    CHECK (person_id IS NULL OR unit_id IS NULL)
) STRICT;

CREATE INDEX example_year ON example (year);
CREATE INDEX example_person ON example (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX example_unit ON example (unit_id) WHERE unit_id IS NOT NULL;

-- Launch conferences, propaganda, training, inspections.
CREATE TABLE event (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    kind     TEXT NOT NULL CHECK (kind IN ('phát động', 'tuyên truyền', 'tập huấn', 'kiểm tra')),
    name     TEXT NOT NULL,
    host     TEXT NOT NULL,
    from_day TEXT CHECK (from_day IS date(from_day)),
    to_day   TEXT CHECK (to_day IS date(to_day)),
    place    TEXT NOT NULL,
    content  TEXT NOT NULL,
    document TEXT NOT NULL,
    remarks  TEXT NOT NULL CHECK (json_valid(remarks)) -- findings of an inspection with their follow-up
) STRICT;

CREATE INDEX event_year ON event (year);

CREATE TABLE attendance (
    id     TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    event  TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    result TEXT NOT NULL
) STRICT;

CREATE INDEX attendance_event ON attendance (event);
CREATE INDEX attendance_person ON attendance (person);

-- The emulation pact of a room, and its pledge sheet that came back.
CREATE TABLE pact (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    unit     TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    received TEXT CHECK (received IS date(received)),
    file     TEXT NOT NULL,
    signed   TEXT CHECK (signed IS date(signed)),
    signer   TEXT NOT NULL,
    note     TEXT NOT NULL
) STRICT;

CREATE INDEX pact_year ON pact (year);
CREATE INDEX pact_unit ON pact (unit);
