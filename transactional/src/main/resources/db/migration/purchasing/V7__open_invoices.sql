create index supplier_invoice_open on purchasing.supplier_invoice(company, supplier)
  where net_amount <> paid_amount;
