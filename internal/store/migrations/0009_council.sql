-- From the Council to the decision and back. The tables made anew below were laid out
-- before anything wrote into them and hold nothing yet.

-- A nomination may be returned, too.
CREATE TABLE nomination_new (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    title     TEXT NOT NULL CHECK (title <> ''),
    state     TEXT NOT NULL CHECK (state IN ('đề nghị', 'đang xét', 'Hội đồng thông qua', 'Hội đồng không thông qua',
                                             'đã trình', 'công nhận', 'không công nhận', 'trả lại', 'rút')),
    day       TEXT CHECK (day IS date(day)),
    reason    TEXT NOT NULL,
    regime    TEXT NOT NULL,
    checksum  TEXT NOT NULL,
    findings  TEXT NOT NULL,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT;

INSERT INTO nomination_new SELECT * FROM nomination;
DROP TABLE nomination;
ALTER TABLE nomination_new RENAME TO nomination;

CREATE INDEX nomination_year ON nomination (year, id);
CREATE UNIQUE INDEX nomination_person ON nomination (person_id, year, title) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX nomination_unit ON nomination (unit_id, year, title) WHERE unit_id IS NOT NULL;

CREATE TABLE nomination_step (
    id         TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    nomination TEXT NOT NULL REFERENCES nomination (id) DEFERRABLE INITIALLY DEFERRED,
    from_state TEXT NOT NULL, -- '' when it was made
    to_state   TEXT NOT NULL CHECK (to_state <> ''),
    day        TEXT CHECK (day IS date(day)),
    by         TEXT NOT NULL,
    reason     TEXT NOT NULL
) STRICT;

CREATE INDEX nomination_step_nomination ON nomination_step (nomination);

DROP TABLE ballot;
DROP TABLE presence;
DROP TABLE meeting;
DROP TABLE council_member;
DROP TABLE decision_line;
DROP TABLE decision;
DROP TABLE complaint;

CREATE TABLE council_member (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    person   TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, -- NULL: from outside
    name     TEXT NOT NULL,
    role     TEXT NOT NULL CHECK (role IN ('chủ tịch', 'phó chủ tịch', 'thư ký', 'ủy viên')),
    voting   INTEGER NOT NULL CHECK (voting IN (0, 1)),
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
    members INTEGER NOT NULL CHECK (members >= 0), -- all members with a vote that day
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

-- The share is of all members, so members is kept with the count it belongs to; a
-- member who does not vote in their own case stays among them.
CREATE TABLE ballot (
    id            TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    meeting       TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    nomination    TEXT NOT NULL REFERENCES nomination (id) DEFERRABLE INITIALLY DEFERRED,
    members       INTEGER NOT NULL CHECK (members >= 0),
    votes_for     INTEGER NOT NULL CHECK (votes_for >= 0),
    votes_against INTEGER NOT NULL CHECK (votes_against >= 0),
    votes_invalid INTEGER NOT NULL CHECK (votes_invalid >= 0),
    away          INTEGER NOT NULL CHECK (away >= 0),
    recused       INTEGER NOT NULL CHECK (recused >= 0),
    result        TEXT NOT NULL, -- the state it led to, '' while it is counted
    CHECK (votes_for + votes_against + votes_invalid + away + recused <= members),
    UNIQUE (meeting, nomination)
) STRICT;

CREATE INDEX ballot_nomination ON ballot (nomination);

CREATE TABLE decision (
    id          TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    kind        TEXT NOT NULL CHECK (kind IN ('khen thưởng', 'hủy bỏ')),
    number      TEXT NOT NULL CHECK (number <> ''),
    day         TEXT NOT NULL CHECK (day IS date(day)),
    issuer      TEXT NOT NULL,
    signer      TEXT NOT NULL,
    level       TEXT NOT NULL,
    manner      TEXT NOT NULL,
    movement    TEXT REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
    title       TEXT NOT NULL,
    ground      TEXT NOT NULL, -- of a revocation, with its article
    corrections TEXT NOT NULL CHECK (json_valid(corrections))
) STRICT;

CREATE INDEX decision_day ON decision (day);
CREATE INDEX decision_movement ON decision (movement);

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
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT;

CREATE INDEX decision_line_place ON decision_line (decision, place); -- two PCs may both add the next line

CREATE INDEX decision_line_person ON decision_line (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX decision_line_unit ON decision_line (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX decision_line_nomination ON decision_line (nomination);
CREATE INDEX decision_line_award ON decision_line (award);

CREATE TABLE fund_entry (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    day      TEXT CHECK (day IS date(day)),
    kind     TEXT NOT NULL CHECK (kind IN ('thu', 'chi')),
    content  TEXT NOT NULL,
    amount   INTEGER NOT NULL CHECK (amount >= 0), -- đồng
    decision TEXT REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED,
    document TEXT NOT NULL
) STRICT;

CREATE INDEX fund_entry_year ON fund_entry (year);
CREATE INDEX fund_entry_decision ON fund_entry (decision);

-- An open complaint has its row in hold, which is what the law reads.
CREATE TABLE complaint (
    id         TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    received   TEXT NOT NULL CHECK (received IS date(received)),
    sender     TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('khiếu nại', 'tố cáo', 'kiến nghị')),
    person_id  TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id    TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    award      TEXT REFERENCES award (id) DEFERRABLE INITIALLY DEFERRED,
    nomination TEXT REFERENCES nomination (id) DEFERRABLE INITIALLY DEFERRED,
    summary    TEXT NOT NULL,
    deadline   TEXT CHECK (deadline IS date(deadline)),
    closed     TEXT CHECK (closed IS date(closed)),
    upheld     TEXT NOT NULL,
    outcome    TEXT NOT NULL,
    hold       TEXT REFERENCES hold (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT;

CREATE INDEX complaint_deadline ON complaint (deadline);
CREATE INDEX complaint_person ON complaint (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX complaint_unit ON complaint (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX complaint_award ON complaint (award);
CREATE INDEX complaint_nomination ON complaint (nomination);
CREATE INDEX complaint_hold ON complaint (hold);

-- Forms that certificates are printed onto; lengths in tenths of a millimetre.
CREATE TABLE stock (
    id     TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    name   TEXT NOT NULL,
    width  INTEGER NOT NULL CHECK (width > 0),
    height INTEGER NOT NULL CHECK (height > 0),
    fields TEXT NOT NULL CHECK (json_valid(fields))
) STRICT;
