-- Taxes on what is sold and bought, pending ones until they are paid, and what payments deduct.
insert into ledger.account(code, name, type, control) values
  ('1300', 'Input tax', 'asset', false),
  ('1310', 'Input tax pending', 'asset', false),
  ('2200', 'Output tax', 'liability', false),
  ('2210', 'Output tax pending', 'liability', false),
  ('4200', 'Discounts allowed', 'revenue', false),
  ('5300', 'Tax not deductible', 'expense', false),
  ('5400', 'Discounts received', 'expense', false),
  ('6700', 'Bank fees', 'expense', false);
