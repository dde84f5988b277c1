-- Work orders released before goods were reserved claim their materials and expect their goods.
insert into stock.claim (company, document_domain, document_type, document_number, item, location,
  quantity)
select company, 'production', 'work-order', number, item, 'MAIN', quantity - completed_quantity
from production.work_order where status = 'released'
union all
select m.company, 'production', 'work-order', m.order_number, m.item, 'MAIN',
  -sum(m.quantity - m.consumed_quantity)
from production.material m
join production.work_order o on o.company = m.company and o.number = m.order_number
where o.status = 'released'
group by m.company, m.order_number, m.item
having sum(m.quantity - m.consumed_quantity) > 0
on conflict do nothing;
