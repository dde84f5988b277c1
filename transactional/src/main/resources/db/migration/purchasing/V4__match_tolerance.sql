-- By how much suppliers' bills may differ; a company without a row has the usual tolerance.
create table purchasing.match_tolerance(
  company text not null primary key,
  quantity_percent numeric(5, 2) not null check (quantity_percent between 0 and 100),
  price_percent numeric(5, 2) not null check (price_percent between 0 and 100),
  version bigint not null);
