-- A return holds what was due up to its last day and in no return before.
alter table tax.entry add column return_number text;
create index entry_open on tax.entry(company, entry_date) where return_number is null;

create table tax.tax_return(
  company text not null,
  number text not null,
  version bigint not null,
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  filed_date date not null,
  style text not null check (style in ('vat', 'prc')),
  output_tax numeric(18, 2) not null,
  input_tax numeric(18, 2) not null,
  carried_in numeric(18, 2) not null,
  payable numeric(18, 2) not null,
  carried_out numeric(18, 2) not null,
  currency text not null,
  primary key (company, number));
create unique index return_by_last_day on tax.tax_return(company, last_day);

create table tax.tax_return_line(
  company text not null,
  number text not null,
  line int not null,
  side text not null,
  code text not null,
  category text not null,
  late boolean not null,
  base numeric(18, 2) not null,
  tax numeric(18, 2) not null,
  primary key (company, number, line),
  foreign key (company, number) references tax.tax_return);
