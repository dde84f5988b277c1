-- Bills without an order, charges beside goods, credit notes, orders in other currencies.
alter table purchasing.supplier_invoice
  alter column order_number drop not null,
  add column kind text not null default 'invoice' check (kind in ('invoice', 'credit-note')),
  add column exchange_difference numeric(18, 2),
  add column return_variance numeric(18, 2),
  add column credits text,
  add foreign key (company, credits) references purchasing.supplier_invoice(company, number);
alter table purchasing.supplier_invoice alter column kind drop default;
create index supplier_invoice_by_credited on purchasing.supplier_invoice(company, credits)
  where credits is not null;
alter table purchasing.supplier_invoice_line alter column discount_percent type numeric(9, 6);

create table purchasing.supplier_invoice_charge(
  company text not null,
  invoice_number text not null,
  line int not null,
  text text not null,
  account text,
  net_amount numeric(18, 2) not null,
  cost_amount numeric(18, 2) not null,
  tax_code text,
  tax_amount numeric(18, 2),
  primary key (company, invoice_number, line),
  foreign key (company, invoice_number) references purchasing.supplier_invoice(company, number));

alter table purchasing.receipt add column rate text;
