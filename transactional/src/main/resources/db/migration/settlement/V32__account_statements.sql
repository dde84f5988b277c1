-- Statements of account as parties got them.
create table settlement.account_statement(
  company text not null,
  number text not null,
  version bigint not null,
  side text not null check (side in ('receivables', 'payables')),
  party text not null,
  party_name text not null,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  opening_balance numeric(18, 2) not null,
  billed numeric(18, 2) not null,
  settled numeric(18, 2) not null,
  closing_balance numeric(18, 2) not null
    check (closing_balance = opening_balance + billed - settled),
  currency text not null,
  primary key (company, number));
create index account_statement_by_day
  on settlement.account_statement(company, last_day desc, number desc);
create index account_statement_by_party on settlement.account_statement(company, party);

create table settlement.account_statement_line(
  company text not null,
  statement text not null,
  line int not null,
  day date not null,
  kind text not null,
  document text not null,
  due_date date,
  reference text,
  amount numeric(18, 2) not null,
  balance numeric(18, 2) not null,
  primary key (company, statement, line),
  foreign key (company, statement) references settlement.account_statement(company, number));
