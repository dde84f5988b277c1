-- Documents are found by their partner, the latest first, and by their amount.
drop index sales.quotation_by_customer;
create index quotation_by_customer on sales.quotation(company, customer, quotation_date);
create index quotation_by_amount on sales.quotation(company, net_amount);
drop index sales.order_by_customer;
create index order_by_customer on sales.sales_order(company, customer, order_date);
create index order_by_amount on sales.sales_order(company, net_amount);
drop index sales.invoice_by_customer;
create index invoice_by_customer on sales.invoice(company, customer, invoice_date);
create index invoice_by_amount on sales.invoice(company, net_amount);
create index payment_by_amount on sales.payment(company, amount);
