-- What work orders absorb of labour and overhead, and what they lose.
insert into ledger.account(code, name, type, control) values
  ('5250', 'Production losses', 'expense', false),
  ('5500', 'Labour absorbed', 'expense', false),
  ('5510', 'Overhead absorbed', 'expense', false);
