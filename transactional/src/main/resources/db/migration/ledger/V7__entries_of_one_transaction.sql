-- An entry and its lines come in one transaction; nothing is added to what was posted before.
alter table ledger.entry add column tx xid8;
alter table ledger.entry alter column tx set default pg_current_xact_id();

create or replace function ledger.refuse_closed_month() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select a.company, a.number, a.posting_date into wrong
    from added a join ledger.period p
      on p.company = a.company and not p.open
        and p.month >= date_trunc('month', a.posting_date)::date limit 1;
  if found then
    raise exception 'Entry % of % is dated % in a closed month',
      wrong.number, wrong.company, wrong.posting_date using errcode = 'check_violation';
  end if;
  select a.company, a.number into wrong
    from added a where a.tx is distinct from pg_current_xact_id() limit 1;
  if found then
    raise exception 'Entry % of % tells another transaction than its own',
      wrong.number, wrong.company using errcode = 'check_violation';
  end if;
  return null;
end $$;

create function ledger.refuse_late_lines() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select e.company, e.number into wrong
    from (select distinct company, entry from added) a
    join ledger.entry e on e.company = a.company and e.number = a.entry
    where e.tx is distinct from pg_current_xact_id() limit 1;
  if found then
    raise exception 'Entry % of % was posted before: nothing is added to it',
      wrong.number, wrong.company using errcode = 'check_violation';
  end if;
  select e.company, e.number, e.posting_date into wrong
    from (select distinct company, entry from added) a
    join ledger.entry e on e.company = a.company and e.number = a.entry
    join ledger.period p
      on p.company = e.company and not p.open
        and p.month >= date_trunc('month', e.posting_date)::date limit 1;
  if found then
    raise exception 'Entry % of % is dated % in a closed month',
      wrong.number, wrong.company, wrong.posting_date using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger with_its_entry after insert on ledger.line
  referencing new table as added for each statement execute function ledger.refuse_late_lines();

create function ledger.refuse_lost_month() returns trigger language plpgsql as $$
begin
  raise exception 'A month that was closed keeps its row; reopen it instead'
    using errcode = 'check_violation';
end $$;
create trigger never_lost before delete or truncate on ledger.period
  for each statement execute function ledger.refuse_lost_month();
create trigger never_moved before update of company, month on ledger.period
  for each statement execute function ledger.refuse_lost_month();
