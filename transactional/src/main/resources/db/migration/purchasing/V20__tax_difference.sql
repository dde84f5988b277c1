-- By how much the printed tax of a bill may differ from the computed one.
alter table purchasing.match_tolerance add column tax_difference numeric(18, 2)
  check (tax_difference >= 0);
