-- The day on which the customer wants the goods; null when the order names none.
alter table sales.sales_order
  add column requested_date date check (requested_date >= order_date);
