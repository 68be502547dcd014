-- The year's work: plans and tasks, movements, the Council, decisions, files, and the rest.

CREATE TABLE plan (
    id          TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year        INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    kind        TEXT NOT NULL,
    number      TEXT NOT NULL,
    symbol      TEXT NOT NULL,
    date_text   TEXT NOT NULL,
    day         TEXT CHECK (day IS date(day)),
    place       TEXT NOT NULL,
    superior    TEXT NOT NULL,
    issuer      TEXT NOT NULL,
    title       TEXT NOT NULL,
    bases       TEXT NOT NULL CHECK (json_valid(bases)),
    preamble    TEXT NOT NULL CHECK (json_valid(preamble)),
    sections    TEXT NOT NULL CHECK (json_valid(sections)),
    closing     TEXT NOT NULL,
    recipients  TEXT NOT NULL CHECK (json_valid(recipients)),
    authority   TEXT NOT NULL,
    signer_role TEXT NOT NULL,
    signer      TEXT NOT NULL
) STRICT;

CREATE INDEX plan_year ON plan (year, id);

CREATE TABLE task (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    plan     TEXT REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    place    INTEGER NOT NULL, -- order within the plan
    title    TEXT NOT NULL,
    unit     TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    person   TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    deadline TEXT CHECK (deadline IS date(deadline)),
    state    TEXT NOT NULL CHECK (state IN ('chưa làm', 'đang làm', 'đã xong', 'bỏ')),
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
    year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    name     TEXT NOT NULL,
    scope    TEXT NOT NULL,
    from_day TEXT CHECK (from_day IS date(from_day)),
    to_day   TEXT CHECK (to_day IS date(to_day)),
    plan     TEXT REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
    summary  TEXT NOT NULL
) STRICT;

CREATE INDEX movement_year ON movement (year);
CREATE INDEX movement_plan ON movement (plan);

CREATE TABLE movement_criterion (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    movement TEXT NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
    place    INTEGER NOT NULL,
    text     TEXT NOT NULL,
    points   INTEGER NOT NULL CHECK (points >= 0), -- hundredths, 0: not scored
    UNIQUE (movement, place)
) STRICT;

