-- The day on which goods are wanted decides who gets them first, then the turn. Claims made before
-- have no day and stay first.
alter table stock.claim add wanted_on date;

drop index stock.claim_by_item;
create index claim_by_item on stock.claim (company, item, wanted_on nulls first, turn)
  where quantity <> 0;
