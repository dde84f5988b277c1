alter table party.company
  add column fiscal_year_start_month int not null default 1
    check (fiscal_year_start_month between 1 and 12);