CREATE TABLE movement_participant (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    movement  TEXT NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    joined    TEXT CHECK (joined IS date(joined)),
    points    INTEGER NOT NULL CHECK (points >= 0),
    result    TEXT NOT NULL,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT;

CREATE UNIQUE INDEX movement_participant_person ON movement_participant (person_id, movement) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX movement_participant_unit ON movement_participant (unit_id, movement) WHERE unit_id IS NOT NULL;
CREATE INDEX movement_participant_movement ON movement_participant (movement);

CREATE TABLE council_member (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    person   TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, -- NULL: from outside
    name     TEXT NOT NULL,
    role     TEXT NOT NULL, -- chủ tịch, phó chủ tịch, thư ký, ủy viên
    from_day TEXT CHECK (from_day IS date(from_day)),
    to_day   TEXT CHECK (to_day IS date(to_day)),
    decision TEXT NOT NULL
) STRICT;

CREATE INDEX council_member_person ON council_member (person);

CREATE TABLE meeting (
    id      TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year    INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    day     TEXT CHECK (day IS date(day)),
    place   TEXT NOT NULL,
    title   TEXT NOT NULL,
    members INTEGER NOT NULL CHECK (members >= 0), -- all members of the Council that day
    minutes TEXT NOT NULL
) STRICT;

CREATE INDEX meeting_year ON meeting (year);

CREATE TABLE presence (
    id      TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    member  TEXT NOT NULL REFERENCES council_member (id) DEFERRABLE INITIALLY DEFERRED,
    state   TEXT NOT NULL CHECK (state IN ('có mặt', 'vắng', 'gửi phiếu')),
    reason  TEXT NOT NULL,
    UNIQUE (meeting, member)
) STRICT;

CREATE INDEX presence_member ON presence (member);

-- The share is of all members, so members is kept with the count it belongs to.
CREATE TABLE ballot (
    id              TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    meeting         TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    nomination      TEXT NOT NULL REFERENCES nomination (id) DEFERRABLE INITIALLY DEFERRED,
    members         INTEGER NOT NULL CHECK (members >= 0),
    votes_for       INTEGER NOT NULL CHECK (votes_for >= 0),
    votes_against   INTEGER NOT NULL CHECK (votes_against >= 0),
    votes_invalid   INTEGER NOT NULL CHECK (votes_invalid >= 0),
    written_for     INTEGER NOT NULL CHECK (written_for BETWEEN 0 AND votes_for),
    written_against INTEGER NOT NULL CHECK (written_against BETWEEN 0 AND votes_against),
    CHECK (votes_for + votes_against + votes_invalid <= members),
    UNIQUE (meeting, nomination)
) STRICT;

CREATE INDEX ballot_nomination ON ballot (nomination);

CREATE TABLE decision (
    id          TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    number      TEXT NOT NULL,
    symbol      TEXT NOT NULL,
    day         TEXT CHECK (day IS date(day)),
    issuer      TEXT NOT NULL,
    signer      TEXT NOT NULL,
    signer_role TEXT NOT NULL,
    level       TEXT NOT NULL,
    title       TEXT NOT NULL
) STRICT;

CREATE INDEX decision_day ON decision (day);

CREATE TABLE decision_line (
    id         TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    decision   TEXT NOT NULL REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
    place      INTEGER NOT NULL,
    person_id  TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id    TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    code       TEXT NOT NULL CHECK (code <> ''),
    nomination TEXT REFERENCES nomination (id) DEFERRABLE INITIALLY DEFERRED,
    award      TEXT REFERENCES award (id) DEFERRABLE INITIALLY DEFERRED,
    amount     INTEGER NOT NULL CHECK (amount >= 0), -- bonus in đồng
    CHECK ((person_id IS NULL) <> (unit_id IS NULL)),
    UNIQUE (decision, place)
) STRICT;

CREATE INDEX decision_line_person ON decision_line (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX decision_line_unit ON decision_line (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX decision_line_nomination ON decision_line (nomination);
CREATE INDEX decision_line_award ON decision_line (award);

-- One content may hang on several records; it is kept once, under its checksum.
CREATE TABLE attachment_content (
    sha256  TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    content BLOB NOT NULL
) STRICT;

CREATE TABLE attachment (
    id     TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    noun   TEXT NOT NULL, -- kind and key of the record it belongs to
    record TEXT NOT NULL,
    name   TEXT NOT NULL,
    size   INTEGER NOT NULL CHECK (size >= 0),
    sha256 TEXT NOT NULL REFERENCES attachment_content (sha256) DEFERRABLE INITIALLY DEFERRED,
    note   TEXT NOT NULL
) STRICT;

CREATE INDEX attachment_record ON attachment (record);
CREATE INDEX attachment_sha256 ON attachment (sha256);

CREATE TABLE complaint (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    received  TEXT NOT NULL CHECK (received IS date(received)),
    sender    TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('khiếu nại', 'tố cáo', 'kiến nghị')),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    summary   TEXT NOT NULL,
    deadline  TEXT CHECK (deadline IS date(deadline)),
    closed    TEXT CHECK (closed IS date(closed)),
    outcome   TEXT NOT NULL,
    CHECK (person_id IS NULL OR unit_id IS NULL)
) STRICT;

CREATE INDEX complaint_deadline ON complaint (deadline);
CREATE INDEX complaint_person ON complaint (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX complaint_unit ON complaint (unit_id) WHERE unit_id IS NOT NULL;

CREATE TABLE example (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    kind      TEXT NOT NULL CHECK (kind IN ('điển hình tiên tiến', 'người tốt việc tốt')),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    name      TEXT NOT NULL, -- of someone from outside, else ''
    story     TEXT NOT NULL,
    praised   TEXT NOT NULL, -- how it was made known or commended
    CHECK (person_id IS NULL OR unit_id IS NULL)
) STRICT;

CREATE INDEX example_year ON example (year);
CREATE INDEX example_person ON example (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX example_unit ON example (unit_id) WHERE unit_id IS NOT NULL;

CREATE TABLE training (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    name     TEXT NOT NULL,
    host     TEXT NOT NULL,
    from_day TEXT CHECK (from_day IS date(from_day)),
    to_day   TEXT CHECK (to_day IS date(to_day)),
    document TEXT NOT NULL
) STRICT;

CREATE INDEX training_year ON training (year);

CREATE TABLE training_attendance (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    training TEXT NOT NULL REFERENCES training (id) DEFERRABLE INITIALLY DEFERRED,
    person   TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    result   TEXT NOT NULL,
    UNIQUE (training, person)
) STRICT;

CREATE INDEX training_attendance_person ON training_attendance (person);
