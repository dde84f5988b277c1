create index on purchasing.purchase_order(company, demand_type, demand_number)
  where demand_number is not null;
create index on purchasing.order_line(company, item);
