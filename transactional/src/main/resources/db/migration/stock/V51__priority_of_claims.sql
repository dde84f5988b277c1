-- Of claims wanted on one day the more urgent gets goods first, then the turn.
alter table stock.claim
  add priority text not null default 'normal'
    check (priority in ('urgent', 'high', 'normal', 'low')),
  add precedence smallint not null generated always as (
    case priority when 'urgent' then 1 when 'high' then 2 when 'normal' then 3 else 4 end) stored;

drop index stock.claim_by_item;
create index claim_by_item on stock.claim (company, item, wanted_on nulls first, precedence, turn)
  where quantity <> 0;
