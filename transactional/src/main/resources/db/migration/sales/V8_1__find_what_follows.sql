-- What follows from an order or an invoice is found by the document that it names.
create index delivery_by_order on sales.delivery(company, order_number);
create index invoice_by_order on sales.invoice(company, order_number)
  where order_number is not null;
create index invoice_by_credited on sales.invoice(company, credits) where credits is not null;
