-- The rule that proposed the tax code of a line.
alter table sales.order_line add column origin_tax_rule text;
