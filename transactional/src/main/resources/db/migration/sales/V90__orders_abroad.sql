-- What stands on orders and quotations in a currency that is not the company's; null in its own.
alter table sales.sales_order
  add column foreign_currency text,
  add column foreign_rate text,
  add column foreign_net_amount numeric(20, 4);
alter table sales.order_line
  add column foreign_unit_price numeric(18, 6),
  add column foreign_net_amount numeric(20, 4),
  add column foreign_tax_amount numeric(20, 4);
alter table sales.quotation
  add column foreign_currency text,
  add column foreign_rate text,
  add column foreign_net_amount numeric(20, 4);
alter table sales.quotation_line
  add column foreign_unit_price numeric(18, 6),
  add column foreign_net_amount numeric(20, 4),
  add column foreign_tax_amount numeric(20, 4);
