-- Bills that do not fit their order and receipts, until somebody decides about them.
create table purchasing.blocked_bill(
  company text not null,
  number text not null,
  status text not null check (status in ('blocked', 'waiting', 'accepted', 'refused')),
  order_number text not null,
  supplier text not null,
  supplier_name text not null,
  supplier_country text not null,
  supplier_reference text,
  invoice_date date not null,
  due_date date,
  currency text not null,
  billed_amount numeric(20, 4) not null,
  expected_amount numeric(20, 4) not null,
  terms_prices_include boolean not null,
  terms_document_discount numeric(18, 2),
  terms_early_percent numeric(9, 6),
  terms_early_days int,
  terms_early_mode text,
  terms_printed_tax numeric(18, 2),
  terms_currency text,
  terms_rate text,
  invoice text,
  reason text,
  version bigint not null,
  primary key (company, number),
  foreign key (company, order_number) references purchasing.purchase_order(company, number),
  foreign key (company, invoice) references purchasing.supplier_invoice(company, number));
create index blocked_bill_waiting on purchasing.blocked_bill(company, supplier)
  where status in ('blocked', 'waiting');
create index blocked_bill_by_order on purchasing.blocked_bill(company, order_number);

create table purchasing.blocked_bill_line(
  company text not null,
  blocked_bill text not null,
  line int not null,
  item text not null,
  item_name text not null,
  quantity numeric(18, 4) not null,
  unit_price numeric(24, 6) not null,
  tax_code text,
  discount_percent numeric(9, 6),
  primary key (company, blocked_bill, line),
  foreign key (company, blocked_bill) references purchasing.blocked_bill(company, number));

create table purchasing.blocked_bill_charge(
  company text not null,
  blocked_bill text not null,
  line int not null,
  text text not null,
  amount numeric(20, 4) not null,
  account text,
  on_goods boolean not null,
  tax_code text,
  primary key (company, blocked_bill, line),
  foreign key (company, blocked_bill) references purchasing.blocked_bill(company, number));

create table purchasing.blocked_bill_difference(
  company text not null,
  blocked_bill text not null,
  line int not null,
  order_line int,
  kind text not null check (kind in ('quantity', 'price', 'amount', 'tax')),
  billed numeric(24, 6) not null,
  expected numeric(24, 6) not null,
  most numeric(24, 6) not null,
  difference numeric(24, 6) not null,
  value numeric(20, 4) not null,
  exceeded boolean not null,
  primary key (company, blocked_bill, line),
  foreign key (company, blocked_bill) references purchasing.blocked_bill(company, number));
