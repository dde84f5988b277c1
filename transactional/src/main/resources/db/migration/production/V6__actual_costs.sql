-- What a work order costs beside its materials, and what of its cost the goods do not carry.
alter table production.work_order
  add column actuals_planned_unit_cost numeric(24, 6),
  add column actuals_sales_price numeric(24, 6),
  add column actuals_labour_cost numeric not null default 0,
  add column actuals_overhead_cost numeric not null default 0,
  add column actuals_loss_cost numeric not null default 0,
  add column actuals_scrap_quantity numeric not null default 0,
  add column actuals_loss_quantity numeric not null default 0,
  add column actuals_closed_on date;

create table production.co_product(
  company text not null,
  order_number text not null,
  line int not null,
  item text not null,
  item_name text not null,
  quantity numeric not null check (quantity > 0),
  sales_price numeric(24, 6) not null,
  completed_quantity numeric not null,
  completed_cost numeric not null,
  primary key (company, order_number, line),
  foreign key (company, order_number) references production.work_order(company, number));
