-- A year's customers and orders, most of them done; each order of two lines.
insert into party.party (company, code, name, roles, country, walk_in)
select 'LISTS', 'C' || lpad(n::text, 5, '0'), 'Customer ' || n || ' ' || md5(n::text), '{customer}',
  (array['DE', 'FR', 'IE', 'NL'])[1 + n % 4], false
from generate_series(1, 5000) n
-- then
insert into sales.sales_order (company, number, version, customer, customer_name, customer_country,
  customer_walk_in, order_date, currency, status, net_amount, requested_date)
select 'LISTS', 'SO-' || lpad(n::text, 7, '0'), 3, p.code, p.name, p.country, false,
  date '2020-01-01' + (n * 2100 / :orders)::int, 'EUR',
  case when n > :orders - 2000 then 'open' when n % 50 = 0 then 'cancelled' else 'invoiced' end,
  (n * 7919 % 1000003) / 100.0, date '2020-01-10' + (n * 2100 / :orders)::int
from generate_series(1::bigint, :orders) n
join party.party p on p.company = 'LISTS' and p.code = 'C' || lpad((1 + n * 31 % 5000)::text, 5, '0')
-- then
insert into sales.order_line (company, number, line, item, item_name, item_kind, quantity, unit_price, net_amount)
select company, number, line, 'I' || lpad((line * 7 + length(customer))::text, 5, '0'), 'Item', 'stocked', 1,
  round(net_amount / 2, 2), round(net_amount / 2, 2)
from sales.sales_order, generate_series(1, 2) line where company = 'LISTS'
-- then
vacuum analyze
