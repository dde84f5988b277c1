-- What goods take with them that go back to their supplier, and how a monthly average is cut.
alter table item.item_group
  add column supplier_return text not null default 'price-paid'
    check (supplier_return in ('price-paid', 'costing-method')),
  add column unit_cost_decimals int check (unit_cost_decimals between 0 and 6);
