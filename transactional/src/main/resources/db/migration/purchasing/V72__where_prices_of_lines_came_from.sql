-- What told the price of a line that named none: a rule of a price list or a line of an order; and
-- the unit it was asked for in.
alter table purchasing.order_line
  add column origin_price_list text,
  add column origin_price_version bigint,
  add column origin_price_rule int,
  add column origin_price_order text,
  add column origin_price_line int,
  add column origin_unit text,
  add column origin_unit_quantity numeric(18, 4),
  add check ((origin_price_order is null) = (origin_price_line is null)),
  add check (origin_price_list is null or origin_price_order is null);
create index supplier_invoice_line_by_item on purchasing.supplier_invoice_line(company, item);
