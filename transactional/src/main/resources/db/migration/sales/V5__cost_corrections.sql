-- What goods of an invoice turned out to cost more; its lines and header carry the sum.
create table sales.cost_correction(
  company text not null,
  number text not null,
  line int not null,
  item text not null,
  correction_date date not null,
  cost_amount numeric(18, 2) not null,
  primary key (company, number, line),
  foreign key (company, number) references sales.invoice(company, number));
