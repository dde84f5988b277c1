-- Money of a party: what it settles, and what stays on account. Amounts are in the currency of the
-- company; those of a foreign payment beside them in its own.
create table settlement.payment(
  company text not null,
  number text not null,
  version bigint not null,
  status text not null check (status in ('posted', 'reversed', 'reversing')),
  direction text not null check (direction in ('in', 'out')),
  side text not null check (side in ('receivables', 'payables')),
  party text not null,
  party_name text not null,
  payment_date date not null,
  reference text,
  account text not null,
  amount numeric(18, 2) not null,
  bank_fee numeric(18, 2) not null,
  on_account numeric(18, 2) not null,
  open_amount numeric(18, 2) not null,
  exchange_difference numeric(18, 2) not null,
  currency text not null,
  foreign_currency text,
  foreign_rate text,
  foreign_amount numeric(20, 4),
  foreign_bank_fee numeric(20, 4),
  foreign_on_account numeric(20, 4),
  foreign_open_amount numeric(20, 4),
  reverses text,
  reversed_by text,
  reason text,
  primary key (company, number),
  foreign key (company, reverses) references settlement.payment,
  foreign key (company, reversed_by) references settlement.payment,
  check ((status = 'reversed') = (reversed_by is not null)),
  check ((status = 'reversing') = (reverses is not null) and (reverses is null or reason <> '')));
create unique index payment_reversed_once on settlement.payment(company, reverses);
create index payment_by_date on settlement.payment(company, payment_date desc, number desc);
create index payment_by_party on settlement.payment(company, party);
create index payment_open on settlement.payment(company, party)
  where open_amount <> 0 or foreign_open_amount <> 0;

create table settlement.payment_line(
  company text not null,
  payment text not null,
  line int not null,
  kind text not null,
  item text not null,
  amount numeric(18, 2) not null,
  discount numeric(18, 2) not null,
  write_off numeric(18, 2) not null,
  document_currency text not null,
  document_amount numeric(20, 4) not null,
  settled_by text,
  primary key (company, payment, line),
  foreign key (company, payment) references settlement.payment(company, number));
create index payment_line_by_item on settlement.payment_line(company, item);

-- Open items of a party set off against each other.
create table settlement.allocation(
  company text not null,
  number text not null,
  version bigint not null,
  status text not null check (status in ('posted', 'reversed', 'reversing')),
  party text not null,
  party_name text not null,
  allocation_date date not null,
  exchange_difference numeric(18, 2) not null,
  currency text not null,
  reverses text,
  reversed_by text,
  reason text,
  primary key (company, number),
  foreign key (company, reverses) references settlement.allocation,
  foreign key (company, reversed_by) references settlement.allocation,
  check ((status = 'reversed') = (reversed_by is not null)),
  check ((status = 'reversing') = (reverses is not null) and (reverses is null or reason <> '')));
create unique index allocation_reversed_once on settlement.allocation(company, reverses);
create index allocation_by_date on settlement.allocation(company, allocation_date desc, number desc);
create index allocation_by_party on settlement.allocation(company, party);

create table settlement.allocation_line(
  company text not null,
  allocation text not null,
  line int not null,
  kind text not null,
  item text not null,
  amount numeric(18, 2) not null,
  document_currency text not null,
  document_amount numeric(20, 4) not null,
  small_rest numeric(20, 4),
  settled_by text,
  primary key (company, allocation, line),
  foreign key (company, allocation) references settlement.allocation(company, number));
create index allocation_line_by_item on settlement.allocation_line(company, item);

-- What was open when the books began, under the number that it has elsewhere.
create table settlement.opening_item(
  company text not null,
  number text not null,
  version bigint not null,
  status text not null check (status in ('posted', 'reversed')),
  side text not null check (side in ('receivables', 'payables')),
  party text not null,
  party_name text not null,
  item_date date not null,
  due_date date not null check (due_date >= item_date),
  posting_date date not null,
  source_number text not null,
  reference text,
  amount numeric(18, 2) not null check (amount <> 0),
  open_amount numeric(18, 2) not null,
  currency text not null,
  foreign_currency text,
  foreign_rate text,
  foreign_amount numeric(20, 4),
  foreign_open_amount numeric(20, 4),
  reason text,
  primary key (company, number));
create unique index opening_item_once
  on settlement.opening_item(company, side, party, source_number) where status = 'posted';
create index opening_item_open on settlement.opening_item(company, party)
  where open_amount <> 0 or foreign_open_amount <> 0;

-- All that is open, seen from the company: what is owed to it above 0, what it owes below 0.
create view settlement.open_item as
select company, kind, number, 'receivables' as side, customer as party, customer_name as party_name,
  invoice_date as item_date, due_date, source_number as reference, currency, net_amount,
  coalesce(tax_gross, net_amount) as amount, open_amount,
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
select company, 'payment', number, side, party, party_name, payment_date, payment_date, reference,
  currency, sign * on_account, sign * on_account, sign * open_amount,
  coalesce(foreign_currency, currency), sign * coalesce(foreign_on_account, on_account),
  sign * coalesce(foreign_open_amount, open_amount)
from settlement.payment
cross join lateral (select case direction when 'in' then -1 else 1 end as sign) seen
where open_amount <> 0 or foreign_open_amount <> 0
union all
select company, 'opening-item', number, side, party, party_name, item_date, due_date,
  source_number, currency, amount, amount, open_amount, coalesce(foreign_currency, currency),
  coalesce(foreign_amount, amount), coalesce(foreign_open_amount, open_amount)
from settlement.opening_item where open_amount <> 0 or foreign_open_amount <> 0;
