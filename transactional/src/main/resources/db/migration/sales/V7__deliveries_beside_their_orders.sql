create view sales.delivered as
select d.company, d.number, 1::bigint as version, d.delivery_date, d.order_number, o.customer,
  o.customer_name, o.customer_country
from sales.delivery d
join sales.sales_order o on o.company = d.company and o.number = d.order_number;

create view sales.delivered_line as
select l.company, l.number as delivery_number, l.order_line as line, l.item, o.item_name,
  l.quantity
from sales.delivery_line l
join sales.delivery d on d.company = l.company and d.number = l.number
join sales.order_line o
  on o.company = d.company and o.number = d.order_number and o.line = l.order_line;
