-- Orders placed before expected goods were kept expect what has not arrived.
insert into stock.claim (company, document_domain, document_type, document_number, item, location,
  quantity)
select l.company, 'purchasing', 'order', l.order_number, l.item, 'MAIN',
  sum(l.quantity - l.received_quantity)
from purchasing.order_line l
join purchasing.purchase_order o on o.company = l.company and o.number = l.order_number
where o.status = 'open'
group by l.company, l.order_number, l.item
having sum(l.quantity - l.received_quantity) > 0
on conflict do nothing;
