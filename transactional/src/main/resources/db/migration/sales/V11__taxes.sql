-- Documents without tax have none of these; what is to be paid is gross where there is tax.
alter table sales.order_line
  add column tax_code text,
  add column discount_percent numeric(7, 4);
alter table sales.invoice_line
  add column tax_code text,
  add column discount_percent numeric(7, 4),
  add column tax_amount numeric(18, 2);
alter table sales.invoice
  add column tax_amount numeric(18, 2),
  add column tax_gross numeric(18, 2),
  add column tax_prices_include boolean,
  add column tax_discount numeric(18, 2),
  add column tax_let_off numeric(18, 2),
  add column tax_early_payment_percent numeric(9, 6),
  add column tax_early_payment_days int,
  add column tax_early_payment_mode text,
  add column tax_early_payment_until date,
  add column tax_early_payment_discount numeric(18, 2),
  drop constraint open_is_unpaid,
  add constraint open_is_unpaid
    check (open_amount = coalesce(tax_gross, net_amount) - paid_amount);
drop index sales.invoice_open;
create index invoice_open on sales.invoice(company, customer) where open_amount <> 0;

create table sales.invoice_tax(
  company text not null,
  number text not null,
  line int not null,
  code text not null,
  category text not null,
  tax_point text not null,
  rate numeric(12, 6),
  deductible_percent numeric(9, 6) not null,
  base numeric(18, 2) not null,
  amount numeric(18, 2) not null,
  self_assessed numeric(18, 2) not null,
  proportional numeric(18, 2) not null,
  primary key (company, number, line),
  foreign key (company, number) references sales.invoice);

-- An invoice may be written off without money.
alter table sales.payment
  add column settlement_discount numeric(18, 2),
  add column settlement_discount_tax numeric(18, 2),
  add column settlement_write_off numeric(18, 2),
  add column settlement_write_off_tax numeric(18, 2),
  add column settlement_bank_fee numeric(18, 2),
  add column settlement_released_tax numeric(18, 2),
  add column settlement_due_tax numeric(18, 2),
  add column settlement_self_assessed_tax numeric(18, 2),
  drop constraint payment_amount_check,
  add check (amount <> 0 or settlement_discount is not null);
