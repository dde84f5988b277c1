-- What was there when the books began stands against this, not against profit.
insert into ledger.account(code, name, type) values ('3950', 'Opening balances', 'equity');
