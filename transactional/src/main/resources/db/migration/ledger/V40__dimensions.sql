-- The values of dimensions that a line names or that are usual there: COST-CENTRE=4100;PROJECT=P7.
alter table ledger.line add column dimensions text;

create or replace view ledger.journal_line as
select l.company, l.entry, l.line, l.account, a.name as account_name, a.type as account_type,
  l.debit, l.credit, l.original_currency, l.original_amount, l.dimensions
from ledger.line l join ledger.account a on a.code = l.account;
