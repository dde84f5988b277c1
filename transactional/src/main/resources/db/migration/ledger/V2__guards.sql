-- All lines of an entry come in one statement; so a statement decides whether they balance.
create function ledger.refuse_unbalanced() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select a.company, a.entry, sum(a.debit) as debit, sum(a.credit) as credit into wrong
    from added a group by a.company, a.entry having sum(a.debit) <> sum(a.credit) limit 1;
  if found then
    raise exception 'Entry % of % is not balanced: debit %, credit %',
      wrong.entry, wrong.company, wrong.debit, wrong.credit using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger balanced after insert on ledger.line
  referencing new table as added for each statement execute function ledger.refuse_unbalanced();

create function ledger.refuse_closed_month() returns trigger language plpgsql as $$
declare
  wrong record;
begin
  select a.company, a.number, a.posting_date into wrong
    from added a join ledger.period p
      on p.company = a.company and p.month = date_trunc('month', a.posting_date)::date limit 1;
  if found then
    raise exception 'Entry % of % is dated % in a closed month',
      wrong.number, wrong.company, wrong.posting_date using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger open_month after insert on ledger.entry
  referencing new table as added for each statement execute function ledger.refuse_closed_month();

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are never changed; post a reversal instead', tg_table_name
    using errcode = 'check_violation';
end $$;
create trigger never_changed before update or delete or truncate on ledger.entry
  for each statement execute function ledger.refuse_change();
create trigger never_changed before update or delete or truncate on ledger.line
  for each statement execute function ledger.refuse_change();
