-- Of the planned quantity, what is expected to be spoilt.
alter table production.material add column scrap_quantity numeric not null default 0
  check (scrap_quantity >= 0 and scrap_quantity < quantity);
