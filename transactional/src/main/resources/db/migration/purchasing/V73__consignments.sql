create table purchasing.consignment(
  company text not null,
  number text not null,
  received_on date not null,
  supplier text not null,
  supplier_name text not null,
  supplier_country text not null,
  location text not null,
  price_currency text not null,
  status text not null,
  note text,
  closed_on date,
  reason text,
  version bigint not null,
  primary key (company, number),
  check ((status = 'open') = (closed_on is null)));
create index consignment_open on purchasing.consignment(company) where status = 'open';

create table purchasing.consignment_line(
  company text not null,
  number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  quantity numeric not null check (quantity > 0),
  unit_price numeric not null check (unit_price >= 0),
  lot text,
  expires_on date,
  taken_over_quantity numeric not null check (taken_over_quantity >= 0),
  returned_quantity numeric not null check (returned_quantity >= 0),
  primary key (company, number, line),
  foreign key (company, number) references purchasing.consignment(company, number),
  check (taken_over_quantity + returned_quantity <= quantity));
create index consignment_line_by_item on purchasing.consignment_line(company, item);

-- What was taken over, and below 0 what was given back.
create table purchasing.consignment_take_over(
  company text not null,
  number text not null,
  line int not null,
  consignment_line int not null,
  taken_on date not null,
  quantity numeric not null check (quantity <> 0),
  order_number text not null,
  receipt text not null,
  primary key (company, number, line),
  foreign key (company, number, consignment_line)
    references purchasing.consignment_line(company, number, line));
