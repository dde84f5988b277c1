-- How customers are reminded of what is so many days late.
create table settlement.reminder_level(
  company text not null,
  code text not null,
  version bigint not null,
  days_late int not null check (days_late > 0),
  fee numeric(18, 2) not null check (fee >= 0),
  fee_item text,
  tax_code text,
  currency text not null,
  primary key (company, code));

create table settlement.reminder_text(
  company text not null,
  level text not null,
  line int not null,
  language text not null,
  text text not null,
  primary key (company, level, line),
  foreign key (company, level) references settlement.reminder_level(company, code));

-- What is to be reminded of on a day, for review.
create table settlement.reminder_run(
  company text not null,
  number text not null,
  version bigint not null,
  status text not null check (status in ('proposed', 'issued', 'cancelled')),
  run_date date not null,
  open_amount numeric(18, 2) not null,
  currency text not null,
  primary key (company, number));
create index reminder_run_by_date
  on settlement.reminder_run(company, run_date desc, number desc);
create index reminder_run_proposed on settlement.reminder_run(company) where status = 'proposed';

create table settlement.reminder_run_line(
  company text not null,
  run text not null,
  line int not null,
  party text not null,
  party_name text not null,
  item_kind text not null,
  item text not null,
  item_date date not null,
  due_date date not null,
  days_late int not null,
  level int not null,
  open_amount numeric(18, 2) not null,
  document_currency text not null,
  document_open_amount numeric(20, 4) not null,
  primary key (company, run, line),
  foreign key (company, run) references settlement.reminder_run(company, number));
create index reminder_run_line_by_item
  on settlement.reminder_run_line(company, item_kind, item);

-- What customers were reminded of.
create table settlement.reminder(
  company text not null,
  number text not null,
  version bigint not null,
  status text not null check (status in ('issued', 'reversed')),
  run text not null,
  party text not null,
  party_name text not null,
  reminder_date date not null,
  level int not null,
  text text not null,
  open_amount numeric(18, 2) not null,
  fee numeric(18, 2) not null,
  total_amount numeric(18, 2) not null,
  currency text not null,
  fee_invoice text,
  reason text,
  primary key (company, number),
  foreign key (company, run) references settlement.reminder_run(company, number),
  check ((status = 'reversed') = (reason is not null)));
create index reminder_by_date on settlement.reminder(company, reminder_date desc, number desc);
create index reminder_by_party on settlement.reminder(company, party);
create index reminder_by_fee on settlement.reminder(company, fee_invoice)
  where fee_invoice is not null;

create table settlement.reminder_line(
  company text not null,
  reminder text not null,
  line int not null,
  party text not null,
  party_name text not null,
  item_kind text not null,
  item text not null,
  item_date date not null,
  due_date date not null,
  days_late int not null,
  level int not null,
  open_amount numeric(18, 2) not null,
  document_currency text not null,
  document_open_amount numeric(20, 4) not null,
  primary key (company, reminder, line),
  foreign key (company, reminder) references settlement.reminder(company, number));
create index reminder_line_by_item on settlement.reminder_line(company, item_kind, item);

-- A row that those lock who propose or issue reminders, one after the other.
create table settlement.reminder_turn(company text primary key);
