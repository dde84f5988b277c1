alter table sales.order_line add column dimensions text;
alter table sales.quotation_line add column tax_code text;
alter table sales.quotation_line add column dimensions text;
