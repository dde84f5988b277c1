-- Documents are found by their partner, the latest first, and by their amount.
create index order_by_supplier on purchasing.purchase_order(company, supplier, order_date);
create index order_by_amount on purchasing.purchase_order(company, net_amount);
create index receipt_by_supplier on purchasing.receipt(company, supplier, receipt_date);
create index receipt_by_amount on purchasing.receipt(company, amount);
create index supplier_invoice_by_supplier
  on purchasing.supplier_invoice(company, supplier, invoice_date);
create index supplier_invoice_by_amount on purchasing.supplier_invoice(company, net_amount);
create index supplier_payment_by_amount on purchasing.supplier_payment(company, amount);
