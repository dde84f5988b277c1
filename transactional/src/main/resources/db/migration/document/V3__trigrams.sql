-- The search of lists finds parts of texts by an index of trigrams, which the core makes on every table of documents.
create extension if not exists pg_trgm schema document;
