-- What suppliers billed before the goods came, and what they printed of tax beside the computed one.
insert into ledger.account(code, name, type, control) values
  ('1320', 'Billed, not received', 'asset', false),
  ('5310', 'Tax differences', 'expense', false);
