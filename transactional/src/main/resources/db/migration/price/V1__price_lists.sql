create table price.price_list (
  company text not null,
  code text not null,
  name text not null,
  side text not null check (side in ('sales', 'purchase')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  party text,
  customer_group text,
  valid_from date,
  valid_to date check (valid_to >= valid_from),
  version bigint not null default 1,
  primary key (company, code),
  check (party is null or customer_group is null)
);

create index price_list_alike on price.price_list (company, lower(code));

create table price.rule (
  company text not null,
  price_list text not null,
  line int not null,
  item text not null,
  from_quantity numeric(18, 4) check (from_quantity > 0),
  valid_from date,
  valid_to date check (valid_to >= valid_from),
  unit_price numeric(18, 6) not null check (unit_price >= 0),
  discount_percent numeric(7, 4) check (discount_percent between 0 and 100),
  primary key (company, price_list, line),
  foreign key (company, price_list) references price.price_list (company, code)
);

create index rule_by_item on price.rule (company, item);
