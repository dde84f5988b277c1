-- Orders with which their customers exceed their credit limits, and the exposure then.
create table credit.credit_check(
  company text not null,
  number text not null,
  version bigint not null,
  status text not null check (status in ('warned', 'held', 'released', 'ended')),
  order_number text not null,
  party text not null,
  party_name text not null,
  checked_on date not null,
  credit_limit numeric(18, 2) not null,
  open_items numeric(18, 2) not null,
  delivered numeric(18, 2) not null,
  ordered numeric(18, 2) not null,
  excess numeric(18, 2) not null check (excess > 0),
  currency text not null,
  reason text,
  decided_by text,
  primary key (company, number));
create index credit_check_by_order on credit.credit_check(company, order_number);
create index credit_check_by_party on credit.credit_check(company, party);

-- What happens to orders above the limit.
create table credit.policy(
  company text primary key,
  policy text not null check (policy in ('off', 'warn', 'hold')),
  version bigint not null);

-- A row that those lock who ask how much a party may still owe, one after the other.
create table credit.turn(
  company text not null,
  party text not null,
  primary key (company, party));
