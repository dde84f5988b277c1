-- What the bank booked when it changed foreign money; null where the account holds it as it is.
alter table settlement.payment add column foreign_booked_amount numeric(18, 2);

-- Foreign items at the rates of a closing day, taken back on the first day of the next month.
create table settlement.revaluation(
  company text not null,
  number text not null,
  version bigint not null,
  revaluation_date date not null,
  reversal_date date not null check (reversal_date > revaluation_date),
  difference numeric(18, 2) not null,
  currency text not null,
  primary key (company, number));
create index revaluation_by_date
  on settlement.revaluation(company, revaluation_date desc, number desc);

create table settlement.revaluation_line(
  company text not null,
  revaluation text not null,
  line int not null,
  kind text not null,
  item text not null,
  side text not null,
  document_currency text not null,
  document_amount numeric(20, 4) not null,
  amount numeric(18, 2) not null,
  rate text not null,
  closing_amount numeric(18, 2) not null,
  difference numeric(18, 2) not null,
  primary key (company, revaluation, line),
  foreign key (company, revaluation) references settlement.revaluation(company, number));
