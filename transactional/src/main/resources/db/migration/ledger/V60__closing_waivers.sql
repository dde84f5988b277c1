-- Why a line of the checklist of a month may stay open; no reason where that was taken back.
create table ledger.closing_waiver(
  company text not null,
  month date not null check (month = date_trunc('month', month)),
  line text not null,
  reason text check (reason <> ''),
  decided_by text not null,
  decided_at timestamptz not null default clock_timestamp(),
  version bigint not null default 1,
  primary key (company, month, line));
