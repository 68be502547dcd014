-- 27dd0e473830964f4659948faf682380def62705eded90dd7b36f121edc36e6a
CREATE TABLE absence (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    person   TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
    to_day   TEXT NOT NULL CHECK (to_day IS date(to_day)),
    kind     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    id     TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    login  TEXT NOT NULL UNIQUE CHECK (login <> ''),
    name   TEXT NOT NULL,
    role   TEXT NOT NULL CHECK (role IN ('văn thư', 'thư ký', 'lãnh đạo', 'mã giấy')),
    secret TEXT NOT NULL -- Argon2id
) STRICT;

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
, decision TEXT REFERENCES decision (id) DEFERRABLE INITIALLY DEFERRED, round TEXT REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED) STRICT;

CREATE TABLE attachment_content (
    sha256  TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    content BLOB NOT NULL
) STRICT;

CREATE TABLE attendance (
    id     TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    event  TEXT NOT NULL REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    result TEXT NOT NULL
) STRICT;

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

CREATE TABLE bureau (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    name     TEXT NOT NULL CHECK (name <> ''),
    level    TEXT NOT NULL CHECK (level <> ''), -- mã số of its row in form 0604
    from_day TEXT CHECK (from_day IS date(from_day)),
    to_day   TEXT CHECK (to_day IS date(to_day))
) STRICT, WITHOUT ROWID;

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
, round TEXT REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED) STRICT;

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

CREATE TABLE "discipline" (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    person    TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    form      TEXT NOT NULL CHECK (form IN ('khiển trách', 'cảnh cáo', 'hạ bậc lương', 'giáng chức', 'cách chức', 'buộc thôi việc',
                                            'khai trừ')),
    day       TEXT NOT NULL CHECK (day IS date(day)),
    decision  TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('', 'đảng', 'chính quyền')),
    counts_in INTEGER NOT NULL CHECK (counts_in = 0 OR counts_in BETWEEN 1900 AND 2199) -- 0: the year of the day
) STRICT, WITHOUT ROWID;

CREATE TABLE duty (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    person    TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    name      TEXT NOT NULL CHECK (name <> ''),
    from_year INTEGER NOT NULL CHECK (from_year = 0 OR from_year BETWEEN 1900 AND 2199) -- 0: always
) STRICT, WITHOUT ROWID;

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

CREATE TABLE exception (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    title     TEXT NOT NULL CHECK (title <> ''),
    need      TEXT NOT NULL, -- '' for the whole title
    by        TEXT NOT NULL,
    document  TEXT NOT NULL,
    day       TEXT CHECK (day IS date(day)),
    reason    TEXT NOT NULL,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE figure (
    id     TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year   INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    form   TEXT NOT NULL CHECK (form <> ''),
    line   TEXT NOT NULL CHECK (line <> ''), -- mã số of the row
    place  TEXT NOT NULL CHECK (place <> ''), -- number of the column
    value  INTEGER NOT NULL CHECK (value >= 0)
) STRICT, WITHOUT ROWID;

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
, signer TEXT REFERENCES signer (id), signature TEXT CHECK (signature IS NULL OR length(signature) = 128)) STRICT;

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

