create view purchasing.received as
select r.company, r.number, 1::bigint as version, r.receipt_date, r.order_number, o.supplier,
  o.supplier_name, o.supplier_country, r.location, o.currency,
  (select sum(l.amount) from purchasing.receipt_line l
    where l.company = r.company and l.receipt_number = r.number) as amount
from purchasing.receipt r
join purchasing.purchase_order o on o.company = r.company and o.number = r.order_number;

create view purchasing.received_line as
select l.company, l.receipt_number, l.line, l.item, o.item_name, l.quantity, l.unit_price, l.amount
from purchasing.receipt_line l
join purchasing.receipt r on r.company = l.company and r.number = l.receipt_number
join purchasing.order_line o
  on o.company = r.company and o.order_number = r.order_number and o.line = l.line;
