-- What is expected to be spoilt, in percent of what the good pieces take.
alter table item.material add column scrap_percent numeric(5, 2)
  check (scrap_percent > 0 and scrap_percent <= 100);
