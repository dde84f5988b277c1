create table sales.last_number(
  company text not null,
  series text not null,
  number bigint not null,
  primary key (company, series));

create table sales.sales_order(
  company text not null,
  number text not null,
  version bigint not null,
  customer text not null,
  customer_name text not null,
  customer_country text not null,
  walk_in boolean not null,
  order_date date not null,
  currency text not null,
  status text not null check (status in ('open', 'delivered', 'invoiced', 'cancelled')),
  net_amount numeric(18, 2) not null,
  primary key (company, number));

create table sales.order_line(
  company text not null,
  number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  item_kind text not null check (item_kind in ('stocked', 'service')),
  quantity numeric(18, 4) not null check (quantity > 0),
  delivered_quantity numeric(18, 4) not null default 0,
  invoiced_quantity numeric(18, 4) not null default 0,
  unit_price numeric(18, 6) not null check (unit_price >= 0),
  net_amount numeric(18, 2) not null,
  delivered_cost numeric(18, 2) not null default 0,
  invoiced_cost numeric(18, 2) not null default 0,
  primary key (company, number, line),
  foreign key (company, number) references sales.sales_order,
  check (delivered_quantity between 0 and quantity),
  check (invoiced_quantity between 0 and delivered_quantity));

create table sales.delivery(
  company text not null,
  number text not null,
  order_number text not null,
  delivery_date date not null,
  primary key (company, number),
  foreign key (company, order_number) references sales.sales_order(company, number));

create table sales.delivery_line(
  company text not null,
  number text not null,
  order_line int not null,
  item text not null,
  quantity numeric(18, 4) not null check (quantity > 0),
  cost_amount numeric(18, 2) not null,
  primary key (company, number, order_line),
  foreign key (company, number) references sales.delivery);

create table sales.invoice(
  company text not null,
  number text not null,
  kind text not null check (kind in ('invoice', 'credit-note')),
  source_number text not null,
  version bigint not null,
  order_number text,
  credits text,
  customer text not null,
  customer_name text not null,
  customer_country text not null,
  walk_in boolean not null,
  invoice_date date not null,
  due_date date not null,
  currency text not null,
  net_amount numeric(18, 2) not null,
  cost_amount numeric(18, 2) not null,
  paid_amount numeric(18, 2) not null,
  primary key (company, number));
create index invoice_by_source on sales.invoice(company, source_number);
create index invoice_by_date on sales.invoice(company, invoice_date);

create table sales.invoice_line(
  company text not null,
  number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  item_kind text not null check (item_kind in ('stocked', 'service')),
  quantity numeric(18, 4) not null check (quantity <> 0),
  unit_price numeric(18, 6) not null,
  net_amount numeric(18, 2) not null,
  cost_amount numeric(18, 2) not null,
  credited_quantity numeric(18, 4) not null default 0,
  primary key (company, number, line),
  foreign key (company, number) references sales.invoice);

create table sales.payment(
  company text not null,
  number text not null,
  invoice text not null,
  payment_date date not null,
  amount numeric(18, 2) not null check (amount <> 0),
  currency text not null,
  primary key (company, number),
  foreign key (company, invoice) references sales.invoice(company, number));
create index payment_by_invoice on sales.payment(company, invoice);
