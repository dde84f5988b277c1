insert into item.item (company, code, name, unit, kind)
select 'CASH', 'I' || lpad(n::text, 5, '0'), 'Item ' || n, 'pcs', 'stocked'
from generate_series(1, :items) n
-- then
insert into party.party (company, code, name, roles, country, walk_in)
select 'CASH', 'C' || lpad(n::text, 5, '0'), 'Customer ' || n, '{customer}',
  (array['DE', 'FR', 'IE', 'NL'])[1 + n % 4], false
from generate_series(1, :customers) n
