-- What customers will get back for their turnover, and what they have earned so far.
insert into ledger.account(code, name, type, control) values
  ('2400', 'Rebates owed to customers', 'liability', true),
  ('4250', 'Rebates of customers', 'revenue', false);
