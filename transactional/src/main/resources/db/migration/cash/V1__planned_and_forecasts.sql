-- Money that is planned by hand.
create table cash.planned(
  company text not null,
  number text not null,
  version bigint not null,
  status text not null check (status in ('active', 'ended')),
  text text not null check (text <> ''),
  direction text not null check (direction in ('in', 'out')),
  amount numeric(18, 2) not null check (amount > 0),
  currency text not null,
  account text,
  first_date date not null,
  every text not null check (every in ('once', 'week', 'month', 'quarter', 'year')),
  last_date date check (last_date >= first_date),
  primary key (company, number));
create index planned_by_date on cash.planned(company, first_date);

-- Forecasts as they were on their days.
create table cash.forecast(
  company text not null,
  number text not null,
  version bigint not null,
  forecast_date date not null,
  opening_balance numeric(18, 2) not null,
  closing_balance numeric(18, 2) not null,
  lowest_balance numeric(18, 2) not null,
  lowest_week date not null,
  note text,
  currency text not null,
  primary key (company, number));
create index forecast_by_date on cash.forecast(company, forecast_date desc, number desc);

create table cash.forecast_line(
  company text not null,
  forecast text not null,
  line int not null,
  account text not null,
  ledger_account text not null,
  week date not null,
  opening numeric(18, 2) not null,
  receipts numeric(18, 2) not null,
  payments numeric(18, 2) not null,
  sales_orders numeric(18, 2) not null,
  purchase_orders numeric(18, 2) not null,
  planned numeric(18, 2) not null,
  closing numeric(18, 2) not null,
  primary key (company, forecast, line),
  foreign key (company, forecast) references cash.forecast(company, number),
  check (closing = opening + receipts + payments + sales_orders + purchase_orders + planned));
