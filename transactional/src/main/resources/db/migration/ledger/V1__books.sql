create table ledger.account(
  code text primary key,
  name text not null,
  type text not null check (type in ('asset', 'liability', 'equity', 'revenue', 'expense')));

insert into ledger.account(code, name, type) values
  ('1000', 'Cash and bank', 'asset'),
  ('1100', 'Accounts receivable', 'asset'),
  ('1200', 'Inventory', 'asset'),
  ('1250', 'Work in progress', 'asset'),
  ('1500', 'Equipment', 'asset'),
  ('1590', 'Accumulated depreciation', 'asset'),
  ('2000', 'Accounts payable', 'liability'),
  ('2100', 'Goods received not invoiced', 'liability'),
  ('2500', 'Loans', 'liability'),
  ('3000', 'Share capital', 'equity'),
  ('3900', 'Retained earnings', 'equity'),
  ('4000', 'Sales revenue', 'revenue'),
  ('4100', 'Sales returns', 'revenue'),
  ('5000', 'Cost of goods sold', 'expense'),
  ('5100', 'Inventory adjustments', 'expense'),
  ('5200', 'Purchase price variance', 'expense'),
  ('6000', 'Operating expenses', 'expense'),
  ('6100', 'Wages', 'expense'),
  ('6200', 'Depreciation', 'expense'),
  ('6300', 'Bad debt expense', 'expense'),
  ('6400', 'Service parts cost', 'expense'),
  ('7000', 'Interest expense', 'expense'),
  ('8000', 'Income tax', 'expense');

-- One row a company: holding it serialises numbering and closing, so numbers have no gaps.
create table ledger.book(
  company text primary key,
  last_number bigint not null);

create table ledger.period(
  company text not null,
  month date not null check (month = date_trunc('month', month)),
  closed_by text not null,
  closed_at timestamptz not null default clock_timestamp(),
  primary key (company, month));

create table ledger.entry(
  company text not null,
  number bigint not null,
  posting_date date not null,
  currency text not null,
  rule text not null,
  text text not null,
  document_domain text not null,
  document_type text not null,
  document_number text not null,
  party text,
  source_event_id uuid,
  reverses bigint,
  actor text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (company, number),
  foreign key (company, reverses) references ledger.entry);
create unique index entry_once_per_event on ledger.entry(source_event_id, rule);
create unique index entry_reversed_once on ledger.entry(company, reverses) where reverses is not null;
create index entry_by_document on ledger.entry(company, document_number);
create index entry_by_date on ledger.entry(company, posting_date);

create table ledger.line(
  company text not null,
  entry bigint not null,
  line int not null,
  account text not null references ledger.account,
  debit numeric(18, 2) not null,
  credit numeric(18, 2) not null,
  primary key (company, entry, line),
  foreign key (company, entry) references ledger.entry(company, number),
  check (debit >= 0 and credit >= 0 and (debit = 0) <> (credit = 0)));
