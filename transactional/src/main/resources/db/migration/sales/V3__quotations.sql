create table sales.quotation(
  company text not null,
  number text not null,
  version bigint not null,
  customer text not null,
  customer_name text not null,
  customer_country text not null,
  walk_in boolean not null,
  quotation_date date not null,
  valid_until date not null check (valid_until >= quotation_date),
  currency text not null,
  status text not null check (status in ('open', 'accepted', 'rejected', 'expired')),
  net_amount numeric(18, 2) not null,
  closed_date date,
  order_number text,
  reject_reason text,
  primary key (company, number),
  foreign key (company, order_number) references sales.sales_order(company, number),
  check ((status = 'open') = (closed_date is null)),
  check ((status = 'accepted') = (order_number is not null)),
  check ((status = 'rejected') = (reject_reason is not null)));

create table sales.quotation_line(
  company text not null,
  number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  quantity numeric(18, 4) not null check (quantity > 0),
  unit_price numeric(18, 6) not null check (unit_price >= 0),
  net_amount numeric(18, 2) not null,
  primary key (company, number, line),
  foreign key (company, number) references sales.quotation);

-- One quotation becomes one order.
alter table sales.sales_order add column quotation text;
alter table sales.sales_order
  add foreign key (company, quotation) references sales.quotation(company, number);
create unique index order_of_quotation on sales.sales_order(company, quotation);
