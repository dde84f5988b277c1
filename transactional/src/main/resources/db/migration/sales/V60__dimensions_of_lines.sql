alter table sales.invoice_line add column dimensions text;
