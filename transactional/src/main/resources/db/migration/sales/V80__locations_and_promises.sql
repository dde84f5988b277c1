-- Where the goods of an order leave from, and by when what is left of a line can leave.
alter table sales.sales_order
  add column location text;

alter table sales.order_line
  add column promised_date date;
