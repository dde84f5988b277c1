-- Of how many of the goods that came a late cost is, where that is not all of them.
alter table stock.movement add column charged_quantity numeric(18, 4);
