-- Accounts whose balance is the sum of what documents post there: nobody posts there by hand.
alter table ledger.account add column control boolean not null default false;
update ledger.account set control = true where code in ('1100', '1200', '1250', '2000', '2100');
