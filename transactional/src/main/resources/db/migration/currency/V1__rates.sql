-- How much of one currency is given for one unit of another from a day on: a decimal or a quotient.
create table currency.rate(
  company text not null,
  number text not null,
  version bigint not null,
  from_currency text not null,
  to_currency text not null check (to_currency <> from_currency),
  valid_from date not null,
  rate text not null,
  source text,
  primary key (company, number));
create index rate_by_day
  on currency.rate(company, from_currency, to_currency, valid_from desc, number desc);
