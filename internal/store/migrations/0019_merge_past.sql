-- What the history of the merged file held that was not known here, packed: what follows
-- from both is worked out from it, in any order of merges. Merges from before keep none.

ALTER TABLE merge ADD COLUMN past TEXT NOT NULL DEFAULT '';
