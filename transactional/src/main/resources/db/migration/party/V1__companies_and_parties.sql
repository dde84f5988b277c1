create table party.company (
  code text primary key,
  name text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  negative_stock boolean not null
);

create table party.party (
  company text not null references party.company (code),
  code text not null,
  name text not null,
  roles text[] not null,
  country text not null,
  walk_in boolean not null,
  version bigint not null default 1,
  primary key (company, code)
);
