-- Mappings that people brought, under the hash of their text.
create table exchange.mapping(
  id text primary key,
  text text not null,
  added_by text not null,
  added_at timestamptz not null default clock_timestamp());

-- What of each paper in a file is posted, in pieces: rows that were corrected later come as another
-- piece. The hashes are those of its rows, repeated as often as the row is there.
create table exchange.piece(
  company text not null,
  source_number text not null,
  piece int not null,
  kind text not null check (kind in ('invoice', 'credit-note', 'adjustment', 'bad-debt', 'nothing')),
  number text not null,
  posted_on date not null,
  quantity numeric(18, 4) not null,
  amount numeric(18, 2) not null,
  row_hashes uuid[] not null,
  run uuid not null,
  primary key (company, source_number, piece));

create table exchange.reject(
  id bigint generated always as identity primary key,
  company text not null,
  run uuid not null,
  file text not null,
  line bigint not null,
  field text not null,
  value text not null,
  reason text not null,
  expected text not null,
  header text[] not null,
  cells text[] not null,
  row_hash uuid not null,
  resolved_by uuid,
  resolved_at timestamptz,
  rejected_at timestamptz not null default clock_timestamp(),
  unique (company, file, line, row_hash));
create index reject_open on exchange.reject(company, id) where resolved_at is null;
