-- Who may open the file in the program, and what for. A file without accounts opens for
-- whoever has it.

CREATE TABLE account (
    id     TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    login  TEXT NOT NULL UNIQUE CHECK (login <> ''),
    name   TEXT NOT NULL,
    role   TEXT NOT NULL CHECK (role IN ('văn thư', 'thư ký', 'lãnh đạo', 'mã giấy')),
    secret TEXT NOT NULL -- Argon2id
) STRICT;
