-- What is disputed of an open item, in the currency of the company.
create table settlement.dispute(
  company text not null,
  number text not null,
  version bigint not null,
  status text not null check (status in ('open', 'resolved', 'rejected')),
  item_kind text not null,
  item text not null,
  side text not null check (side in ('receivables', 'payables')),
  party text not null,
  party_name text not null,
  opened_on date not null,
  reason text not null check (reason <> ''),
  owner text,
  amount numeric(18, 2) not null check (amount > 0),
  currency text not null,
  closed_on date,
  credit_note text,
  answer text,
  primary key (company, number),
  check ((status = 'open') = (closed_on is null)),
  check ((status = 'resolved') = (credit_note is not null)));
create index dispute_by_item on settlement.dispute(company, item_kind, item);
create index dispute_by_party on settlement.dispute(company, party);
create index dispute_open on settlement.dispute(company, item_kind, item) where status = 'open';

-- When what was taken over was taken back.
alter table settlement.opening_item add column reversed_on date;

-- All that is open, with what of it is disputed.
create or replace view settlement.open_item as
select i.*, sign(i.open_amount) * least(coalesce(d.amount, 0), abs(i.open_amount)) as disputed_amount
from (
  select company, kind, number, 'receivables' as side, customer as party,
    customer_name as party_name, invoice_date as item_date, due_date, source_number as reference,
    currency, net_amount, coalesce(tax_gross, net_amount) as amount, open_amount,
    coalesce(foreign_currency, currency) as document_currency,
    coalesce(foreign_gross_amount, tax_gross, net_amount) as document_amount,
    coalesce(foreign_open_amount, open_amount) as document_open_amount
  from sales.invoice where open_amount <> 0 or foreign_open_amount <> 0
  union all
  select company, 'supplier-invoice', number, 'payables', supplier, supplier_name, invoice_date,
    due_date, supplier_reference, currency, -net_amount, -coalesce(tax_gross, net_amount),
    -open_amount, coalesce(foreign_currency, currency),
    -coalesce(foreign_gross_amount, tax_gross, net_amount),
    -coalesce(foreign_open_amount, open_amount)
  from purchasing.supplier_invoice where open_amount <> 0 or foreign_open_amount <> 0
  union all
  select company, 'payment', number, side, party, party_name, payment_date, payment_date,
    reference, currency, sign * on_account, sign * on_account, sign * open_amount,
    coalesce(foreign_currency, currency), sign * coalesce(foreign_on_account, on_account),
    sign * coalesce(foreign_open_amount, open_amount)
  from settlement.payment
  cross join lateral (select case direction when 'in' then -1 else 1 end as sign) seen
  where open_amount <> 0 or foreign_open_amount <> 0
  union all
  select company, 'opening-item', number, side, party, party_name, item_date, due_date,
    source_number, currency, amount, amount, open_amount, coalesce(foreign_currency, currency),
    coalesce(foreign_amount, amount), coalesce(foreign_open_amount, open_amount)
  from settlement.opening_item where open_amount <> 0 or foreign_open_amount <> 0) i
left join (
  select company, item_kind, item, sum(amount) as amount
  from settlement.dispute where status = 'open' group by company, item_kind, item) d
  on d.company = i.company and d.item_kind = i.kind and d.item = i.number;

-- All that is or ever was open, seen from the company, from the day on which it is in the books.
create view settlement.item as
select company, kind, number, 'receivables' as side, customer as party,
  customer_name as party_name, invoice_date as booked_on, invoice_date as item_date, due_date,
  source_number as reference, currency, coalesce(tax_gross, net_amount) as amount, open_amount
from sales.invoice
union all
select company, 'supplier-invoice', number, 'payables', supplier, supplier_name, invoice_date,
  invoice_date, due_date, supplier_reference, currency, -coalesce(tax_gross, net_amount),
  -open_amount
from purchasing.supplier_invoice where reverses is null
union all
select company, 'payment', number, side, party, party_name, payment_date, payment_date,
  payment_date, reference, currency,
  case direction when 'in' then -on_account else on_account end,
  case direction when 'in' then -open_amount else open_amount end
from settlement.payment where status <> 'reversing' and on_account <> 0
union all
select company, 'opening-item', number, side, party, party_name, posting_date, item_date,
  due_date, source_number, currency, amount, open_amount
from settlement.opening_item;

-- What was settled of an item on a day, with the sign of the item, and by which document.
create view settlement.settled as
select i.company, i.kind, i.number as item, p.payment_date as day,
  p.amount + coalesce(p.settlement_discount, 0) + coalesce(p.settlement_write_off, 0)
    + coalesce(p.settlement_bank_fee, 0) as amount,
  coalesce(p.settled_by_number, p.number) as document
from sales.payment p join sales.invoice i on i.company = p.company and i.number = p.invoice
union all
select p.company, 'supplier-invoice', p.invoice, p.payment_date,
  -(p.amount + coalesce(p.settlement_discount, 0) + coalesce(p.settlement_write_off, 0)
    + coalesce(p.settlement_bank_fee, 0)),
  coalesce(p.settled_by_number, p.number)
from purchasing.supplier_payment p
union all
select i.company, 'supplier-invoice', i.number, r.invoice_date,
  -coalesce(i.tax_gross, i.net_amount), r.number
from purchasing.supplier_invoice i
join purchasing.supplier_invoice r on r.company = i.company and r.number = i.reversed_by
union all
select p.company, l.kind, l.item, p.payment_date, l.amount + l.discount + l.write_off, p.number
from settlement.payment p
join settlement.payment_line l on l.company = p.company and l.payment = p.number
where l.kind in ('payment', 'opening-item')
union all
select a.company, l.kind, l.item, a.allocation_date, l.amount, a.number
from settlement.allocation a
join settlement.allocation_line l on l.company = a.company and l.allocation = a.number
where l.kind in ('payment', 'opening-item')
union all
select p.company, 'payment', p.number, r.payment_date,
  case p.direction when 'in' then -p.on_account else p.on_account end, r.number
from settlement.payment p
join settlement.payment r on r.company = p.company and r.number = p.reversed_by
where p.on_account <> 0
union all
select company, 'opening-item', number, coalesce(reversed_on, posting_date), amount, number
from settlement.opening_item where status = 'reversed';

-- After how many days an open item is how late.
create table settlement.ageing_setting(
  company text primary key,
  days int[] not null check (cardinality(days) between 1 and 4),
  version bigint not null);
