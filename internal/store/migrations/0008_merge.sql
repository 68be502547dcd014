-- What joining another PC's file must remember, so that files can be joined again, in
-- any order, and end alike.

CREATE TABLE merge (
    id      TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    file    TEXT NOT NULL,
    head    TEXT NOT NULL, -- hash of the last entry of the other file
    origins TEXT NOT NULL CHECK (json_valid(origins)),
    losers  TEXT NOT NULL CHECK (json_valid(losers)),
    united  TEXT NOT NULL CHECK (json_valid(united))
) STRICT;
