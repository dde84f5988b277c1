-- Orders placed before goods were reserved claim what they still want, the oldest first.
insert into stock.claim (company, document_domain, document_type, document_number, item, location,
  quantity)
select l.company, 'sales', 'order', l.number, l.item, 'MAIN', -sum(l.quantity - l.delivered_quantity)
from sales.order_line l join sales.sales_order o using (company, number)
where o.status = 'open' and l.item_kind = 'stocked'
group by l.company, l.number, l.item
having sum(l.quantity - l.delivered_quantity) > 0
order by l.number
on conflict do nothing;
