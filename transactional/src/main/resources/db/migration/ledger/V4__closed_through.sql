-- A closed month closes all months before it. What is reopened keeps its row and its history.
alter table ledger.period
  add column open boolean not null default false,
  add column version bigint not null default 1;

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
  return null;
end $$;
