alter table purchasing.order_line add column dimensions text;
alter table purchasing.supplier_invoice_line add column dimensions text;
