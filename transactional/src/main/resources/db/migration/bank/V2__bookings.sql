-- What lines of statements were booked as.
create table bank.booking(
  company text not null,
  number text not null,
  status text not null,
  account text not null,
  booking_date date not null,
  amount numeric not null,
  decided_by text not null,
  reason text not null,
  words text not null,
  discount numeric not null,
  write_off numeric not null,
  fee numeric not null,
  on_account numeric not null,
  party text,
  expense_account text,
  expense numeric not null,
  expense_tax numeric not null,
  tax_code text,
  takes_back text,
  reversal_reason text,
  currency text not null,
  version bigint not null,
  primary key (company, number),
  foreign key (company, account) references bank.account(company, code),
  check (status = 'posted' or reversal_reason <> ''));
create index on bank.booking(company, account, booking_date);

create table bank.booking_line(
  company text not null,
  booking text not null,
  line int not null,
  statement text not null,
  statement_line int not null,
  amount numeric not null,
  primary key (company, booking, line),
  foreign key (company, booking) references bank.booking(company, number));
create index on bank.booking_line(company, statement);

create table bank.booking_item(
  company text not null,
  booking text not null,
  line int not null,
  item text not null,
  called text not null,
  party text not null,
  amount numeric not null,
  primary key (company, booking, line),
  foreign key (company, booking) references bank.booking(company, number));

create table bank.booking_payment(
  company text not null,
  booking text not null,
  line int not null,
  payment text not null,
  party text not null,
  amount numeric not null,
  primary key (company, booking, line),
  foreign key (company, booking) references bank.booking(company, number));

-- What lines with a text mean.
create table bank.rule(
  company text not null,
  number text not null,
  status text not null,
  text text not null,
  party text,
  account text,
  tax_code text,
  corrections int not null,
  learned_on date not null,
  version bigint not null,
  primary key (company, number),
  check ((party is null) <> (account is null)));
create index on bank.rule(company, status);
