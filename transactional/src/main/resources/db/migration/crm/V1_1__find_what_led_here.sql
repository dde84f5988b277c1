-- The opportunity behind an order is found by the order that it names.
create index opportunity_by_order on crm.opportunity(company, order_number)
  where order_number is not null;
