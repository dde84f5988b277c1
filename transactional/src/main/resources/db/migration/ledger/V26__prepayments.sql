-- What customers paid before they got anything; earned by the final invoice.
insert into ledger.account(code, name, type, control) values
  ('2300', 'Prepayments of customers', 'liability', true);
