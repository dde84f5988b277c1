-- How the numbers of a kind look in a company; kinds without a row have the standard series.
create table document.number_series(
  company text not null,
  kind text not null,
  prefix text not null,
  with_year boolean not null,
  digits int not null check (digits between 1 and 12),
  first bigint not null check (first >= 1),
  version bigint not null,
  primary key (company, kind));

-- The last number given; the year is 0 where all years count on.
create table document.last_number(
  company text not null,
  kind text not null,
  year int not null,
  number bigint not null,
  primary key (company, kind, year));
