-- Who signed an entry: a key of the PC it was made on. Entries from before have none.

CREATE TABLE signer (
    id     TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32), -- of the public key's SHA-256
    public TEXT NOT NULL CHECK (length(public) = 64),         -- Ed25519, hex
    host   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE history ADD COLUMN signer TEXT REFERENCES signer (id);
ALTER TABLE history ADD COLUMN signature TEXT CHECK (signature IS NULL OR length(signature) = 128);

-- The keys that signed the file that was merged.
ALTER TABLE merge ADD COLUMN signers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(signers));
