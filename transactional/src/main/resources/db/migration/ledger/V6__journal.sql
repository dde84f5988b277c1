-- Entries as people read them: beside what reverses them, and with the names of the accounts.
create view ledger.journal as
select e.company, e.number, 1::bigint as version, e.posting_date, e.currency, e.rule, e.text,
  e.document_domain, e.document_type, e.document_number, e.party, e.reverses,
  (select r.number from ledger.entry r
    where r.company = e.company and r.reverses = e.number) as reversed_by,
  e.actor
from ledger.entry e;

create view ledger.journal_line as
select l.company, l.entry, l.line, l.account, a.name as account_name, a.type as account_type,
  l.debit, l.credit
from ledger.line l join ledger.account a on a.code = l.account;
