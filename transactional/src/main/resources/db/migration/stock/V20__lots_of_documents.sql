alter table stock.transfer_line add column lot text;
alter table stock.count_line add column lot text;

-- What became of a lot, and what lies of it where.
create index movement_by_lot on stock.movement (company, lot, item) where lot is not null;

-- A cost that was named for goods that left counted for nothing until now, so it goes on so.
update stock.movement set given_cost = null where quantity < 0 and given_cost is not null;
