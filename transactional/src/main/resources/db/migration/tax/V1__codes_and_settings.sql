create table tax.tax_code(
  company text not null,
  code text not null,
  version bigint not null,
  name text not null,
  category text not null,
  exemption_reason text,
  tax_point text not null check (tax_point in ('invoice', 'payment')),
  deductible_percent numeric(9, 6) not null check (deductible_percent between 0 and 100),
  primary key (company, code));
-- Codes that differ in capital and small letters alone are not added twice.
create index tax_code_alike on tax.tax_code(company, lower(code));

-- What a code comes to from a day on; several components are taxes of their own.
create table tax.tax_rate(
  company text not null,
  code text not null,
  line int not null,
  component int not null check (component >= 1),
  valid_from date not null,
  basis text not null check (basis in ('percent', 'fixed', 'of-gross')),
  rate numeric(12, 6) not null,
  included boolean not null,
  joins_base boolean not null,
  primary key (company, code, line),
  foreign key (company, code) references tax.tax_code);

-- Where taxes are rounded; a company without a row rounds them for the document.
create table tax.settings(
  company text not null primary key,
  rounding text not null check (rounding in ('line', 'document')),
  version bigint not null);
