-- What documents made due, by code: returns are drawn from it.
create table tax.entry(
  id bigint generated always as identity primary key,
  company text not null,
  document_domain text not null,
  document_type text not null,
  document_number text not null,
  entry_date date not null,
  side text not null check (side in ('output', 'input')),
  code text not null,
  category text not null,
  base_amount numeric(18, 2) not null,
  tax_amount numeric(18, 2) not null,
  currency text not null);
create index entry_by_date on tax.entry(company, entry_date);
create index entry_by_document
  on tax.entry(company, document_domain, document_type, document_number);
