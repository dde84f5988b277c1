create index on production.work_order(company, demand_type, demand_number)
  where demand_number is not null;
