-- Accounts of the company at banks.
create table bank.account(
  company text not null,
  code text not null,
  name text not null,
  iban text,
  account_number text,
  bic text,
  currency text not null,
  ledger_account text not null,
  tolerance_percent numeric not null,
  fee_up_to numeric,
  version bigint not null,
  primary key (company, code));

-- What a bank booked on an account, as it was told; the same one once, unless it was cancelled.
create table bank.statement(
  company text not null,
  number text not null,
  status text not null,
  account text not null,
  kind text not null,
  statement_id text not null,
  statement_date date not null,
  opening_balance numeric,
  entries_amount numeric not null,
  calculated_closing numeric,
  closing_balance numeric,
  difference numeric,
  open_lines int not null,
  remark text,
  currency text not null,
  version bigint not null,
  primary key (company, number),
  foreign key (company, account) references bank.account(company, code));
create unique index on bank.statement(company, account, kind, statement_id)
  where status <> 'cancelled';
create index on bank.statement(company, statement_date);

create table bank.statement_line(
  company text not null,
  statement text not null,
  line int not null,
  status text not null,
  date date not null,
  value_date date,
  amount numeric not null,
  text text not null,
  counterparty_name text,
  counterparty_iban text,
  reference text,
  bank_reference text,
  reversal boolean not null,
  detail_of int,
  booking text,
  primary key (company, statement, line),
  foreign key (company, statement) references bank.statement(company, number));
create index on bank.statement_line(company, status) where status = 'open';
create index on bank.statement_line(company, booking);
