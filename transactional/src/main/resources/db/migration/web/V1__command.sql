-- Every command that was carried out: its answer is given again when the same key comes again. It is the audit as well.
create table web.command (
  position bigint generated always as identity primary key,
  actor text not null,
  key text not null,
  method text not null,
  path text not null,
  body_hash bytea not null,
  correlation_id text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  status int,
  content_type text,
  etag text,
  answer bytea,
  unique (actor, key)
);