CREATE TABLE hold (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    from_day  TEXT NOT NULL CHECK (from_day IS date(from_day)),
    to_day    TEXT CHECK (to_day IS date(to_day)),
    reason    TEXT NOT NULL,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT, WITHOUT ROWID;

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

CREATE TABLE layout (
    id   TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    kind TEXT NOT NULL CHECK (kind <> ''),
    text TEXT NOT NULL CHECK (text <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE local (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    key      TEXT NOT NULL CHECK (key <> ''),
    value    TEXT NOT NULL,
    document TEXT NOT NULL,
    day      TEXT CHECK (day IS date(day)), about TEXT NOT NULL DEFAULT '',
    UNIQUE (year, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting (
    id      TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year    INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    day     TEXT CHECK (day IS date(day)),
    place   TEXT NOT NULL,
    title   TEXT NOT NULL,
    members INTEGER NOT NULL CHECK (members >= 0), -- all members with a vote that day
    minutes TEXT NOT NULL
, round TEXT REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED) STRICT;

CREATE TABLE merge (
    id      TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    file    TEXT NOT NULL,
    head    TEXT NOT NULL, -- hash of the last entry of the other file
    origins TEXT NOT NULL CHECK (json_valid(origins)),
    losers  TEXT NOT NULL CHECK (json_valid(losers)),
    united  TEXT NOT NULL CHECK (json_valid(united))
, signers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(signers)), past TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE migration (
    number  INTEGER NOT NULL PRIMARY KEY,
    name    TEXT NOT NULL,
    sha256  TEXT NOT NULL CHECK (length(sha256) = 64),
    program TEXT NOT NULL -- version text of the program that ran it
) STRICT;

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

CREATE TABLE "nomination" (
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
    findings  TEXT NOT NULL, movement TEXT REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED, round TEXT REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT;

CREATE TABLE nomination_step (
    id         TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    nomination TEXT NOT NULL REFERENCES nomination (id) DEFERRABLE INITIALLY DEFERRED,
    from_state TEXT NOT NULL, -- '' when it was made
    to_state   TEXT NOT NULL CHECK (to_state <> ''),
    day        TEXT CHECK (day IS date(day)),
    by         TEXT NOT NULL,
    reason     TEXT NOT NULL
) STRICT;

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

CREATE TABLE "opinion" (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    title     TEXT NOT NULL,
    verdict   TEXT NOT NULL CHECK (verdict IN ('đồng ý', 'không đồng ý', 'hỏi lại', 'đề nghị xem lại', 'ý kiến')),
    text      TEXT NOT NULL,
    by        TEXT NOT NULL,
    day       TEXT NOT NULL CHECK (day IS date(day)),
    answer    TEXT NOT NULL,
    done      TEXT CHECK (done IS date(done)),
    CHECK (person_id IS NULL OR unit_id IS NULL)
) STRICT;

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
, mandate TEXT NOT NULL DEFAULT '', keeper TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;

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

CREATE TABLE participant (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    movement  TEXT NOT NULL REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED,
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    scores    TEXT NOT NULL CHECK (json_valid(scores)), -- hundredths, one for each criterion
    result    TEXT NOT NULL, year INTEGER NOT NULL DEFAULT 0 CHECK (year = 0 OR year BETWEEN 1900 AND 2199),
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT;

CREATE TABLE passage (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    part      TEXT NOT NULL CHECK (part <> ''),
    text      TEXT NOT NULL CHECK (text <> ''), round TEXT REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT;

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
, home TEXT NOT NULL DEFAULT '', residence TEXT NOT NULL DEFAULT '', education TEXT NOT NULL DEFAULT '', party_role TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '', academic TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;

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

CREATE TABLE pledge (
    id         TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year       INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person_id  TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id    TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    title      TEXT NOT NULL CHECK (title <> ''),
    initiative TEXT NOT NULL,
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE post (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    person   TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    from_day TEXT NOT NULL CHECK (from_day IS date(from_day)),
    to_day   TEXT CHECK (to_day IS date(to_day)),
    unit     TEXT NOT NULL REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    position TEXT NOT NULL,
    leader   INTEGER NOT NULL CHECK (leader IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE presence (
    id      TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    meeting TEXT NOT NULL REFERENCES meeting (id) DEFERRABLE INITIALLY DEFERRED,
    member  TEXT NOT NULL REFERENCES council_member (id) DEFERRABLE INITIALLY DEFERRED,
    state   TEXT NOT NULL CHECK (state IN ('có mặt', 'vắng', 'gửi phiếu')),
    reason  TEXT NOT NULL,
    UNIQUE (meeting, member)
) STRICT;

CREATE TABLE ranking (
    id     TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year   INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    title  TEXT NOT NULL CHECK (title <> ''),
    person TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    place  INTEGER NOT NULL CHECK (place > 0),
    UNIQUE (year, title, person)
) STRICT;

CREATE TABLE rating (
    id        TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year      INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    unit_id   TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED,
    level     TEXT NOT NULL CHECK (level IN ('HTXS', 'HTT', 'HT', 'KHT')),
    points    INTEGER NOT NULL CHECK (points >= 0), -- hundredths, 0: none entered
    decision  TEXT NOT NULL, why TEXT NOT NULL DEFAULT '', notified TEXT CHECK (notified IS date(notified)),
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
) STRICT, WITHOUT ROWID;

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

CREATE TABLE regulation (
    id         TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    number     TEXT NOT NULL UNIQUE CHECK (number <> ''),
    signed     TEXT NOT NULL CHECK (signed IS date(signed)),
    first_year INTEGER NOT NULL CHECK (first_year BETWEEN 1900 AND 2199),
    last_year  INTEGER NOT NULL CHECK (last_year = 0 OR last_year BETWEEN first_year AND 2199),
    text       TEXT NOT NULL CHECK (text <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE round (
    id       TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    kind     TEXT NOT NULL CHECK (kind IN ('chuyên đề', 'đột xuất', 'cống hiến', 'phong trào', 'khác')),
    year     INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    name     TEXT NOT NULL CHECK (name <> ''),
    day      TEXT CHECK (day IS date(day)),
    movement TEXT REFERENCES movement (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE signer (
    id     TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32), -- of the public key's SHA-256
    public TEXT NOT NULL CHECK (length(public) = 64),         -- Ed25519, hex
    host   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE stock (
    id     TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    name   TEXT NOT NULL,
    width  INTEGER NOT NULL CHECK (width > 0),
    height INTEGER NOT NULL CHECK (height > 0),
    fields TEXT NOT NULL CHECK (json_valid(fields))
) STRICT;

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

CREATE TABLE unit (
    id      TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    code    TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name    TEXT NOT NULL,
    parent  TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED CHECK (parent IS NOT id),
    kind    TEXT NOT NULL,
    founded TEXT CHECK (founded IS date(founded)),
    closed  TEXT CHECK (closed IS date(closed))
, into_id TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED CHECK (into_id IS NOT id), counts INTEGER NOT NULL DEFAULT 0 CHECK (counts IN (0, 1))) STRICT, WITHOUT ROWID;

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

CREATE TABLE year (
    id                 TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    year               INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1900 AND 2199),
    pledges_closed     INTEGER NOT NULL CHECK (pledges_closed IN (0, 1)),
    ratings_closed     INTEGER NOT NULL CHECK (ratings_closed IN (0, 1)),
    initiatives_closed INTEGER NOT NULL CHECK (initiatives_closed IN (0, 1)),
    titles_closed      INTEGER NOT NULL CHECK (titles_closed IN (0, 1)),
    locked             INTEGER NOT NULL CHECK (locked IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX absence_person ON absence (person);

CREATE INDEX attachment_decision ON attachment (decision) WHERE decision IS NOT NULL;

CREATE INDEX attachment_nomination ON attachment (nomination) WHERE nomination IS NOT NULL;

CREATE INDEX attachment_round ON attachment (round) WHERE round IS NOT NULL;

CREATE INDEX attachment_year ON attachment (year);

CREATE INDEX attendance_event ON attendance (event);

CREATE INDEX attendance_person ON attendance (person);

CREATE INDEX award_person ON award (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX award_unit ON award (unit_id) WHERE unit_id IS NOT NULL;

CREATE INDEX ballot_nomination ON ballot (nomination);

CREATE UNIQUE INDEX bloc_name ON bloc (year, name);

CREATE INDEX bloc_criterion_bloc ON bloc_criterion (bloc, place);

CREATE INDEX bloc_extra_member ON bloc_extra (member);

CREATE UNIQUE INDEX bloc_mark_cell ON bloc_mark (member, criterion);

CREATE INDEX bloc_mark_criterion ON bloc_mark (criterion);

CREATE UNIQUE INDEX bloc_member_name ON bloc_member (bloc, name);

CREATE INDEX complaint_award ON complaint (award);

CREATE INDEX complaint_deadline ON complaint (deadline);

CREATE INDEX complaint_hold ON complaint (hold);

CREATE INDEX complaint_nomination ON complaint (nomination);

CREATE INDEX complaint_person ON complaint (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX complaint_unit ON complaint (unit_id) WHERE unit_id IS NOT NULL;

CREATE INDEX council_member_person ON council_member (person);

CREATE INDEX decision_day ON decision (day);

CREATE INDEX decision_movement ON decision (movement);

CREATE INDEX decision_round ON decision (round) WHERE round IS NOT NULL;

CREATE INDEX decision_line_award ON decision_line (award);

CREATE INDEX decision_line_nomination ON decision_line (nomination);

CREATE INDEX decision_line_person ON decision_line (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX decision_line_place ON decision_line (decision, place);

CREATE INDEX decision_line_unit ON decision_line (unit_id) WHERE unit_id IS NOT NULL;

CREATE INDEX discipline_person ON discipline (person);

CREATE UNIQUE INDEX duty_person ON duty (person, from_year);

CREATE INDEX event_year ON event (year);

CREATE INDEX example_person ON example (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX example_unit ON example (unit_id) WHERE unit_id IS NOT NULL;

CREATE INDEX example_year ON example (year);

CREATE UNIQUE INDEX exception_person ON exception (person_id, year, title, need) WHERE person_id IS NOT NULL;

CREATE UNIQUE INDEX exception_unit ON exception (unit_id, year, title, need) WHERE unit_id IS NOT NULL;

CREATE UNIQUE INDEX figure_cell ON figure (year, form, line, place);

CREATE INDEX fund_entry_decision ON fund_entry (decision);

CREATE INDEX fund_entry_year ON fund_entry (year);

CREATE INDEX history_row_key ON history_row (key, seq);

CREATE INDEX hold_person ON hold (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX hold_unit ON hold (unit_id) WHERE unit_id IS NOT NULL;

CREATE INDEX initiative_person ON initiative (person, year);

CREATE UNIQUE INDEX layout_kind ON layout (kind);

CREATE INDEX meeting_round ON meeting (round) WHERE round IS NOT NULL;

CREATE INDEX meeting_year ON meeting (year);

CREATE INDEX movement_plan ON movement (plan);

CREATE INDEX nomination_movement ON nomination (movement) WHERE movement IS NOT NULL;

CREATE UNIQUE INDEX nomination_person ON nomination (person_id, year, title, coalesce(round, '')) WHERE person_id IS NOT NULL;

CREATE INDEX nomination_round ON nomination (round) WHERE round IS NOT NULL;

CREATE UNIQUE INDEX nomination_unit ON nomination (unit_id, year, title, coalesce(round, '')) WHERE unit_id IS NOT NULL;

CREATE INDEX nomination_year ON nomination (year, id);

CREATE INDEX nomination_step_nomination ON nomination_step (nomination);

CREATE INDEX officer_person ON officer (person) WHERE person IS NOT NULL;

CREATE INDEX opinion_person ON opinion (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX opinion_unit ON opinion (unit_id) WHERE unit_id IS NOT NULL;

CREATE INDEX opinion_year ON opinion (year);

CREATE UNIQUE INDEX org_only_one ON org ((1));

CREATE INDEX pact_unit ON pact (unit);

CREATE INDEX pact_year ON pact (year);

CREATE INDEX participant_movement ON participant (movement);

CREATE INDEX participant_person ON participant (person_id) WHERE person_id IS NOT NULL;

CREATE INDEX participant_unit ON participant (unit_id) WHERE unit_id IS NOT NULL;

CREATE UNIQUE INDEX passage_person ON passage (person_id, year, part, coalesce(round, '')) WHERE person_id IS NOT NULL;

CREATE INDEX passage_round ON passage (round) WHERE round IS NOT NULL;

CREATE UNIQUE INDEX passage_unit ON passage (unit_id, year, part, coalesce(round, '')) WHERE unit_id IS NOT NULL;

CREATE UNIQUE INDEX period_mark_person ON period_mark (person, year, period);

CREATE INDEX person_unit ON person (unit);

CREATE INDEX plan_year ON plan (year, id);

CREATE UNIQUE INDEX pledge_person ON pledge (person_id, year, title) WHERE person_id IS NOT NULL;

CREATE UNIQUE INDEX pledge_unit ON pledge (unit_id, year, title) WHERE unit_id IS NOT NULL;

CREATE INDEX post_person ON post (person);

CREATE INDEX post_unit ON post (unit);

CREATE INDEX presence_member ON presence (member);

CREATE INDEX ranking_person ON ranking (person);

CREATE UNIQUE INDEX rating_person ON rating (person_id, year) WHERE person_id IS NOT NULL;

CREATE UNIQUE INDEX rating_unit ON rating (unit_id, year) WHERE unit_id IS NOT NULL;

CREATE UNIQUE INDEX rating_fact_person ON rating_fact (person_id, year, key) WHERE person_id IS NOT NULL;

CREATE UNIQUE INDEX rating_fact_unit ON rating_fact (unit_id, year, key) WHERE unit_id IS NOT NULL;

CREATE INDEX round_movement ON round (movement) WHERE movement IS NOT NULL;

CREATE INDEX round_year ON round (year);

CREATE INDEX task_person ON task (person);

CREATE INDEX task_plan ON task (plan);

CREATE INDEX task_unit ON task (unit);

CREATE INDEX task_year ON task (year, deadline);

CREATE UNIQUE INDEX tick_person ON tick (person_id, year, title, need) WHERE person_id IS NOT NULL;

CREATE UNIQUE INDEX tick_unit ON tick (unit_id, year, title, need) WHERE unit_id IS NOT NULL;

CREATE INDEX unit_into ON unit (into_id);

CREATE INDEX unit_parent ON unit (parent);

CREATE UNIQUE INDEX work_item_person ON work_item (person, year, period, name);

CREATE TRIGGER history_is_final BEFORE UPDATE ON history
BEGIN SELECT raise(ABORT, 'history is never changed'); END;

CREATE TRIGGER history_is_kept BEFORE DELETE ON history
BEGIN SELECT raise(ABORT, 'history is never removed'); END;

CREATE TRIGGER history_row_is_final BEFORE UPDATE ON history_row
BEGIN SELECT raise(ABORT, 'history is never changed'); END;

CREATE TRIGGER history_row_is_kept BEFORE DELETE ON history_row
BEGIN SELECT raise(ABORT, 'history is never removed'); END;

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

