-- Bills without tax have none of these; what is to be paid is gross where there is tax.
do $$
declare
  old record;
begin
  for old in select conrelid::regclass as of_table, conname from pg_constraint
    where contype = 'c' and (
      (conrelid = 'purchasing.supplier_invoice'::regclass
        and pg_get_constraintdef(oid) like '%paid_amount%')
      or (conrelid = 'purchasing.supplier_payment'::regclass
        and pg_get_constraintdef(oid) like '%amount <> %'))
  loop
    execute format('alter table %s drop constraint %I', old.of_table, old.conname);
  end loop;
end $$;

alter table purchasing.supplier_invoice_line
  add column tax_code text,
  add column discount_percent numeric(7, 4),
  add column tax_amount numeric(18, 2);
alter table purchasing.supplier_invoice
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
  add column purchase_tax_computed numeric(18, 2),
  add column purchase_tax_difference numeric(18, 2),
  add column purchase_tax_input numeric(18, 2),
  add column purchase_tax_cost numeric(18, 2),
  add column purchase_tax_self_assessed numeric(18, 2),
  add constraint open_is_unpaid
    check (open_amount = coalesce(tax_gross, net_amount) - paid_amount),
  add constraint paid_is_owed
    check (paid_amount between 0 and coalesce(tax_gross, net_amount));
drop index purchasing.supplier_invoice_open;
create index supplier_invoice_open on purchasing.supplier_invoice(company, supplier)
  where open_amount <> 0;

create table purchasing.supplier_invoice_tax(
  company text not null,
  invoice_number text not null,
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
  primary key (company, invoice_number, line),
  foreign key (company, invoice_number) references purchasing.supplier_invoice(company, number));

-- A bill may be settled without money.
alter table purchasing.supplier_payment
  add column settlement_discount numeric(18, 2),
  add column settlement_discount_tax numeric(18, 2),
  add column settlement_write_off numeric(18, 2),
  add column settlement_write_off_tax numeric(18, 2),
  add column settlement_bank_fee numeric(18, 2),
  add column settlement_released_tax numeric(18, 2),
  add column settlement_due_tax numeric(18, 2),
  add column settlement_self_assessed_tax numeric(18, 2),
  add constraint amount_by_sign check (
    (amount <> 0 or settlement_discount is not null)
    and (amount = 0 or (amount < 0) = (reverses is not null)));
