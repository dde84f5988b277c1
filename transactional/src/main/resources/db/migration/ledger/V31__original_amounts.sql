-- What a document says in another currency than that of the company: debit above 0, credit below 0.
alter table ledger.line add column original_currency text;
alter table ledger.line add column original_amount numeric(18, 4);
alter table ledger.line add constraint original_is_whole check (
  (original_currency is null) = (original_amount is null));

create or replace view ledger.journal_line as
select l.company, l.entry, l.line, l.account, a.name as account_name, a.type as account_type,
  l.debit, l.credit, l.original_currency, l.original_amount
from ledger.line l join ledger.account a on a.code = l.account;
