-- What goods of one moment share that left at it, so that the order of their arrival does not count.
alter table stock.valuation add column basis_on_hand numeric(18, 4) not null default 0;
alter table stock.valuation add column basis_value numeric(18, 4) not null default 0;
-- Which goods moved, whose goods come or go the way back, and from when a late cost counts.
alter table stock.movement add column difference boolean not null default false;
alter table stock.movement add column lot text;
alter table stock.movement add column back_of_domain text;
alter table stock.movement add column back_of_type text;
alter table stock.movement add column back_of_number text;
alter table stock.movement add column effective_at timestamptz;
-- Only where each place is valued by itself; all others share the value of the item.
alter table stock.balance add column value_amount numeric(18, 4);
-- A charge of before counts from the moment on at which its goods came.
update stock.movement c set effective_at = r.occurred_at
  from stock.movement r
  where c.charged and r.company = c.company and r.number = c.corrects_number
    and r.line = c.corrects_line;
