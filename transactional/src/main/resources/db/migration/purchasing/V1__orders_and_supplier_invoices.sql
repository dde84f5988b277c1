create sequence purchasing.order_number;
create sequence purchasing.receipt_number;
create sequence purchasing.invoice_number;
create sequence purchasing.payment_number;

create table purchasing.purchase_order(
  company text not null,
  number text not null,
  supplier text not null,
  supplier_name text not null,
  supplier_country text not null,
  order_date date not null,
  promised_date date not null,
  currency text not null,
  status text not null,
  net_amount numeric not null,
  demand_type text,
  demand_number text,
  version bigint not null,
  primary key (company, number));
create index on purchasing.purchase_order(company, status, promised_date);

create table purchasing.order_line(
  company text not null,
  order_number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  quantity numeric not null check (quantity > 0),
  received_quantity numeric not null check (received_quantity between 0 and quantity),
  invoiced_quantity numeric not null check (invoiced_quantity between 0 and received_quantity),
  unit_price numeric not null check (unit_price >= 0),
  net_amount numeric not null,
  primary key (company, order_number, line),
  foreign key (company, order_number) references purchasing.purchase_order(company, number));

create table purchasing.receipt(
  company text not null,
  number text not null,
  order_number text not null,
  receipt_date date not null,
  location text not null,
  primary key (company, number),
  foreign key (company, order_number) references purchasing.purchase_order(company, number));
create index on purchasing.receipt(company, order_number);

create table purchasing.receipt_line(
  company text not null,
  receipt_number text not null,
  line int not null,
  item text not null,
  quantity numeric not null,
  unit_price numeric not null,
  amount numeric not null,
  primary key (company, receipt_number, line),
  foreign key (company, receipt_number) references purchasing.receipt(company, number));

create table purchasing.supplier_invoice(
  company text not null,
  number text not null,
  order_number text not null,
  supplier text not null,
  supplier_name text not null,
  supplier_country text not null,
  supplier_reference text,
  invoice_date date not null,
  due_date date not null,
  currency text not null,
  net_amount numeric not null,
  received_amount numeric not null,
  paid_amount numeric not null check (paid_amount between 0 and net_amount),
  version bigint not null,
  primary key (company, number),
  foreign key (company, order_number) references purchasing.purchase_order(company, number));
create unique index on purchasing.supplier_invoice(company, supplier, supplier_reference);

create table purchasing.supplier_invoice_line(
  company text not null,
  invoice_number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  quantity numeric not null,
  unit_price numeric not null,
  net_amount numeric not null,
  received_amount numeric not null,
  primary key (company, invoice_number, line),
  foreign key (company, invoice_number) references purchasing.supplier_invoice(company, number));

create table purchasing.supplier_payment(
  company text not null,
  number text not null,
  invoice_number text not null,
  payment_date date not null,
  amount numeric not null check (amount > 0),
  primary key (company, number),
  foreign key (company, invoice_number) references purchasing.supplier_invoice(company, number));
