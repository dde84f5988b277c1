-- Between a payment and what it settles: nothing is ever left there. Differences of exchange that
-- are realised stand apart from those of a closing day, whose other side adjusts the control
-- accounts and the bank until the next month begins.
insert into ledger.account(code, name, type, control) values
  ('1150', 'Settlement clearing', 'asset', true),
  ('1090', 'Exchange adjustment of bank accounts', 'asset', false),
  ('1190', 'Exchange adjustment of receivables', 'asset', false),
  ('2090', 'Exchange adjustment of payables', 'liability', false),
  ('4600', 'Exchange gains', 'revenue', false),
  ('4610', 'Unrealised exchange gains', 'revenue', false),
  ('6800', 'Exchange losses', 'expense', false),
  ('6810', 'Unrealised exchange losses', 'expense', false);
