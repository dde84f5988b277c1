-- Where a line came from: a rule of a price list, the unit it was asked for in, the item's revision.
alter table sales.order_line
  add column origin_price_list text,
  add column origin_price_version bigint,
  add column origin_price_rule int,
  add column origin_unit text,
  add column origin_unit_quantity numeric(18, 4),
  add column origin_item_revision text;
