-- What customers get back for their turnover of a period.
create table sales.rebate_agreement(
  company text not null,
  number text not null,
  version bigint not null,
  status text not null check (status in ('draft', 'active', 'settled', 'cancelled')),
  customer text not null,
  customer_name text not null,
  customer_country text not null,
  customer_walk_in boolean not null,
  reference text,
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  agreed_currency text not null,
  item_group text,
  tier_method text not null check (tier_method in ('whole-turnover', 'within-tier')),
  credit_item text not null,
  tax_code text,
  currency text not null,
  accrued_amount numeric(18, 2) not null,
  accrued_through date,
  settled_date date,
  settled_turnover numeric(20, 4),
  settled_rebate numeric(20, 4),
  settled_credit_note text,
  reason text,
  primary key (company, number),
  foreign key (company, settled_credit_note) references sales.invoice(company, number),
  check ((status = 'settled') = (settled_date is not null)),
  check (status <> 'settled' or accrued_amount = 0));
create index rebate_agreement_by_customer on sales.rebate_agreement(company, customer);
create unique index rebate_agreement_by_credit_note
  on sales.rebate_agreement(company, settled_credit_note);

create table sales.rebate_tier(
  company text not null,
  agreement text not null,
  line int not null,
  from_turnover numeric(18, 2) not null check (from_turnover >= 0),
  percent numeric(8, 4) not null check (percent between 0 and 100),
  primary key (company, agreement, line),
  foreign key (company, agreement) references sales.rebate_agreement(company, number));

create table sales.rebate_accrual(
  company text not null,
  agreement text not null,
  line int not null,
  kind text not null
    check (kind in ('accrual', 'reversal', 'settlement', 'reopening', 'cancellation')),
  accrual_date date not null,
  turnover numeric(20, 4) not null,
  rebate numeric(20, 4) not null,
  amount numeric(18, 2) not null,
  reverses int,
  document text,
  primary key (company, agreement, line),
  foreign key (company, agreement) references sales.rebate_agreement(company, number),
  foreign key (company, document) references sales.invoice(company, number));

-- The documents that were settled, so that those that come later can be told.
create table sales.rebate_settled(
  company text not null,
  agreement text not null,
  document text not null,
  primary key (company, agreement, document),
  foreign key (company, agreement) references sales.rebate_agreement(company, number),
  foreign key (company, document) references sales.invoice(company, number));

-- Credit notes that pay a rebate out, and invoices that bill it back.
alter table sales.invoice drop constraint invoice_purpose_check;
alter table sales.invoice
  add constraint invoice_purpose_check check (purpose in ('prepayment', 'rebate'));

-- What each line of invoices and credit notes adds to the turnover of an agreement. A credit note
-- counts with the invoice that it credits, else on its own day; rebates are no turnover.
create view sales.rebate_turnover as
select a.company, a.number as agreement, i.number as document, i.kind, i.invoice_date, i.credits,
  coalesce(o.invoice_date, i.invoice_date) as counted_date, l.line, l.item, l.item_name,
  l.tax_code, a.agreed_currency as currency,
  case when a.agreed_currency = a.currency then l.net_amount else l.foreign_net_amount end
    as turnover
from sales.rebate_agreement a
join sales.invoice i on i.company = a.company
  and (i.customer = a.customer or i.customer in (
    select p.code from party.party p where p.company = a.company and p.merged_into = a.customer))
left join sales.invoice o on o.company = i.company and o.number = i.credits
join sales.invoice_line l on l.company = i.company and l.number = i.number
left join item.item t on t.company = l.company and t.code = l.item
where coalesce(o.invoice_date, i.invoice_date) between a.valid_from and a.valid_to
  and i.purpose is distinct from 'rebate'
  and (a.item_group is null or t.item_group = a.item_group)
  and (a.agreed_currency = a.currency or i.foreign_currency = a.agreed_currency);
