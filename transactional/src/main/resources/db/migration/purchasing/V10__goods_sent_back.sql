-- A receipt with quantities below 0 is of goods that went back; it names the receipt they came with.
alter table purchasing.receipt add column returns text;
create index receipt_by_what_it_returns on purchasing.receipt(company, returns)
  where returns is not null;
