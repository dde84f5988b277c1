-- Which of the orders wanted on one day is dispatched first.
alter table sales.sales_order
  add priority text not null default 'normal'
    check (priority in ('urgent', 'high', 'normal', 'low'));
