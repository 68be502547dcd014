-- What papers need to name a document as a base by Decree 30/2020: the title (trích yếu) of
-- the document behind a local value, and the document by which the office has its duties.

ALTER TABLE local ADD COLUMN about TEXT NOT NULL DEFAULT '';
ALTER TABLE org ADD COLUMN mandate TEXT NOT NULL DEFAULT '';
