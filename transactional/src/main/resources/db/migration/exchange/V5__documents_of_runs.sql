-- Which run of an import made which document, under which number its file had it, and who had made
-- it there.
create table exchange.made(
  sequence bigint generated always as identity,
  company text not null,
  document text not null,
  number text not null,
  source text not null,
  author text,
  run uuid not null,
  list text not null,
  file text not null,
  made_by text not null,
  made_at timestamptz not null,
  undone_at timestamptz,
  primary key (company, document, number));
create index made_by_source on exchange.made(company, document, source);
create index made_by_run on exchange.made(company, run);

-- What a run took is taken again when the run was undone.
alter table exchange.rows_taken add column run uuid;
create index rows_taken_by_run on exchange.rows_taken(company, run) where run is not null;
