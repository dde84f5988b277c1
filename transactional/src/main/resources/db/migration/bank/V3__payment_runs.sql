-- Bills that are paid together by one file for the bank.
create table bank.payment_run(
  company text not null,
  number text not null,
  status text not null,
  account text not null,
  payment_date date not null,
  amount numeric not null,
  currency text not null,
  version bigint not null,
  primary key (company, number),
  foreign key (company, account) references bank.account(company, code));
create index on bank.payment_run(company, status);

create table bank.payment_run_line(
  company text not null,
  payment_run text not null,
  line int not null,
  item text not null,
  called text not null,
  party text not null,
  party_name text not null,
  creditor_account text,
  due_date date not null,
  amount numeric not null,
  discount numeric not null,
  primary key (company, payment_run, line),
  foreign key (company, payment_run) references bank.payment_run(company, number));
