insert into ledger.account(code, name, type) values
  ('3500', 'Revaluation surplus', 'equity'),
  ('4500', 'Gain on disposal of assets', 'revenue'),
  ('6500', 'Loss on disposal of assets', 'expense'),
  ('6600', 'Revaluation loss', 'expense');
