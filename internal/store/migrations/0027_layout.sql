-- Layouts of lists and files that the office made in the window, as the text of the file by
-- which they are shared; and the section that keeps a copy of each paper.
CREATE TABLE layout (
    id   TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    kind TEXT NOT NULL CHECK (kind <> ''),
    text TEXT NOT NULL CHECK (text <> '')
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX layout_kind ON layout (kind);

ALTER TABLE org ADD COLUMN keeper TEXT NOT NULL DEFAULT '';
