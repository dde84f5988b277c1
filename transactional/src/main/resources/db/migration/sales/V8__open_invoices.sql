create index invoice_open on sales.invoice(company, customer) where net_amount <> paid_amount;
