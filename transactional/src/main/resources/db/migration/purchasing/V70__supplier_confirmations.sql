-- What suppliers promise of orders: the newest stands at the line, all of them beside the order.
alter table purchasing.order_line
  add column promised_date date,
  add column promised_quantity numeric(18, 4) check (promised_quantity > 0),
  add check ((promised_date is null) = (promised_quantity is null));

create table purchasing.supplier_confirmation(
  company text not null,
  number text not null,
  order_number text not null,
  supplier text not null,
  supplier_name text not null,
  supplier_country text not null,
  confirmed_on date not null,
  confirmed_by text not null,
  supplier_reference text,
  reason text,
  version bigint not null,
  primary key (company, number),
  foreign key (company, order_number) references purchasing.purchase_order(company, number));
create index supplier_confirmation_by_order
  on purchasing.supplier_confirmation(company, order_number);

create table purchasing.supplier_confirmation_line(
  company text not null,
  confirmation_number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  quantity numeric(18, 4) not null check (quantity > 0),
  promised_before date not null,
  promised_date date not null,
  primary key (company, confirmation_number, line),
  foreign key (company, confirmation_number)
    references purchasing.supplier_confirmation(company, number));
