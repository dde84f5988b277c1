-- Accounts of a company: its own chart, or what it adds to and renames of the standard one.
create table ledger.chart_account (
  company text not null,
  code text not null,
  name text not null,
  name_zh text,
  type text not null check (type in ('asset', 'liability', 'equity', 'revenue', 'expense')),
  control boolean not null,
  closed boolean not null,
  roles text,
  reports_as text,
  version bigint not null default 1,
  primary key (company, code)
);

create index chart_account_alike on ledger.chart_account (company, lower(code));

-- Companies whose chart is their own alone; all others have the standard one beside it.
create table ledger.own_chart (company text primary key);

-- Which accounts a line may name is decided when it is posted, by the chart of its company.
alter table ledger.line drop constraint line_account_fkey;

create or replace view ledger.journal_line as
select l.company, l.entry, l.line, l.account, coalesce(o.name, a.name) as account_name,
  coalesce(o.type, a.type) as account_type, l.debit, l.credit, l.original_currency,
  l.original_amount, l.dimensions, o.reports_as, coalesce(o.control, a.control) as control
from ledger.line l
left join ledger.chart_account o on o.company = l.company and o.code = l.account
left join ledger.account a on a.code = l.account;
