-- The last day on which a lot of an item that expires is good; never changed.
create table stock.lot_expiry (
  company text not null,
  item text not null,
  lot text not null,
  expires_on date not null,
  primary key (company, item, lot)
);
