-- Every event of the business, in the transaction that made it. The stream reads rows by (tx, position) below the oldest
-- running transaction, so that nothing which commits late is skipped.
create table outbox.event (
  position bigint generated always as identity primary key,
  tx xid8 not null default pg_current_xact_id(),
  event_id uuid not null unique,
  type text not null,
  schema_version int not null,
  domain text not null,
  aggregate_id text not null,
  aggregate_version bigint not null,
  company text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  actor text not null,
  correlation_id text not null,
  causation_id text,
  payload text not null,
  unique (aggregate_id, aggregate_version)
);

create index event_by_correlation on outbox.event (correlation_id);

create index event_in_commit_order on outbox.event (tx, position);

-- Up to where each consumer has everything that was recorded.
create table outbox.progress (
  consumer text primary key,
  complete_to timestamptz not null,
  position bigint not null,
  epoch text,
  updated_at timestamptz not null
);

do $$
begin
  if exists (select from pg_roles where rolname = 'ingestion') then
    grant usage on schema outbox to ingestion;
    grant select on outbox.event to ingestion;
    grant select, insert, update on outbox.progress to ingestion;
  end if;
  if exists (select from pg_roles where rolname = 'warehouse') then
    grant usage on schema outbox to warehouse;
    grant select on outbox.event, outbox.progress to warehouse;
  end if;
end
$$;
