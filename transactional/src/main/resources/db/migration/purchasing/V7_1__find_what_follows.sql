-- What follows from an order is found by the document that it names.
create index supplier_invoice_by_order on purchasing.supplier_invoice(company, order_number);
