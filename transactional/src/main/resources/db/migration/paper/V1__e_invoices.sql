create table paper.e_invoice(
  company text not null,
  number text not null,
  status text not null,
  type text not null,
  format text not null,
  file_name text not null,
  supplier_reference text not null,
  invoice_date date not null,
  due_date date,
  seller_name text not null,
  seller_vat_number text,
  order_reference text,
  currency text not null,
  totals_net numeric(18, 2) not null,
  totals_tax numeric(18, 2) not null,
  totals_gross numeric(18, 2) not null,
  totals_payable numeric(18, 2) not null,
  bill text,
  reason text,
  version bigint not null,
  primary key (company, number));
-- The same document of a seller is taken in once, and becomes one bill.
create index e_invoice_reference on paper.e_invoice(company, supplier_reference, invoice_date);
create unique index e_invoice_bill on paper.e_invoice(company, bill) where bill is not null;

create table paper.e_invoice_line(
  company text not null,
  number text not null,
  line int not null,
  item_name text not null,
  seller_item text,
  buyer_item text,
  quantity numeric not null,
  unit text,
  unit_price numeric not null,
  net_amount numeric(18, 2) not null,
  tax_category text not null,
  tax_rate numeric,
  order_line text,
  primary key (company, number, line),
  foreign key (company, number) references paper.e_invoice);

create table paper.e_invoice_tax(
  company text not null,
  number text not null,
  line int not null,
  category text not null,
  rate numeric,
  base numeric(18, 2) not null,
  amount numeric(18, 2) not null,
  primary key (company, number, line),
  foreign key (company, number) references paper.e_invoice);

create table paper.e_invoice_finding(
  company text not null,
  number text not null,
  line int not null,
  rule text not null,
  severity text not null,
  text text not null,
  place text not null,
  primary key (company, number, line),
  foreign key (company, number) references paper.e_invoice);
