-- The taxes of codes that are more than one; their amounts add up to the tax of the code.
create table sales.invoice_tax_component(
  company text not null,
  number text not null,
  line int not null,
  code text not null,
  component int not null,
  basis text not null,
  rate numeric(12, 6) not null,
  amount numeric(18, 2) not null,
  primary key (company, number, line),
  foreign key (company, number) references sales.invoice);

-- Money that is asked for before an order is delivered; such a document has no lines of items.
alter table sales.invoice add column purpose text check (purpose in ('prepayment'));
create index prepayment_by_order on sales.invoice(company, order_number)
  where purpose = 'prepayment';

-- What prepayment invoices took of a final invoice, by tax code.
create table sales.invoice_prepaid(
  company text not null,
  number text not null,
  line int not null,
  invoice text not null,
  code text,
  category text not null,
  base numeric(18, 2) not null,
  tax numeric(18, 2) not null,
  primary key (company, number, line),
  foreign key (company, number) references sales.invoice,
  foreign key (company, invoice) references sales.invoice);
create index prepaid_by_invoice on sales.invoice_prepaid(company, invoice);
