-- How much more may come than was ordered, and by how much a line may differ in all.
alter table purchasing.match_tolerance
  add column over_receipt_percent numeric(5, 2)
    check (over_receipt_percent between 0 and 100),
  add column amount numeric(18, 2) check (amount >= 0);
