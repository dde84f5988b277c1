-- Why goods that lie there are held; they are free where it is absent.
alter table stock.location add column quarantine text;
