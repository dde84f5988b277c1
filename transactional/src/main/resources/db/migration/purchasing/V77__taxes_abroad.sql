-- What a document in another currency says of each tax.
alter table purchasing.supplier_invoice_tax
  add column foreign_base numeric(20, 4),
  add column foreign_amount numeric(20, 4);
