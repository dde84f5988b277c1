-- What is there of each lot of the items that are valued by lot, and what it is worth.
create table stock.lot_balance (
  company text not null,
  item text not null,
  lot text not null,
  on_hand numeric(18, 4) not null,
  value_amount numeric(18, 4) not null,
  primary key (company, item, lot)
);
