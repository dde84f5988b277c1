-- What bronze lacks of the outbox, by the last comparison: no row where it lacks nothing.
create table outbox.reconciliation (
  domain text primary key,
  missing bigint not null,
  first_position bigint not null,
  last_position bigint not null,
  checked_at timestamptz not null
);

do $$
begin
  if exists (select from pg_roles where rolname = 'ingestion') then
    grant select, insert, delete on outbox.reconciliation to ingestion;
  end if;
  if exists (select from pg_roles where rolname = 'warehouse') then
    grant select on outbox.reconciliation to warehouse;
  end if;
end
$$;
