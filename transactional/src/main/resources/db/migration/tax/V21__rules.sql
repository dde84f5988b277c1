-- Rules that propose the tax code of a line; what a rule does not name fits always.
create table tax.tax_rule(
  company text not null,
  code text not null,
  version bigint not null,
  name text not null,
  side text not null check (side in ('output', 'input')),
  rank int not null check (rank >= 0),
  region text,
  tax_number text check (tax_number in ('present', 'absent')),
  item_group text,
  item text,
  valid_from date,
  valid_until date,
  tax_code text not null,
  primary key (company, code),
  foreign key (company, tax_code) references tax.tax_code);
-- Codes that differ in capital and small letters alone are not added twice.
create index tax_rule_alike on tax.tax_rule(company, lower(code));

create table tax.tax_rule_country(
  company text not null,
  code text not null,
  line int not null,
  country text not null,
  primary key (company, code, line),
  foreign key (company, code) references tax.tax_rule);
