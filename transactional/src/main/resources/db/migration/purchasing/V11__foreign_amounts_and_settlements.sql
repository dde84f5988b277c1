-- What stands on documents in a currency that is not the company's; null in its own currency.
alter table purchasing.supplier_invoice
  add column foreign_currency text,
  add column foreign_rate text,
  add column foreign_net_amount numeric(20, 4),
  add column foreign_gross_amount numeric(20, 4),
  add column foreign_paid_amount numeric(20, 4),
  add column foreign_open_amount numeric(20, 4),
  add column foreign_early_discount numeric(20, 4),
  add constraint foreign_open_is_unpaid
    check (foreign_open_amount = foreign_gross_amount - foreign_paid_amount);
create index supplier_invoice_open_abroad on purchasing.supplier_invoice(company, supplier)
  where foreign_open_amount <> 0;

-- A payment may belong to a document that settles several invoices at once.
alter table purchasing.supplier_payment
  add column settled_by_domain text,
  add column settled_by_type text,
  add column settled_by_number text,
  add column foreign_currency text,
  add column foreign_rate text,
  add column foreign_amount numeric(20, 4),
  add column foreign_settled_amount numeric(20, 4),
  add column exchange_difference numeric(18, 2);
create index payment_by_settlement on purchasing.supplier_payment(company, settled_by_number)
  where settled_by_number is not null;
