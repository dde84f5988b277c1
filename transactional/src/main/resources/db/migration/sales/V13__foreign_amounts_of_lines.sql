-- What stands on the lines of documents in a currency that is not the company's.
alter table sales.invoice_line
  add column foreign_unit_price numeric(18, 6),
  add column foreign_net_amount numeric(20, 4),
  add column foreign_tax_amount numeric(20, 4);
