-- Balances of accounts taken over from earlier books; the difference stands on opening balances.
create table ledger.opening(
  company text not null,
  number text not null,
  version bigint not null,
  status text not null check (status in ('posted', 'reversed')),
  opening_date date not null,
  reference text,
  debit numeric(18, 2) not null check (debit >= 0),
  credit numeric(18, 2) not null check (credit >= 0),
  difference numeric(18, 2) not null check (difference = debit - credit),
  currency text not null,
  reason text,
  reversed_on date check (reversed_on >= opening_date),
  primary key (company, number));
create index opening_by_date on ledger.opening(company, opening_date desc, number desc);

create table ledger.opening_line(
  company text not null,
  opening text not null,
  line int not null,
  account text not null,
  account_name text not null,
  debit numeric(18, 2) not null,
  credit numeric(18, 2) not null,
  original_currency text,
  original_amount numeric(18, 4),
  dimensions text,
  primary key (company, opening, line),
  foreign key (company, opening) references ledger.opening(company, number),
  check ((debit > 0 and credit = 0) or (credit > 0 and debit = 0)));
